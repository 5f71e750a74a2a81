"""How likely each candidate for what a figure is about is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.metrics.choosing import load_weights, to_likelihoods
from kg.model import Chain, EntityClass

NAMES = ("a", "b", "c")
AMOUNTS = st.floats(min_value=-50, max_value=50)
EVIDENCE = st.dictionaries(st.sampled_from(NAMES), AMOUNTS)
WEIGHTS = st.fixed_dictionaries(dict.fromkeys(NAMES, AMOUNTS))
ROWS = st.lists(EVIDENCE, min_size=1, max_size=5)


def to_candidates(rows: list[dict[str, float]]) -> dict[str, tuple[Chain, dict[str, float]]]:
    """A candidate a row, by ids in the rows' order."""
    chains = [Chain(f"e{i}", EntityClass.ORGANIZATION, "Roe Lab", ("Roe Lab",), ()) for i in range(len(rows))]
    return {chain.id: (chain, row) for chain, row in zip(chains, rows, strict=True)}


@given(ROWS, WEIGHTS)
def test_together_they_are_one(rows: list[dict[str, float]], weights: dict[str, float]) -> None:
    assert sum(to_likelihoods(to_candidates(rows), weights).values()) == pytest.approx(1)


@given(ROWS, WEIGHTS)
def test_every_candidate_has_one(rows: list[dict[str, float]], weights: dict[str, float]) -> None:
    candidates = to_candidates(rows)
    assert to_likelihoods(candidates, weights).keys() == candidates.keys()


@given(EVIDENCE, WEIGHTS)
def test_equal_evidence_makes_equally_likely(row: dict[str, float], weights: dict[str, float]) -> None:
    first, second = to_likelihoods(to_candidates([row, row]), weights).values()
    assert first == second


def test_evidence_without_a_weight_tells_nothing() -> None:
    first, second = to_likelihoods(to_candidates([{"unheard": 9.0}, {}]), {"a": 1.0}).values()
    assert first == second


@pytest.mark.parametrize(("weight", "first_wins"), [(1.0, True), (-1.0, False)])
def test_the_sign_of_a_weight_says_for_or_against(weight: float, first_wins: bool) -> None:
    first, second = to_likelihoods(to_candidates([{"a": 1.0}, {}]), {"a": weight}).values()
    assert (first > second) is first_wins


def test_huge_scores_do_not_overflow() -> None:
    assert to_likelihoods(to_candidates([{"a": 1e6}, {}]), {"a": 1.0}) == {"e0": 1.0, "e1": 0.0}


def test_learnt_weights_are_numbers() -> None:
    assert all(isinstance(weight, int | float) for weight in load_weights().values())


def test_a_thing_in_the_sentence_outweighs_one_elsewhere() -> None:
    weights = load_weights()
    assert weights.get("place.sentence", 0.0) > weights.get("place.elsewhere", 0.0)
