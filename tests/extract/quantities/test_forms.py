"""Sentences as reporting writes them: each figure in them with its passage, value and unit, and nothing else."""

from decimal import Decimal

import pytest

from kg.extract.quantities import Kind, Role, find_quantities
from kg.extract.quantities.tables import comparators, currency_signs, load_table
from kg.model import Comparator
from tests.extract.quantities.reading import forms, read, to_block

# sentence -> the one quantity that it states
MONEY = {
    "The lab raised $12.5 million.": ("$12.5 million", "12500000", "USD"),
    "The lab raised $12.5m.": ("$12.5m", "12500000", "USD"),
    "The lab spent $900,000.": ("$900,000", "900000", "USD"),
    "The lab spent $1,234,567.": ("$1,234,567", "1234567", "USD"),
    "The fund holds $3.2 trillion.": ("$3.2 trillion", "3200000000000", "USD"),
    "The fund holds $3.2tn.": ("$3.2tn", "3200000000000", "USD"),
    "The fee is 25 dollars.": ("25 dollars", "25", "USD"),
    "The fee is five dollars.": ("five dollars", "5", "USD"),
    "The fine is €750,000.": ("€750,000", "750000", "EUR"),
    "The fine is 750,000 euros.": ("750,000 euros", "750000", "EUR"),
    "The fine is 3.5 million euros.": ("3.5 million euros", "3500000", "EUR"),
    "The fine is EUR 20 million.": ("EUR 20 million", "20000000", "EUR"),
    "The grant is £1.1bn.": ("£1.1bn", "1100000000", "GBP"),
    "The grant is 40 million pounds.": ("40 million pounds", "40000000", "GBP"),
    "The plant cost ¥900 billion.": ("¥900 billion", "900000000000", "JPY"),
    "The plant cost 2 trillion yen.": ("2 trillion yen", "2000000000000", "JPY"),
    "The plan costs 10 billion yuan.": ("10 billion yuan", "10000000000", "CNY"),
    "The plan costs ₹500 crore.": ("₹500 crore", "5000000000", "INR"),
    "The plan costs 12 million rupees.": ("12 million rupees", "12000000", "INR"),
    "The plan costs C$45 million.": ("C$45 million", "45000000", "CAD"),
    "The plan costs 45 million Canadian dollars.": ("45 million Canadian dollars", "45000000", "CAD"),
    "The plan costs 80 million Australian dollars.": ("80 million Australian dollars", "80000000", "AUD"),
    "The plan costs HK$300 million.": ("HK$300 million", "300000000", "HKD"),
    "The plan costs R$60 million.": ("R$60 million", "60000000", "BRL"),
    "The plan costs 15 million Swiss francs.": ("15 million Swiss francs", "15000000", "CHF"),
    "The plan costs 200 million Swedish kronor.": ("200 million Swedish kronor", "200000000", "SEK"),
    "The plan costs 55 million Danish kroner.": ("55 million Danish kroner", "55000000", "DKK"),
    "The plan costs 70 million zlotys.": ("70 million zlotys", "70000000", "PLN"),
    "The plan costs ₩40 billion.": ("₩40 billion", "40000000000", "KRW"),
    "The plan costs 90 million shekels.": ("90 million shekels", "90000000", "ILS"),
    "The plan costs 600 million dirhams.": ("600 million dirhams", "600000000", "AED"),
    "The plan costs 8 billion naira.": ("8 billion naira", "8000000000", "NGN"),
    "The plan costs 3 billion baht.": ("3 billion baht", "3000000000", "THB"),
    "The plan costs 4 trillion Indonesian rupiah.": ("4 trillion Indonesian rupiah", "4000000000000", "IDR"),
    "A $2-billion plan was drawn up.": ("$2-billion", "2000000000", "USD"),
    "A 30-million-dollar plan was drawn up.": ("30-million-dollar", "30000000", "USD"),
}

