"""Quantities beside the figures: ages, a single one of a kind, multitudes ("tens of thousands of").

No metric is made of them: nobody asks an article how old a speaker is. They are read for who wants every quantity.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from re import Pattern

from kg.extract.parsed import ParsedBlock
from kg.extract.quantities.comparators import find_comparator
from kg.extract.quantities.exclusions import GENERATION
from kg.extract.quantities.heads import find_head
from kg.extract.quantities.numerals import Numeral, find_numerals
from kg.extract.quantities.quantity import Kind, Quantity, Role
from kg.extract.quantities.tables import alternatives, load_table
from kg.extract.quantities.units import PLAIN, Measured, measure
from kg.model import Span

# Behind a number, what makes it an age: the unit is the word before "old".
_OLD = re.compile(r"[\s-]*(?P<unit>year|month|week|day)s?[\s-](?:olds?|of\sage)(?!\w)", re.IGNORECASE)
_UNITS = {"year": "unit:YR", "month": "unit:MO", "week": "unit:WK", "day": "unit:DAY"}
_BESIDE_NAME = re.compile(r"(?<=[a-z],\s)[1-9]\d(?=,\s(?!\d))")  # "Maddon, 66, has"
_REACH = 40  # characters before a number in which the word stands that makes it an age
OLDEST = 120  # years that a number without "old" may be to be somebody's age


def with_asides(block: ParsedBlock, found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities that `find_quantities` found and those that it left, in text order; none of them overlap.

    A bare number that is somebody's age becomes one.
    A multitude is two quantities with one span, its least and its most: "thousands" are 1,000 to 10,000.
    """
    text = block.doc.text
    numerals = find_numerals(text)
    ages = [q for q in _ages(block, text, numerals) if all(_is_bare(f) for f in found if f.span.overlaps(q.span))]
    kept = [f for f in found if not any(f.span.overlaps(q.span) for q in ages)]
    read = [*_multitudes(block, text), *_ones(block, text, numerals), *_generations(block, text)]
    free = (q for q in read if not any(q.span.overlaps(other.span) for other in (*kept, *ages)))
    return tuple(sorted((*kept, *ages, *free), key=lambda q: (q.span, q.value)))


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind is Kind.COUNT and quantity.head is None


def _ages(block: ParsedBlock, text: str, numerals: Sequence[Numeral]) -> Iterator[Quantity]:
    for numeral in numerals:
        old = _OLD.match(text, numeral.span.end)
        named = numeral.value <= OLDEST and (
            _before_age().search(text, max(0, numeral.span.start - _REACH), numeral.span.start)
            or _BESIDE_NAME.match(text, numeral.span.start)
        )
        if old or named:
            unit = _UNITS[old["unit"].lower()] if old else _UNITS["year"]
            span = Span(numeral.span.start, old.end() if old else numeral.span.end)
            yield _quantity(block, text, Measured(numeral, span, numeral.value, unit, Kind.AGE))


@cache
def _before_age() -> Pattern[str]:
    words_of_age = alternatives(load_table("exclusions")["before_age"])
    return re.compile(
        rf"\b(?:{words_of_age})\s(?:(?:of|to|over|under|at\sleast)\s)?$|\b(?:who|[Hh]e|[Ss]he)\s(?:is|was|will\sbe)\s$"
    )


def _ones(block: ParsedBlock, text: str, numerals: Sequence[Numeral]) -> Iterator[Quantity]:
    """ "one proposal", "one of the students"; no pronoun ("the one that", "each one", "one must")."""
    for numeral in numerals:
        if numeral.span.cut(text).lower() != "one":
            continue
        quantity = _quantity(block, text, Measured(numeral, numeral.span, numeral.value, PLAIN, Kind.COUNT))
        if quantity.head is not None:
            yield quantity


def _generations(block: ParsedBlock, text: str) -> Iterator[Quantity]:
    """The generations of mobile networks: "5G"."""
    for match in GENERATION.finditer(text):
        span = Span(*match.span())
        numeral = Numeral(Span(span.start, span.end - 1), Decimal(match.group()[0]), "digits")
        measured = Measured(numeral, span, numeral.value, PLAIN, Kind.COUNT, "G", hyphened=True)
        yield replace(_quantity(block, text, measured), head=None)


def _multitudes(block: ParsedBlock, text: str) -> Iterator[Quantity]:
    for match in _multitude_pattern().finditer(text):
        least = Decimal(1)
        for word in match["words"].lower().split(" of "):
            least *= _multitude_words()[word]
        numeral = Numeral(Span(*match.span()), least, "words", scaled=True)
        quantity = _quantity(block, text, measure(text, numeral))
        low = replace(quantity, role=Role.LOW, partner=quantity.span)
        yield from (low, replace(low, role=Role.HIGH, value=low.value * _TO_THE_NEXT))


_TO_THE_NEXT = 10  # times the least of a multitude is its most: "hundreds" are fewer than thousands


@cache
def _multitude_words() -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in load_table("numerals")["multitudes"].items()}


@cache
def _multitude_pattern() -> Pattern[str]:
    many = alternatives(_multitude_words())
    return re.compile(
        rf"(?<![\w-])(?P<words>(?:{many})(?:\sof\s(?:{many}))?)(?:\sof(?=\s[\w$€£]))(?!\w)", re.IGNORECASE
    )


def _quantity(block: ParsedBlock, text: str, measured: Measured) -> Quantity:
    offset = block.block.span.start
    comparator, whole = find_comparator(text, measured.span)
    span = Span(measured.span.start + offset, measured.span.end + offset)
    tokens = block.tokens_in(span)
    head = find_head(tokens) if tokens is not None and len(tokens) and measured.kind is Kind.COUNT else None
    return Quantity(
        span=span,
        whole=Span(whole.start + offset, whole.end + offset),
        value=measured.value,
        unit=measured.unit,
        kind=measured.kind,
        comparator=comparator,
        head=None if head is None else head.i,
        wording=measured.wording,
        hyphened=measured.hyphened,
    )
