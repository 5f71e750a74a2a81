"""Bare numbers that say their unit, or what they count, no second time: they have it from a neighbour."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from re import Pattern

from kg.extract.quantities.links import MAX_CHANGE_CHARACTERS, MEASURES, adopt, is_bare
from kg.extract.quantities.quantity import Kind, Quantity, Role
from kg.extract.quantities.tables import alternatives, words


def adopt_units(text: str, offset: int, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Bare numbers that repeat a unit take it: "130 minutes, against 48", "lasts 95 minutes; for X, it was 11"."""
    adopted: list[Quantity] = []
    for quantity in quantities:
        earlier = adopted[-1] if adopted else None
        if earlier and is_bare(quantity) and quantity.role is Role.ALONE and _repeats(text, offset, earlier, quantity):
            quantity = replace(adopt(quantity, earlier), role=Role.AGAINST, partner=earlier.span)
        elif earlier and quantity.kind is Kind.MONEY and earlier.kind is Kind.PERCENT:
            if _either().fullmatch(text, earlier.span.end - offset, quantity.whole.start - offset):
                quantity = replace(quantity, comparator=earlier.comparator)
        elif earlier and is_bare(quantity) and earlier.kind is Kind.COUNT and _is_part(text, offset, earlier, quantity):
            quantity = replace(quantity, head=earlier.head)
        elif is_bare(quantity) and quantity.role is Role.ALONE:
            quantity = replace(quantity, head=_head_again(text, offset, adopted, quantity))
        if earlier and earlier.role is Role.ALONE and _shares_unit(text, offset, earlier, quantity):
            adopted[-1] = adopt(replace(earlier, head=None), quantity)
        if is_bare(quantity) and quantity.role is Role.ALONE and quantity.value >= _LEAST_SUM:
            sums = [q for q in adopted if q.kind is Kind.MONEY]
            if sums and _is_sum(text, offset, sums[-1], quantity):
                quantity = replace(quantity, unit=sums[-1].unit, kind=Kind.MONEY, wording=sums[-1].wording)
        adopted.append(quantity)
    return tuple(adopted)


def _shares_unit(text: str, offset: int, bare: Quantity, measured: Quantity) -> bool:
    """Whether a bare number has the unit of the next: "8 or $9", "7- or 8-inch", "280m of the €1bn"."""
    if measured.kind not in MEASURES or bare.kind is not Kind.COUNT:
        return False
    between = text[bare.span.end - offset : measured.span.start - offset]
    part = measured.kind is Kind.MONEY and bare.value >= _LEAST_SUM and re.fullmatch(r"\sof\s(?:the|its)\s", between)
    either = is_bare(bare) and between == " or "
    return bool(part or either or re.fullmatch(r"-,?\s(?:or|and|to)\s", between))


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


def _head_again(text: str, offset: int, adopted: Sequence[Quantity], bare: Quantity) -> int | None:
    """What a bare number counts that repeats no noun: "435 homes by sale and 187 by tender", "lost 4 points to 57"."""
    before = text[: bare.whole.start - offset]
    if _ONLY.search(before, max(0, len(before) - _LONGEST_ONLY)) and _WERE.match(text, bare.whole.end - offset):
        return next((q.head for q in reversed(adopted) if q.kind is Kind.COUNT and q.head is not None), None)
    counted = next((q for q in reversed(adopted) if q.kind is not Kind.PERCENT), None)
    if counted is None or counted.kind is not Kind.COUNT or counted.hyphened:
        return None
    between = text[counted.span.end - offset : bare.whole.start - offset]
    if len(between) > 2 * MAX_CHANGE_CHARACTERS or re.search(r"[;!?]\s|\.\s+[A-Z]", between):
        return None
    again = _AND.search(between) if counted == adopted[-1] and _ENDED.match(text, bare.whole.end - offset) else None
    return counted.head if again or _INDEX.fullmatch(between) else None


_ONLY = re.compile(r"[.!?]\s(?:Only|Just|Of\s(?:these|those|them),)\s$")  # "33 are above it. Only eight were tested."
_LONGEST_ONLY = len("?  Of these, ")
_WERE = re.compile(r"\s(?:of\sthem\s)?(?:are|were|have|had|did)\s")
_AND = re.compile(
    r"\s\w.*\s(?:and|including|compared\s(?:with|to)(?:\san\saverage\sof)?)\s(?:another\s|just\s|only\s)?$"
)
_ENDED = re.compile(r"\s(?:who|which|that|in|by|at|per|from|for|during|last|this|on)\s|[.;,)](?!\d)|$")
_INDEX = re.compile(r"\s(?:\w+\s)?points\b.*\bto\s")  # the noun, and where an index went


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
