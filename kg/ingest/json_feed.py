"""JSON Feed 1.0 and 1.1 to entries (https://www.jsonfeed.org/version/1.1/)."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import SourceError
from kg.ingest.authors import clean_authors
from kg.ingest.dates import parse_date
from kg.ingest.decoding import decode
from kg.ingest.entries import Entry, find_text, to_link
from kg.ingest.pieces import to_line


def read_json_feed(content: bytes, base: str | None = None) -> Iterator[Entry]:
    """The entries of a feed that was read from the address `base`, in its order; what is of the wrong type is left out.

    Raises:
        SourceError: it is no JSON, or holds no list of items.
    """
    try:
        feed = json.loads(decode(content), strict=False)
    except (ValueError, RecursionError) as error:
        raise SourceError("the JSON feed is broken", "check the feed in a browser") from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise SourceError("the JSON feed has no list of items", "check the feed in a browser")
    for number, item in enumerate(_dicts(feed["items"])):
        yield _to_entry(item, feed, base, number)


def _to_entry(item: Mapping[str, Any], feed: Mapping[str, Any], base: str | None, number: int) -> Entry:
    link, path = to_link(find_text(item, "url") or find_text(item, "external_url"), base)
    whole = find_text(item, "content_html") or _as_html(find_text(item, "content_text"))
    authors = _dicts(item.get("authors")) or _dicts([item.get("author")])
    authors = authors or _dicts(feed.get("authors")) or _dicts([feed.get("author")])
    return Entry(
        link=link,
        path=path,
        title=to_line(find_text(item, "title")),
        content=whole or _as_html(find_text(item, "summary")),
        authors=clean_authors(find_text(author, "name") for author in authors),
        published=parse_date(find_text(item, "date_published") or find_text(item, "date_modified")),
        publisher=to_line(find_text(feed, "title")) or None,
        language=find_text(item, "language") or find_text(feed, "language") or None,
        is_whole=bool(whole),
        name=_to_name(item.get("id")) or link or path or f"{number + 1}",
    )


def _to_name(value: object) -> str:
    """An id as text: some feeds give numbers, which the standard asks readers to take."""
    is_id = isinstance(value, str | int | float) and not isinstance(value, bool)
    return to_line(str(value)[:1000]) if is_id else ""


def _dicts(value: object) -> list[Mapping[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _as_html(text: str) -> str:
    paragraphs = re.split(r"\n\s*\n", text.replace("&", "&amp;").replace("<", "&lt;"))
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph.strip())
