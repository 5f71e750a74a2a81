"""Claims about quantities take over the stance and the source of the clause that their number stands in."""

from decimal import Decimal

import pytest

from kg.extract.stance.claims import qualify_metrics
from kg.model import Claim, Comparator, Metric, Modality, Polarity, Span
from tests.extract.cast import name_of, parse


def _qualify(text: str, number: str) -> Claim:
    start = text.index(number)
    span = Span(start, start + len(number))
    metric = Metric("m1", number, Decimal(1), "unit:UNITLESS", Comparator.EXACTLY, span)
    claim = Claim("e1", "hasMetric", "m1", span)
    (qualified,) = qualify_metrics(parse(text).resolved, [metric], [claim])
    return qualified


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Acme employs 300 people.", Polarity.AFFIRMED, Modality.ACTUAL),
        ("Acme does not employ 300 people.", Polarity.DENIED, Modality.ACTUAL),
        ("Acme will hire 300 people.", Polarity.AFFIRMED, Modality.ACTUAL),
        ("Acme must hire 300 people.", Polarity.AFFIRMED, Modality.ACTUAL),
        ("Acme may not hire 300 people.", Polarity.DENIED, Modality.ACTUAL),
        ("Acme may hire 300 people, Tom Okafor estimated.", Polarity.AFFIRMED, Modality.ACTUAL),
        ("Did Acme hire 300 people?", Polarity.AFFIRMED, Modality.POSSIBLE),
        ("If Acme hired 300 people, it would need more space.", Polarity.AFFIRMED, Modality.CONDITIONAL),
        ("Tom Okafor said that Acme had hired 300 people.", Polarity.AFFIRMED, Modality.ACTUAL),
        ("Bolt can serve 300 people.", Polarity.AFFIRMED, Modality.ACTUAL),
        ("Tom Okafor said Bolt could serve 300 people.", Polarity.AFFIRMED, Modality.ACTUAL),
        ("If Bolt can serve 300 people, it is cheap.", Polarity.AFFIRMED, Modality.CONDITIONAL),
        ("Acme has more than 300 people.", Polarity.AFFIRMED, Modality.ACTUAL),
    ],
)
def test_takes_over_the_stance_of_its_clause(text, polarity, modality):
    claim = _qualify(text, "300")
    assert (claim.polarity, claim.modality) == (polarity, modality)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Tom Okafor said that Acme had hired 300 people.", "Tom Okafor"),
        ("According to Kestrel, Acme employs 300 people.", "Kestrel"),
        ("“We employ 300 people,” said Tom Okafor.", "Tom Okafor"),
        ("Acme employs 300 people.", None),
    ],
)
def test_takes_over_the_source_of_its_clause(text, source):
    claim = _qualify(text, "300")
    assert (name_of(text, claim.attributed_to) if claim.attributed_to else None) == source


def test_leaves_a_number_without_a_verb_alone():
    text = "Acme: 300 people."
    claim = _qualify(text, "300")
    assert (claim.polarity, claim.modality, claim.attributed_to) == (Polarity.AFFIRMED, Modality.ACTUAL, None)
