"""Joins the two ends of ranges and changes, and gives a bare number the unit of the one that it belongs with."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kg.extract.quantities.quantity import Kind, Quantity, Role
from kg.model import Comparator, Span

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
            linked[index], linked[index + 1] = (
                _mark(q, role, p) for q, role, p in zip(joined, roles, reversed(joined), strict=True)
            )
    return tuple(linked)


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
    if re.fullmatch(r"\s?[–—-]\s?|\sto\s", between) and not _BY_HOW_MUCH.search(before):
        return Role.LOW, Role.HIGH
    if re.search(r"\b(?:up|down|compared\s(?:with|to)|against|versus|vs\.?|than|rather\sthan|instead\sof)(?:\s(?:with|from|the|in))?\s$", between) and len(between) <= MAX_CHANGE_CHARACTERS:  # fmt: skip
        return Role.TO, Role.AGAINST
    return None


# "rose $3 billion to $40 billion" and "fell 6% to 164" say by how much and to what: no range.
_BY_HOW_MUCH = re.compile(
    r"\b(?:rose|rise|rises|risen|fell|fall|falls|fallen|up|down|grew|grow|grown|climbed|gained|lost|added|dropped|drop|jumped|surged|soared|"
    r"increased|increase|declined|slid|slipped|shed|by)\s(?:\w+\s)?$"
)


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
    if _is_bare(right) and left.kind is not Kind.FRACTION:
        return left, _adopt(right, left)
    if left.unit != right.unit or left.kind is not right.kind:
        return None
    return (replace(left, value=left.value * _shared_scale(left, right)) if left.head == right.head else left), right


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind is Kind.COUNT and quantity.head is None


def _adopt(bare: Quantity, other: Quantity) -> Quantity:
    scale = _shared_scale(bare, other)
    return replace(
        bare,
        unit=other.unit,
        kind=other.kind,
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
    """Bare numbers that repeat a unit take it: "130 minutes a day, against 48", "lasts 95 minutes; for X, it was 11"."""
    adopted: list[Quantity] = []
    for quantity in quantities:
        earlier = adopted[-1] if adopted else None
        if earlier and _is_bare(quantity) and quantity.role is Role.ALONE and _repeats(text, offset, earlier, quantity):
            quantity = replace(_adopt(quantity, earlier), role=Role.AGAINST, partner=earlier.span)
        elif (
            earlier and _is_bare(quantity) and earlier.kind is Kind.COUNT and _is_part(text, offset, earlier, quantity)
        ):
            quantity = replace(quantity, head=earlier.head)
        adopted.append(quantity)
    return tuple(adopted)


def _is_part(text: str, offset: int, whole: Quantity, part: Quantity) -> bool:
    """Whether a bare number is taken from one that opens the clause: "of 600 images …, the judges found only 17"."""
    before = text[: whole.whole.start - offset]
    between = text[whole.whole.end - offset : part.whole.start - offset]
    return bool(re.search(r"(?:^|[.;:–—,]\s)[Oo](?:ut\so)?f\s(?:the\s|its\s|their\s)?$", before)) and not re.search(
        r"[.;!?]\s", between
    )


_REPEATING = re.compile(r"(?:\b(?:it|that|this|they|which|figure|number|rate|share|average|median|total|and)\s(?:had\s)?(?:was|were|been|is|are|stood\sat)"
                        r"|\bagainst|\bcompared\s(?:with|to)|\bup\sfrom|\bdown\sfrom|\bversus|\bwas|\bthan)\s(?:just\s|only\s)?$")  # fmt: skip


def _repeats(text: str, offset: int, earlier: Quantity, bare: Quantity) -> bool:
    between = text[earlier.whole.end - offset : bare.whole.start - offset]
    if len(between) > 2 * MAX_CHANGE_CHARACTERS or re.search(r"[.!?]\s+[A-Z]", between):
        return False
    return bool(_REPEATING.search(between))


_VOTE_HALVES = re.compile(
    r"\s?[–—-]\s?|(?:\s(?:votes|senators|members|lawmakers|deputies|percent|per\scent))?\sto\s|(?:\svotes?)?\s(?:in\sfavou?r|for|yes)(?:\sand|,|\sto)\s"
)


def find_votes(text: str, offset: int, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Pairs of plain numbers that are the two sides of a vote, marked as such: "by 36 votes to 31", "voted 4-1"."""
    marked = list(quantities)
    for index in range(len(marked) - 1):
        left, right = marked[index], marked[index + 1]
        between = text[left.span.end - offset : right.span.start - offset]
        before = text[max(0, left.span.start - offset - 60) : left.span.start - offset]
        if (
            _may_be_votes(left, right)
            and _VOTE_HALVES.fullmatch(between)
            and _is_tally(before, between, text, left.span.end - offset)
        ):
            for at, quantity, role, other in ((index, left, Role.HIGH, right), (index + 1, right, Role.LOW, left)):
                marked[at] = replace(
                    quantity, kind=Kind.VOTES, role=role, partner=other.span, comparator=Comparator.EXACTLY
                )
    return tuple(marked)


def _may_be_votes(left: Quantity, right: Quantity) -> bool:
    plain = left.kind in (Kind.COUNT, Kind.VOTES) and right.kind in (Kind.COUNT, Kind.VOTES) and right.head is None
    return (plain and left.value == int(left.value)) or (
        left.kind is Kind.PERCENT and right.kind is Kind.PERCENT and left.value + right.value <= 101
    )


def _is_tally(before: str, between: str, text: str, end: int) -> bool:
    near = before.rsplit(". ", 1)[-1]
    if re.search(r"\b(?:between|from)\s(?:\w+\s)?$", near):
        return False
    return bool(re.search(r"vote|favou?r", between)) or bool(re.match(r"[\d\s–—-]*(?:to\s\d+\s)?(?:vote|ruling|decision|margin)", text[end:])) or bool(
        re.search(r"\b(?:vot\w+|cleared?|pass\w*|approv\w+|adopt\w+|reject\w+|split|tally|margin|recalled|defeat\w*|divided|backed|ruled)\b", near) and re.search(r"(?:\bby|\ba|\bof|,|\w)\s$", near)
    )  # fmt: skip


def shifted(span: Span, offset: int) -> Span:
    """The span moved by `offset` characters."""
    return Span(span.start + offset, span.end + offset)
