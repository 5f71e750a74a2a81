"""Forms of numbers and units that are seldom written, and numbers that only look like quantities."""

import pytest

from kg.extract.quantities import Role
from kg.model import Comparator
from tests.extract.quantities.reading import forms, read

# sentence -> its quantities, each as passage, value and unit
RARE = {
    "The operator paid Rs.75 million.": [("Rs.75 million", "75000000", "INR")],
    "The operator paid N2.5 billion.": [("N2.5 billion", "2500000000", "NGN")],
    "The survey cost the city $A19 million.": [("$A19 million", "19000000", "AUD")],
    "It charges 12 cents per page.": [("12 cents", "0.12", "USD")],
    "It charges 30 pence.": [("30 pence", "0.30", "GBP")],
    "They paid 2,400€.": [("2,400€", "2400", "EUR")],
    "Storage fell by a factor of 21.": [("21", "21", "Times")],
    "Every fourth parcel was lost.": [("Every fourth", "25", "PERCENT")],
    "Every other parcel was lost.": [("Every other", "50", "PERCENT")],
    "Orders dropped by almost half.": [("half", "50", "PERCENT")],
    "It missed one lorry in 40.": [("one lorry in 40", "2.5", "PERCENT")],
    "It failed in 9 out of 153 trials.": [("9", "9", "UNITLESS"), ("153", "153", "UNITLESS")],
    "Orders more than doubled to 5,300.": [("doubled", "2", "Times"), ("5,300", "5300", "UNITLESS")],
    "The motion fell by 71 votes to one.": [("71", "71", "UNITLESS"), ("one", "1", "UNITLESS")],
    "Each dose holds 40 mg.": [("40 mg", "40", "MilliGM")],
}


@pytest.mark.parametrize("text", RARE)
def test_rare_form(text: str) -> None:
    found = [
        (passage, value.rstrip("0").rstrip(".") if "." in value else value, unit)
        for passage, value, unit in forms(text)
    ]
    assert found == [(p, v.rstrip("0").rstrip(".") if "." in v else v, u) for p, v, u in RARE[text]]


@pytest.mark.parametrize(
    "text",
    [
        "See pages 14 to 18.",
        "Articles 7, 8 and 12 apply.",
        "He took seat 21D.",
        "One of the parcels was lost.",
        "She paid it every second year.",
    ],
)
def test_a_number_that_is_no_quantity(text: str) -> None:
    assert read(text) == ()


def test_both_ends_of_a_range_in_words_take_its_unit() -> None:
    low, high = read("The test takes between four and seven weeks.")
    assert [(q.value, q.unit, q.role) for q in (low, high)] == [(4, "unit:WK", Role.LOW), (7, "unit:WK", Role.HIGH)]


def test_the_magnitude_of_a_range_may_stand_once() -> None:
    low, high = read("They want between $60 and $85 billion.")
    assert (low.value, high.value) == (60 * 10**9, 85 * 10**9)


def test_a_rise_from_a_small_sum_keeps_its_size() -> None:
    low, high = read("The fee rose from $300 to $2 million.")
    assert (low.value, high.value) == (300, 2 * 10**6)


@pytest.mark.parametrize("text", ["The act caps fines at $9 million.", "Fines may be up to 4% of sales or $9 million."])
def test_a_cap_bounds_the_last_figure(text: str) -> None:
    assert read(text)[-1].comparator is Comparator.UP_TO
