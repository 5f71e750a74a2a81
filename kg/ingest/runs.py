"""Runs: the stretches of text that a browser would show as one block each."""

from dataclasses import dataclass, field

from kg.ingest.pieces import Piece, to_line
from kg.ingest.places import Place
from kg.ingest.plain import is_heading
from kg.model import BlockKind

MIN_BOLD = 0.99  # of a run, for it to be a line in bold; rounding aside, all of it


@dataclass(frozen=True, slots=True)
class Run:
    """One stretch of shown text: its lines, parted by single line breaks, and where it stands.

    `linked` and `bold` say how much of it is, 0..1. `row` is set for a row of a data table, whose text it then is.
    `is_pictured` says that a picture stands on the line above.
    """

    lines: tuple[str, ...]
    place: Place
    linked: float = 0.0
    bold: float = 0.0
    row: Piece | None = None
    is_pictured: bool = False

    @property
    def text(self) -> str:
        """The lines as one."""
        return self.lines[0] if len(self.lines) == 1 else " ".join(self.lines)


@dataclass(slots=True)
class Buffer:
    """Collects the inline text of one run."""

    parts: list[str] = field(default_factory=list)
    characters: int = 0
    linked: int = 0
    bold: int = 0
    breaks: int = 0
    pictures: int = 0
    is_pictured: bool = False

    def add(self, text: str, in_link: bool, in_bold: bool) -> None:
        """Takes up a text as it stands in the markup, where a line feed is a space."""
        shown = len(text.strip())
        if not shown and not self.parts:
            return
        self.parts.append(text.replace("\n", " ") if "\n" in text else text)
        if shown:
            self.characters += shown
            self.linked += shown * in_link
            self.bold += shown * in_bold
            self.breaks = 0

    def end_line(self) -> bool:
        """Ends a line; whether the line that it ended was empty."""
        self.breaks += 1
        self.is_pictured = self.is_pictured or (self.pictures > 0 and not self.characters)
        self.parts.append("\n")
        return self.breaks > 1

    def to_run(self, place: Place) -> Run | None:
        """What was collected, or None where it shows nothing."""
        if not self.characters:
            return None
        lines = tuple(line for part in "".join(self.parts).split("\n") if (line := to_line(part)))
        linked, bold = self.linked / self.characters, self.bold / self.characters
        return Run(lines, place, linked, bold, is_pictured=self.is_pictured) if lines else None


def is_marked(run: Run) -> bool:
    """Whether the page marks the run as more than loose text: a heading, also in bold only, an item, a row, …"""
    return run.place.kind is not BlockKind.PARAGRAPH or run.row is not None or is_bold_heading(run)


def is_bold_heading(run: Run) -> bool:
    """Whether the run is a line in bold that reads as a heading."""
    return run.bold >= MIN_BOLD and len(run.lines) == 1 and is_heading(run.text.rstrip(":"))
