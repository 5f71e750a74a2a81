"""How a verb is used: its voice, its particle, what its prepositions govern, and its coordination."""

import pytest

from kg.extract.syntax.coordination import to_first, to_members
from kg.extract.syntax.voice import governed, is_passive, is_verb, to_lemmas
from tests.extract.syntax.reading import texts, word


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The robot was built by the lab.", "built"),
        ("The robot has been built.", "built"),
        ("The robot built by the lab fell.", "built"),
        ("The robot was tested and sold.", "sold"),
        ("Founded in 2019, the lab sells robots.", "Founded"),
        ("The lab had its robot seized by the police.", "seized"),
    ],
)
def test_knows_the_passive(text, verb):
    assert is_passive(word(text, verb))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The lab built the robot.", "built"),
        ("The lab has built the robot.", "built"),
        ("The lab is building the robot.", "building"),
        ("The lab has hired engineers and trained them.", "trained"),
        ("Having built the robot, the lab moved.", "built"),
    ],
)
def test_knows_the_active(text, verb):
    assert not is_passive(word(text, verb))


@pytest.mark.parametrize(
    ("text", "verb", "lemma"),
    [
        ("The bank took over the lab.", "took", "take over"),
        ("The lab signed up.", "signed", "sign up"),
        ("The judge fined the lab.", "fined", "fine"),
        ("She founded the lab.", "founded", "found"),
        ("The lab sued the bank.", "sued", "sue"),
        ("The lab was backed by a bank.", "backed", "back"),
    ],
)
def test_gives_the_lemma_that_the_lexicon_writes(text, verb, lemma):
    assert lemma in to_lemmas(word(text, verb))


def test_does_not_take_founded_for_found():
    assert "find" not in to_lemmas(word("She founded the lab.", "founded"))


@pytest.mark.parametrize(("text", "shown"), [("The lab has moved.", "has"), ("The lab was sold.", "was")])
def test_an_auxiliary_is_no_full_verb(text, shown):
    assert not is_verb(word(text, shown))


@pytest.mark.parametrize(("text", "shown"), [("The lab is small.", "is"), ("The lab moved.", "moved")])
def test_a_copula_is_a_full_verb(text, shown):
    assert is_verb(word(text, shown))


@pytest.mark.parametrize(
    ("text", "shown", "pairs"),
    [
        ("The lab works with banks and schools.", "works", [("with", "banks"), ("with", "schools")]),
        ("The head of the lab left.", "head", [("of", "lab")]),
        ("The robot was built by the lab.", "built", [("by", "lab")]),
        ("The lab signed up to the code.", "signed", [("to", "code")]),
        ("The lab moved out of Leeds.", "moved", [("out of", "Leeds")]),
        ("The lab moved.", "moved", []),
    ],
)
def test_lists_what_prepositions_govern(text, shown, pairs):
    assert [(name, token.text) for name, token in governed(word(text, shown))] == pairs


@pytest.mark.parametrize(
    ("text", "first", "members"),
    [
        ("Banks, schools and labs agreed.", "Banks", ["Banks", "schools", "labs"]),
        ("Banks and schools agreed.", "Banks", ["Banks", "schools"]),
        ("Banks or schools agreed.", "Banks", ["Banks", "schools"]),
        ("Banks agreed.", "Banks", ["Banks"]),
        ("They met banks and labs.", "banks", ["banks", "labs"]),
    ],
)
def test_lists_the_members_of_a_coordination(text, first, members):
    found = to_members(word(text, first))
    assert texts(found) == members
    assert all(to_first(member) == found[0] for member in found)
