"""Reads the annotated corpus in `data/corpus/`: one unit a line, names marked as `[Anthropic|Organization]`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "data" / "corpus"
CLASSES = ("Organization", "Person", "AISystem", "Policy", "Document", "Event", "Place")
UNSAID = ""  # the class of a stretch of which an annotation does not say whether it is a name
_MARK = re.compile(r"\[([^\[\]|]+)\|(\w+)\]")


@dataclass(frozen=True, slots=True)
class Line:
    """One annotated line: `text` without the marks, `marks` as (start, end, class) in code points, in order."""

    text: str
    marks: tuple[tuple[int, int, str], ...]


def parse_line(marked: str) -> Line:
    """The line that a marked text stands for.

    Raises:
        ValueError: a bracket is open or a class is unknown.
    """
    text, marks, last = "", [], 0
    for mark in _MARK.finditer(marked):
        if mark[2] not in CLASSES:
            raise ValueError(f"unknown class {mark[2]!r} in {marked!r}")
        text += marked[last : mark.start()]
        marks.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        last = mark.end()
    text += marked[last:]
    if any(sign in text for sign in "[]|"):
        raise ValueError(f"broken mark in {marked!r}")
    return Line(text, tuple(marks))


def read_file(path: Path) -> Iterator[Line]:
    """The lines of one file, in order, without comments and empty lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield parse_line(line.strip())


def read_corpus(heldout: bool = False, without: tuple[str, ...] = ()) -> list[list[Line]]:
    """The files of all hands, in order of their paths: those to train on, or those held out; not hands `without`."""
    paths = sorted(path for path in CORPUS.glob("hand-*/*.txt") if (path.stem == "heldout") == heldout)
    return [list(read_file(path)) for path in paths if path.parent.name not in without]
