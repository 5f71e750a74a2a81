"""Figures in tables: a cell's number measures its column's heading, of the thing that its row names."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.metrics.choosing import Subject
from kg.extract.metrics.merging import Reading
from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.quantities import Kind, Quantity, find_quantities
from kg.extract.quantities.numerals import to_plain
from kg.extract.quantities.tables import currency_signs, suffixes
from kg.extract.quantities.units import PERCENT
from kg.extract.tokens import Token
from kg.model import Block, BlockKind, Chain, Span


def read_row(resolved: Resolved, block: ParsedBlock) -> Iterator[Reading]:
    """The figures of a row below a header row, in order; none of a header row itself."""
    lead = block.block.lead
    cells = block.block.cells
    if lead is None or len(cells) < _FEWEST_CELLS:
        return
    header = resolved.parsed.blocks[lead]
    text = resolved.parsed.article.text
    row_name = cells[0].cut(text).strip()
    caption = _caption(resolved, lead)
    for column in range(1, min(len(cells), len(header.block.cells))):
        heading = header.block.cells[column].cut(text).strip()
        about, measures = _subject(resolved, block, header, column)
        for quantity in _in_cell(block, cells[column]) if about else ():
            found = _in_unit(quantity, heading)
            yield Reading(
                quantity=found,
                about=tuple(Subject(chain, IN_TABLE) for chain in about),
                measures=_whole(caption, f"{_rest(quantity, cells[column], text)} {measures or row_name}".strip()),
                baseline="",
                period=_year(heading),
                evidence=block.block.span,
                wording=quantity.whole.cut(text),
            )


def _caption(resolved: Resolved, header: int) -> str:
    """The caption of the table under a header row, "" where it has none."""
    text = resolved.parsed.article.text
    blocks = (b.block for b in resolved.parsed.blocks)
    return next((b.span.cut(text).strip() for b in blocks if b.kind is BlockKind.CAPTION and b.lead == header), "")


def _rest(quantity: Quantity, cell: Span, text: str) -> str:
    """What the cell says behind its only figure: "training cost" of "$100 million training cost"."""
    before, after = Span(cell.start, quantity.whole.start).cut(text), Span(quantity.whole.end, cell.end).cut(text)
    words = re.fullmatch(r"\s(?P<words>[a-z][a-z\s-]+)", after.rstrip())
    told = words is not None and not before.strip() and not words["words"].startswith(("of ", "or "))
    return words["words"].strip() if words and told else ""


def _whole(caption: str, heading: str) -> str:
    """What a column measures, with the caption where the heading is too short to tell ("English")."""
    words = [*caption.split(), *heading.split()]
    short = len(heading.split()) <= _FEW_WORDS and len(caption.split()) <= _MANY_WORDS
    return " ".join(dict.fromkeys(words)) if short else heading


_FEW_WORDS = 2  # of a heading that needs its caption
_MANY_WORDS = 9  # of a caption that says more than what is measured


def _in_cell(block: ParsedBlock, cell: Span) -> tuple[Quantity, ...]:
    """The quantities of one cell, read apart from its neighbours."""
    tokens = block.tokens_in(cell)
    if tokens is None or not len(tokens):
        return ()
    return find_quantities(ParsedBlock(block.index, Block(BlockKind.ROW, block.span_of(tokens)), tokens.as_doc()))


_FEWEST_CELLS = 2
IN_TABLE = 0.65  # how sure it is what a row is about: 11 of 17 figures in marked tables


def _subject(resolved: Resolved, block: ParsedBlock, header: ParsedBlock, column: int) -> tuple[tuple[Chain, ...], str]:
    """What a cell is about and what it measures: the row's thing and the column's heading, or the other way round."""
    text = resolved.parsed.article.text
    row_cell, column_cell = block.block.cells[0], header.block.cells[column]
    row_name, heading = row_cell.cut(text).strip(), _plain(column_cell.cut(text))
    named = _chains(resolved, header, column_cell)
    found = _chains(resolved, block, row_cell)
    if named and heading in named[0].names and not (found and _plain(row_name) in found[0].names):
        return named, row_name  # a column for each of several systems, whatever the row's test is called
    if found:
        return found, heading
    if found := _chains(resolved, header, column_cell):
        return found, row_name
    inside = [found for cell in block.block.cells[1:] if (found := _chains(resolved, block, cell))]
    if inside:
        return inside[0], f"{heading} {row_name}".strip()  # "December | Bolt | fine of 3 million"
    salient = max(resolved.chains, key=lambda chain: len(chain.mentions), default=None)
    return ((salient,) if salient else ()), f"{heading} {row_name}".strip()


def _chains(resolved: Resolved, block: ParsedBlock, cell: Span) -> tuple[Chain, ...]:
    tokens = [t for t in block.tokens_in(cell) or () if not _is_sign(t)]
    return tuple(dict.fromkeys(c for t in tokens if (c := resolved.chain_at(block, t))))[:1]


def _is_sign(token: Token) -> bool:
    """Whether a word is part of a sum, and so no name: "US" of "US$75,000"."""
    following = token.doc[token.i + 1 : token.i + 2].text
    return "$" in token.text or (token.text.isupper() and not token.whitespace_ and following[:1] in _SIGNS)


_SIGNS = ("$", "€", "£", "¥")


def _plain(heading: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", heading).strip()


def _year(heading: str) -> str:
    match = re.search(r"(?:Q[1-4]\s|H[12]\s|FY)?(?:19|20)\d\d", heading)
    return match.group() if match else ""


def _in_unit(quantity: Quantity, heading: str) -> Quantity:
    """The quantity in the unit that its column's heading names: "(%)", "(€m)", "USD million"."""
    if quantity.kind is not Kind.COUNT:
        return quantity
    if re.search(r"%|per\s?cent|share", heading, re.IGNORECASE):
        return replace(quantity, unit=PERCENT, kind=Kind.PERCENT)
    match = re.search(
        r"\(?(?P<sign>US\$|A\$|C\$|S\$|\$|€|£|¥|₩|₹|USD|EUR|GBP|JPY|CNY|KRW|INR)\s?(?P<scale>million|billion|trillion|thousand|bn|m|k|tn)?\b\)?",
        heading,
    )
    if not match:
        return quantity
    scale = {"million": "m", "billion": "bn", "trillion": "tn", "thousand": "k"}.get(
        match["scale"] or "", match["scale"]
    )
    value = to_plain(quantity.value * (suffixes()[scale] if scale else 1))
    return replace(quantity, unit=f"currency:{currency_signs()[match['sign']]}", kind=Kind.MONEY, value=value)
