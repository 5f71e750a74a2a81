"""Feeds to entries: RSS and Atom through feedparser, JSON Feed by itself."""

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.errors import SourceError
from kg.ingest.dates import parse_date
from kg.ingest.metadata import clean_authors

MAX_ENTRIES = 1000  # feeds hold tens of entries; what holds more is an archive, whose oldest are left out
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
SNIFFED_BYTES = 2000


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: `link` as the feed gives it, `content` in HTML; empty where it gives none."""

    link: str = ""
    title: str = ""
    content: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    publisher: str | None = None
    language: str | None = None


def is_feed(content: bytes) -> bool:
    """Whether the bytes are a feed."""
    start = content[:SNIFFED_BYTES]
    return (bool(_FEED.search(start)) and b"<html" not in start.lower()) or bool(_JSON_FEED.search(start))


def read_feed(content: bytes) -> list[Entry]:
    """The entries of a feed, in its order, at most `MAX_ENTRIES`.

    Raises:
        SourceError: the feed is broken and no entry can be told.
    """
    entries = list(_read_json(content) if content.lstrip().startswith(b"{") else _read_xml(content))
    if not entries:
        raise SourceError("the feed has no entries", "check the feed in a browser")
    return entries


def _read_xml(content: bytes) -> Iterator[Entry]:
    import feedparser

    # bytes in a file object only: a string would be taken for an address or a path and opened
    parsed = feedparser.parse(io.BytesIO(content))
    feed = parsed.get("feed", {})
    for entry in parsed.get("entries", [])[:MAX_ENTRIES]:
        contents = [str(part.get("value", "")) for part in entry.get("content", [])]
        yield Entry(
            link=str(entry.get("link", "")),
            title=_plain(str(entry.get("title", ""))),
            content=max([*contents, str(entry.get("summary", ""))], key=len),
            authors=clean_authors(str(author.get("name", "")) for author in entry.get("authors", [])),
            published=parse_date(str(entry.get("published") or entry.get("updated") or "")),
            publisher=_plain(str(feed.get("title", ""))) or None,
            language=str(feed.get("language", "")) or None,
        )


def _read_json(content: bytes) -> Iterator[Entry]:
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise SourceError("the JSON feed is broken", "check the feed in a browser") from error
    for item in _dicts(feed.get("items"))[:MAX_ENTRIES]:
        authors = _dicts(item.get("authors")) or _dicts([item.get("author")]) or _dicts(feed.get("authors"))
        yield Entry(
            link=str(item.get("url") or ""),
            title=str(item.get("title") or ""),
            content=str(
                item.get("content_html") or _as_html(str(item.get("content_text") or item.get("summary") or ""))
            ),
            authors=clean_authors(str(author.get("name") or "") for author in authors),
            published=parse_date(str(item.get("date_published") or "")),
            publisher=str(feed.get("title") or "") or None,
            language=str(feed.get("language") or "") or None,
        )


def _dicts(value: object) -> list[Mapping[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _as_html(text: str) -> str:
    paragraphs = re.split(r"\n\s*\n", text.replace("&", "&amp;").replace("<", "&lt;"))
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def _plain(markup: str) -> str:
    from bs4 import BeautifulSoup

    return BeautifulSoup(markup, "lxml").get_text() if "<" in markup or "&" in markup else markup
