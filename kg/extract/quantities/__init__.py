"""Finds every quantity of a block of text: numbers with their units, bounds and what they count.

numerals     numbers in digits, words, fractions, powers of ten
units        money, percent, times, durations, measures beside a number; words that multiply
exclusions   dates, years, labels, versions, ages: numbers that measure nothing
comparators  "more than", "up to", "or less"
heads        the noun that is counted
links        ranges and changes; votes beside it
repeats      units and nouns that are not said a second time
asides       ages, "one of", "thousands of": quantities that no metric is made of
tables       the data files that all of them read
"""

import re
from dataclasses import replace

from kg.extract.parsed import ParsedBlock
from kg.extract.quantities.asides import with_asides
from kg.extract.quantities.comparators import find_comparator
from kg.extract.quantities.exclusions import ages, find_excluded, is_label, is_year
from kg.extract.quantities.heads import find_head
from kg.extract.quantities.links import link
from kg.extract.quantities.numerals import find_numerals
from kg.extract.quantities.quantity import Kind, Quantity, Role
from kg.extract.quantities.repeats import adopt_units
from kg.extract.quantities.units import Measured, find_multipliers, measure
from kg.extract.quantities.votes import find_votes
from kg.extract.tokens import Doc
from kg.model import Span

__all__ = ["Kind", "Quantity", "Role", "find_quantities", "with_asides"]

MOST_NUMERALS = 60  # of a block that are looked at; more are columns of numbers, no prose, and are weighed in pairs


def find_quantities(block: ParsedBlock) -> tuple[Quantity, ...]:
    """Every quantity of the block in text order, none overlapping; spans are offsets into the article's text."""
    text, offset = block.doc.text, block.block.span.start
    found = [_place(block, text, measured) for measured in _measured(block.doc, text)]
    kept = [quantity for quantity in found if quantity and not _is_no_quantity(block, text, quantity)]
    linked = link(text, offset, find_votes(text, offset, _without_units_as_heads(block, kept)))
    return adopt_units(text, offset, linked)


def _without_units_as_heads(block: ParsedBlock, found: list[Quantity]) -> list[Quantity]:
    """The quantities; a bare number counts no other's unit: "six" of "between six and nine months" is of no noun."""
    heads = {q: block.span_of(block.doc[q.head]) for q in found if q.head is not None}
    units = {
        q
        for q, head in heads.items()
        if any(other.kind is not Kind.COUNT and other.span.contains(head) for other in found)
    }
    return [replace(q, head=None) if q in units else q for q in found]


def _shifted(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _measured(doc: Doc, text: str) -> list[Measured]:
    """The numbers with their units, without those that are dates, labels, ages and the like."""
    numerals = find_numerals(text)[:MOST_NUMERALS]
    excluded = (*find_excluded(text), *(Span(*match.span("age")) for match in ages(text))) if numerals else ()
    found = []
    for numeral in numerals:
        if numeral.form != "power" and (
            any(numeral.span.overlaps(span) for span in excluded) or is_label(text, numeral)
        ):
            continue
        measured = measure(text, numeral)
        if measured.kind is not Kind.COUNT or not text[: numeral.span.start][-1:].isalpha():
            found.append(measured)
    multipliers = [m for m in find_multipliers(doc, text) if not any(m.span.overlaps(other.span) for other in found)]
    return sorted((*found, *multipliers), key=lambda measured: measured.span)


def _place(block: ParsedBlock, text: str, measured: Measured) -> Quantity | None:
    offset = block.block.span.start
    span = _shifted(measured.span, offset)
    tokens = block.tokens_in(span)
    if tokens is None:
        return None
    comparator, whole = find_comparator(text, measured.span)
    head = find_head(tokens) if measured.kind is Kind.COUNT else None
    return Quantity(
        span=span,
        whole=_shifted(whole, offset),
        value=measured.value,
        unit=measured.unit,
        kind=measured.kind,
        comparator=comparator,
        head=None if head is None else head.i,
        hyphened=measured.hyphened,
        wording=measured.wording,
    )


def _is_no_quantity(block: ParsedBlock, text: str, quantity: Quantity) -> bool:
    """Whether a bare number is a year, or "one" as a pronoun, or part of a name."""
    if quantity.kind is not Kind.COUNT:
        return False
    written = _shifted(quantity.span, -block.block.span.start)
    if written.cut(text).lower() == "one":
        return not (_LAST_VOTE.search(text[: written.start]) or _FIRST_OF_TWO.match(text, written.end))
    tokens = block.tokens_in(quantity.span)
    following = tokens is not None and tokens.end < len(block.doc) and block.doc[tokens.end].tag_ in ("NNS", "NNPS")
    return is_year(text, written, following) or _is_in_name(block, quantity)


def _is_in_name(block: ParsedBlock, quantity: Quantity) -> bool:
    """Whether a small number after a capitalised word belongs to its name: "Finch 3", "the Big Four"."""
    tokens = block.tokens_in(quantity.span)
    if tokens is None or tokens.start == 0 or quantity.value >= LARGEST_IN_NAME or quantity.whole != quantity.span:
        return False
    before, following = tokens.doc[tokens.start - 1], tokens.doc[tokens.end : tokens.end + 2].text
    if re.fullmatch(r"(?:to|[-–])\s?\d+", following):
        return False
    if before.text.islower() or before.pos_ not in ("PROPN", "NOUN", "ADJ"):
        return False
    if not tokens[0].text[0].isdigit():
        return tokens[0].text[0].isupper()
    return quantity.head is None or tokens.doc[quantity.head].tag_ not in ("NNS", "NNPS")


_FIRST_OF_TWO = re.compile(r"\s(?:to|or)\s(?:two|three|four|five)\s")  # "one to two years"
_LAST_VOTE = re.compile(r"\d\s(?:votes\s)?to\s$")  # "by 99 votes to one"
LARGEST_IN_NAME = 100  # names such as "Heron 4" and "Wren 2.5" carry small numbers