SHARES = {
    "Costs fell by 3.75%.": ("3.75%", "3.75", "PERCENT"),
    "Costs fell by 4 percent.": ("4 percent", "4", "PERCENT"),
    "Costs fell by 4 per cent.": ("4 per cent", "4", "PERCENT"),
    "Costs fell by four per cent.": ("four per cent", "4", "PERCENT"),
    "Costs fell by thirty-five percent.": ("thirty-five percent", "35", "PERCENT"),
    "Costs fell by 0.2 percentage points.": ("0.2 percentage points", "0.2", "PERCENT"),
    "Costs fell by one percentage point.": ("one percentage point", "1", "PERCENT"),
    "A 15% cut was agreed.": ("15%", "15", "PERCENT"),
    "A 15-percent cut was agreed.": ("15-percent", "15", "PERCENT"),
    "Two-thirds of the staff left.": ("Two-thirds", "66.666667", "PERCENT"),
    "Three-quarters of the staff left.": ("Three-quarters", "75", "PERCENT"),
    "Three quarters of the staff left.": ("Three quarters", "75", "PERCENT"),
    "A fifth of the staff left.": ("A fifth", "20", "PERCENT"),
    "Two-fifths of the staff left.": ("Two-fifths", "40", "PERCENT"),
    "One-tenth of the staff left.": ("One-tenth", "10", "PERCENT"),
    "Half of the staff left.": ("Half", "50", "PERCENT"),
    "One in five workers left.": ("One in five", "20", "PERCENT"),
    "One in 10 workers left.": ("One in 10", "10", "PERCENT"),
    "Nine in ten workers stayed.": ("Nine in ten", "90", "PERCENT"),
    "Four out of five workers stayed.": ("Four out of five", "80", "PERCENT"),
}

MULTIPLES = {
    "The new chip is 5x cheaper.": ("5x", "5", "Times"),
    "The new chip is 2.5 times faster.": ("2.5 times", "2.5", "Times"),
    "The new chip is ten times faster.": ("ten times", "10", "Times"),
    "Demand rose tenfold.": ("tenfold", "10", "Times"),
    "Demand rose 12-fold.": ("12-fold", "12", "Times"),
    "Demand tripled.": ("tripled", "3", "Times"),
    "Demand quadrupled.": ("quadrupled", "4", "Times"),
}

DURATIONS = {
    "It lasts 45 seconds.": ("45 seconds", "45", "SEC"),
    "It lasts 20 milliseconds.": ("20 milliseconds", "20", "MilliSEC"),
    "It lasts 90 minutes.": ("90 minutes", "90", "MIN"),
    "It lasts six hours.": ("six hours", "6", "HR"),
    "It lasts 30 days.": ("30 days", "30", "DAY"),
    "It lasts 30 working days.": ("30 working days", "30", "DAY"),
    "It lasts eight weeks.": ("eight weeks", "8", "WK"),
    "It lasts 18 months.": ("18 months", "18", "MO"),
    "It lasts 2.5 years.": ("2.5 years", "2.5", "YR"),
    "It lasts seventy-two hours.": ("seventy-two hours", "72", "HR"),
}

MEASURES = {
    "The site draws 250 MW.": ("250 MW", "250", "MegaW"),
    "The site draws 3 GW.": ("3 GW", "3", "GigaW"),
    "The site draws 250 megawatts.": ("250 megawatts", "250", "MegaW"),
    "The chip draws 700 watts.": ("700 watts", "700", "W"),
    "The rack draws 120 kW.": ("120 kW", "120", "KiloW"),
    "The site used 45 gigawatt-hours.": ("45 gigawatt-hours", "45", "GigaW-HR"),
    "The site used 45 GWh.": ("45 GWh", "45", "GigaW-HR"),
    "The country used 415 TWh.": ("415 TWh", "415", "TeraW-HR"),
    "One query uses 0.3 watt-hours.": ("0.3 watt-hours", "0.3", "W-HR"),
    "The file holds 80 GB.": ("80 GB", "80", "GigaBYTE"),
    "The set holds 2 petabytes.": ("2 petabytes", "2", "PetaBYTE"),
    "The road is 35 kilometres long.": ("35 kilometres", "35", "KiloM"),
    "The road is 35 km long.": ("35 km", "35", "KiloM"),
    "The site covers 400 acres.": ("400 acres", "400", "AC"),
    "The site covers 1.2 million square feet.": ("1.2 million square feet", "1200000", "FT2"),
    "The site emits 9,000 tonnes.": ("9,000 tonnes", "9000", "TONNE"),
    "The site drinks 5 million litres.": ("5 million litres", "5000000", "L"),
    "The site drinks 2 million gallons.": ("2 million gallons", "2000000", "GAL_US"),
    "The car did 95 miles per hour.": ("95 miles per hour", "95", "MI-PER-HR"),
    "The node is 3 nanometres.": ("3 nanometres", "3", "NanoM"),
    "The clock runs at 2.4 GHz.": ("2.4 GHz", "2.4", "GigaHZ"),
}

