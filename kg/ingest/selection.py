"""Which text of a page is its content: trafilatura decides that; how it is structured, the page itself decides."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from kg.ingest.pieces import Piece, to_line, to_row
from kg.model import BlockKind

SHINGLE = 3  # words; shorter texts are compared whole
MIN_SHARED = 0.8  # of a text's shingles that stand in the selected text
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


@lru_cache(maxsize=1024)  # the same lines come from the page and from what is selected of it; some megabytes
def to_tokens(text: str) -> tuple[str, ...]:
    """The words of a text, case folded, without punctuation."""
    return tuple(_TOKEN.findall(text.casefold()))


def to_key(text: str) -> str:
    """The words run together, so that spacing and punctuation do not matter."""
    return "".join(to_tokens(text))


def to_shingles(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of `SHINGLE` words."""
    return _shingle(to_tokens(text))


def _shingle(tokens: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(tokens[offset:] for offset in range(SHINGLE)), strict=False)


@dataclass(frozen=True)
class Selection:
    """What trafilatura selected: its text, a line for each element, and the same as flat pieces in its structure."""

    text: str
    pieces: tuple[Piece, ...]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the lines, and of the pieces and their cells."""
        texts = {text for piece in self.pieces for text in (piece.text, *piece.cells)}
        return frozenset(map(to_key, texts.union(self.text.split("\n"))))

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """Every shingle of the lines and of the pieces."""
        texts = {*self.text.split("\n"), *(piece.text for piece in self.pieces)}
        return frozenset(shingle for text in texts for shingle in to_shingles(text))

    @property
    def size(self) -> int:
        """The characters selected."""
        return len(self.text)

    def covers(self, text: str) -> bool:
        """Whether the text was selected, whole or nearly so."""
        tokens = to_tokens(text)
        if not tokens or "".join(tokens) in self.keys:
            return bool(tokens)
        shingles = list(_shingle(tokens))
        return bool(shingles) and sum(map(self.shingles.__contains__, shingles)) >= MIN_SHARED * len(shingles)

    def share_in(self, texts: Iterable[str]) -> float:
        """The share of the selected shingles that stand in the texts, 0..1."""
        found = {shingle for text in texts for shingle in to_shingles(text)}
        return len(self.shingles & found) / max(1, len(self.shingles))


def select(html: str, fast: bool) -> Selection:
    """What trafilatura takes for the content of a page, the fast way or the thorough one; empty where none."""
    from trafilatura import bare_extraction

    document = bare_extraction(html, fast=fast, include_comments=False, include_tables=True)
    body = getattr(document, "body", None)
    if body is None:
        return Selection("", ())
    pieces = tuple(piece for piece in _to_pieces(body) if piece.text)
    return Selection(getattr(document, "text", None) or "", pieces)


def _to_pieces(body: Any) -> Iterator[Piece]:
    for element in body.iter(*_KINDS):
        if element.tag == "row":
            yield to_row(" ".join(cell.itertext()) for cell in element.iter("cell"))
        elif not any(parent.tag in ("row", "item", "quote") for parent in element.iterancestors()):
            kind = _KINDS[str(element.tag)]
            yield Piece(kind, to_line(" ".join(element.itertext())), level=2 * (kind is BlockKind.HEADING))
