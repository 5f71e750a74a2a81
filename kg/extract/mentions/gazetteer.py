"""Names that are known to the world: who bears them, and where a text has them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extract.mentions.candidates import Candidate
from kg.model import EntityClass
from kg.resources import ontology_path

_FILES = ("companies", "public", "civil", "systems", "policies", "events", "people", "places", "cities")
_KINDS = {"companies": "company", "public": "public"}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Known:
    """One known thing.

    `names` starts with the full name. `parent` is the name of what it belongs to (a company's owner, a system's
    developer) or empty: background for typing, never a fact. `care` says what else the name can be: "word" (a common
    English word), "person" (a person's name), "country" (its aliases are borne in other countries too) or
    empty. `wikidata` is an item's id where a source was seen, else empty. `kind` says of an organization which file
    lists it: "company" or "public", else empty.
    """

    id: str
    cls: EntityClass
    names: tuple[str, ...]
    parent: str = ""
    care: str = ""
    wikidata: str = ""
    kind: str = ""


@cache
def load_known() -> tuple[Known, ...]:
    """Everything that the gazetteer's files list, in their order."""
    return tuple(known for name in _FILES for known in _read(name))


def _read(name: str) -> Iterator[Known]:
    with ontology_path("gazetteer", f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            aliases = [alias for alias in row["aliases"].split("; ") if alias]
            names = (row["name"], *aliases)
            cls, kind = EntityClass(row["class"]), _KINDS.get(name, "")
            yield Known(row["id"], cls, names, row["parent"], row["care"], row["wikidata"], kind)


@cache
def _by_name() -> dict[str, tuple[Known, ...]]:
    found: dict[str, tuple[Known, ...]] = {}
    for known in load_known():
        for name in known.names:
            found[name] = (*found.get(name, ()), known)
    return found


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    words: dict[str, list[str]] = {}
    for name in {*_by_name(), *(name.upper() for name in _by_name())}:
        first = _WORD.search(name)
        if first:
            words.setdefault(first[0], []).append(name)
    return {word: tuple(sorted(names, key=lambda name: (-len(name), name))) for word, names in words.items()}


@cache
def _upper() -> dict[str, str]:
    return {name.upper(): name for name in reversed(_by_name())}


def known_as(name: str) -> tuple[Known, ...]:
    """The known things that bear exactly this name, in the gazetteer's order; none if it is unknown."""
    return _by_name().get(name, ())


def find_known(text: str) -> Iterator[tuple[Candidate, Known]]:
    """Every known name in a block's text with what it is taken for, longest first at each place, not overlapping.

    Names in capitals are found where the whole block is in capitals, and at its start, as datelines have them.
    """
    loud = text.isupper()
    position = 0
    for word in _WORD.finditer(text):
        if word.start() < position:
            continue
        name = _match(text, word, loud or not word.start())
        if name:
            start = word.start() - _WORD.search(name).start()  # type: ignore[union-attr]
            known = known_as(name)[0] if known_as(name) else known_as(_upper()[name])[0]
            position = start + len(name)
            yield Candidate(start, position, known.cls, "gazetteer", 0.95), known


def _match(text: str, word: re.Match[str], loud: bool) -> str | None:
    for name in _by_first_word().get(word[0], ()):
        start = word.start() - _WORD.search(name).start()  # type: ignore[union-attr]
        end = start + len(name)
        if start >= 0 and text.startswith(name, start) and _ends(text, end) and (loud or known_as(name)):
            return name
    return None


_GOES_ON = re.compile(r"[^\W_]|-\d|\.\d|['’](?!s\b|\W|$)\w")


def _ends(text: str, end: int) -> bool:
    """Whether a name that stops here is a whole one: not "Llama" in "Llama-3" or "Llamas"."""
    return not _GOES_ON.match(text, end)
