"""What the layers hand over: a stretch of one block's text that one of them takes for a name."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import EntityClass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name: `start` and `end` count code points of its block's text; `layer` says which layer found it."""

    start: int
    end: int
    cls: EntityClass
    layer: str
    confidence: float = 1.0

    def cut(self, text: str) -> str:
        """The characters of the block's text that it covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Candidate") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def keep_apart(ranked: list[Candidate]) -> Iterator[Candidate]:
    """Those of the candidates, best first, that overlap none before them."""
    kept: list[Candidate] = []
    for candidate in ranked:
        if not any(candidate.overlaps(other) for other in kept):
            kept.append(candidate)
            yield candidate