COUNTS = {
    "The survey reached 1,312 firms.": ("1,312", "1312", "UNITLESS"),
    "The survey reached 2.4 million homes.": ("2.4 million", "2400000", "UNITLESS"),
    "The survey reached twelve thousand homes.": ("twelve thousand", "12000", "UNITLESS"),
    "The survey reached two dozen firms.": ("two dozen", "24", "UNITLESS"),
    "The survey reached half a million homes.": ("half a million", "500000", "UNITLESS"),
    "The survey reached thirty-four homes.": ("thirty-four", "34", "UNITLESS"),
    "The survey reached 50k homes.": ("50k", "50000", "UNITLESS"),
    "The survey reached 600 million homes.": ("600 million", "600000000", "UNITLESS"),
}

ALL = {**MONEY, **SHARES, **MULTIPLES, **DURATIONS, **MEASURES, **COUNTS}


@pytest.mark.parametrize(("text", "expected"), ALL.items())
def test_a_sentence_states_one_quantity(text: str, expected: tuple[str, str, str]) -> None:
    assert forms(text) == [expected]


KINDS = [
    (MONEY, {Kind.MONEY}),
    (SHARES, {Kind.PERCENT, Kind.FRACTION}),
    (MULTIPLES, {Kind.TIMES}),
    (DURATIONS, {Kind.DURATION}),
    (MEASURES, {Kind.MEASURE}),
    (COUNTS, {Kind.COUNT}),
]


@pytest.mark.parametrize(("sentences", "kinds"), KINDS)
def test_each_form_is_of_its_kind(sentences: dict[str, tuple[str, str, str]], kinds: set[Kind]) -> None:
    assert {text: read(text)[0].kind for text in sentences if read(text)[0].kind not in kinds} == {}


# powers of ten, however they are typed
POWERS = {
    "It took 10^24 operations.": "1E+24",
    "It took 10²⁴ operations.": "1E+24",
    "It took 10 to the power of 24 operations.": "1E+24",
    "It took 3 × 10^24 operations.": "3E+24",
    "It took 3x10^24 operations.": "3E+24",
    "It took 2.5e24 FLOP.": "2.5E+24",
    "It took 1e25 floating-point operations.": "1E+25",
}


@pytest.mark.parametrize(("text", "value"), POWERS.items())
def test_powers_of_ten(text: str, value: str) -> None:
    assert [(q.value, q.unit) for q in read(text)] == [(Decimal(value), "unit:UNITLESS")]


@pytest.mark.parametrize("sign", sorted(sign for sign in currency_signs() if sign[0] != "$" and sign[-1] != "."))
def test_every_sign_of_a_currency_is_read(sign: str) -> None:
    text = f"It paid {sign}48 million."
    assert forms(text) == [(f"{sign}48 million", "48000000", currency_signs()[sign])]


@pytest.mark.parametrize("code", sorted(row["code"] for row in load_table("currencies")["currency"]))
def test_every_code_of_a_currency_is_read(code: str) -> None:
    assert forms(f"It paid {code} 48 million.") == [(f"{code} 48 million", "48000000", code)]


