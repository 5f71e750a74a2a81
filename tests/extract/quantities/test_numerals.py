"""Numbers in digits, words, fractions and powers."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.quantities.numerals import find_numerals, parse_words
from kg.extract.quantities.tables import load_table

SPELLED = {
    "nine": 9,
    "thirty-one": 31,
    "two hundred": 200,
    "two hundred and five": 205,
    "half a million": 500_000,
    "a dozen": 12,
    "two dozen": 24,
    "one and a half million": 1_500_000,
    "three thousand four hundred": 3400,
    "a hundred": 100,
}


@pytest.mark.parametrize(("phrase", "value"), SPELLED.items())
def test_words_spell_numbers(phrase: str, value: int) -> None:
    assert parse_words(phrase) == value


def test_other_words_spell_none() -> None:
    assert parse_words("several") is None
    assert parse_words("a") is None


WRITTEN = {
    "1,312 reports": "1312",
    "0.7 more": "0.7",
    "Rs 1,00,000 each": "100000",
    "12\u202f345 people": "12345",
    "10^26 operations": "1E+26",
    "10²⁵ FLOP": "1E+25",
    "10 to the 26th operations": "1E+26",
    "10 to the power of 23": "1E+23",
    "5 × 10^25 FLOP": "5E+25",
    "5 x 10 25 FLOP": "5E+25",
    "1026 floating-point operations": "1E+26",
    "1e26 FLOP": "1E+26",
    "2.5 million": "2500000",
    "500 crore": "5000000000",
    "3 lakh crore": "3000000000000",
    "70B parameters": "70000000000",
    "$480 Million": "480000000",
    "one in six": "16.666667",
    "two-thirds of them": "66.666667",
    "a quarter of it": "25",
    "half of them": "50",
}


@pytest.mark.parametrize(("text", "value"), WRITTEN.items())
def test_each_way_of_writing_has_its_value(text: str, value: str) -> None:
    (numeral,) = find_numerals(text)
    assert numeral.value == Decimal(value)


@pytest.mark.parametrize("text", ["B2B", "H200 chips", "a0b", "multi-billion-dollar"])
def test_no_number_is_read_into_names(text: str) -> None:
    assert not find_numerals(text)


def test_a_year_is_no_part_of_a_share() -> None:
    assert "fraction" not in {numeral.form for numeral in find_numerals("one in 1905")}


def spell(number: int) -> str:
    """A number below a million in words, the plain way round."""
    ones = {value: word for word, value in load_table("numerals")["ones"].items()}
    if number in ones:
        return ones[number]
    if number < 100:
        return f"{ones[number - number % 10]}-{ones[number % 10]}"
    base, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    rest = f" {spell(number % base)}" if number % base else ""
    return f"{spell(number // base)} {name}{rest}"


@given(st.integers(min_value=1, max_value=999_999))
def test_what_is_spelled_is_read_back(number: int) -> None:
    assert parse_words(spell(number)) == number
    (numeral,) = find_numerals(spell(number))
    assert numeral.value == number


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_are_read_back(number: int) -> None:
    (numeral,) = find_numerals(f"{number:,} people")
    assert numeral.value == number


@given(st.text(max_size=80))
def test_numerals_are_in_order_and_apart(text: str) -> None:
    found = find_numerals(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(0 <= n.span.start < n.span.end <= len(text) for n in found)
