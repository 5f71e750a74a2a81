"""Names that a text says are one thing's."""

import pytest

from kg.extract.coreference import aliases, resolve
from kg.extract.language import parse_articles
from kg.extract.mentions import find_mentions
from tests.extract.articles import to_article


def names_of(text):
    (parsed,) = parse_articles([to_article(text)])
    return [set(chain.names) for chain in resolve(parsed, find_mentions(parsed))]


@pytest.mark.parametrize(
    "text",
    [
        "Lawmakers passed SB 53, the Model Transparency Act, on Monday.",
        "Lawmakers passed the Model Transparency Act (SB 53) on Monday.",
        "Lawmakers passed SB 53, also known as the Model Transparency Act, on Monday.",
        "Lawmakers passed SB 53 (the “Model Transparency Act”) on Monday.",
    ],
)
def test_a_law_by_its_number_and_by_its_name_is_one(text):
    assert {"SB 53", "Model Transparency Act"} in names_of(text)


def test_laws_in_a_list_stay_apart():
    names = names_of("Lawmakers passed the Data Sharing Act, the Chip Supply Act and SB 53 on Monday.")
    assert {"Data Sharing Act"} in names
    assert {"Chip Supply Act"} in names
    assert {"SB 53"} in names


def test_an_acronym_of_another_language_is_the_name_that_it_stands_behind():
    names = names_of("The Dutch Data Protection Authority (AP) fined it. The AP was slow.")
    assert {"Dutch Data Protection Authority", "AP"} in names


def test_long_names_in_capitals_cost_nothing():
    """A pattern that tried every way to cut the letters up would never come back."""
    assert aliases._NUMBERED.search("THE COMMISSION SAID THAT IT WOULD SUE " * 9) is None
    assert all(aliases._NUMBERED.search(name) for name in ("SB 9", "S.B. 9", "AB-1047", "EU AI 2", "Order No 3"))
