"""Numbers that have their unit, or the noun that they count, from a neighbour."""

from decimal import Decimal

import pytest

from tests.extract.quantities.reading import forms, read, to_block

UNITS = [
    ("It costs about 8 or $9.", ["8 USD", "9 USD"]),
    ("It has a 7- or 8-inch display.", ["7 IN", "8 IN"]),
    ("They raised 280 million of the 1.5 billion euros that they need.", ["280000000 EUR", "1500000000 EUR"]),
    ("It uses a 5-10W laser.", ["5 W", "10 W"]),
    ("It went from $10 to $15 billion.", ["10000000000 USD", "15000000000 USD"]),
    ("It fell from $75 U.S. per barrel to $45.88.", ["75 USD", "45.88 USD"]),
    ("Sales fell 0.4 percent to 13176.", ["0.4 PERCENT", "13176 UNITLESS"]),
    ("The chip needs sub-7 nanometre steps.", ["7 NanoM"]),
    ("It gives 275 pound-feet of torque.", ["275 LB_F-FT"]),
    ("The deficit was $-50.8bn.", ["-50800000000 USD"]),
    ("It lifts 45g of gold.", ["45 GM"]),
    (
        "Power jumped from 240 to 273, and economy climbed from 21 mpg.",
        ["240 UNITLESS", "273 UNITLESS", "21 MI-PER-GAL_US"],
    ),
]

NOUNS = [
    ("They offer 435 homes by open sale and 187 by tender.", ["homes", "homes"]),
    ("Police counted 22 thefts, compared with an average of 20 per week.", ["thefts", "thefts"]),
    ("The index rose 64.06 points to 4,577.10.", ["points", "points"]),
    ("They sold 460 vans and lorries.", ["vans"]),
    ("The firm has 300 engineers. It earned 5.", ["engineers", ""]),
]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units(text: str, expected: list[str]) -> None:
    assert [f"{Decimal(value).normalize():f} {unit}" for _, value, unit in forms(text)] == expected


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_nouns(text: str, expected: list[str]) -> None:
    doc = to_block(text).doc
    assert [doc[q.head].text if q.head is not None else "" for q in read(text)] == expected


def test_a_generation_of_networks_is_no_figure() -> None:
    assert forms("It sells 5G phones.") == []


def test_an_end_of_one_change_is_no_end_of_the_next() -> None:
    first, second, third = read("The forecast went from 5 to 7 percent to 3 percent.")
    assert (first.partner, second.partner, third.partner) == (second.span, first.span, None)
