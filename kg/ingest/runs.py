"""Runs: the stretches of text that a browser would show as one block each."""

from dataclasses import dataclass, field

from kg.ingest.pieces import Piece, to_line
from kg.ingest.places import Place


@dataclass(frozen=True, slots=True)
class Run:
    """One stretch of shown text: its lines, parted by single line breaks, and where it stands.

    `linked` and `bold` say how much of it is, 0..1. `row` is set for a row of a data table, whose text it then is.
    """

    lines: tuple[str, ...]
    place: Place
    linked: float = 0.0
    bold: float = 0.0
    row: Piece | None = None

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
        self.parts.append("\n")
        return self.breaks > 1

    def to_run(self, place: Place) -> Run | None:
        """What was collected, or None where it shows nothing."""
        if not self.characters:
            return None
        lines = tuple(line for part in "".join(self.parts).split("\n") if (line := to_line(part)))
        return Run(lines, place, self.linked / self.characters, self.bold / self.characters) if lines else None
