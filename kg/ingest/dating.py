"""When a page says that its article was published: in its metadata, its address, or where readers see it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bs4.element import Tag

from kg.ingest.credits import load_credits
from kg.ingest.dates import find_date, parse_date
from kg.ingest.furniture import is_aside
from kg.ingest.linked_data import Node, to_text
from kg.ingest.tree import Tree

METAS = (
    *("article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate"),
    *("dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "citation_publication_date"),
    *("dcterms.issued", "cxenseparse:publishtime", "publish_date", "publication_date"),
)
VAGUE_METAS = ("date", "dc.date", "dcterms.date")  # which may be that of a change as well
PUBLISHED = "datePublished"
ADDRESS = "address"  # the origin of a date that stands in it
MAX_MARKS = 20  # elements with dates that are looked at; pages of many articles have hundreds
MAX_SHOWN_CHARACTERS = 80  # of an element or line that gives a date; what is longer is a sentence with a date in it
OLD_DAYS = 30  # by which an address is older than what the page claims, where the claim is that of a later version
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
_IN_UTC = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:\+00:00)$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, or moment, of publication as ISO 8601 has it, and where it was found."""

    iso: str
    origin: str

    @property
    def day(self) -> date:
        """The day, in the zone that the moment is given in."""
        return date.fromisoformat(self.iso[:10])


def find_published(tree: Tree, metas: dict[str, list[str]], node: Node, url: str | None) -> Dated | None:
    """What the page marks as the moment of publication; its address's day where that tells better."""
    marked = next(_marked(tree, metas, node), None)
    addressed = read_address(url or "")
    if marked and addressed and is_better(addressed, marked):
        return addressed
    vague = _from_metas(metas, VAGUE_METAS)
    return marked or addressed or next(_shown(tree), None) or next(vague, None)


def is_better(other: Dated, marked: Dated) -> bool:
    """Whether a day that readers see tells better than what is marked.

    So it does beside a moment in UTC one day off, for it is the day of where the publisher is; and so does an
    address's where what is marked is much later: sites mark all their articles anew when they move.
    """
    apart = marked.day - other.day
    is_zone = abs(apart) == timedelta(days=1) and bool(_IN_UTC.search(marked.iso))
    return is_zone or (other.origin == ADDRESS and apart > timedelta(days=OLD_DAYS))


def read_address(url: str) -> Dated | None:
    """The day that stands in an address: ".../2024/05/31/..."."""
    found = _IN_ADDRESS.search(url)
    iso = parse_date("-".join(found.groups())) if found else None
    return Dated(iso, ADDRESS) if iso else None


def read_lines(lines: Sequence[str]) -> Dated | None:
    """The first date in the lines around a title that is not that of a change."""
    change = load_credits().change
    short = (line for line in lines if len(line) <= MAX_SHOWN_CHARACTERS and not change.search(line))
    iso = next(filter(None, map(find_date, short)), None)
    return Dated(iso, "shown date") if iso else None


def _marked(tree: Tree, metas: dict[str, list[str]], node: Node) -> Iterator[Dated]:
    yield from _parse((to_text(node.get(key)), f"json-ld {key}") for key in (PUBLISHED, "dateCreated"))
    yield from _from_metas(metas, METAS[:1])
    times = [time for time in tree.all("time") if time.has_attr("pubdate") or time.get("itemprop") == PUBLISHED]
    yield from _parse((_text_of(time), "time") for time in times)
    yield from _from_metas(metas, METAS[1:])


def _from_metas(metas: dict[str, list[str]], names: Iterable[str]) -> Iterator[Dated]:
    return _parse((text, f"meta {name}") for name in names for text in metas.get(name, ()))


def _shown(tree: Tree) -> Iterator[Dated]:
    """Dates in elements made for them, in order, but in boxes of comments and other articles."""
    for name in ("time", "dated"):
        tags = [tag for tag in tree.all(name)[:MAX_MARKS] if not _is_change(tag) and not is_aside(tag)]
        yield from _parse((_text_of(tag), name) for tag in tags)


def _is_change(tag: Tag) -> bool:
    told = (tag.attrs.get("class", ""), tag.attrs.get("itemprop", ""), tag.get_text(" ", strip=True))
    return any(load_credits().change.search(str(text)[:MAX_SHOWN_CHARACTERS]) for text in told)


def _text_of(tag: Tag) -> str:
    text = str(tag.get("datetime") or tag.get_text(" ", strip=True))
    return text if len(text) <= MAX_SHOWN_CHARACTERS else ""


def _parse(found: Iterable[tuple[str, str]]) -> Iterator[Dated]:
    for text, origin in found:
        if iso := parse_date(text):
            yield Dated(iso, origin)
