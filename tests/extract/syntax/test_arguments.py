"""The deep subject and object of a verb are found however the sentence is put."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.syntax.arguments import find_objects, find_subjects, to_antecedent
from tests.extract.syntax.reading import parse_text, texts, word

# (sentence, verb, who does it, to whom it is done)
ARGUMENTS = [
    ("The lab built the robot.", "built", ["lab"], ["robot"]),
    ("The robot was built by the lab.", "built", ["lab"], ["robot"]),
    ("The robot was built in May.", "built", [], ["robot"]),
    ("The lab and the school built the robot.", "built", ["lab", "school"], ["robot"]),
    ("The lab built robots and drones.", "built", ["lab"], ["robots", "drones"]),
    ("The robot was built by the lab and the school.", "built", ["lab", "school"], ["robot"]),
    ("The lab, which built the robot, moved.", "built", ["lab"], ["robot"]),
    ("The robot that the lab built fell.", "built", ["lab"], ["robot"]),
    ("The robot the lab built fell.", "built", ["lab"], ["robot"]),
    ("The robot, which was built by the lab, fell.", "built", ["lab"], ["robot"]),
    ("The robot built by the lab fell.", "built", ["lab"], ["robot"]),
    ("The lab hired engineers and built a robot.", "built", ["lab"], ["robot"]),
    ("The lab has hired engineers but sacked the director.", "sacked", ["lab"], ["director"]),
    ("The robot was tested and sold by the lab.", "sold", ["lab"], ["robot"]),
    ("The lab wants to build a robot.", "build", ["lab"], ["robot"]),
    ("The lab began building robots.", "building", ["lab"], ["robots"]),
    ("The ministry asked the lab to build a robot.", "build", ["lab"], ["robot"]),
    ("The lab was asked to build a robot.", "build", ["lab"], ["robot"]),
    ("The ministry promised the lab to build a road.", "build", ["ministry"], ["road"]),
    ("The lab wants the school to build a robot.", "build", ["school"], ["robot"]),
    ("The lab is likely to build a robot.", "build", ["lab"], ["robot"]),
    ("Having built a robot, the lab moved.", "built", ["lab"], ["robot"]),
    ("After building a robot, the lab moved.", "building", ["lab"], ["robot"]),
    ("The bank accused Acme of copying books.", "copying", ["Acme"], ["books"]),
    ("The lab moved, selling its robots.", "selling", ["lab"], ["robots"]),
    ("The lab fined the driver $500.", "fined", ["lab"], ["driver"]),
    ("It rained.", "rained", ["It"], []),
]


@pytest.mark.parametrize(("text", "verb", "subjects", "objects"), ARGUMENTS)
def test_finds_who_does_it(text, verb, subjects, objects):
    assert texts([to_antecedent(token) for token in find_subjects(word(text, verb))]) == subjects


@pytest.mark.parametrize(("text", "verb", "subjects", "objects"), ARGUMENTS)
def test_finds_to_whom_it_is_done(text, verb, subjects, objects):
    assert texts([to_antecedent(token) for token in find_objects(word(text, verb))]) == objects


@pytest.mark.parametrize(
    ("text", "pronoun", "antecedent"),
    [
        ("The lab, which built the robot, moved.", "which", "lab"),
        ("The driver who left was fined.", "who", "driver"),
        ("The lab, whose director left, moved.", "whose", "lab"),
        ("They know that the lab moved.", "that", "that"),
        ("The lab moved.", "lab", "lab"),
    ],
)
def test_finds_what_a_relative_pronoun_stands_for(text, pronoun, antecedent):
    assert to_antecedent(word(text, pronoun)).text == antecedent


SALAD = "the lab which that who built robots and to by of was has not she said asked selling , . “ ” Acme if for"
WORDS = st.sampled_from(SALAD.split())


@given(st.lists(WORDS, min_size=1, max_size=25))
def test_never_fails_on_word_salad(words):
    doc = parse_text(" ".join(words))
    for token in doc:
        for found in (*find_subjects(token), *find_objects(token), to_antecedent(token)):
            assert found.doc is doc
