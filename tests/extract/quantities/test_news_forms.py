"""Forms that news has: parts of a billion, figures below zero, tallies after names, sums without their currency."""

from decimal import Decimal

import pytest

from tests.extract.metrics.reading import figures
from tests.extract.quantities.reading import forms

READ = [
    ("It owes a quarter of a billion pounds.", [("a quarter of a billion pounds", "250000000", "GBP")]),
    ("It lost three-quarters of a million dollars.", [("three-quarters of a million dollars", "750000", "USD")]),
    ("The index closed at -1.3% on Friday.", [("-1.3%", "-1.3", "PERCENT")]),
    ("Growth was minus 0.4 percent.", [("minus 0.4 percent", "-0.4", "PERCENT")]),
    ("Senators backed the Amendment 61 to 24.", [("61", "61", "UNITLESS"), ("24", "24", "UNITLESS")]),
    ("It takes Docket 40 seconds to read a file.", [("40 seconds", "40", "SEC")]),
    (
        "It made 3.4 billion kroner on sales of 21 billion.",
        [("3.4 billion kroner", "3400000000", "NOK"), ("21 billion", "21000000000", "NOK")],
    ),
    ("It charges 20 cents, against 35 at Rapido.", [("20 cents", "0.20", "USD"), ("35", "0.35", "USD")]),
    ("A seat costs 950 euros, or 400 for students.", [("950 euros", "950", "EUR"), ("400", "400", "EUR")]),
    ("Spreads widened by 60 basis points.", [("60 basis points", "60", "BasisPoint")]),
    ("Winds of 45 knots are forecast.", [("45 knots", "45", "KN")]),
]

UNREAD = [
    "The shop at 221 Baker Street was shut.",
    "Write to 10 Downing St, London NW1 6XE.",
    "It meets in Room 4B at noon.",
    "Maddon, 66, has left.",
    "Look at Sections 12 to 14.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_reads(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(passage, Decimal(value), unit) for passage, value, unit in forms(text)]
    assert found == [(passage, Decimal(value), unit) for passage, value, unit in expected]


@pytest.mark.parametrize("text", UNREAD)
def test_leaves_alone(text: str) -> None:
    assert forms(text) == []


def test_a_dash_between_two_numbers_is_no_sign() -> None:
    assert [value for _, value, _ in forms("It rose 3 - 5 percent.")] == ["3", "5"]


@pytest.mark.parametrize(
    ("country", "name", "code"),
    [
        ("Uganda", "shillings", "UGX"),
        ("Chile", "pesos", "CLP"),
        ("Morocco", "dirhams", "MAD"),
        ("Kenya", "shillings", "KES"),
    ],
)
def test_a_shared_name_is_the_currency_of_the_country_that_is_named(country: str, name: str, code: str) -> None:
    (figure,) = figures(f"[{country}|Place] spent 300 billion {name}.")
    assert figure.value == f"300000000000 {code}"


@pytest.mark.parametrize(
    "text",
    [
        "The first of four hearings at [Tarn|Organization] is set.",
        "One of the twelve founders of [Tarn|Organization] left.",
    ],
)
def test_the_length_of_a_row_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_a_short_wording_is_filled_up_from_beside_the_figure() -> None:
    (figure,) = figures(
        "[Tarn|Organization] found 88 conversations since August in which a student had mentioned harm."
    )
    assert {"conversations", "student"} <= set(figure.metric.measures.split())


def test_filling_up_ends_at_a_source_and_at_the_next_figure() -> None:
    (figure,) = figures("[Tarn|Organization] has 310 users, according to the audit.")
    assert "audit" not in figure.metric.measures
    first, _ = figures("[Tarn|Organization] has 310 users; 45 schools pay.")
    assert "schools" not in first.metric.measures
