"""Numbers with what they are numbers of."""

import pytest

from kg.extract.quantities.tables import currency_names, currency_signs, load_table, units
from tests.extract.quantities.reading import forms, read

MONEY = {
    "It raised €35 million.": ("€35 million", "35000000", "EUR"),
    "It cost £7.99.": ("£7.99", "7.99", "GBP"),
    "It paid 4 million Norwegian kroner.": ("4 million Norwegian kroner", "4000000", "NOK"),
    "It has S$2bn.": ("S$2bn", "2000000000", "SGD"),
    "It has A$210 million.": ("A$210 million", "210000000", "AUD"),
    "It set aside Rs 10,372 crore.": ("Rs 10,372 crore", "103720000000", "INR"),
    "It paid 30 million won.": ("30 million won", "30000000", "KRW"),
    "It paid R38 million.": ("R38 million", "38000000", "ZAR"),
    "It paid USD 4.5 million.": ("USD 4.5 million", "4500000", "USD"),
    "It paid 12 million CHF.": ("12 million CHF", "12000000", "CHF"),
    "The multi-year, 60-million-euro plan starts.": ("60-million-euro", "60000000", "EUR"),
}


@pytest.mark.parametrize(("text", "expected"), MONEY.items())
def test_money_has_its_currency(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in forms(text)


MEASURED = {
    "It grew 12 per cent.": ("12 per cent", "12", "PERCENT"),
    "It grew 12%.": ("12%", "12", "PERCENT"),
    "It grew by three percentage points.": ("three percentage points", "3", "PERCENT"),
    "It needs 1.4 gigawatts.": ("1.4 gigawatts", "1.4", "GigaW"),
    "A 300-megawatt plant opened.": ("300-megawatt", "300", "MegaW"),
    "It takes 72 hours.": ("72 hours", "72", "HR"),
    "It takes at least a year.": ("a year", "1", "YR"),
    "A 52x speedup was seen.": ("52x", "52", "Times"),
    "It is eight times more costly.": ("eight times", "8", "Times"),
    "Output rose threefold.": ("threefold", "3", "Times"),
    "Sales doubled.": ("doubled", "2", "Times"),
    "Staff has been halved.": ("halved", "0.5", "Times"),
    "It was twice as fast.": ("twice", "2", "Times"),
    "It stores 40TB.": ("40TB", "40", "TeraBYTE"),
    "The gap is 14 mm wide.": ("14 mm", "14", "MilliM"),
    "A 10kW panel is used.": ("10kW", "10", "KiloW"),
    "It paid US $7.2 billion.": ("US $7.2 billion", "7200000000", "USD"),
    "It has 4.3m users.": ("4.3m", "4300000", "UNITLESS"),
    "It stores 40 terabytes.": ("40 terabytes", "40", "TeraBYTE"),
}


@pytest.mark.parametrize(("text", "expected"), MEASURED.items())
def test_measures_have_their_unit(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in forms(text)


def test_times_that_count_occasions_are_no_multiples() -> None:
    assert [q.kind for q in read("It was downloaded 50 million times.")] == ["count"]
    assert not read("They meet twice a year.")
    assert not read("The firm doubled down on the plan.")


def test_a_contraction_is_no_currency() -> None:
    assert all(q.unit != "currency:KRW" for q in read("One claim in 500 won't make the news."))


def test_what_is_counted_is_the_noun() -> None:
    text = "It serves more than 140 hospitals, courts and insurers in 17 countries."
    block = [q.head for q in read(text)]
    doc_words = text.replace(",", " ,").replace(".", " .").split()
    assert [doc_words[i] for i in block if i is not None] == ["hospitals", "countries"]


def test_tables_are_whole() -> None:
    signs = [sign for row in load_table("currencies")["currency"] for sign in row.get("signs", ())]
    assert len(signs) == len(set(signs)), "a sign of two currencies"
    assert set(load_table("currencies")["shared"]) <= set(currency_names())
    assert all(len(code) == 3 for code in currency_signs().values())
    assert all(unit.iri.split(":")[0] in ("unit", "aig") for unit in units().values())
