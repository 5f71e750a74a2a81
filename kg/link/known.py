"""What the gazetteer knows of the things that it decided: the name to show, and the same thing in Wikidata."""

import csv
from dataclasses import dataclass
from functools import cache

from kg.names import fold
from kg.resources import ontology_path

WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True, slots=True)
class KnownThing:
    """One known thing: its full name, and the IRIs of the same thing elsewhere."""

    name: str
    same_as: tuple[str, ...] = ()


@cache
def load_common_names() -> frozenset[str]:
    """The names, folded, that things in several countries bear: they say nothing outside the article they stand in."""
    found: set[str] = set()
    for path in sorted(ontology_path("gazetteer").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = [row for row in csv.DictReader(lines) if row["care"] == "country"]
        found.update(fold(alias) for row in rows for alias in row["aliases"].split("; "))
    return frozenset(found)


@cache
def load_known_things() -> dict[str, KnownThing]:
    """Every thing of the gazetteer by its id ("org/anthropic").

    Raises:
        ResourceError: the gazetteer is missing from the installation.
    """
    found: dict[str, KnownThing] = {}
    for path in sorted(ontology_path("gazetteer").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                item = row.get("wikidata") or ""
                found[row["id"]] = KnownThing(row["name"], (WIKIDATA + item,) if item else ())
    return found
