"""Pairs of plain numbers that are the two sides of a vote: "by 36 votes to 31", "voted 4-1", "58 percent to 42"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from re import Pattern

from kg.extract.quantities.quantity import Kind, Quantity, Role
from kg.extract.quantities.tables import alternatives, words
from kg.model import Comparator

BEFORE_CHARACTERS = 60  # before a tally, in which the word of voting stands
ALL_PERCENT = 101  # two sides of one vote make no more, rounding allowed


def find_votes(text: str, offset: int, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities, with both sides of each vote marked; `offset` is where `text` starts in the article."""
    marked = list(quantities)
    for index in range(len(marked) - 1):
        left, right = marked[index], marked[index + 1]
        start, end = left.span.start - offset, left.span.end - offset
        between = text[end : right.span.start - offset]
        before = text[max(0, start - BEFORE_CHARACTERS) : start].rsplit(". ", 1)[-1]
        if left.kind is Kind.PERCENT and right.kind is Kind.COUNT and right.head is None:  # "by 54 percent to 46"
            right = replace(right, unit=left.unit, kind=Kind.PERCENT)
        if _may_be_votes(left, right) and _halves().fullmatch(between) and _is_tally(before, between, text[end:]):
            marked[index : index + 2] = _mark(left, Role.HIGH, right), _mark(right, Role.LOW, left)
    return tuple(marked)


def _mark(side: Quantity, role: Role, other: Quantity) -> Quantity:
    return replace(side, kind=Kind.VOTES, role=role, partner=other.span, comparator=Comparator.EXACTLY)


@cache
def _halves() -> Pattern[str]:
    voters = alternatives(words("links", "voters"))
    return re.compile(
        rf"\s?[–—-]\s?|(?:\s(?:{voters}))?\sto\s|(?:\svotes?)?\s(?:in\sfavou?r|for|yes)(?:\sand|,|\sto)\s"
    )


def _may_be_votes(left: Quantity, right: Quantity) -> bool:
    if left.kind is Kind.PERCENT and right.kind is Kind.PERCENT:
        return left.value + right.value <= ALL_PERCENT
    counted = left.kind in (Kind.COUNT, Kind.VOTES) and right.kind is Kind.COUNT
    return counted and right.head is None and left.value == int(left.value)


def _is_tally(before: str, between: str, after: str) -> bool:
    """Whether words of voting stand before, between or after the two numbers."""
    if re.search(r"\b(?:between|from)\s(?:\w+\s)?$", before):
        return False
    tallied = rf"[\d\s–—-]*(?:to\s\d+\s)?(?:{alternatives(words('links', 'tallied'))})"
    voting = rf"\b(?:{alternatives(words('links', 'voting'))})\b(?:.*[\w,])?\s$"
    plain = re.search(r"\b[Bb]y\s$", before) and between == " to " and not re.match(r"[\d.,]*\s(?:per|%)", after)
    return bool(plain or re.search(r"vote|favou?r", between) or re.match(tallied, after) or re.search(voting, before))
