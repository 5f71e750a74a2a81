"""Which colour and shape a class has and how a stance is drawn; `tests/view/test_palette.py` holds it readable."""

import math
from dataclasses import dataclass

from kg.view.elements import Stance


@dataclass(frozen=True, slots=True)
class Look:
    """How the nodes of a class are drawn: their name for readers, colours on light and dark ground, vis-network shape.

    `scale` is relative to a named thing's size; `is_shown` says whether the class is on when the page opens.
    """

    name: str
    light: str
    dark: str
    shape: str
    scale: float = 1.0
    is_shown: bool = True


LOOKS = {
    "Organization": Look("Organization", "#332288", "#8fa8ff", "dot"),
    "Person": Look("Person", "#cc6677", "#ff9aa8", "dot"),
    "StakeholderGroup": Look("Group", "#9b6a2f", "#e0b070", "hexagon"),
    "AISystem": Look("AI system", "#2b8f83", "#5fd3c4", "diamond"),
    "Policy": Look("Policy", "#117733", "#6ccb7f", "square"),
    "Document": Look("Document", "#8a8a1f", "#d3d35a", "square"),
    "Event": Look("Event", "#b8860b", "#f0cf65", "star"),
    "Place": Look("Place", "#3f8fc0", "#88ccee", "hexagon"),
    "Proposal": Look("Proposal", "#aa4499", "#e58fd6", "triangle", 0.85),
    "Risk": Look("Risk", "#a3153f", "#ff7d6e", "triangleDown", 0.85),
    # most claims are figures: shown at once they hide who does what to whom
    "Metric": Look("Figure", "#777777", "#a8a8a8", "dot", 0.5, is_shown=False),
}
"""By class, in the order of the legend. Hues are Paul Tol's "muted" set (https://personal.sron.nl/~pault/), darkened
on light ground and lightened on dark until they contrast; where colour-blind readers see two alike, shapes differ."""

OTHER = Look("Other", "#555555", "#bbbbbb", "square")

DASHES: dict[Stance, tuple[int, ...]] = {
    Stance.FACT: (),
    Stance.PLANNED: (9, 5),
    Stance.POSSIBLE: (2, 5),
    Stance.DENIED: (12, 4, 2, 4),
    Stance.DISPUTED: (),
}
"""Lengths of strokes and gaps in pixels: stances differ without colour, but for facts and disputed ones, which a
reader tells apart by the mark on the line."""

MIN_SIZE, MAX_SIZE, SIZE_PER_ROOT = 6.0, 30.0, 3.0  # radii in pixels: an area in proportion to the degree


def to_look(cls: str) -> Look:
    """How nodes of the class are drawn; classes that we do not know look alike."""
    return LOOKS.get(cls, OTHER)


def to_size(cls: str, degree: int) -> float:
    """The radius in pixels of a node with that many ties."""
    return round(min(MIN_SIZE + SIZE_PER_ROOT * math.sqrt(degree), MAX_SIZE) * to_look(cls).scale, 1)


def to_words(name: str) -> str:
    """A predicate as a reader says it: "formerlyAt" -> "formerly at"."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
