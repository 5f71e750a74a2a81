"""How sure a claim is, as the share of its like that proved right: what readers count on, made from what rules give.

A rule's own confidence orders claims; it was never counted. The curves of `ontology/confidence.toml`, which
`scripts/measure-calibration --fit` counts on articles with known facts, say how many of such claims were right.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kg.errors import ResourceError
from kg.model import Claim
from kg.resources import ontology_path, read_table

KINDS = {"hasMetric": "metric", "proposes": "proposal", "addressedTo": "proposal", "warnsOf": "risk"}
RELATION = "relation"  # the kind of every other predicate
DIGITS = 3  # as many as the rules' own confidences have


@dataclass(frozen=True, slots=True)
class Curve:
    """The share of right claims at some confidences of the rules, both rising; straight lines in between."""

    raw: tuple[float, ...]
    right: tuple[float, ...]

    def at(self, raw: float) -> float:
        """The share of right claims at one confidence of the rules; beyond the ends it stays as it is there."""
        place = bisect_right(self.raw, raw)
        if place in (0, len(self.raw)):
            return self.right[min(place, len(self.raw) - 1)]
        (x, y), (to_x, to_y) = ((self.raw[i], self.right[i]) for i in (place - 1, place))
        return y + (to_y - y) * (raw - x) / (to_x - x)


def to_kind(predicate: str) -> str:
    """Which of the four kinds of claim a predicate makes: "relation", "metric", "proposal" or "risk"."""
    return KINDS.get(predicate, RELATION)


def to_names(predicate: str, rule: str) -> tuple[str, str, str]:
    """The names of a claim's possible curves, the widest first: its kind's, its predicate's, its rule's there."""
    return to_kind(predicate), predicate, f"{predicate} {rule}"


def find_curve(curves: Mapping[str, Curve], predicate: str, rule: str) -> Curve | None:
    """The narrowest curve for the claims of a predicate that a rule reads; None where there is none."""
    return next((curves[name] for name in reversed(to_names(predicate, rule)) if name in curves), None)


@cache
def load_curves(path: Path | None = None) -> Mapping[str, Curve]:
    """The shipped curves, or those of a file, by kind and by those predicates and rules that have one of their own.

    Raises:
        ResourceError: the file cannot be read, or a curve does not rise.
    """
    path = path or ontology_path("confidence.toml")
    table = read_table(path)
    try:
        return {name: _to_curve(name, row) for name, row in table.items()}
    except (KeyError, TypeError, ValueError) as error:
        raise ResourceError(f"{path.name} cannot be used: {error}", "mend or restore the file") from error


def calibrate(claims: Iterable[Claim], curves: Mapping[str, Curve]) -> Iterator[Claim]:
    """The claims with the share of right ones among their like as confidence.

    A claim for which there is no curve stays as it is.
    """
    for claim in claims:
        curve = find_curve(curves, claim.predicate, claim.rule)
        yield replace(claim, confidence=round(curve.at(claim.confidence), DIGITS)) if curve else claim


def _to_curve(name: str, row: Mapping[str, list[float]]) -> Curve:
    raw, right = tuple(map(float, row["raw"])), tuple(map(float, row["right"]))
    if not raw or len(raw) != len(right):
        raise ValueError(f"the curve {name} needs as many confidences as shares, one at least")
    pairs = zip((*zip(raw, right, strict=True),), (*zip(raw, right, strict=True),)[1:], strict=False)
    if not all(x < to_x and y <= to_y for (x, y), (to_x, to_y) in pairs):
        raise ValueError(f"the curve {name} does not rise")
    if not all(0 <= value <= 1 for value in (*raw, *right)):
        raise ValueError(f"the curve {name} leaves 0 to 1")
    return Curve(raw, right)
