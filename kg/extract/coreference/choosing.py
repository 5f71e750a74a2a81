"""Chooses what an anaphor stands for: every candidate's evidence is weighed, and the best must be likely enough.

The weights are those of a log-linear model over the candidates and "nothing known"; `scripts/train-coreference` learns
them.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.coreference.evidence import Evidence, observe_nothing
from kg.extract.coreference.referents import Anaphor, Referent
from kg.resources import ontology_path, read_table

MIN_LIKELY = (
    0.55  # how likely the best candidate must be: at 0.5 a fifth more are wrong, at 0.6 three in a hundred fewer right
)

Candidate = tuple[Evidence, Referent]


@dataclass
class Chooser:
    """Chooses by weighed evidence."""

    weights: dict[str, float]

    def choose(self, anaphor: Anaphor, candidates: Sequence[Candidate]) -> tuple[Referent | None, float]:
        """The likeliest thing and how likely it is, 0..1; None where nothing is likely enough."""
        if not candidates:
            return None, 0.0
        scores = [self._weigh(evidence) for evidence, _ in candidates]
        nothing = self._weigh(observe_nothing(anaphor))
        best = max(scores)
        likely = 1.0 / (math.exp(nothing - best) + sum(math.exp(score - best) for score in scores))
        return (candidates[scores.index(best)][1], likely) if likely >= MIN_LIKELY else (None, 0.0)

    def _weigh(self, evidence: Evidence) -> float:
        return sum(amount * self.weights.get(name, 0.0) for name, amount in evidence.items())


@cache
def load_chooser() -> Chooser:
    """The chooser with the learnt weights, read once per process.

    Raises:
        ResourceError: the table is missing from the installation.
    """
    return Chooser(read_table(ontology_path("coreference", "weights.toml"))["weights"])
