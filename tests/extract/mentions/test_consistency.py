import pytest

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.consistency import make_consistent
from kg.extract.mentions.cues import find_cues
from kg.extract.mentions.voting import count_votes, find_acronym, parts
from kg.model import EntityClass
from tests.extract.mentions.reading import unmark

ORG, PERSON, SYSTEM, POLICY = EntityClass.ORGANIZATION, EntityClass.PERSON, EntityClass.SYSTEM, EntityClass.POLICY


def consistent(*marked: str) -> list[tuple[str, str, str]]:
    texts, found = [], []
    for line in marked:
        text, marks = unmark(line)
        texts.append(text)
        found.append([Candidate(start, end, EntityClass(cls), "ner", 0.8) for start, end, cls in marks])
    result = make_consistent(texts, found, [False] * len(texts))
    return [(c.cut(t), c.cls.value, c.layer) for t, names in zip(texts, result, strict=True) for c in names]


@pytest.mark.parametrize(
    ("name", "cls", "short"),
    [
        ("Wietske van Hasselt", PERSON, {"Hasselt", "van Hasselt", "Van Hasselt"}),
        ("Harlan Oak Partners", ORG, {"Harlan Oak"}),
        ("Solvent, Inc.", ORG, {"Solvent"}),
        ("Safety Committee", ORG, set()),
        ("Halden Centre for Public Policy", ORG, {"Halden"}),
        ("Norway Office", ORG, set()),
        ("Orbel-3 Mini", SYSTEM, {"Orbel"}),
        ("Fair Lending Act", POLICY, set()),
    ],
)
def test_short_forms(name: str, cls: EntityClass, short: set[str]) -> None:
    assert set(parts(name, cls)) == short


def test_a_name_seen_once_is_found_everywhere() -> None:
    found = consistent("[Zyra Quellborn|Person] left.", "Quellborn came back.")
    assert ("Quellborn", "Person", "document") in found


def test_the_same_name_has_the_same_class() -> None:
    found = consistent("[Halden|Organization] sued.", "[Halden|Organization] won.", "[Halden|AISystem] lost.")
    assert {cls for _, cls, _ in found} == {"Organization"}


def test_a_full_name_decides_the_class_of_its_surname() -> None:
    found = consistent("[Zyra Quellborn|Person] met him.", "[Quellborn|AISystem] is here.")
    assert ("Quellborn", "Person", "ner") in found


def test_brothers_share_their_surname() -> None:
    found = consistent("[Zyra Quellborn|Person] and [Orin Quellborn|Organization] met.", "[Quellborn|Person] left.")
    assert ("Orin Quellborn", "Person", "ner") in found


def test_the_first_word_of_a_firm_is_the_firm() -> None:
    found = consistent("[Halden Automation|Organization] built it.", "[Halden|AISystem] was straight with us.")
    assert ("Halden", "Organization", "ner") in found


def test_a_cue_outvotes_one_reading() -> None:
    text = "The chatbot called Halden lied. Users of Halden left."
    readings = [Candidate(19, 25, ORG, "ner", 0.8), Candidate(41, 47, SYSTEM, "ner", 0.8)]
    votes = count_votes([text], [readings])["Halden"]
    assert votes[SYSTEM] > votes[ORG]


def test_names_that_only_a_headline_has_are_dropped() -> None:
    body = ["It rained all day.", "Nobody came home.", "The end was near."]
    assert consistent("Why [Safety|Organization] Matters Most Today", *body) == []


@pytest.mark.parametrize(
    ("text", "length", "acronym"),
    [
        ("Guild of Data Auditors (GDA) said", 22, "GDA"),
        ("Graduated Gates Framework (“GGF”) binds", 25, "GGF"),
        ("Guild of Data Auditors (Reuters) said", 22, None),
        ("Guild of Data Auditors (2024) said", 22, None),
        ("Guild of Data Auditors (XYZ) said", 22, None),
    ],
)
def test_acronyms_in_brackets(text: str, length: int, acronym: str | None) -> None:
    assert find_acronym(text, Candidate(0, length, ORG, "ner")) == acronym


@pytest.mark.parametrize(
    ("marked", "cls"),
    [
        ("[Halden|x], a start-up in Oslo, said", ORG),
        ("the chief executive of [Halden|x] said", ORG),
        ("users of [Halden|x] said", SYSTEM),
        ("[Halden|x]'s answers were wrong", SYSTEM),
        ("[Halden|x], who left in May, said", PERSON),
        ("Mr [Halden|x] said", PERSON),
        ("whoever violates the [Halden|x]", POLICY),
        ("its writing assistant, [Halden|x], made it up", SYSTEM),
        ("a voice model called [Halden|x]", SYSTEM),
        ("[Halden|x], which trains its own model", ORG),
        ("[Halden|x], whose latest model failed", ORG),
        ("[Halden|x], the software that sorts patients", SYSTEM),
    ],
)
def test_cues(marked: str, cls: EntityClass) -> None:
    text, [(start, end, _)] = unmark(marked)
    assert cls in {found for found, _ in find_cues(text, start, end)}


def test_what_a_name_is_put_in_apposition_to_says_most() -> None:
    text = "a case against Halden, a credit-scoring app, failed"
    strength = dict(find_cues(text, 15, 21))
    assert strength[SYSTEM] > strength[ORG]


@pytest.mark.parametrize("text", ["Halden, a Chicago lab whose only model failed", "Halden, a chatbot maker, said"])
def test_a_lab_with_a_model_is_no_model(text: str) -> None:
    assert {cls for cls, _ in find_cues(text, 0, 6)} == {ORG}


def test_a_learnt_opinion_counts_where_the_words_are_silent() -> None:
    readings = [[Candidate(9, 15, SYSTEM, "ner", 0.8)]]
    votes = count_votes(["And then Halden."], readings, lambda block, candidate: {ORG: 0.9, SYSTEM: 0.1})["Halden"]
    assert votes[ORG] > votes[SYSTEM]


def test_what_a_firm_owns_is_a_system_and_what_a_country_has_a_body() -> None:
    marked = "[Halden|Organization]'s [Orbel|Organization] screens", "[Norway|Place]'s [Tilsyn|AISystem] said"
    found = consistent(*marked)
    assert ("Orbel", "AISystem", "ner") in found
    assert ("Tilsyn", "Organization", "ner") in found


def test_no_cue_where_the_words_say_nothing() -> None:
    assert list(find_cues("And then Halden.", 9, 15)) == []
