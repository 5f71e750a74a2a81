"""Confidence as the share of claims that prove right: what the curves promise, and what they do to claims."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ResourceError
from kg.extract import extract_articles
from kg.extract.calibration import Curve, calibrate, load_curves, to_kind
from kg.extract.language import parse_articles
from kg.extract.reading import read_parsed
from kg.model import Claim, Span
from tests.extract.articles import to_article

CLAIM = Claim("e1", "develops", "e2", Span(0, 9), confidence=0.6, rule="develops/1")
CURVE = Curve((0.4, 0.6, 0.8), (0.5, 0.7, 0.95))
TEXT = (
    "! Acme bets on Bolt\nAcme Labs launched Bolt in May. The lab raised $40 million.\nIt warned of mass surveillance."
)


@pytest.mark.parametrize(("raw", "right"), [(0.0, 0.5), (0.4, 0.5), (0.5, 0.6), (0.6, 0.7), (0.8, 0.95), (1.0, 0.95)])
def test_a_curve_is_straight_between_its_knots_and_level_beyond_them(raw: float, right: float) -> None:
    assert CURVE.at(raw) == pytest.approx(right)


@given(st.lists(st.floats(0, 1), min_size=2, max_size=2).map(sorted), st.sampled_from(sorted(load_curves())))
def test_the_surer_of_two_like_claims_stays_the_surer(raw: list[float], name: str) -> None:
    curve = load_curves()[name]
    assert 0 <= curve.at(raw[0]) <= curve.at(raw[1]) < 1


def test_every_kind_has_a_shipped_curve() -> None:
    assert {"relation", "metric", "proposal", "risk"} <= load_curves().keys()
    assert all(
        to_kind(name) in load_curves() for name in ("hasMetric", "proposes", "addressedTo", "warnsOf", "another")
    )


def test_a_rule_has_its_own_curve_before_its_predicate_and_that_before_its_kind() -> None:
    shares = {"relation": 0.6, "develops": 0.9, "develops by hand": 0.2, "risk": 0.3}
    curves = {name: Curve((0.5,), (share,)) for name, share in shares.items()}
    others = [replace(CLAIM, predicate=predicate) for predicate in ("funds", "warnsOf", "proposes")]
    assert [claim.confidence for claim in calibrate([CLAIM, *others], curves)] == [0.9, 0.6, 0.3, 0.6]
    by_hand = [replace(CLAIM, rule="by hand"), replace(CLAIM, predicate="funds", rule="by hand")]
    assert [claim.confidence for claim in calibrate(by_hand, curves)] == [0.2, 0.6]
    assert list(calibrate([CLAIM], {})) == [CLAIM]


def test_nothing_but_the_confidence_of_a_claim_changes() -> None:
    (made,) = calibrate([CLAIM], load_curves())
    assert made != CLAIM
    assert replace(made, confidence=CLAIM.confidence) == CLAIM


@pytest.mark.parametrize(
    "table",
    [
        "a = { raw = [0.5, 0.4], right = [0.1, 0.2] }",
        "a = { raw = [0.4, 0.5], right = [0.3, 0.2] }",
        "a = { raw = [0.4], right = [0.3, 0.5] }",
        "a = { raw = [0.4], right = [1.3] }",
        "a = { raw = [], right = [] }",
        "a = { raw = [0.4] }",
        "a = 4",
        "a = {",
    ],
)
def test_a_table_that_makes_no_sense_is_refused(tmp_path: Path, table: str) -> None:
    path = tmp_path / "confidence.toml"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(ResourceError, match=r"confidence\.toml cannot be (?:read|used)"):
        load_curves(path)


def test_what_is_extracted_is_calibrated_once() -> None:
    article = to_article(TEXT)
    (raw,) = read_parsed(parse_articles([article]), curves={})
    (made,) = extract_articles([article])
    assert len({claim.predicate for claim in raw.claims}) > 1
    assert list(made.claims) == list(calibrate(raw.claims, load_curves()))
    assert made.claims != raw.claims
