"""Comparators, ranges, changes and votes."""

import pytest

from kg.extract.quantities import Kind, Role
from kg.extract.quantities.tables import comparators
from kg.model import Comparator
from tests.extract.quantities.reading import read

BOUNDED = {
    "It has more than 140 clients.": Comparator.MORE_THAN,
    "It has over 140 clients.": Comparator.MORE_THAN,
    "It has fewer than 40 clients.": Comparator.LESS_THAN,
    "It has nearly 40 clients.": Comparator.ABOUT,
    "It has some 640 clients.": Comparator.ABOUT,
    "It has roughly 6,200 clients.": Comparator.ABOUT,
    "It has close to 40 clients.": Comparator.ABOUT,
    "It has at least 14 clients.": Comparator.AT_LEAST,
    "It has a minimum of 14 clients.": Comparator.AT_LEAST,
    "It has no fewer than 14 clients.": Comparator.AT_LEAST,
    "It has 14 or more clients.": Comparator.AT_LEAST,
    "It has 40+ clients.": Comparator.AT_LEAST,
    "It has up to 40 clients.": Comparator.UP_TO,
    "Fines are capped at $40.": Comparator.UP_TO,
    "It has as many as 40 clients.": Comparator.UP_TO,
    "It has no more than 40 clients.": Comparator.UP_TO,
    "It pays as much as 10% of it.": Comparator.UP_TO,
    "It has 40 clients.": Comparator.EXACTLY,
    "It exceeds the 40 million euros paid.": Comparator.EXACTLY,
}


@pytest.mark.parametrize(("text", "comparator"), BOUNDED.items())
def test_bounds(text: str, comparator: Comparator) -> None:
    (quantity,) = read(text)
    assert quantity.comparator is comparator


@pytest.mark.parametrize("phrase", sorted(comparators("before")))
def test_every_phrase_before_a_number_means_what_the_table_says(phrase: str) -> None:
    text = f"It gave {phrase} 48 percent."
    (quantity,) = (q for q in read(text) if q.value == 48)
    assert quantity.comparator is comparators("before")[phrase]
    assert quantity.whole.cut(text).startswith(phrase)


LINKED = {
    "It fell from 41% to 17%.": [("41", Role.FROM), ("17", Role.TO)],
    "It fell to 17% from 41%.": [("17", Role.TO), ("41", Role.FROM)],
    "It rose from 11% at the end of 2023 to 27% last summer.": [("11", Role.FROM), ("27", Role.TO)],
    "It costs between $18,000 and $55,000.": [("18000", Role.LOW), ("55000", Role.HIGH)],
    "It takes 5-10% of it.": [("5", Role.LOW), ("10", Role.HIGH)],
    "It has between 5 and 7 million users.": [("5000000", Role.LOW), ("7000000", Role.HIGH)],
    "It listed 312 cases, up from 78 the year before.": [("312", Role.TO), ("78", Role.AGAINST)],
    "They spent 130 minutes a day, against 48 a year earlier.": [("130", Role.TO), ("48", Role.AGAINST)],
}


@pytest.mark.parametrize(("text", "expected"), LINKED.items())
def test_both_ends_are_linked(text: str, expected: list[tuple[str, Role]]) -> None:
    found = read(text)
    assert [(format(q.value, "f"), q.role) for q in found] == expected
    assert [q.partner for q in found] == [found[1].span, found[0].span]
    assert found[0].unit == found[1].unit


@pytest.mark.parametrize("text", ["Profit rose $3 billion to $40 billion.", "Shares fell 6% to 164 points."])
def test_by_how_much_and_to_what_is_no_range(text: str) -> None:
    assert all(q.role is Role.ALONE for q in read(text))


VOTES = [
    "The Senate cleared it by 36 votes to 31.",
    "The House passed it 36 to 31.",
    "The council voted 36-31 to adopt it.",
    "Members voted 36 in favour and 31 against.",
]


@pytest.mark.parametrize("text", VOTES)
def test_votes_have_two_sides(text: str) -> None:
    assert [(q.value, q.kind, q.role) for q in read(text)] == [(36, Kind.VOTES, Role.HIGH), (31, Kind.VOTES, Role.LOW)]


def test_a_unit_is_not_said_twice() -> None:
    found = read("The median task lasts 95 minutes; for the older model, it was 11.")
    assert [(q.value, q.unit) for q in found] == [(95, "unit:MIN"), (11, "unit:MIN")]
