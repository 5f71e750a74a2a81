"""Reads metrics: which quantities of an article are figures, what each measures, of what, since when, against what.

frame      where a quantity stands in its sentence
worth      whether it is a figure
measuring  what it measures; filling what a short wording lacks
subjects   what it may be about, as rules find it
clauses    what its own relative clause is about
places     what else is near, and where
evidence   what speaks for each of them
choosing   the likeliest one or two
context    period and baseline
rows       figures in tables
merging    one metric for a figure that is said twice
phrases, words   wordings cut from sentences; the word lists of `ontology/quantities`
"""

from collections.abc import Iterator

from kg.extract.metrics.amounts import refers_back
from kg.extract.metrics.choosing import Subject
from kg.extract.metrics.context import find_baseline, find_period
from kg.extract.metrics.frame import Frame
from kg.extract.metrics.measuring import complete, find_measures
from kg.extract.metrics.merging import Reading, merge, settle_currencies
from kg.extract.metrics.rows import read_row
from kg.extract.metrics.subjects import find_own, find_subjects
from kg.extract.metrics.worth import is_figure
from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.quantities import Kind, Quantity, Role, find_quantities
from kg.model import BlockKind, Claim, EntityClass, Metric

__all__ = ["find_figures", "read_metrics"]

NO_PROSE = frozenset((BlockKind.HEADING, BlockKind.CAPTION, BlockKind.ROW))


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
                subject.chain.id,
                "hasMetric",
                metric.id,
                reading.evidence,
                confidence=subject.confidence,
                rule=f"metric.{reading.quantity.kind}",
            )
            for subject in reading.about
        ]
    return tuple(metrics), tuple(claims)


def find_figures(resolved: Resolved) -> Iterator[Frame]:
    """Every figure of an article's sentences, in text order; those of tables and headings are left out."""
    for block in resolved.parsed.blocks:
        if block.block.kind not in NO_PROSE:
            yield from _figures(resolved, block)


def _figures(resolved: Resolved, block: ParsedBlock) -> Iterator[Frame]:
    quantities = settle_currencies(resolved, find_quantities(block))
    text = block.doc.text if quantities else ""
    for quantity in quantities:
        frame = _frame(resolved, block, text, quantity, quantities)
        if frame is not None and is_figure(resolved, frame):
            yield frame


def _readings(resolved: Resolved, block: ParsedBlock) -> list[Reading]:
    if block.block.kind is BlockKind.ROW:
        return list(read_row(resolved, block))
    readings: list[Reading] = []
    for frame in () if block.block.kind in NO_PROSE else _figures(resolved, block):
        readings += filter(None, [_read(resolved, frame, _earlier(frame, readings))])
    return readings


def _earlier(frame: Frame, readings: list[Reading]) -> Reading | None:
    """The reading that a figure goes with: the other end of a change, or what a pronoun stands for."""
    if frame.quantity.partner is not None:
        return next((r for r in readings if r.quantity.span == frame.quantity.partner), None)
    same = [r for r in readings if r.quantity.unit == frame.quantity.unit] if refers_back(frame) else []
    return same[-1] if same else None


def _frame(
    resolved: Resolved, block: ParsedBlock, text: str, quantity: Quantity, quantities: tuple[Quantity, ...]
) -> Frame | None:
    tokens = block.tokens_in(quantity.span)
    if tokens is None:
        return None
    sentence = block.span_of(tokens[0].sent)
    others = tuple(q for q in quantities if q is not quantity and sentence.contains(q.span))
    lead = None if block.block.lead is None else resolved.parsed.blocks[block.block.lead]
    return Frame(block, quantity, tokens, others, lead, text)


def _read(resolved: Resolved, frame: Frame, earlier: Reading | None) -> Reading | None:
    """One figure; the second of two that are compared measures what the first does, of the same or of what it names."""
    quantity = frame.quantity
    about, measures = find_subjects(resolved, frame), ""
    if earlier is not None and quantity.kind is not Kind.VOTES:
        measures = earlier.measures
        if quantity.role is Role.AGAINST:
            measures = f"{measures} {find_period(frame)}".strip()
        own = quantity.role in (Role.AGAINST, Role.ALONE)
        about = find_own(resolved, frame) or earlier.about if own else earlier.about
    measures = measures or find_measures(frame, _named(frame, about[:1])) or find_measures(frame, frozenset())
    measures = complete(frame, measures)
    if not about or not measures:
        return None
    partner = next((q for q in frame.others if q.span == quantity.partner), None)
    return Reading(
        quantity=quantity,
        about=about,
        measures=measures,
        baseline=find_baseline(frame, partner),
        period=find_period(frame),
        evidence=frame.block.span_of(frame.sentence),
        wording=quantity.whole.cut(resolved.parsed.article.text),
        is_title=frame.block.block.kind is BlockKind.TITLE,
    )


def _named(frame: Frame, about: tuple[Subject, ...]) -> frozenset[int]:
    """The tokens of the sentence that name what the quantity is about; not those that name what is counted."""
    counted = [frame.block.span_of(t) for t in (frame.noun, frame.partitive) if t is not None]
    spans = [m.span for s in about if s.chain.cls is not EntityClass.GROUP for m in s.chain.mentions]
    free = [span for span in spans if not any(span.contains(noun) for noun in counted)]
    found = (frame.block.tokens_in(span) for span in free if frame.block.block.span.contains(span))
    return frozenset(t.i for tokens in found if tokens is not None for t in tokens)
