"""How many claims are right at each confidence: counted as Guo et al. count, fitted to claims of known chance."""

import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.calibration import load_curves

ROOT = Path(__file__).resolve().parents[2]
MOST_ERROR = 0.07  # the least that is asked of confidences, on sets that the curves were fitted without


@pytest.fixture(scope="module", autouse=True)
def scripts() -> Iterator[None]:
    sys.path.insert(0, str(ROOT / "scripts"))
    yield
    sys.path.remove(str(ROOT / "scripts"))


def judge(name: str, predicate: str, raw: float, rights: list[bool]) -> list:
    from verdicts import Judged

    return [Judged(name, "article", predicate, "rule", raw, right) for right in rights]


def test_the_error_is_the_mean_gap_of_the_bins() -> None:
    from reliability import find_error, to_bins

    pairs = [(0.9, True)] * 9 + [(0.9, False)] + [(0.6, True)] * 5 + [(0.6, False)] * 5
    assert [(bin_.count, bin_.right) for bin_ in to_bins(pairs)] == [(10, 5), (10, 9)]
    assert find_error(pairs) == pytest.approx(0.05)
    assert find_error([(1.0, True), (0.0, False)]) == 0
    assert find_error([]) == 0


def test_a_fitted_curve_comes_near_the_chance_that_made_the_claims() -> None:
    from reliability import fit_curves

    chance = random.Random(5)
    raws = [chance.uniform(0.3, 0.9) for _ in range(4000)]
    judged = [claim for raw in raws for claim in judge("a", "funds", raw, [chance.random() < 0.3 + 0.7 * raw])]
    curve = fit_curves(judged)["relation"]
    assert all(abs(curve.at(raw) - (0.3 + 0.7 * raw)) < 0.08 for raw in (0.4, 0.5, 0.6, 0.7, 0.8))


judgements = st.lists(
    st.tuples(st.sampled_from(["funds", "hasMetric", "warnsOf"]), st.sampled_from([0.3, 0.5, 0.7, 0.9]), st.booleans()),
    min_size=1,
    max_size=300,
)


@given(judgements)
def test_fitted_curves_rise_and_are_never_certain(made: list[tuple[str, float, bool]]) -> None:
    from reliability import TOP, fit_curves

    for curve in fit_curves(
        [claim for predicate, raw, right in made for claim in judge("a", predicate, raw, [right])]
    ).values():
        assert list(curve.raw) == sorted(set(curve.raw))
        assert list(curve.right) == sorted(curve.right)
        assert 0 <= curve.right[0] <= curve.right[-1] <= TOP


def test_few_claims_lean_on_those_above() -> None:
    from reliability import fit_curves

    many = judge("a", "funds", 0.6, [True] * 160 + [False] * 40)
    curves = fit_curves([*many, *judge("a", "warnsOf", 0.6, [False] * 4)])
    assert 0.7 < curves["risk"].at(0.6) < curves["relation"].at(0.6)


def test_predicates_and_rules_with_claims_enough_have_curves_of_their_own() -> None:
    from reliability import OWN_CURVE, fit_curves

    often = judge("a", "funds", 0.6, [True] * OWN_CURVE)
    assert fit_curves(often).keys() == {"relation"}, "what is all of its kind needs no second curve"
    others = judge("a", "develops", 0.6, [False] * (OWN_CURVE - 1))
    assert fit_curves([*often, *others]).keys() == {"relation", "funds"}
    ruled = [replace(claim, rule="named") for claim in judge("a", "funds", 0.6, [False] * OWN_CURVE)]
    curves = fit_curves([*often, *others, *ruled])
    assert curves.keys() == {"relation", "funds", "funds rule", "funds named"}
    assert curves["funds named"].at(0.6) < curves["funds"].at(0.6) < curves["funds rule"].at(0.6)


def test_a_set_is_measured_by_curves_that_have_not_seen_it() -> None:
    from reliability import hold_out

    right, wrong = judge("a", "funds", 0.6, [True] * 99), judge("b", "funds", 0.6, [False] * 99)
    found = hold_out([*right, *wrong], [*right, *wrong])
    assert all(sure < 0.1 for claim, sure in found if claim.name == "a")
    assert all(sure > 0.9 for claim, sure in found if claim.name == "b")


def test_first_readings_are_calibrated_by_curves_without_their_set() -> None:
    from reliability import find_error, hold_out
    from verdicts import read_first

    first = read_first()
    before = find_error((claim.raw, claim.right) for claim in first)
    after = find_error((sure, claim.right) for claim, sure in hold_out(first, first))
    assert {claim.name for claim in first} >= {"a", "b", "c"}
    assert after < before


def test_the_shipped_curves_fit_first_readings() -> None:
    from reliability import find_error, to_confidence
    from verdicts import read_first

    curves = load_curves()
    assert find_error((to_confidence(claim, curves), claim.right) for claim in read_first()) <= MOST_ERROR


def test_the_script_says_what_it_needs(shared_eval: Path) -> None:
    run = subprocess.run(
        [sys.executable, "scripts/measure-calibration", "--help"], capture_output=True, text=True, cwd=ROOT
    )
    assert run.returncode == 0, run.stderr
    assert "--fit" in run.stdout
