"""Reads metrics: which quantities of an article are figures, what each measures, of what, since when, against what.

frame      where a quantity stands in its sentence
worth      whether it is a figure
measuring  what it measures
subjects   what it is about
context    period and baseline
rows       figures in tables
merging    one metric for a figure that is said twice
phrases, words   wordings cut from sentences; the word lists of `ontology/quantities`
"""

from collections.abc import Iterator

from kg.extract.metrics.context import find_baseline, find_period
from kg.extract.metrics.frame import Frame
from kg.extract.metrics.measuring import find_measures
from kg.extract.metrics.merging import Reading, merge, settle_currencies
from kg.extract.metrics.rows import read_row
from kg.extract.metrics.subjects import find_subjects
from kg.extract.metrics.worth import is_figure
from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.quantities import Quantity, find_quantities
from kg.model import BlockKind, Chain, Claim, Metric, Span

__all__ = ["read_metrics"]

READING = 0.8  # confidence in a figure read from a sentence, before calibration
NO_PROSE = frozenset((BlockKind.HEADING, BlockKind.CAPTION))


def read_metrics(resolved: Resolved) -> tuple[tuple[Metric, ...], tuple[Claim, ...]]:
    """The metrics of an article, "m1" first in text order, and a `hasMetric` claim for each thing that one is about.

    Evidence is the sentence, or the table row, that states the figure.
    """
    readings = [reading for block in resolved.parsed.blocks for reading in _readings(resolved, block)]
    metrics, claims = [], []
    for number, reading in enumerate(merge(readings), start=1):
        metric = reading.to_metric(f"m{number}")
        metrics.append(metric)
        claims += [
            Claim(
                c.id,
                "hasMetric",
                metric.id,
                reading.evidence,
                confidence=READING,
                rule=f"metric.{reading.quantity.kind}",
            )
            for c in reading.about
        ]
    return tuple(metrics), tuple(claims)


def _readings(resolved: Resolved, block: ParsedBlock) -> Iterator[Reading]:
    if block.block.kind is BlockKind.ROW:
        yield from read_row(resolved, block)
    elif block.block.kind not in NO_PROSE:
        quantities = settle_currencies(resolved, find_quantities(block))
        yield from (reading for q in quantities if (reading := _read(resolved, block, q, quantities)))


def _read(
    resolved: Resolved, block: ParsedBlock, quantity: Quantity, quantities: tuple[Quantity, ...]
) -> Reading | None:
    tokens = block.tokens_in(quantity.span)
    if tokens is None:
        return None
    frame = Frame(
        block,
        quantity,
        tokens,
        tuple(q for q in quantities if q is not quantity and _shares_sentence(block, tokens.sent, q)),
    )
    if not is_figure(resolved, frame):
        return None
    about = find_subjects(resolved, frame)
    if not about:
        return None
    partner = next((q for q in frame.others if q.span == quantity.partner), None)
    return Reading(
        quantity=quantity,
        about=about,
        measures=find_measures(frame, _named(resolved, frame, about)),
        baseline=find_baseline(frame, partner),
        period=find_period(frame),
        evidence=block.span_of(tokens.sent),
        wording=quantity.whole.cut(resolved.parsed.article.text),
        is_title=block.block.kind is BlockKind.TITLE,
    )


def _shares_sentence(block: ParsedBlock, sentence: object, quantity: Quantity) -> bool:
    tokens = block.tokens_in(quantity.span)
    return tokens is not None and tokens.sent == sentence


def _named(resolved: Resolved, frame: Frame, about: tuple[Chain, ...]) -> frozenset[int]:
    """The tokens of the sentence that name what the quantity is about."""
    spans: list[Span] = [m.span for chain in about for m in chain.mentions]
    return frozenset(t.i for t in frame.sentence if any(s.contains(frame.block.span_of(t)) for s in spans))