@pytest.mark.parametrize("phrase", sorted(comparators("after")))
def test_every_phrase_after_a_number_means_what_the_table_says(phrase: str) -> None:
    text = f"It gave 48 percent {phrase}."
    (quantity,) = read(text)
    assert quantity.comparator is comparators("after")[phrase]
    assert quantity.whole.cut(text).endswith(phrase)
    assert quantity.span.cut(text) == "48 percent"


@pytest.mark.parametrize("sign", sorted(comparators("symbols")))
def test_every_sign_of_comparison_means_what_the_table_says(sign: str) -> None:
    (quantity,) = read(f"The error was {sign}48%.")
    assert quantity.comparator is comparators("symbols")[sign]
    assert quantity.value == 48


BOUNDED_MONEY = {
    "Fines may reach up to €35 million.": (Comparator.UP_TO, "up to €35 million"),
    "It raised more than $480 million.": (Comparator.MORE_THAN, "more than $480 million"),
    "It raised at least $480 million.": (Comparator.AT_LEAST, "at least $480 million"),
    "It raised about $480 million.": (Comparator.ABOUT, "about $480 million"),
    "It raised less than $480 million.": (Comparator.LESS_THAN, "less than $480 million"),
    "It raised an estimated $480 million.": (Comparator.ABOUT, "an estimated $480 million"),
    "It raised $480 million or more.": (Comparator.AT_LEAST, "$480 million or more"),
    "It raised $480 million.": (Comparator.EXACTLY, "$480 million"),
}


@pytest.mark.parametrize(("text", "expected"), BOUNDED_MONEY.items())
def test_what_bounds_a_sum_belongs_to_its_whole(text: str, expected: tuple[Comparator, str]) -> None:
    (quantity,) = read(text)
    assert (quantity.comparator, quantity.whole.cut(text)) == expected


# sentence -> each end with its value, its unit and its role
ENDS = {
    "Revenue rose from $40 million to $65 million.": [("40000000", "USD", Role.FROM), ("65000000", "USD", Role.TO)],
    "Revenue rose to $65 million from $40 million.": [("65000000", "USD", Role.TO), ("40000000", "USD", Role.FROM)],
    "The wait fell from nine days to four days.": [("9", "DAY", Role.FROM), ("4", "DAY", Role.TO)],
    "The share fell from 12.5% to 8%.": [("12.5", "PERCENT", Role.FROM), ("8", "PERCENT", Role.TO)],
    "The team grew from 40 people to 90 people.": [("40", "UNITLESS", Role.FROM), ("90", "UNITLESS", Role.TO)],
    "It takes six to nine months.": [("6", "MO", Role.LOW), ("9", "MO", Role.HIGH)],
    "It costs $20 to $30.": [("20", "USD", Role.LOW), ("30", "USD", Role.HIGH)],
    "It costs $20–$30.": [("20", "USD", Role.LOW), ("30", "USD", Role.HIGH)],
    "It costs €2 million to €3 million.": [("2000000", "EUR", Role.LOW), ("3000000", "EUR", Role.HIGH)],
    "Some 61% agreed, compared with 48% in May.": [("61", "PERCENT", Role.TO), ("48", "PERCENT", Role.AGAINST)],
    "Profit was $9 million, down from $14 million.": [("9000000", "USD", Role.TO), ("14000000", "USD", Role.AGAINST)],
}


@pytest.mark.parametrize(("text", "expected"), ENDS.items())
def test_both_ends_know_each_other(text: str, expected: list[tuple[str, str, Role]]) -> None:
    first, second = read(text)
    assert [(format(q.value, "f"), q.unit.split(":")[1], q.role) for q in (first, second)] == expected
    assert (first.partner, second.partner) == (second.span, first.span)


APART = [
    "It hired 40 people and opened 3 offices.",
    "It paid $40 million in 2021 and €30 million in 2023.",
    "It lasts six hours and costs $20.",
    "The law covers 27 countries and 450 million people.",
]


@pytest.mark.parametrize("text", APART)
def test_two_figures_of_a_sentence_are_no_range(text: str) -> None:
    assert [(q.role, q.partner) for q in read(text)] == [(Role.ALONE, None)] * 2


