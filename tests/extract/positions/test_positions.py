"""Who is for or against a proposal, and what is meant to prevent which risk."""

import pytest

from kg.extract.positions import drop_overruled, read_positions
from kg.model import Claim, Modality, Polarity, Span
from tests.extract.cast import find_wrong, name_of, parse, relations, wishes
from tests.extract.positions.stands import REMEDIES, SIDES


def positions(text: str) -> list[Claim]:
    """The claims of the text about its proposals and risks that are facts."""
    return [claim for claim in read_positions(parse(text).resolved, wishes(text)) if claim.is_fact]


def stands(text: str) -> set[str]:
    """The same as the tables write them: "Acme opposes: yearly audits"."""
    labels = {one.id: one.label for one in (*wishes(text).proposals, *wishes(text).risks)}
    found = positions(text)
    return {f"{labels.get(c.subject) or name_of(text, c.subject)} {c.predicate}: {labels[c.object]}" for c in found}


@pytest.mark.parametrize("way", SIDES)
def test_tells_who_sides_with_or_against_a_proposal(way):
    assert not find_wrong(SIDES[way], stands)


@pytest.mark.parametrize("way", REMEDIES)
def test_tells_what_is_meant_to_prevent_a_risk(way):
    assert not find_wrong(REMEDIES[way], stands)


def test_quotes_the_sentence_that_takes_the_side():
    text = "Mara Lind called for yearly audits. Kestrel rejected the idea."
    (claim,) = positions(text)
    assert claim.evidence.cut(parse(text).resolved.parsed.article.text) == "Kestrel rejected the idea."


def test_what_may_be_rejected_is_no_fact():
    text = "Mara Lind called for yearly audits. Kestrel may reject the idea."
    (claim,) = read_positions(parse(text).resolved, wishes(text))
    assert claim.modality is Modality.POSSIBLE
    assert not positions(text)


def test_a_place_takes_sides_for_its_government():
    text = "Mara Lind called for yearly audits. Norland opposed the idea."
    assert stands(text) == {"Norland opposes: yearly audits"}


def test_a_nearer_proposal_overrules_a_law():
    text = "The Data Act passed. Mara Lind called for yearly audits. Kestrel was firmly opposed."
    before = relations(text)
    kept = drop_overruled(before, positions(text))
    assert any(claim.predicate == "opposes" for claim in before)
    assert not any(claim.predicate == "opposes" for claim in kept)
    assert drop_overruled(before, []) == list(before)


def test_overrules_no_other_relation():
    one = Claim("e1", "opposes", "e2", Span(0, 5), rule="opposes/1")
    assert drop_overruled([one], [Claim("e1", "opposes", "p1", Span(0, 5), rule="opposes/1")]) == [one]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme does not support the Data Act.", "opposes"),
        ("Acme sees no need for the Data Act.", "opposes"),
        ("Acme will not back the Data Act.", "opposes"),
        ("Acme has not supported the Data Act.", ""),
        ("Acme did not endorse the Data Act.", ""),
        ("Acme does not yet support the Data Act.", ""),
    ],
)
def test_refusing_support_is_opposition(text, expected):
    found = {claim.predicate for claim in relations(text) if claim.is_fact}
    assert found == ({expected} if expected else set())


def test_a_denial_stays_beside_the_opposition():
    claims = relations("Acme does not support the Data Act.")
    assert {(c.predicate, c.polarity) for c in claims} == {
        ("supports", Polarity.DENIED),
        ("opposes", Polarity.AFFIRMED),
    }
