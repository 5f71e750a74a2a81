"""Joins the two ends of ranges and changes: a bare end has the unit of the other."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from re import Pattern

from kg.extract.quantities.quantity import Kind, Quantity, Role
from kg.extract.quantities.tables import alternatives, currency_parts, words

MAX_CHANGE_CHARACTERS = 90  # between the two ends of "from 11% at the end of 2023 to 27%"


def link(text: str, offset: int, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities with ranges and changes marked at both ends; `offset` is where `text` starts in the article."""
    linked = list(quantities)
    for index in range(len(linked) - 1):
        left, right = linked[index], linked[index + 1]
        before = text[max(0, left.whole.start - offset - 30) : left.whole.start - offset]
        between = text[left.whole.end - offset : right.whole.start - offset]
        roles = _roles(before, between)
        if (
            Kind.VOTES not in (left.kind, right.kind)
            and left.role in _FREE
            and roles
            and (joined := _agree(_apart(between, left, right), right))
        ):
            if roles == (Role.LOW, Role.HIGH) or (roles == (Role.FROM, Role.TO) and _is_rising(between, *joined)):
                joined = _scaled(*joined), joined[1]
            linked[index], linked[index + 1] = (
                _mark(q, role, p) for q, role, p in zip(joined, roles, reversed(joined), strict=True)
            )
    return tuple(linked)


MEASURES = (Kind.MONEY, Kind.PERCENT, Kind.DURATION, Kind.MEASURE)
_FREE = (Role.ALONE, Role.AGAINST)  # ends that may open another pair: "$84 billion, down from $89 to $93 billion"
_DASH = re.compile(r"\s?[–—-]\s?|\sto\s|-to-")


def _apart(between: str, left: Quantity, right: Quantity) -> Quantity:
    """The lower end of "5-10W", of which the parse makes a count of what the whole stands before."""
    joined = left.kind is Kind.COUNT and right.kind in MEASURES and _DASH.fullmatch(between)
    return replace(left, head=None) if joined else left


def _is_rising(between: str, low: Quantity, high: Quantity) -> bool:
    """Whether the first of two sums is the smaller in the magnitude of the second, too: "from $10 to $15 billion"."""
    return between == " to " and low.value * _shared_scale(low, high) < high.value


def _scaled(low: Quantity, high: Quantity) -> Quantity:
    """The lower end of a range with the magnitude that only the upper one names: "between $79 and $134 billion"."""
    return replace(low, value=low.value * _shared_scale(low, high)) if low.kind is Kind.MONEY else low


def _mark(quantity: Quantity, role: Role, partner: Quantity) -> Quantity:
    return replace(quantity, role=role, partner=partner.span)


def _roles(before: str, between: str) -> tuple[Role, Role] | None:
    """Which ends two neighbouring numbers are, from the words before the first and between the two."""
    if re.search(r"\b[Bb]etween\s$", before) and re.fullmatch(r"\s(?:\w+\s){0,2}and\s", between):
        return Role.LOW, Role.HIGH
    if re.search(r"\b[Ff]rom\s(?:\w+\s)?$", before) and _is_arrow(between, "to"):
        return Role.FROM, Role.TO
    if re.search(r"\bto\s(?:\w+\s)?$", before) and _is_arrow(between, "from"):
        return Role.TO, Role.FROM
    if _DASH.fullmatch(between) and not _by_how_much().search(before):
        return Role.LOW, Role.HIGH
    if len(between) <= MAX_CHANGE_CHARACTERS and _comparing().search(between) and not _MOVED.search(between):
        return Role.TO, Role.AGAINST
    return None


@cache
def _comparing() -> Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('links', 'compared'))})(?:\s(?:with|from|the|in))?\s$")


@cache
def _by_how_much() -> Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('links', 'by_how_much'))})\s(?:\w+\s)?$")


_MOVED = re.compile(r"\b(?:is|are|was|were|be|been)\s(?:up|down)\s$")  # "the Tinder 400 was down 2%" compares nothing


def _is_arrow(between: str, word: str) -> bool:
    return (
        len(between) <= MAX_CHANGE_CHARACTERS
        and bool(re.search(rf"(?:^|[\s,]){word}\s(?:\w+\s){{0,2}}$", between))
        and not re.search(r"[;:!?]\s|\.\s+[A-Z]", between)
    )


def _agree(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two in one unit, a bare one taking the other's; None where they measure different things."""
    if left.unit == right.unit and left.kind is not Kind.COUNT:
        return left, right
    if is_bare(left) and right.kind is not Kind.FRACTION:
        return adopt(left, right), right
    if is_bare(right) and left.kind not in (Kind.FRACTION, Kind.TIMES):  # "doubled to 4,700"
        return left, adopt(right, left)
    if left.unit != right.unit or left.kind is not right.kind:
        return None
    return (replace(left, value=left.value * _shared_scale(left, right)) if left.head == right.head else left), right


def is_bare(quantity: Quantity) -> bool:
    """Whether a number has neither a unit nor a noun that it counts."""
    return quantity.kind is Kind.COUNT and quantity.head is None


def adopt(bare: Quantity, other: Quantity) -> Quantity:
    """The bare number in the unit of the other, with its magnitude where that alone names one."""
    scale = _shared_scale(bare, other) * currency_parts().get(other.wording, 1)  # "20 cents, against 35"
    return replace(
        bare,
        unit=other.unit,
        kind=other.kind,
        wording=other.wording if other.wording in currency_parts() else bare.wording,
        head=other.head if bare.head is None else bare.head,
        value=bare.value * scale,
        hyphened=other.hyphened,
    )


def _shared_scale(bare: Quantity, other: Quantity) -> Decimal:
    """What "5" stands for in "5 to 7 million": the other's magnitude, where the number alone is too small."""
    for scale in (Decimal(10) ** 12, Decimal(10) ** 9, Decimal(10) ** 6):
        if (
            other.kind in (Kind.MONEY, Kind.COUNT)
            and other.value >= scale
            and bare.value < 1000
            and other.span.start > bare.span.start
        ):
            return scale
    return Decimal(1)