TALLIES = {
    "The bill passed by 61 votes to 38.": (61, 38),
    "The chamber approved it 220-211.": (220, 211),
    "Lawmakers voted 84 to 12 to adopt it.": (84, 12),
    "The panel rejected it 7-4.": (7, 4),
    "The court gave a 6-3 ruling.": (6, 3),
}


@pytest.mark.parametrize(("text", "sides"), TALLIES.items())
def test_tallies(text: str, sides: tuple[int, int]) -> None:
    assert [(q.value, q.role) for q in read(text)] == [(sides[0], Role.HIGH), (sides[1], Role.LOW)]
    assert {q.kind for q in read(text)} == {Kind.VOTES}


NO_AMOUNT = [
    # dates and times
    "The rule took effect on 1 August 2024.",
    "The rule took effect on August 1, 2024.",
    "The rule took effect in August 2024.",
    "The rule took effect in 2024.",
    "The talks ran until 10:45 p.m. on Monday.",
    "The talks began at 6 a.m. on 12 May.",
    "The plan was drawn up in the early 2020s.",
    # ordinals
    "It was the 4th attempt in the 20th century.",
    "The 118th Congress met.",
    # parts of laws and documents
    "Article 5 bans it.",
    "See section 230 and paragraph 4.",
    "Annex 3 and Recital 12 explain it.",
    "Chapter 7 begins on page 88.",
    "Figure 3 and Table 2 show it.",
    # versions, models and standards
    "Version 4.1.2 was released.",
    "The lab released Velo 3.5 and Velo-4.",
    "It meets ISO 9001.",
    "It runs on Windows 11.",
    # ages
    "The law protects anyone under 18.",
    "A 17-year-old student sued.",
    "Children aged 8 use it.",
    # numbers that name
    "Call 020 7946 0018 for help.",
    "Call +44 20 7946 0018 for help.",
    "The desk works 24/7.",
    "The 9/11 report was read.",
]


@pytest.mark.parametrize("text", NO_AMOUNT)
def test_numbers_that_name_or_date_are_no_amounts(text: str) -> None:
    assert [q.span.cut(text) for q in read(text)] == []


BESIDE_A_NAME = {
    "Under Article 5, fines reach €35 million.": ["€35 million"],
    "On 3 May 2024 it raised $40 million.": ["$40 million"],
    "Section 4 gives firms 72 hours.": ["72 hours"],
    "In 2023, 41% of firms used it.": ["41%"],
    "Version 2.1 has 70 billion parameters.": ["70 billion"],
    "At 9 a.m., 300 people came.": ["300"],
}


@pytest.mark.parametrize(("text", "passages"), BESIDE_A_NAME.items())
def test_an_amount_beside_a_number_that_names(text: str, passages: list[str]) -> None:
    assert [q.span.cut(text) for q in read(text)] == passages


@pytest.mark.parametrize("start", [0, 1, 977])
def test_spans_count_from_the_start_of_the_article(start: int) -> None:
    text = "It paid more than €3 million within nine days."
    shifted = find_quantities(to_block(text, start))
    assert [(q.span.start - start, q.span.end - start) for q in shifted] == [
        (q.span.start, q.span.end) for q in read(text)
    ]
    assert [q.value for q in shifted] == [3_000_000, 9]


def test_a_sentence_of_many_figures_keeps_their_order() -> None:
    text = "In 2024 it paid $4 million to 30 firms, 12% more, within 90 days."
    assert forms(text) == [
        ("$4 million", "4000000", "USD"),
        ("30", "30", "UNITLESS"),
        ("12%", "12", "PERCENT"),
        ("90 days", "90", "DAY"),
    ]


HYPHENED = {"A two-year pause was agreed.": True, "A 300-megawatt plant opened.": True, "It lasts two years.": False}


@pytest.mark.parametrize(("text", "hyphened"), HYPHENED.items())
def test_a_number_inside_a_compound_is_marked(text: str, hyphened: bool) -> None:
    assert [q.hyphened for q in read(text)] == [hyphened]
