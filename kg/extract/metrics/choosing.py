"""Chooses what a figure is about: every candidate's evidence is weighed, the likeliest one or two are kept.

The weights are those of a log-linear model over the candidates; `scripts/train-metrics` learns them.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.extract.metrics.evidence import Evidence
from kg.model import Chain, EntityClass
from kg.resources import ontology_path, read_table

# How likely a second candidate must be, where the figure's sentence names it and where it does not. At .06 and .12, 388
# of 696 seconds of measured sets are wrong, and a wrong thing with a figure is worse than a figure less. Below .2 lie
# 252 of those, and of 69 right ones that make up for a wrong first 20. What the grammar itself gives needs no
# likelihood: half of the least likely are right, and 9 of those 20 are among them. Elsewhere .25 would keep one more
# tempting figure in 371 away, and costs .01 to .03 of F1.
LEAST_BESIDE, LEAST_ELSEWHERE = 0.2, 0.12
GIVEN = frozenset(f"way.{way}" for way in ("rule", "affected", "owner", "clause", "possessed"))
# The share of right ones on held-out articles, as a straight line over the likelihood: of first candidates .50 at .3,
# .77 at .6, .96 at .97; of second ones in the sentence .52 at .1, .70 at .28, and of others .33 at .15, .49 at .28.
FIRST, BESIDE, ELSEWHERE = (0.4, 0.57), (0.45, 0.9), (0.25, 0.8)
SUREST_SECOND = 0.8


@dataclass(frozen=True, slots=True)
class Subject:
    """A chain that a quantity is about, and how sure that is (0..1)."""

    chain: Chain
    confidence: float


def choose(candidates: Mapping[str, tuple[Chain, Evidence]], weights: Mapping[str, float]) -> tuple[Subject, ...]:
    """What a figure is about, the likeliest first: one chain, or two where the second is likely too; never two laws."""
    if not candidates:
        return ()
    likely = sorted(to_likelihoods(candidates, weights).items(), key=lambda row: -row[1])
    (first, p), chain = likely[0], candidates[likely[0][0]][0]
    others = [row for row in likely[1:] if chain.cls is not EntityClass.POLICY or not _is_law(candidates, row[0])]
    kept = [Subject(candidates[first][0], round(FIRST[0] + FIRST[1] * p, 3))]
    second = [row for row in others[:1] if _is_likely(candidates[row[0]][1], row[1])]
    for chain_id, p in second or [row for row in others if _is_counted(*candidates[row[0]])][:1]:
        other, evidence = candidates[chain_id]
        base, slope = BESIDE if "place.sentence" in evidence and second else ELSEWHERE
        kept.append(Subject(other, min(SUREST_SECOND, round(base + slope * p, 3))))
    return tuple(kept)


def _is_likely(evidence: Evidence, p: float) -> bool:
    """Whether a candidate that is second is likely enough to be kept."""
    least = LEAST_BESIDE if "place.sentence" in evidence else LEAST_ELSEWHERE
    return p >= least or bool(GIVEN & evidence.keys())


def _is_counted(chain: Chain, evidence: Evidence) -> bool:
    """Whether those whom a figure counts, or of whom its clause says it: "60 photographers", "testers get 21 days"."""
    return chain.cls is EntityClass.GROUP and bool((GIVEN | {"way.counted"}) & evidence.keys())


def _is_law(candidates: Mapping[str, tuple[Chain, Evidence]], chain_id: str) -> bool:
    return candidates[chain_id][0].cls is EntityClass.POLICY


def to_likelihoods(candidates: Mapping[str, tuple[Chain, Evidence]], weights: Mapping[str, float]) -> dict[str, float]:
    """How likely each candidate is, all of them together 1."""
    scores = {
        chain_id: sum(amount * weights.get(name, 0.0) for name, amount in evidence.items())
        for chain_id, (_, evidence) in candidates.items()
    }
    best = max(scores.values())
    odds = {chain_id: math.exp(score - best) for chain_id, score in scores.items()}
    total = sum(odds.values())
    return {chain_id: odd / total for chain_id, odd in odds.items()}


@cache
def load_weights() -> dict[str, float]:
    """The learnt weights, read once per process.

    Raises:
        ResourceError: the table is missing from the installation.
    """
    weights: dict[str, float] = read_table(ontology_path("quantities", "weights.toml"))["weights"]
    return weights
