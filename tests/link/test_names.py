import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import EntityClass
from kg.names import (
    abbreviates,
    fold,
    honorific_gender,
    is_acronym,
    is_full_person_name,
    is_same_given,
    key_of,
    person_words,
)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The U.S. Department’s", "us department"),
        ("Torbjørn Åsgård", "torbjorn asgard"),
        ("Hart & Vale", "hart & vale"),
        ("GPT-4.5", "gpt-4.5"),
        ("Straße AG.", "strasse ag"),
        ("the", "the"),
        ("日本", "日本"),
        ("Moody's", "moody"),
        ("Zürich\n  Labs", "zurich labs"),
    ],
)
def test_folding(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(min_size=1))
def test_folding_never_fails_and_folds_no_further(name: str) -> None:
    once = fold(name)
    assert isinstance(once, str)
    assert key_of(EntityClass.ORGANIZATION, name) is not None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Dr. Wietske van Hasselt", ("wietske", "van", "hasselt")),
        ("Prime Minister Okafor", ("okafor",)),
        ("Sam Weld Jr.", ("sam", "weld")),
        ("Mr", ("mr",)),
    ],
)
def test_titles_are_no_part_of_a_name(name: str, words: tuple[str, ...]) -> None:
    assert person_words(name) == words


def test_titles_tell_a_gender_or_none() -> None:
    assert [honorific_gender(n) for n in ("Mr. Lee", "Baroness Lee", "Dr. Lee", "Lee")] == ["male", "female", "", ""]


def test_a_particle_and_a_surname_are_no_full_name() -> None:
    assert [is_full_person_name(name) for name in ("Ann Lee", "Ben Lee")] == [True, True]
    assert [is_full_person_name(name) for name in ("van Hasselt", "Lee", "Dr. Lee")] == [False, False, False]


def test_given_names_agree_by_initial_and_short_form() -> None:
    assert is_same_given("bill", "william")
    assert is_same_given("r", "rosa")
    assert not is_same_given("ann", "anna")


def test_acronyms() -> None:
    assert [is_acronym(n) for n in ("ECB", "BfDI", "AI", "Orrin", "CEO", "A")] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]
    assert abbreviates("DSIT", "Department for Science, Innovation and Technology")
    assert abbreviates("NIST", "National Institute of Standards and Technology")
    assert not abbreviates("ECB", "European Commission")
    assert not abbreviates("GPT", "GPT-4")
