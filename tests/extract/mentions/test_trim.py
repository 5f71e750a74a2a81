import pytest

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.trim import split, trim
from kg.model import EntityClass


@pytest.mark.parametrize(
    ("text", "cls", "name"),
    [
        ("the European Commission", EntityClass.ORGANIZATION, "European Commission"),
        ("Dr. Jane Doe’s", EntityClass.PERSON, "Jane Doe"),
        ("Prime Minister Okafor", EntityClass.PERSON, "Okafor"),
        ("“Paper Tigers,”", EntityClass.DOCUMENT, "Paper Tigers"),
        ("Solace Inc.", EntityClass.ORGANIZATION, "Solace Inc."),
        ("Solace.", EntityClass.ORGANIZATION, "Solace"),
        ("OpenAI's", EntityClass.ORGANIZATION, "OpenAI"),
        ("Michigan Republican", EntityClass.PLACE, "Michigan"),
        ("Halden (HLD", EntityClass.ORGANIZATION, "Halden"),
        ("Dutch MEP Hanna Orr", EntityClass.PERSON, "Hanna Orr"),
        ("economist Hanna Orr", EntityClass.PERSON, "Hanna Orr"),
        ("Hanna Orr KC", EntityClass.PERSON, "Hanna Orr"),
        ("U.S.", EntityClass.PLACE, "U.S."),
        ("Cyprus-registered Halden Ltd", EntityClass.ORGANIZATION, "Halden Ltd"),
        ("NGO Halden Watch", EntityClass.ORGANIZATION, "Halden Watch"),
        ("Zurich NGO Halden Watch", EntityClass.ORGANIZATION, "Halden Watch"),
        ("Quiet Machines Act for the Actors Guild", EntityClass.POLICY, "Quiet Machines Act"),
        ("Lomé Convention on Data by Benin", EntityClass.POLICY, "Lomé Convention on Data"),
        (
            "Framework Convention on Quiet Machines Switzerland",
            EntityClass.POLICY,
            "Framework Convention on Quiet Machines",
        ),
        ("Open Lamps Act on May", EntityClass.POLICY, "Open Lamps Act"),
        ("Mrs Justice Orrin", EntityClass.ORGANIZATION, "Orrin"),
        ("Dr Orrin Labs", EntityClass.ORGANIZATION, "Dr Orrin Labs"),
        ("Associate Professor Hanna Orr", EntityClass.PERSON, "Hanna Orr"),
        ("Constitution of Kenya", EntityClass.POLICY, "Constitution of Kenya"),
        ("Act for the Protection of Voices", EntityClass.POLICY, "Act for the Protection of Voices"),
    ],
)
def test_trimming_leaves_the_name(text: str, cls: EntityClass, name: str) -> None:
    cut = trim(text, Candidate(0, len(text), cls, "ner"))
    assert cut is not None
    assert cut.cut(text) == name


def test_nothing_is_left_of_an_article_alone() -> None:
    assert trim("“ ”", Candidate(0, 3, EntityClass.PERSON, "ner")) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Apple and Google", ["Apple", "Google"]),
        ("Halden and Orrin", ["Halden", "Orrin"]),
        ("Ministry of Trade and Energy", ["Ministry of Trade and Energy"]),
        ("Georgetown University's Center for Peace", ["Georgetown University", "Center for Peace"]),
        ("United States, the Halden Commission", ["United States", "Halden Commission"]),
        ("United States the Halden Commission", ["United States", "Halden Commission"]),
        ("Mistral AI of France", ["Mistral AI", "France"]),
        ("Halden safety pledge", ["Halden"]),
        ("World Bank's Innovation Hub", ["World Bank", "Innovation Hub"]),
        ("United Nations' Halden Panel", ["United Nations", "Halden Panel"]),
        ("Screen Performers' Alliance", ["Screen Performers' Alliance"]),
        ("Health and Safety Executive", ["Health and Safety Executive"]),
    ],
)
def test_names_read_as_one_are_split(text: str, names: list[str]) -> None:
    whole = Candidate(0, len(text), EntityClass.ORGANIZATION, "ner")
    assert [part.cut(text) for part in split(text, whole)] == names


def test_titles_are_never_split() -> None:
    text = "Bread and Circuits"
    whole = Candidate(0, len(text), EntityClass.DOCUMENT, "ner")
    assert list(split(text, whole)) == [whole]
