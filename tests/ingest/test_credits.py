"""The words around names of authors, as patterns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.credits import load_credits

CREDITS = load_credits()
PATTERNS = [value for value in vars(CREDITS).values() if isinstance(value, re.Pattern)]


@pytest.mark.parametrize("text", ["By Mara Lind", "by Mara Lind", "BY MARA LIND", "By: Mara Lind"])
def test_by_leads_to_a_name(text: str) -> None:
    assert CREDITS.lead.match(text)


@pytest.mark.parametrize("text", ["Byron Lind", "Bylines of the week", "Mara Lind"])
def test_a_name_that_begins_like_a_lead_is_left_whole(text: str) -> None:
    assert CREDITS.lead.match(text) is None


@pytest.mark.parametrize("text", ["Updated 3 May 2024", "Last updated: 3 May", "UPDATED at noon"])
def test_a_change_is_told_whatever_its_case(text: str) -> None:
    assert CREDITS.change.search(text)


@pytest.mark.parametrize("text", ["Published 3 May 2024", "3 May 2024", ""])
def test_a_publication_is_no_change(text: str) -> None:
    assert CREDITS.change.search(text) is None


@pytest.mark.parametrize(("start", "number"), CREDITS.months.items())
def test_a_month_is_known_by_three_small_letters(start: str, number: int) -> None:
    assert (len(start), start, number in range(1, 13)) == (3, start.lower(), True)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pattern[:20])
def test_no_pattern_holds_for_nothing(pattern: re.Pattern[str]) -> None:
    assert pattern.search("") is None


@given(st.text(max_size=60))
def test_what_a_pattern_finds_does_not_hang_on_case_of_ascii(text: str) -> None:
    plain = text.encode("ascii", "ignore").decode()
    assert [bool(p.search(plain.lower())) for p in PATTERNS] == [bool(p.search(plain.upper())) for p in PATTERNS]
