"""Frames around sentences, in which things are supposed, invented or hearsay; plain sentences have none."""

import re

import pytest

from kg.extract.stance.frames import find_frame
from kg.extract.stance.table import load_stance
from tests.extract.cast import parse


def frame_of(text: str) -> str:
    return find_frame(parse(text).resolved.parsed.blocks[0].doc[0])


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Suppose Acme acquired Zenith.", "conditional"),
        ("In a thought experiment, Acme acquired Zenith.", "conditional"),
        ("For the purposes of the exercise, Acme had been fined.", "conditional"),
        ("Acme fined Zenith, if you believe the poster.", "possible"),
        ("The plan of Acme is pure speculation.", "possible"),
        ("Reporters could not verify the claim.", "possible"),
        ("It fell on a report, wrong as it turned out, that Acme had left.", "possible"),
        ("In a parallel universe, Acme acquired Zenith.", "possible"),
    ],
)
def test_finds_the_frame_that_a_sentence_stands_in(text, effect):
    assert frame_of(text) == effect


@pytest.mark.parametrize(
    "text",
    [
        "In a statement, Acme said that it had acquired Zenith.",
        "In the case, Acme acquired Zenith.",
        "Consider Acme, which acquired Zenith.",
        "Officials suppose that Acme acquired Zenith.",
        "Acme could not agree with Zenith.",
    ],
)
def test_finds_none_around_plain_sentences(text):
    assert frame_of(text) == ""


def test_every_expression_is_one_and_has_an_effect():
    for frame, effect in load_stance().frames.items():
        assert re.compile(frame)
        assert effect in {"conditional", "possible"}
