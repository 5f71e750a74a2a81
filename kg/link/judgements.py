"""Human judgements about who is who: a text file that beats every rule of linking, and survives every re-ingest.

One judgement a line: a verb, a class, names, parted by bars; from "#" on it is a note. The first line says the version.

    version 1
    same       Organization | Birch Hill Partners | Birch Hill Capital      # renamed in 2024
    different  Person | Ann Lee @ 9a1b5f0c2d3e4f50 | Ann Lee                # the judge, not the minister
    rename     Organization | Quillon | Quillon Laboratories B.V.
    type       AISystem | Juno | Organization

A name stands for every thing of its class that has this name; "@" and an article's id narrow it to that article.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ConfigError
from kg.model import EntityClass

VERSION = "version 1"
VERBS = ("same", "different", "rename", "type")


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One name that a judgement is about; `article` narrows it to one article's mentions, "" to none."""

    name: str
    article: str = ""

    def __str__(self) -> str:
        return f"{self.name} @ {self.article}" if self.article else self.name


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """One judgement: `verb` is one of `VERBS`; `value` the new label or class name of "rename" and "type", else "".

    `sides` are two for "same" and "different", one otherwise. `line` counts from 1, 0 when it was not read from a file.
    """

    verb: str
    cls: EntityClass
    sides: tuple[Side, ...]
    value: str = ""
    note: str = ""
    line: int = 0

    def __str__(self) -> str:
        parts = [str(side) for side in self.sides] + ([self.value] if self.value else [])
        return f"{self.verb} {self.cls} | {' | '.join(parts)}" + (f"  # {self.note}" if self.note else "")


def parse_judgements(text: str, location: str = "judgements") -> tuple[Judgement, ...]:
    """The judgements of a file's text, in its order.

    Raises:
        ConfigError: the version is missing or another, or a line is not a judgement; says which line.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line and not line.startswith("#")]
    if not lines:
        return ()
    if lines[0][1] != VERSION:
        raise ConfigError(f"{location}: line {lines[0][0]}: expected {VERSION!r}", f"begin the file with {VERSION!r}")
    return tuple(_parse_line(line, number, location) for number, line in lines[1:])


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a file; none where there is no such file.

    Raises:
        ConfigError: it cannot be parsed.
    """
    return parse_judgements(path.read_text(encoding="utf-8"), str(path)) if path.exists() else ()


def format_judgements(judgements: Iterable[Judgement]) -> str:
    """The text of a file that `parse_judgements` reads back, in the given order."""
    return "\n".join([VERSION, *(str(judgement) for judgement in judgements), ""])


def _parse_line(line: str, number: int, location: str) -> Judgement:
    body, _, note = line.partition("#")
    head, *rest = (part.strip() for part in body.split("|"))
    words = head.split()
    wanted = {"same": 2, "different": 2, "rename": 2, "type": 2}
    if len(words) != 2 or words[0] not in wanted or len(rest) != wanted[words[0]] or not all(rest):
        raise ConfigError(f"{location}: line {number}: not a judgement: {line}", "write: VERB CLASS | NAME | NAME")
    verb, cls = words[0], _parse_class(words[1], number, location)
    if verb in {"same", "different"}:
        return Judgement(verb, cls, tuple(_parse_side(part) for part in rest), note=note.strip(), line=number)
    value = str(_parse_class(rest[1], number, location)) if verb == "type" else rest[1]
    return Judgement(verb, cls, (_parse_side(rest[0]),), value, note.strip(), number)


def _parse_class(name: str, number: int, location: str) -> EntityClass:
    try:
        return EntityClass(name)
    except ValueError:
        known = ", ".join(EntityClass)
        raise ConfigError(f"{location}: line {number}: no class {name!r}", f"use one of: {known}") from None


def _parse_side(text: str) -> Side:
    name, _, article = text.rpartition(" @ ")
    return Side(name.strip(), article.strip()) if name else Side(text)
