"""Pieces: what a reader found, in order, before it becomes an article's final text and blocks."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.model import Block, BlockKind, Span

MAX_BLOCK_CHARACTERS = 10_000  # no paragraph of prose is longer; a parser's time and memory grow with it
GAP = "\n\n"  # stands between two blocks in the article's text
CELL_GAP = " | "  # stands between two cells of a row

LEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH})

_SPACE = re.compile(r"\s+")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Control characters, soft hyphen, zero-width space, word joiner and byte order mark: none of them is ever seen, all of
# them split words for whoever reads on. The joiners U+200C and U+200D stay, since scripts and emoji need them.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of content: `level` as in `Block`; `cells` are a row's texts, `is_header` marks a header row."""

    kind: BlockKind
    text: str
    level: int = 0
    cells: tuple[str, ...] = ()
    is_header: bool = False


def to_line(text: str) -> str:
    """The text on one line: white space collapsed and stripped, invisible characters gone, surrogates replaced."""
    line = " ".join(text.split())
    if line.isprintable():  # as nearly all text; in a third of the time
        return line
    return _SPACE.sub(" ", _INVISIBLE.sub("", _SURROGATE.sub("\ufffd", text))).strip()


def to_row(cells: Iterable[str], is_header: bool = False) -> Piece:
    """A row of the cells that are not empty."""
    kept = tuple(line for line in map(to_line, cells) if line)
    return Piece(BlockKind.ROW, CELL_GAP.join(kept), cells=kept, is_header=is_header)


def to_blocks(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The final text and its blocks, in order; pieces without text are left out."""
    kept = [part for piece in pieces for part in _split(_clean(piece))]
    blocks: list[Block] = []
    start = 0
    for piece, lead in zip(kept, find_leads(kept), strict=True):
        span = Span(start, start + len(piece.text))
        blocks.append(Block(piece.kind, span, piece.level, lead, _cell_spans(piece, start)))
        start = span.end + len(GAP)
    return GAP.join(piece.text for piece in kept), tuple(blocks)


def find_leads(pieces: Sequence[Piece]) -> list[int | None]:
    """For each piece, the index of the piece that it stands under, or None.

    An item stands under the nearest item of a lower level, else under the paragraph or heading before its list; a row
    under its table's header row; a table's caption under the header row or the row next to it.
    """
    leads: list[int | None] = []
    for index, piece in enumerate(pieces):
        if piece.kind is BlockKind.ITEM:
            leads.append(_lead_of_item(pieces, index, leads))
        elif piece.kind is BlockKind.ROW and not piece.is_header:
            leads.append(_lead_of_row(pieces, index, leads))
        elif piece.kind is BlockKind.CAPTION and index + 1 < len(pieces) and pieces[index + 1].kind is BlockKind.ROW:
            leads.append(index + 1)
        else:
            leads.append(None)
    return leads


def _clean(piece: Piece) -> Piece:
    return to_row(piece.cells, piece.is_header) if piece.cells else replace(piece, text=to_line(piece.text))


def _split(piece: Piece) -> list[Piece]:
    """The piece in parts that a parser can take in, cut between words; nothing for a piece without text."""
    if piece.cells or len(piece.text) <= MAX_BLOCK_CHARACTERS:
        return [piece] if piece.text else []
    return [replace(piece, text=part) for part in textwrap.wrap(piece.text, MAX_BLOCK_CHARACTERS)]


def _cell_spans(piece: Piece, start: int) -> tuple[Span, ...]:
    spans = []
    for cell in piece.cells:
        spans.append(Span(start, start + len(cell)))
        start += len(cell) + len(CELL_GAP)
    return tuple(spans)


def _lead_of_item(pieces: Sequence[Piece], index: int, leads: list[int | None]) -> int | None:
    before = index - 1
    while before >= 0 and pieces[before].kind is BlockKind.ITEM and pieces[before].level > pieces[index].level:
        before -= 1  # back over the items nested in the one before
    if before < 0:
        return None
    if pieces[before].kind is BlockKind.ITEM:
        return before if pieces[before].level < pieces[index].level else leads[before]
    return before if pieces[before].kind in LEADS else None


def _lead_of_row(pieces: Sequence[Piece], index: int, leads: list[int | None]) -> int | None:
    before = pieces[index - 1] if index else None
    if before is None or before.kind is not BlockKind.ROW:
        return None
    return index - 1 if before.is_header else leads[index - 1]
