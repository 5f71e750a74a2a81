"""The queries that ship with the package, in `ontology/queries`: found by name, their parameters filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from pyoxigraph import Literal

from kg.errors import QueryError, ResourceError, UnknownQuery
from kg.resources import ontology_path

_HEADER = re.compile(r"^#\s*(title|description|parameters):\s*(.+?)\s*$", re.MULTILINE)
_REQUIRED = "(required)"


@dataclass(frozen=True)
class ShippedQuery:
    """One query of ours: what it answers, what may be given to it, and its SPARQL, which also runs as it stands."""

    name: str
    title: str
    description: str
    parameters: tuple[str, ...]
    required: tuple[str, ...]
    text: str

    def bind(self, values: Mapping[str, str]) -> str:
        """The query with its parameters set; one that is not given, or is empty, asks for all.

        What a parameter adds stands in the text as comments, `#name …`, with UNDEF for the value, which takes its place
        as an RDF literal, so that nothing in it can act as SPARQL.

        Raises:
            QueryError: a parameter has no such name, or one that must be given is missing.
        """
        known = ", ".join(self.parameters) or "none"
        for name in values:
            if name not in self.parameters:
                raise QueryError(f"the query {self.name} has no parameter {name!r}", f"its parameters: {known}")
        given = {name: str(Literal(value.strip())) for name, value in values.items() if value.strip()}
        for name in self.required:
            if name not in given:
                raise QueryError(f"the query {self.name} needs a value for {name!r}", f"its parameters: {known}")
        return "".join(_fill(line, given) for line in self.text.splitlines(keepends=True))


def _fill(line: str, given: Mapping[str, str]) -> str:
    """The line, set free and filled in where it belongs to a parameter that is given."""
    name, _, rest = line.strip().removeprefix("#").partition(" ")
    if not line.lstrip().startswith("#") or name not in given:
        return line
    return rest.replace("UNDEF", given[name]) + "\n"


def list_queries() -> tuple[ShippedQuery, ...]:
    """Every shipped query, by name.

    Raises:
        ResourceError: the installation lacks them.
    """
    return tuple(_read_all(ontology_path("queries")).values())


def find_query(name: str) -> ShippedQuery:
    """The shipped query of that name.

    Raises:
        UnknownQuery: there is none; knows the nearest names.
    """
    queries = _read_all(ontology_path("queries"))
    if name not in queries:
        raise UnknownQuery(name, get_close_matches(name, queries, n=3, cutoff=0.5))
    return queries[name]


@cache
def _read_all(folder: Path) -> dict[str, ShippedQuery]:
    return {path.stem: read_query(path) for path in sorted(folder.glob("*.rq"))}


def read_query(path: Path) -> ShippedQuery:
    """One query from its file, whose first lines are `# title:`, `# description:` and, if any, `# parameters:`.

    Raises:
        ResourceError: the first two are missing.
    """
    text = path.read_text(encoding="utf-8")
    header = dict(_HEADER.findall(text))
    if not {"title", "description"} <= header.keys():
        raise ResourceError(f"{path} has no title or no description", "mend or restore the file")
    stated = [part.strip() for part in header.get("parameters", "").split(",") if part.strip()]
    names = tuple(part.removesuffix(_REQUIRED).strip() for part in stated)
    required = tuple(name for name, part in zip(names, stated, strict=True) if part.endswith(_REQUIRED))
    return ShippedQuery(path.stem, header["title"], header["description"], names, required, text)
