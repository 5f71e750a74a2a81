import pytest

from kg.extract.coreference.fitting import head_noun, known_kinds
from kg.extract.coreference.kinds import take_kinds
from kg.extract.coreference.referents import Referent
from kg.extract.coreference.words import load_words
from kg.extract.mentions.gazetteer import load_known
from kg.model import EntityClass
from tests.extract.coreference.reading import wrong_ones


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Halden Labs", {"company"}),
        ("Halden Capital", {"investor"}),
        ("Bank of Orrin", {"bank"}),
        ("Orrin Herald", {"media"}),
        ("Nvidia", {"company"}),
        ("Office of the City Auditor", {"public"}),
        ("Halden", set()),
    ],
)
def test_a_name_tells_of_what_kind_an_organization_is(name: str, kinds: set[str]) -> None:
    referent = Referent(EntityClass.ORGANIZATION, [name])
    take_kinds([referent], load_words())
    assert known_kinds(referent, load_words()) == kinds


def test_what_an_organization_makes_tells_only_where_its_name_does_not() -> None:
    system = Referent(EntityClass.SYSTEM, ["Tern"])
    lab, body = (Referent(EntityClass.ORGANIZATION, [name], makes=[system]) for name in ("Halden", "Orrin Institute"))
    take_kinds([lab, body], load_words())
    assert lab.sorts == {"company"}
    assert body.sorts == {"research"}


@pytest.mark.parametrize(("name", "noun"), [("Forum for Open Weights", "forum"), ("Halden Labs", "labs"), ("Iran", "")])
def test_the_head_of_a_name(name: str, noun: str) -> None:
    assert head_noun(name) == noun


def test_the_gazetteer_says_which_are_companies() -> None:
    assert {known.kind for known in load_known()} == {"company", "public", ""}
    assert all(known.cls is EntityClass.ORGANIZATION for known in load_known() if known.kind == "company")


@pytest.mark.parametrize(
    "text",
    [
        "[Halden Labs|O:a] wrote to the [Orrin Board|O:b]. {The regulator|b} did not answer.",
        "The [Media Regulations|L:a] passed. {The rules|a} are strict.",
        "[Halden|O:a] sells [Tern|S:b]. {It|b} keeps hallucinating.",
        "[Tern|S:b] is sold by [Halden|O:a]. {It|b} is wrong when {it|b} is tired.",
        "Justice [Ann Lee|P:a] spoke to [Bo Orrin|P:b]. {The judge|a} left.",
        "[Ann Lee|P:a], a co-founder and director of [Halden|O:b], left. {The founder|a} was tired.",
        '[Ann Lee|P:a] sued [Halden|O:b]. "{They|b} lied," {she|a} said.',
    ],
)
def test_kinds_decide(text: str) -> None:
    assert wrong_ones(text) == []
