"""RSS and Atom to entries, through feedparser; JSON Feed has a reader of its own."""

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from typing import Any

from kg.errors import SourceError
from kg.ingest.authors import clean_authors
from kg.ingest.dates import parse_date
from kg.ingest.decoding import without_halves
from kg.ingest.entries import Entry, find_text, to_link
from kg.ingest.pieces import to_line

# feedparser takes 0.2 ms an entry, twice that where the XML is broken: a part of this size takes at most a second.
PART_ENTRIES = 2_000
_BETWEEN = re.compile(rb"(?:</(?:item|entry)>|<(?:item|entry)/>)\s*(?=<(?:item|entry)[\s/>])", re.IGNORECASE)
_LAST_CLOSED = re.compile(rb".*(?:</(?:item|entry)>|<(?:item|entry)/>)", re.IGNORECASE | re.DOTALL)


def read_feed(content: bytes, base: str | None = None) -> Iterator[Entry]:
    """The entries of a feed that was read from the address `base`, in its order.

    Raises:
        SourceError: the feed is broken and no entry can be told.
    """
    count = 0
    for part in split_feed(without_halves(content)):
        for entry in _read_part(part, base, count):
            count += 1
            yield entry


def split_feed(content: bytes) -> Iterator[bytes]:
    """The feed in parts of at most `PART_ENTRIES` entries, each with what stands before the first and after the last.

    So the first entries of a huge feed are there at once, and none is left out.
    """
    gaps = [gap.end() for gap in _BETWEEN.finditer(content)]
    if len(gaps) < PART_ENTRIES:
        yield content
        return
    first = content.rfind(b"<", 0, _start_of_first(content))
    closed = _LAST_CLOSED.match(content)
    head, tail = content[:first], content[closed.end() if closed else len(content) :]
    starts = [first, *gaps[PART_ENTRIES - 1 :: PART_ENTRIES]]
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        yield head + content[start:end] + (tail if end else b"")


def _start_of_first(content: bytes) -> int:
    """Just behind the "<" of the first entry."""
    found = re.search(rb"<(?:item|entry)[\s/>]", content, re.IGNORECASE)
    return found.start() + 1 if found else 0


def _read_part(content: bytes, base: str | None, count: int) -> Iterator[Entry]:
    """The entries of a part before which there were so many."""
    import feedparser

    try:
        # bytes in a file object only: a string would be taken for an address or a path and opened
        parsed = feedparser.parse(io.BytesIO(content))
    except Exception:  # odd elements bring it to raise whatever there is: KeyError, TypeError, UnicodeError
        yield from _read_plainly(content, base, count)
        return
    feed = parsed.get("feed") or {}
    for number, entry in enumerate(parsed.get("entries") or [], count):
        yield _to_entry(entry, feed, base, number)


def _read_plainly(content: bytes, base: str | None, count: int) -> Iterator[Entry]:
    """The entries as far as the plainest elements tell them, of a feed on which feedparser breaks.

    Raises:
        SourceError: none can be told.
    """
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("the feed is broken", "check the feed in a browser") from error
    found = root.iter("{*}item", "{*}entry") if root is not None else ()
    for number, element in enumerate(found, count):
        told: dict[str, str] = {}
        for child in element.iterchildren("*"):
            with suppress(UnicodeDecodeError):  # a broken character in its text
                text = (child.text or "").strip() or (child.get("href") or "")
                told.setdefault(child.tag.rpartition("}")[2].lower(), text)
        summary = max(told.get("encoded", ""), told.get("content", ""), told.get("description", ""), key=len)
        date = told.get("pubdate") or told.get("published") or told.get("updated") or told.get("date")
        entry = {"link": told.get("link"), "title": told.get("title"), "summary": summary, "published": date}
        yield _to_entry(entry, {}, base, number)


def _to_entry(entry: Any, feed: Any, base: str | None, number: int) -> Entry:
    link, path = to_link(find_text(entry, "feedburner_origlink") or find_text(entry, "link"), base)
    contents = [find_text(part, "value") for part in entry.get("content") or []]
    summary = find_text(entry, "summary")
    return Entry(
        link=link,
        path=path,
        title=_plain(find_text(entry, "title")),
        content=max([*contents, summary], key=len),
        authors=clean_authors(find_text(author, "name") for author in entry.get("authors") or []),
        published=parse_date(find_text(entry, "published") or find_text(entry, "updated")),
        publisher=_plain(find_text(feed, "title")) or None,
        language=find_text(feed, "language") or None,
        is_whole=bool(contents) and max(map(len, contents)) >= len(summary),
        name=find_text(entry, "id") or link or path or f"{number + 1}",
    )


def _plain(markup: str) -> str:
    if "<" not in markup:  # nearly always; a parser would take longer than all else
        return to_line(unescape(markup))
    from bs4 import BeautifulSoup

    return to_line(BeautifulSoup(markup, "lxml").get_text())
