"""How often claims are right at each confidence: curves fitted to judged claims, and the error that is left.

A curve is counted in a few bins of the rules' confidence, drawn towards the curve of all claims of its kind (that one
towards the curve of all claims) by as many claims as `PRIOR` says, and made to rise (pool adjacent violators).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from verdicts import Judged

from kg.extract.calibration import Curve, find_curve, to_names

BINS = 10  # of the error, as Guo et al. count it (2017, https://arxiv.org/abs/1706.04599)
LEAST = 40  # claims in a bin of a curve: its share of right ones is then within .15, nineteen times in twenty; but
PARTS = 4  # bins a curve has in any case, where the curve above lends what its claims are too few for
PRIOR = 60.0  # claims by which the curve above draws: with 30 to 100 the error on sets held out is .04 all the same
OWN_CURVE = 100  # claims of a predicate or rule that deserve a curve of its own; with 40, of those at .9 only .8 held
RISE = 0.002  # from knot to knot at least, so that the surer of two claims stays the surer
TOP = 0.99  # nothing that a rule read is certain


@dataclass(frozen=True, slots=True)
class Knot:
    """A bin of a curve: the mean confidence of its claims, their number, and how many of them are right."""

    raw: float
    count: float
    right: float


def fit_curves(judged: Sequence[Judged]) -> dict[str, Curve]:
    """A curve for each kind, and for each predicate, and rule there, with claims enough; rising, from 0 to `TOP`."""
    if not judged:
        return {}
    share = sum(claim.right for claim in judged) / len(judged)
    whole = _fit(judged, Curve((0.5,), (share,)))
    curves: dict[str, Curve] = {}
    sizes = Counter(name for claim in judged for name in set(to_names(claim.predicate, claim.rule)))
    for depth in range(3):
        for name, claims in _group(judged, depth).items():
            wider = [above for above in to_names(claims[0].predicate, claims[0].rule)[:depth] if above in curves]
            if not wider or OWN_CURVE <= len(claims) < sizes[wider[-1]]:
                curves[name] = _fit(claims, curves[wider[-1]] if wider else whole)
    return curves


def find_error(pairs: Iterable[tuple[float, bool]]) -> float:
    """The expected calibration error of (confidence, is right) pairs, 0 to 1: the bins' gaps, by their claims."""
    rows = to_bins(pairs)
    total = sum(row.count for row in rows)
    return sum(abs(row.raw * row.count - row.right) for row in rows) / total if total else 0.0


def to_bins(pairs: Iterable[tuple[float, bool]]) -> list[Knot]:
    """The pairs in `BINS` bins of equal width, those that hold any, in order."""
    bins: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in pairs:
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return [_to_knot(bins[place]) for place in sorted(bins)]


def to_confidence(claim: Judged, curves: Mapping[str, Curve]) -> float:
    """What a claim's confidence is by the curves; the rules' own where none is for it."""
    curve = find_curve(curves, claim.predicate, claim.rule)
    return curve.at(claim.raw) if curve else claim.raw


def hold_out(judged: Sequence[Judged], fitted_on: Sequence[Judged]) -> list[tuple[Judged, float]]:
    """Each claim with its confidence by curves that were fitted without the set it is of."""
    found = []
    for name, claims in groupby(sorted(judged, key=lambda claim: claim.name), key=lambda claim: claim.name):
        curves = fit_curves([claim for claim in fitted_on if claim.name != name])
        found += [(claim, to_confidence(claim, curves)) for claim in claims]
    return found


def _group(judged: Iterable[Judged], depth: int) -> dict[str, list[Judged]]:
    """The claims by their kind (depth 0), predicate (1) or rule (2)."""
    groups: defaultdict[str, list[Judged]] = defaultdict(list)
    for claim in judged:
        groups[to_names(claim.predicate, claim.rule)[depth]].append(claim)
    return dict(sorted(groups.items()))


def _to_knot(pairs: Sequence[tuple[float, bool]]) -> Knot:
    return Knot(sum(raw for raw, _ in pairs) / len(pairs), len(pairs), sum(right for _, right in pairs))


def _fit(judged: Iterable[Judged], above: Curve) -> Curve:
    """The claims' curve, drawn towards the one above."""
    drawn = []
    for knot in _to_knots(judged):
        count = knot.count + PRIOR
        drawn.append(Knot(knot.raw, count, knot.right + PRIOR * above.at(knot.raw)))
    shares: list[float] = []
    for share in _rise(drawn):
        shares.append(round(min(max(share, shares[-1] + RISE if shares else 0.0), TOP), 3))
    return Curve(tuple(round(knot.raw, 3) for knot in drawn), tuple(shares))


def _to_knots(judged: Iterable[Judged]) -> list[Knot]:
    """The claims in bins of `LEAST` at least, those of one confidence together, in order."""
    pairs = sorted((claim.raw, claim.right) for claim in judged)
    least = min(LEAST, len(pairs) // PARTS)
    bins: list[list[tuple[float, bool]]] = [[]]
    for _, same in groupby(pairs, key=lambda pair: pair[0]):
        if bins[-1] and len(bins[-1]) >= least:
            bins.append([])
        bins[-1].extend(same)
    if len(bins) > 1 and len(bins[-1]) < least:
        last = bins.pop()
        bins[-1].extend(last)
    return [_to_knot(pairs) for pairs in bins]


def _rise(knots: Sequence[Knot]) -> list[float]:
    """The knots' shares of right claims, those that fall pooled with their neighbours until all rise."""
    pools: list[tuple[float, float, int]] = []  # claims, right ones, knots
    for knot in knots:
        pools.append((knot.count, knot.right, 1))
        while len(pools) > 1 and pools[-2][1] / pools[-2][0] >= pools[-1][1] / pools[-1][0]:
            (count, right, size), (before, held, places) = pools.pop(), pools.pop()
            pools.append((before + count, held + right, places + size))
    return [right / count for count, right, size in pools for _ in range(size)]
