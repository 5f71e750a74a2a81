"""Which text of a page is its content: trafilatura decides that; how it is structured, the page itself decides."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.ingest.pieces import Piece, to_row
from kg.model import BlockKind

SHINGLE = 3  # words; shorter texts are compared whole
MIN_SHARED = 0.8  # of a text's shingles that stand in the selected text
MIN_FAST_CHARACTERS = 250  # trafilatura's fast way that finds less is followed by its thorough one
_TOKEN = re.compile(r"\w+")
_KINDS = {
    "head": BlockKind.HEADING,
    "p": BlockKind.PARAGRAPH,
    "ab": BlockKind.PARAGRAPH,
    "code": BlockKind.PARAGRAPH,
    "item": BlockKind.ITEM,
    "quote": BlockKind.QUOTATION,
    "row": BlockKind.ROW,
}


def to_tokens(text: str) -> list[str]:
    """The words of a text, case folded, without punctuation."""
    return _TOKEN.findall(text.casefold())


def to_key(text: str) -> str:
    """The words run together, so that spacing and punctuation do not matter."""
    return "".join(to_tokens(text))


def to_shingles(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of `SHINGLE` words."""
    tokens = to_tokens(text)
    return zip(*(tokens[offset:] for offset in range(SHINGLE)), strict=False)


@dataclass(frozen=True)
class Selection:
    """What trafilatura selected, as flat pieces in its own structure."""

    pieces: tuple[Piece, ...]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the pieces and of their cells."""
        texts = (text for piece in self.pieces for text in (piece.text, *piece.cells))
        return frozenset(map(to_key, texts))

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """Every shingle of the pieces."""
        return frozenset(shingle for piece in self.pieces for shingle in to_shingles(piece.text))

    @property
    def size(self) -> int:
        """The characters selected."""
        return sum(len(piece.text) for piece in self.pieces)

    def covers(self, text: str) -> bool:
        """Whether the text was selected, whole or nearly so."""
        key = to_key(text)
        if not key or key in self.keys:
            return bool(key)
        shingles = list(to_shingles(text))
        return bool(shingles) and sum(map(self.shingles.__contains__, shingles)) >= MIN_SHARED * len(shingles)

    def share_in(self, texts: Iterator[str]) -> float:
        """The share of the selected shingles that stand in the texts, 0..1."""
        found = {shingle for text in texts for shingle in to_shingles(text)}
        return len(self.shingles & found) / max(1, len(self.shingles))


def select(html: str) -> Selection:
    """What trafilatura takes for the content of a page; empty where it finds none."""
    quick = _run_trafilatura(html, fast=True)
    return quick if quick.size >= MIN_FAST_CHARACTERS else _run_trafilatura(html, fast=False)


def _run_trafilatura(html: str, fast: bool) -> Selection:
    from trafilatura import bare_extraction

    document = bare_extraction(html, fast=fast, include_comments=False, include_tables=True)
    body = getattr(document, "body", None)
    if body is None:
        return Selection(())
    return Selection(tuple(piece for piece in _to_pieces(body) if piece.text))


def _to_pieces(body) -> Iterator[Piece]:  # type: ignore[no-untyped-def]
    for element in body.iter(*_KINDS):
        if element.tag == "row":
            yield to_row("".join(cell.itertext()) for cell in element.iter("cell"))
        elif not any(parent.tag in ("row", "item", "quote") for parent in element.iterancestors()):
            kind = _KINDS[element.tag]
            yield Piece(kind, "".join(element.itertext()).strip(), level=2 * (kind is BlockKind.HEADING))
