"""The sentences of figures.txt with their figures, and how many of them are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from kg.model import Comparator
from tests.extract.metrics.reading import Figure

PATH = Path(__file__).with_name("figures.txt")
BOUNDS = {
    "": Comparator.EXACTLY,
    ">": Comparator.MORE_THAN,
    "<": Comparator.LESS_THAN,
    ">=": Comparator.AT_LEAST,
    "<=": Comparator.UP_TO,
    "~": Comparator.ABOUT,
}
ENOUGH = 0.35  # of the words of two wordings that agree, from which on they measure the same: as the scorer has it
SMALL = frozenset(
    ["a", "an", "the", "of", "to", "in", "on", "for", "and", "or", "by", "with", "from", "at", "as", "per"]
)


@dataclass(frozen=True)
class Told:
    """A figure that a sentence states; `about` are names, any of which will do."""

    bound: Comparator
    value: Decimal
    unit: str
    about: tuple[str, ...]
    measures: str

    def is_read_as(self, figure: Figure) -> bool:
        """Whether a figure has this value and unit."""
        metric = figure.metric
        return metric.value == self.value and metric.unit.split(":")[1].upper() == self.unit.upper()

    def is_of(self, figure: Figure) -> bool:
        """Whether a figure is about one of those that this is about."""
        return bool({name.lower() for name in self.about} & {name.lower() for name in figure.about})

    def is_bound_as(self, figure: Figure) -> bool:
        """Whether a figure has this bound."""
        return figure.metric.comparator is self.bound

    def is_worded_as(self, figure: Figure) -> bool:
        """Whether a figure measures the same in other words."""
        own, other = stems(self.measures), stems(figure.metric.measures)
        return 2 * len(own & other) >= ENOUGH * (len(own) + len(other))


def stems(text: str) -> set[str]:
    """The words of a wording without their endings."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {re.sub(r"(?<=\w\w\w)(?:ings?|ed|es|s|e|y|ments?|ations?)$", "", word) for word in words} - SMALL


def load_told() -> Iterator[tuple[str, list[Told]]]:
    """Every sentence, marked, with its figures."""
    for passage in PATH.read_text("utf-8").split("\n\n"):
        lines = [line for line in passage.strip().splitlines() if not line.startswith("#")]
        if lines:
            yield lines[0], [_parse(line) for line in lines[1:]]


def _parse(line: str) -> Told:
    figure, about, measures = (part.strip() for part in line.split("|"))
    *bound, value, unit = figure.split()
    names = tuple(name.strip() for name in about.split(";"))
    return Told(BOUNDS["".join(bound)], Decimal(value), unit, names, measures)
