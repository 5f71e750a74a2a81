"""Choosing what a figure is about from weighed evidence."""

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.metrics import find_figures
from kg.extract.metrics.choosing import SUREST_SECOND, choose, load_weights, to_likelihoods
from kg.extract.metrics.subjects import BESIDES, Way, find_candidates
from kg.model import Chain, EntityClass
from tests.extract.marked import parse_marked

WEIGHTS = {"good": 2.0, "bad": -2.0}
ACT, LAW, FIRM = (
    Chain("e1", EntityClass.POLICY, "Kestrel Act", ("Kestrel Act",), ()),
    Chain("e2", EntityClass.POLICY, "Heron Act", ("Heron Act",), ()),
    Chain("e3", EntityClass.ORGANIZATION, "Tarn", ("Tarn",), ()),
)


def test_the_likeliest_comes_first() -> None:
    first, second = choose({"e3": (FIRM, {"place.sentence": 1.0}), "e1": (ACT, {"good": 0.5})}, WEIGHTS)
    assert (first.chain, second.chain) == (ACT, FIRM)
    assert first.confidence > second.confidence


def test_what_is_unlikely_is_left_out() -> None:
    (only,) = choose({"e3": (FIRM, {"bad": 2.0}), "e1": (ACT, {"good": 2.0})}, WEIGHTS)
    assert only.chain == ACT


def test_how_likely_a_second_must_be() -> None:
    candidates = {"e1": (ACT, {"good": 0.4}), "e3": (FIRM, {"bad": 0.2})}
    assert len(choose(candidates, WEIGHTS)) == 2
    candidates["e3"] = (FIRM, {"bad": 1.2})
    assert len(choose(candidates, WEIGHTS)) == 1


def test_no_figure_is_of_two_laws() -> None:
    assert len(choose({"e1": (ACT, {}), "e2": (LAW, {})}, WEIGHTS)) == 1


def test_nothing_is_chosen_from_nothing() -> None:
    assert choose({}, WEIGHTS) == ()


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=6))
def test_likelihoods_add_up(amounts: list[float]) -> None:
    candidates = {str(n): (FIRM, {"good": amount}) for n, amount in enumerate(amounts)}
    likely = to_likelihoods(candidates, WEIGHTS)
    assert abs(sum(likely.values()) - 1) < 1e-9
    assert all(subject.confidence <= 1 for subject in choose(candidates, WEIGHTS))
    assert all(subject.confidence <= SUREST_SECOND for subject in choose(candidates, WEIGHTS)[1:])


def test_every_way_has_learnt_weight_and_none_is_unknown() -> None:
    weights = load_weights()
    assert {f"way.{way}" for way in (*BESIDES, Way.CLAUSE, Way.OWNER, Way.EARLIER)} <= set(weights)
    assert {name.removeprefix("way.") for name in weights if name.startswith("way.")} <= set(Way)


def test_a_candidate_shows_but_its_surest_way() -> None:
    resolved = parse_marked("[Tarn|Organization]'s revenue, [Heron|Organization] says, rose to $5 million.").resolved
    (frame,) = find_figures(resolved)
    found = {chain.name: evidence for chain, evidence in find_candidates(resolved, frame).values()}
    ways = [name for name in found["Tarn"] if name.startswith("way.") and name.removeprefix("way.") not in BESIDES]
    assert len(ways) == 1
    assert found["Heron"]["reporter"]
    assert not found["Tarn"]["reporter"]
    assert found["Tarn"]["expected"]


def test_evidence_tells_where_a_thing_stands() -> None:
    text = "[Heron|Organization] met [Oslo|Place]. [Tarn|Organization] hired 40 people in [Leeds|Place]."
    resolved = parse_marked(text).resolved
    (frame,) = find_figures(resolved)
    found = {chain.name: evidence for chain, evidence in find_candidates(resolved, frame).values()}
    assert found["Tarn"]["place.sentence"]
    assert found["Tarn"]["nearest"]
    assert found["Tarn"]["only"]
    assert found["Heron"]["place.sentence_before"]
    assert found["Heron"]["subject before"]
    assert not found["Oslo"]["subject before"]
    assert found["Leeds"]["side.after"]
