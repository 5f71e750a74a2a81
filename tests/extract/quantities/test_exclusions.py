"""What is no quantity, and that every span quotes its text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.quantities import find_quantities
from tests.extract.quantities.reading import read, to_block

NOTHING = [
    "It was founded in 1998 and sold in March 2021.",
    "It opens on 3 March 2025 at 9 a.m. and shuts at 17:30.",
    "It opens on March 3, 2025.",
    "Article 73 of the act and Section 12 apply.",
    "Tier 2 and Phase 3 follow.",
    "It trained GPT-4 and Velo-3.5 on the H200.",
    "Velo 3 beats Velo 2 at chess.",
    "Call 555-010-9999 or 24/7 support.",
    "Read page 12 of ISO 42001.",
    "The 13-year-old pupil is 13 years old.",
    "It bars anyone under 16, and children aged 12.",
    "It is for users under 13.",
    "It came 3rd in the 21st century, in the 1990s.",
    "One of them left.",
    "A two-thirds majority is needed.",
    "It ended at a rate of $1 = 1,391.20 won.",
    "1. Introduction",
    "Version 2.0.1 is out.",
    "The Big Four declined.",
    "Several hundred came.",
    "Its 2018 sales fell, as did those of the Fortune 100.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_measured(text: str) -> None:
    assert [q.span.cut(text) for q in read(text)] == []


def test_a_number_that_counts_is_no_year() -> None:
    assert [q.value for q in read("It hired 1500 people in 1998.")] == [1500]


PARTS = [
    "$5 million",
    "41%",
    "nine years",
    "more than 140 firms",
    "10^26 operations",
    "12 March 2024",
    "a third of it",
    "GPT-4",
    "€3bn",
]
WORDS = ["It rose to", "from", "and", ", the", "said."]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*PARTS, *WORDS]), max_size=9), st.integers(0, 500))
def test_spans_quote_the_text(parts: list[str], start: int) -> None:
    text = " ".join(parts)
    for quantity in find_quantities(to_block(text, start)):
        written = text[quantity.span.start - start : quantity.span.end - start]
        assert written
        assert written == written.strip()
        assert re.search(r"\d|[a-z]", written)
        assert quantity.whole.contains(quantity.span)
