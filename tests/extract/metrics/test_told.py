"""What a figure measures where the clause around it says little, denies something, or names a price for a breach."""

import pytest

from kg.extract.metrics import read_metrics
from kg.extract.stance.claims import qualify_metrics
from kg.model import Polarity
from tests.extract.cast import parse
from tests.extract.metrics.reading import figures

# sentence, value and unit, words that must be in what is measured
TOLD = [
    ("[Tarn|Organization] misread plates in 37 percent of cases.", "37 PERCENT", "misread plates"),
    ("[Tarn|Organization] pays growers $900 per tonne.", "900 USD", "per tonne"),
    ("The watchdog fined [Tarn|Organization], the maker of chairs, 5 million euros.", "5000000 EUR", "fine"),
    ("Complaints to [Tarn|Organization] rose to 4,700.", "4700 UNITLESS", "Complaints"),
    ("[Tarn|Organization] has a staff of 80.", "80 UNITLESS", "staff"),
    ("[Tarn|Organization] aims to raise €200 million, including €20 million for ships.", "20000000 EUR", "ships"),
    ("Turnover at [Tarn|Organization] shot up from €14m to €86m.", "86000000 EUR", "Turnover"),
    ("[Tarn|Organization] expected to be 24% faster.", "24 PERCENT", "faster"),
    ("[Tarn|Organization] scraped 300 hours of audiobooks.", "300 HR", "audiobooks"),
    ("[Tarn|Organization] found 52 clips, of which 31% had been viewed.", "31 PERCENT", "clips viewed"),
    ("The contract of [Tarn|Organization], worth £330m, runs for seven years.", "7 YR", "runs"),
    ("[Tarn|Organization] got 212 tips.", "212 UNITLESS", "tips"),
    ("Three people died at [Tarn|Organization].", "3 UNITLESS", "people died"),
]


@pytest.mark.parametrize(("marked", "value", "words"), TOLD)
def test_says_what_is_measured(marked: str, value: str, words: str) -> None:
    figure = next(figure for figure in figures(marked) if figure.value == value)
    assert set(words.split()) <= set(figure.metric.measures.split())


def test_a_source_is_no_part_of_what_is_measured() -> None:
    (figure,) = figures("[Tarn|Organization] has 310 users, according to the audit.")
    assert "audit" not in figure.metric.measures


def test_a_long_count_needs_no_clause() -> None:
    (figure,) = figures(
        "[Tarn|Organization] heard 23 former port officials and crane drivers on Monday in the old hall."
    )
    assert "hall" not in figure.metric.measures


def test_votes_on_a_system_are_about_it_and_not_about_some_law() -> None:
    found = figures("The [Kestrel Act|Policy] applies. Members voted 8 to 3 to switch off [Velo|AISystem].")
    assert [figure.about[0] for figure in found] == ["Velo", "Velo"]


def test_what_one_company_has_to_pay_is_no_rule() -> None:
    found = figures("The [Kestrel Act|Policy] is new. [Tarn|Organization] would have to pay $65,000.")
    assert found[0].about[0] == "Tarn"


@pytest.mark.parametrize("text", ["OpenAI shrank within a year by a factor of nine."])
def test_when_a_change_was_reached_is_no_figure(text: str) -> None:
    found = figures(text.replace("OpenAI", "[Tarn|Organization]"))
    assert [figure.value for figure in found] == ["9 Times"]


def test_ages_are_no_counts() -> None:
    assert figures("The minimum age for users of [Velo|AISystem] will rise to 18.") == []


def test_marks_nothing_denied_that_only_its_measure_denies() -> None:
    resolved = parse("Acme has closed 310 accounts that were never reopened, and 40 members were not paid.").resolved
    metrics, claims = read_metrics(resolved)
    assert {claim.polarity for claim in qualify_metrics(resolved, metrics, claims)} == {Polarity.AFFIRMED}


def test_a_threshold_of_computing_is_the_rule_s() -> None:
    found = figures("The [Kestrel Act|Policy] is new. Duties attach to models trained with more than 10^25 operations.")
    assert found[0].about[0] == "Kestrel Act"


def test_both_sides_of_a_vote_in_percent() -> None:
    found = figures("The members of [Tarn|Organization] rejected the plan by 54 percent to 46.")
    assert [figure.value for figure in found] == ["54 PERCENT", "46 PERCENT"]
