"""Markdown to pieces: made HTML by markdown-it, then read as any other markup."""

import re
from dataclasses import replace

from kg.ingest.authors import clean_authors
from kg.ingest.dates import parse_date
from kg.ingest.metadata import Metadata, clean_url
from kg.ingest.page import read_fragment
from kg.ingest.pieces import Piece
from kg.model import BlockKind

SUFFIXES = frozenset((".md", ".markdown", ".mdown"))
_FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<front>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^(?P<key>[A-Za-z_][\w-]*)\s*:\s*(?P<value>.*?)\s*$", re.MULTILINE)
_MARKS = re.compile(r"^(?:#{1,6}\s+\S|>\s+\S|\|.+\|\s*$|```)", re.MULTILINE)
_LINK = re.compile(r"\[[^\]\n]+\]\([^)\s]+\)|\*\*[^*\n]+\*\*")


def is_markdown(text: str) -> bool:
    """Whether a text without a telling name is Markdown: front matter, or headings, quotations or tables marked so."""
    return bool(_FRONT.match(text)) or (bool(_MARKS.search(text)) and len(_MARKS.findall(text)) > 1)


def read_markdown(text: str) -> tuple[list[Piece], Metadata]:
    """The pieces of a Markdown text, a first heading as its title, and the metadata of its front matter."""
    from markdown_it import MarkdownIt

    front = _FRONT.match(text)
    metadata = _read_front(front.group("front")) if front else Metadata()
    html = (
        MarkdownIt("commonmark", {"html": True})
        .enable(["table", "strikethrough"])
        .render(text[front.end() :] if front else text)
    )
    pieces = read_fragment(html)
    if pieces and pieces[0].kind is BlockKind.HEADING:
        pieces[0] = replace(pieces[0], kind=BlockKind.TITLE, level=0)
    elif metadata.headline:
        pieces = [Piece(BlockKind.TITLE, metadata.headline), *pieces]
    return pieces, metadata


def _read_front(front: str) -> Metadata:
    entries = {found["key"].lower(): found["value"].strip("\"'[] ") for found in _ENTRY.finditer(front)}

    def first(*keys: str) -> str:
        return next((entries[key] for key in keys if entries.get(key)), "")

    metadata = Metadata(
        url=clean_url(first("url", "canonical", "canonical_url", "link", "source_url")),
        headline=first("title", "headline") or None,
        authors=clean_authors([first("author", "authors", "by")]),
        publisher=first("publisher", "site", "publication") or None,
        published=parse_date(first("date", "published", "pubdate")),
        language=first("lang", "language") or "en",
    )
    fields = ("url", "headline", "authors", "publisher", "published")
    return replace(
        metadata, origins=tuple((name, "front matter") for name in sorted(fields) if getattr(metadata, name))
    )
