"""Sitemaps, news sitemaps and their indexes to entries (https://www.sitemaps.org/protocol.html).

A news sitemap adds headline, publication and date to each address:
https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from kg.errors import SourceError
from kg.ingest.dates import parse_date
from kg.ingest.decoding import without_halves
from kg.ingest.entries import MAX_ENTRIES, Entry, to_link
from kg.ingest.pieces import to_line

MAX_TEXT_CHARACTERS = 4_096
FED_BYTES = 65_536
_BARE = re.compile(rb"&(?!(?:[A-Za-z]\w*|#\d+|#x[0-9A-Fa-f]+);)")  # the usual slip: addresses are full of them


@dataclass(frozen=True, slots=True)
class Below:
    """A sitemap that an index names: `link`, `path` and `published` as in `Entry`."""

    link: str
    path: str = ""
    published: str | None = None


def read_sitemap(content: bytes, base: str | None = None) -> Iterator[Entry | Below]:
    """What a sitemap that was read from the address `base` lists, in its order: addresses, or further sitemaps.

    Entities are not expanded, nothing is fetched. Of a truncated sitemap all whole entries are given first.

    Raises:
        SourceError: it is broken; what came before was whole.
    """
    from lxml import etree

    # fed and never closed, so that an element counts as ended only where its own end tag stands
    parser = etree.XMLPullParser(
        events=("end",), tag=("{*}url", "{*}sitemap", "{*}urlset", "{*}sitemapindex"),
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    sound = _BARE.sub(b"&amp;", without_halves(content))
    count, is_ended, is_broken = 0, False, False
    for start in range(0, len(sound), FED_BYTES):
        try:
            parser.feed(sound[start : start + FED_BYTES])
        except etree.XMLSyntaxError:
            is_broken = True
        for _, element in parser.read_events():
            is_ended = element.tag.endswith(("urlset", "sitemapindex"))
            count += 1
            if count > MAX_ENTRIES + is_ended:
                raise SourceError(f"the sitemap lists more than {MAX_ENTRIES:,} addresses", "the rest is left out")
            with suppress(UnicodeDecodeError):  # a broken character in it
                yield from _read_element(element, base)
            element.clear()  # what has been read needs no memory
        if is_broken:
            break
    if not is_ended:
        raise SourceError("the sitemap is broken or ends too early", "check it in a browser")


def _read_element(element: Any, base: str | None) -> Iterator[Entry | Below]:
    if element.tag.endswith(("urlset", "sitemapindex")):
        return
    told = dict(_texts(element))
    link, path = to_link(told.get("loc", ""), base)
    if not link and not path:
        return
    if element.tag.rpartition("}")[2] == "sitemap":
        yield Below(link, path, parse_date(told.get("lastmod", "")))
        return
    yield Entry(
        link=link,
        path=path,
        title=told.get("title", ""),
        published=parse_date(told.get("publication_date") or told.get("lastmod") or ""),
        publisher=told.get("name") or None,
        language=told.get("language") or None,
        name=link or path,
    )


def _texts(element: Any) -> Iterator[tuple[str, str]]:
    """The name and text of everything below, the outermost last: an image has a title and an address as well."""
    found = [
        (child.tag.rpartition("}")[2], to_line((child.text or "")[:MAX_TEXT_CHARACTERS]))
        for child in element.iterdescendants()
        if isinstance(child.tag, str) and "sitemap-image" not in child.tag and "sitemap-video" not in child.tag
    ]
    yield from reversed([(name, text) for name, text in found if text])


def read_addresses(text: str) -> Iterator[Entry]:
    """The addresses of a plain list, one a line, as the protocol allows; lines that are none are left out."""
    for line in text.splitlines()[:MAX_ENTRIES]:
        link, _ = to_link(line, None)
        if link:
            yield Entry(link=link, name=link)
