"""What a feed or sitemap says of one article."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from kg.ingest.metadata import clean_url
from kg.model import Failure

MAX_ENTRIES = 50_000  # what a sitemap may hold (https://www.sitemaps.org/protocol.html); no feed comes near


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: empty where the source says nothing.

    `link` is an http(s) address. `path` is a relative reference instead, where the source has no address itself: a
    file beside it. `content` is HTML; `is_whole` says whether it is meant to be all of the article. `name` tells the
    entry from the others of its source. `published` is ISO 8601.
    """

    link: str = ""
    path: str = ""
    title: str = ""
    content: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    is_whole: bool = False
    name: str = ""


def find_text(holder: Any, key: str) -> str:
    """What a mapping of any kind has under a key if that is text, empty else; halves of characters become "?"."""
    value = holder.get(key)
    if not isinstance(value, str):
        return ""
    return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")


def to_link(text: str, base: str | None) -> tuple[str, str]:
    """The http(s) address that a link means, and the relative path where there is no `base` for it; both may be empty.

    Anything else, javascript: and file: among it, gives neither.
    """
    text = text.strip()
    if not text:
        return "", ""
    if link := clean_url(text, base):
        return link, ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return "", ""
    is_path = not (base or parts.scheme or parts.netloc or text.startswith(("/", "\\"))) and bool(parts.path)
    return "", text if is_path else ""


def to_moment(published: str | None) -> datetime | None:
    """The moment that an ISO date means, in UTC where it names no zone; None where it is none."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def newest_first(entries: Iterable[Entry | Failure]) -> Iterator[Entry | Failure]:
    """The entries by date, those without date last, else in their order; failures before them."""
    found = list(entries)
    least = datetime.min.replace(tzinfo=UTC)
    yield from (entry for entry in found if isinstance(entry, Failure))
    kept = [entry for entry in found if isinstance(entry, Entry)]
    yield from sorted(kept, key=lambda entry: to_moment(entry.published) or least, reverse=True)


def is_older(published: str | None, days: int | None) -> bool:
    """Whether a date is more than so many days ago; false where either is not known."""
    moment = to_moment(published)
    return bool(days and moment and moment < datetime.now(UTC) - timedelta(days=days))
