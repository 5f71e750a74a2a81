"""What a noun stands for and what belongs to it."""

import pytest

from kg.extract.syntax.nominals import (
    find_complements,
    find_compounds,
    find_hyphenated,
    find_possessors,
    find_selves,
)
from tests.extract.syntax.reading import texts, word


@pytest.mark.parametrize(
    ("text", "noun", "self"),
    [
        ("Maria, the founder of the lab, agreed.", "founder", "Maria"),
        ("The founder of the lab, Maria, agreed.", "founder", "Maria"),
        ("Its founder, Maria, agreed.", "founder", "Maria"),
        ("They met founder Maria in May.", "founder", "Maria"),
        ("Maria is the founder of the lab.", "founder", "Maria"),
        ("The founder of the lab is Maria.", "founder", "Maria"),
        ("Maria became head of the lab.", "head", "Maria"),
        ("Maria was named head of the lab.", "head", "Maria"),
        ("The lab appointed Maria as head.", "head", "Maria"),
        ("Maria serves as head of the lab.", "head", "Maria"),
        ("Founders of the lab include Maria and Peter.", "Founders", "Peter"),
        ("They met founders such as Maria.", "founders", "Maria"),
        ("Maria, co-owner and head of the lab, agreed.", "head", "Maria"),
    ],
)
def test_finds_what_the_noun_stands_for(text, noun, self):
    assert self in texts(find_selves(word(text, noun)))


@pytest.mark.parametrize(
    ("text", "noun", "other"),
    [
        ("Maria met the founder of the lab.", "founder", "Maria"),
        ("Maria wrote to the founder.", "founder", "Maria"),
        ("The founder met Peter and Maria.", "founder", "Maria"),
        ("Maria is unlike the founder.", "founder", "Maria"),
    ],
)
def test_leaves_what_the_noun_does_not_stand_for(text, noun, other):
    assert other not in texts(find_selves(word(text, noun)))


@pytest.mark.parametrize("text", ["The founder agreed.", "Maria, the founder, agreed."])
def test_names_the_noun_itself_last_and_nothing_twice(text):
    noun = word(text, "founder")
    found = find_selves(noun)
    assert found[-1] == noun
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("text", "noun", "owners"),
    [
        ("The lab's founder agreed.", "founder", ["lab"]),
        ("Its founder agreed.", "founder", ["Its"]),
        ("The lab's founder and head agreed.", "head", ["lab"]),
        ("The founder agreed.", "founder", []),
        ("The founder of the lab agreed.", "founder", []),
    ],
)
def test_finds_possessors(text, noun, owners):
    assert texts(find_possessors(word(text, noun))) == owners


@pytest.mark.parametrize(
    ("text", "noun", "modifiers"),
    [
        ("The robot maker agreed.", "maker", ["robot"]),
        ("They met robot maker Acme.", "maker", ["robot"]),
        ("The maker agreed.", "maker", []),
    ],
)
def test_finds_compounds(text, noun, modifiers):
    assert texts(find_compounds(word(text, noun))) == modifiers


@pytest.mark.parametrize(
    ("text", "participle", "name"),
    [
        ("The Leeds-based lab agreed.", "based", ["Leeds"]),
        ("A bank-backed lab agreed.", "backed", ["bank"]),
        ("The lab based in Leeds agreed.", "based", []),
        ("Based in Leeds, the lab agreed.", "Based", []),
    ],
)
def test_finds_the_name_joined_by_a_hyphen(text, participle, name):
    assert texts(find_hyphenated(word(text, participle))) == name


@pytest.mark.parametrize(
    ("text", "noun", "preposition", "complements"),
    [
        ("The founder of the lab agreed.", "founder", "of", ["lab"]),
        ("The founder and head of the lab agreed.", "founder", "of", ["lab"]),
        ("The founder of labs and schools agreed.", "founder", "of", ["labs", "schools"]),
        ("The founder of the lab agreed.", "founder", "at", []),
        ("The founder agreed.", "founder", "of", []),
    ],
)
def test_finds_complements(text, noun, preposition, complements):
    assert texts(find_complements(word(text, noun), preposition)) == complements
