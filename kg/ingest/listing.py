"""`sources.toml`: the list of sources that an operator keeps, each with its options.

[[source]]
name = "Shore Courier"
location = "https://shore.example/feed.xml"
max_age_days = 30
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kg.errors import SourceError
from kg.ingest.files import is_address
from kg.ingest.kinds import Kind

FILE_NAME = "sources.toml"
TABLE = "source"
_READ = ("pages", "feed")


@dataclass(frozen=True, slots=True)
class Source:
    """Where articles come from, and what is to be done with them; only `location` has to be given.

    location: a file, a folder, a pattern, an address, or "-" for standard input. Relative to the list's own folder.
    name: what people call it.
    kind: what it must be ("feed", "sitemap", "warc", ...); empty for whatever it is. So a feed that has become an
        error page is a failure and no article.
    language: the language of its articles ("en"), which is then not looked for in each; empty to look.
    max_age_days: entries that are older are left out; None for all.
    max_entries: how many entries are read each time, the newest first; None for all.
    read: "pages" to read the pages that a feed's entries lead to, "feed" to read what the feed itself holds.
    publisher: who publishes its articles; empty for what they say themselves.
    enabled: false to leave it out for now.
    """

    location: str
    name: str = ""
    kind: str = field(default="", metadata={"allowed": tuple(kind.value for kind in Kind if kind is not Kind.LIST)})
    language: str = ""
    max_age_days: int | None = field(default=None, metadata={"least": 1})
    max_entries: int | None = field(default=None, metadata={"least": 1})
    read: str = field(default="pages", metadata={"allowed": _READ})
    publisher: str = ""
    enabled: bool = True

    @property
    def title(self) -> str:
        """What to call it: its name, else its location."""
        return self.name or self.location


def read_listing(content: bytes, folder: Path | None) -> list[Source]:
    """The sources of a list, in its order, those that are not enabled too; `folder` is the list's own.

    Raises:
        SourceError: it is no TOML, a key is unknown, or a value has the wrong type.
    """
    try:
        listing = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SourceError(f"the list of sources is not TOML ({error})", "see https://toml.io") from error
    _check_keys(listing, (TABLE,), "the list")
    tables = listing.get(TABLE, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise SourceError("the list of sources has no [[source]] tables", "begin each source with [[source]]")
    return [_to_source(table, number, folder) for number, table in enumerate(tables, 1)]


def _to_source(table: Mapping[str, Any], number: int, folder: Path | None) -> Source:
    where = f"source {number}" + (f" ({table['name']})" if isinstance(table.get("name"), str) else "")
    known = {one.name: one for one in fields(Source)}
    _check_keys(table, tuple(known), where)
    if not table.get("location"):
        raise SourceError(f"{where} has no location", 'give it one: location = "https://..."')
    for key, value in table.items():
        for problem in _find_problems(known[key].type, known[key].metadata, value):
            raise SourceError(f"{where}: {key} = {value!r} is not {problem}", "see README.md, Sources")
    location = str(table["location"])
    is_place = location != "-" and not is_address(location) and folder is not None
    return Source(
        **{**table, "location": str(folder / Path(location).expanduser()) if is_place and folder else location}
    )


def _find_problems(wanted: Any, limits: Mapping[str, Any], value: object) -> Iterator[str]:
    """What the value should be and is not."""
    if wanted is bool and not isinstance(value, bool):
        yield "true or false"
    elif wanted is str and not isinstance(value, str):
        yield "a text"
    elif wanted == int | None and (not isinstance(value, int) or isinstance(value, bool) or value < limits["least"]):
        yield f"a whole number from {limits['least']} on"
    elif "allowed" in limits and value not in limits["allowed"]:
        yield f"one of {', '.join(limits['allowed'])}"


def _check_keys(table: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            advice = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(known)}"
            raise SourceError(f"{where} has the unknown key {key!r}", advice)
