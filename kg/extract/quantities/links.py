"""Joins the two ends of ranges and changes, and gives a bare number the unit of the one that it belongs with."""

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
        if Kind.VOTES not in (left.kind, right.kind) and roles and (joined := _agree(left, right)):
            if roles == (Role.LOW, Role.HIGH):
                joined = _scaled(*joined), joined[1]
            linked[index], linked[index + 1] = (
                _mark(q, role, p) for q, role, p in zip(joined, roles, reversed(joined), strict=True)
            )
    return tuple(linked)


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
    if re.fullmatch(r"\s?[–—-]\s?|\sto\s", between) and not _by_how_much().search(before):
        return Role.LOW, Role.HIGH
    if len(between) <= MAX_CHANGE_CHARACTERS and _comparing().search(between):
        return Role.TO, Role.AGAINST
    return None


@cache
def _comparing() -> Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('links', 'compared'))})(?:\s(?:with|from|the|in))?\s$")


@cache
def _by_how_much() -> Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('links', 'by_how_much'))})\s(?:\w+\s)?$")


def _is_arrow(between: str, word: str) -> bool:
    return (
        len(between) <= MAX_CHANGE_CHARACTERS
        and bool(re.search(rf"(?:^|[\s,]){word}\s(?:\w+\s){{0,2}}$", between))
        and not re.search(r"[.;:!?]\s", between)
    )


def _agree(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two in one unit, a bare one taking the other's; None where they measure different things."""
    if left.unit == right.unit and left.kind is not Kind.COUNT:
        return left, right
    if _is_bare(left) and right.kind is not Kind.FRACTION:
        return _adopt(left, right), right
    if _is_bare(right) and left.kind not in (Kind.FRACTION, Kind.TIMES):  # "doubled to 4,700"
        return left, _adopt(right, left)
    if left.unit != right.unit or left.kind is not right.kind:
        return None
    return (replace(left, value=left.value * _shared_scale(left, right)) if left.head == right.head else left), right


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind is Kind.COUNT and quantity.head is None


def _adopt(bare: Quantity, other: Quantity) -> Quantity:
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


def adopt_units(text: str, offset: int, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Bare numbers that repeat a unit take it: "130 minutes, against 48", "lasts 95 minutes; for X, it was 11"."""
    adopted: list[Quantity] = []
    for quantity in quantities:
        earlier = adopted[-1] if adopted else None
        if earlier and _is_bare(quantity) and quantity.role is Role.ALONE and _repeats(text, offset, earlier, quantity):
            quantity = replace(_adopt(quantity, earlier), role=Role.AGAINST, partner=earlier.span)
        elif earlier and quantity.kind is Kind.MONEY and earlier.kind is Kind.PERCENT:
            if _either().fullmatch(text, earlier.span.end - offset, quantity.whole.start - offset):
                quantity = replace(quantity, comparator=earlier.comparator)
        elif (
            earlier and _is_bare(quantity) and earlier.kind is Kind.COUNT and _is_part(text, offset, earlier, quantity)
        ):
            quantity = replace(quantity, head=earlier.head)
        if _is_bare(quantity) and quantity.role is Role.ALONE and quantity.value >= _LEAST_SUM:
            sums = [q for q in adopted if q.kind is Kind.MONEY]
            if sums and _is_sum(text, offset, sums[-1], quantity):
                quantity = replace(quantity, unit=sums[-1].unit, kind=Kind.MONEY, wording=sums[-1].wording)
        adopted.append(quantity)
    return tuple(adopted)


_LEAST_SUM = 10**5  # a bare number that large behind a sum is one too, where it counts nothing


def _is_sum(text: str, offset: int, earlier: Quantity, bare: Quantity) -> bool:
    """Whether a bare number is money as an earlier one is: "a profit of 3bn kroner on sales of 21 billion"."""
    between = text[earlier.whole.end - offset : bare.whole.start - offset]
    return not re.search(r"[.!?]\s+[A-Z]", between) and bool(_summing().search(between))


@cache
def _summing() -> Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('links', 'summing'))})\s$")


@cache
def _either() -> Pattern[str]:
    """Between the two limits of one fine: "up to 7% of turnover or €35 million"."""
    return re.compile(r"\sof\s[^.;:\d]{3,60},?\sor\s")


def _is_part(text: str, offset: int, whole: Quantity, part: Quantity) -> bool:
    """Whether a bare number is taken from one that opens the clause: "of 600 images …, the judges found only 17"."""
    before = text[: whole.whole.start - offset]
    between = text[whole.whole.end - offset : part.whole.start - offset]
    opens = re.search(r"(?:^|[.;:–—,]\s)[Oo](?:ut\so)?f\s(?:the\s|its\s|their\s)?$", before)
    return bool(opens) and not re.search(r"[.;!?]\s", between)


@cache
def _repeating() -> Pattern[str]:
    compared, repeated = alternatives(words("links", "compared")), alternatives(words("links", "repeated"))
    return re.compile(
        rf"\b(?:(?:{repeated})\s(?:had\s)?(?:was|were|been|is|are|stood\sat)|was|(?:{compared})(?:\sfrom)?)\s(?:just\s|only\s)?$"
    )


def _repeats(text: str, offset: int, earlier: Quantity, bare: Quantity) -> bool:
    between = text[earlier.whole.end - offset : bare.whole.start - offset]
    if len(between) > 2 * MAX_CHANGE_CHARACTERS or re.search(r"[.!?]\s+[A-Z]", between):
        return False
    if _repeating().search(between):
        return True
    ended = re.match(r"(?:[.;:,)](?!\d)|$|\sfor\s)", text[bare.whole.end - offset :])
    return bool(ended and _managing().search(between))


@cache
def _managing() -> Pattern[str]:
    return re.compile(rf"[;,][^;]*\b(?:{alternatives(words('links', 'managing'))})\s(?:just\s|only\s)?$")
