"""The lines above a plain text's first paragraph: title, by-line, date, the paper's name, a section label."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.ingest.dates import find_date
from kg.ingest.header import find_byline, is_meta_line
from kg.ingest.metadata import Metadata

MAX_TITLE_CHARACTERS = 200  # headlines of wire services and press releases stay below 160
MAX_LINES = 8  # above the first paragraph; what goes on longer is no masthead
MAX_LABEL_WORDS = 3
# "VILNIUS, 5 September 2024 (Shore Wire) - The council ..."
_DATELINE = re.compile(r"[A-Z][A-Z'’ .,/-]{2,40}.{0,60}?\s[-–—]\s")
_CLOSING = (".", ",", ";", ":", "…")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the first lines hold: `title` is the index of the title's line or None; `dropped` are lines of metadata."""

    title: int | None
    dropped: frozenset[int]
    metadata: Metadata


def read_masthead(lines: Sequence[str]) -> Masthead:
    """What stands above the first paragraph of a text given as its paragraphs, each on one line."""
    size = next((index for index, line in enumerate(lines[:MAX_LINES]) if not _is_short(line)), None)
    if size is None:  # nothing but short lines: notes or verse, whose first line may still be a title
        return Masthead(0 if len(lines) > 1 and is_title(lines[0]) else None, frozenset(), Metadata())
    metas = [index for index in range(size) if is_meta_line(lines[index])]
    titles = [index for index in range(size) if index not in metas]
    if not titles:
        return Masthead(None, frozenset(), Metadata())
    above = [index for index in titles[:1] if len(titles) > 1 and _leads_to_title(lines, index, metas)]
    title = next(index for index in titles if index not in above)
    if not is_title(lines[title]):
        return Masthead(None, frozenset(), Metadata())
    return Masthead(title, frozenset(metas + above), _read_metas(lines, metas, above))


def read_opening(text: str) -> Metadata:
    """What the first paragraph says of the article itself: its dateline's date, or a short line's date and by-line."""
    dateline = _DATELINE.match(text)
    is_line = len(text) <= MAX_TITLE_CHARACTERS and bool(find_date(text))
    published = find_date(text if is_line else dateline.group() if dateline else "")
    authors = find_byline(text) if is_line else ()
    origins = [("authors", "opening")] * bool(authors) + [("published", "opening")] * bool(published)
    return Metadata(authors=authors, published=published, origins=tuple(origins))


def is_title(line: str) -> bool:
    """Whether a line reads as a headline: not long, and not closed as a sentence or lead-in is."""
    return len(line) <= MAX_TITLE_CHARACTERS and not line.endswith(_CLOSING)


def _is_short(line: str) -> bool:
    return is_meta_line(line) or is_title(line)


def _leads_to_title(lines: Sequence[str], index: int, metas: Sequence[int]) -> bool:
    """A label in capitals ("OPINION"), or a paper's name: a date follows it, then the title with its own by-line."""
    if lines[index].isupper() and len(lines[index].split()) <= MAX_LABEL_WORDS:
        return True
    return index + 1 in metas and index + 3 in metas


def _read_metas(lines: Sequence[str], metas: Sequence[int], above: Sequence[int]) -> Metadata:
    authors = next((found for index in metas if (found := find_byline(lines[index]))), ())
    published = next((date for index in metas if (date := find_date(lines[index]))), None)
    publisher = next((lines[index] for index in above if not lines[index].isupper()), None)
    given = {"authors": authors, "published": published, "publisher": publisher}
    origins = tuple((name, "masthead") for name in sorted(given) if given[name])
    return Metadata(authors=authors, published=published, publisher=publisher, origins=origins)
