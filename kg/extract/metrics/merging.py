"""What was read of one figure, and one metric where a figure is said twice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.extract.metrics.choosing import Subject
from kg.extract.parsed import Resolved
from kg.extract.quantities import Kind, Quantity
from kg.extract.quantities.tables import currencies_of_countries, currency_names, shared_currency_names
from kg.model import Metric, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure as one sentence states it, before it has an id."""

    quantity: Quantity
    about: tuple[Subject, ...]
    measures: str
    baseline: str
    period: str
    evidence: Span
    wording: str
    is_title: bool = False

    def to_metric(self, metric_id: str) -> Metric:
        """The metric of this reading, labelled by its wording and what it measures."""
        q = self.quantity
        label = f"{self.wording} {self.measures}".strip()
        return Metric(
            metric_id, label, q.value, q.unit, q.comparator, q.span, self.measures, self.baseline, self.period
        )


def merge(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings in text order, each figure once: a repetition is left out, and a title's for any of the body's."""
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda r: (r.is_title, r.quantity.span)):
        if not any(_is_same(reading, other) for other in kept):
            kept.append(reading)
    return tuple(sorted(kept, key=lambda r: r.quantity.span))


def _is_same(reading: Reading, other: Reading) -> bool:
    """Whether two readings state one figure: value and unit agree, and one is a title's or both concern one thing."""
    if (reading.quantity.value, reading.quantity.unit) != (other.quantity.value, other.quantity.unit):
        return False
    if reading.is_title or other.is_title:
        return True
    if reading.quantity.kind is Kind.COUNT and reading.measures.split()[:1] == other.measures.split()[:1]:
        return True
    shared = {s.chain.id for s in reading.about} & {s.chain.id for s in other.about}
    return bool(shared and _words(reading) & _words(other)) or (reading.quantity.kind is Kind.MONEY and bool(shared))


def _words(reading: Reading) -> set[str]:
    return {word for word in reading.measures.lower().split() if len(word) > _SHORT}


_SHORT = 3  # letters of a word that tells two wordings apart


def settle_currencies(resolved: Resolved, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities, with money whose name several currencies share ("crowns") in the one that is qualified."""
    return tuple(_settle(resolved.parsed.article.text, quantity) for quantity in quantities)


def _settle(text: str, quantity: Quantity) -> Quantity:
    if quantity.wording not in shared_currency_names():
        return quantity
    for name, code in currency_names().items():
        if name.endswith(f" {quantity.wording}") and name in text:
            return replace(quantity, unit=f"currency:{code}")
    countries = currencies_of_countries().get(quantity.wording, {})
    named = [(m.start(), code) for country, code in countries.items() for m in re.finditer(rf"\b{country}", text)]
    if len({code for _, code in named}) > 1 and quantity.unit in {f"currency:{code}" for _, code in named}:
        return quantity
    nearest = max((place for place in named if place[0] < quantity.span.start), default=min(named, default=None))
    return replace(quantity, unit=f"currency:{nearest[1]}") if nearest else quantity
