"""Quantities that no metric is made of: ages, a single one of a kind, multitudes, generations of networks."""

import pytest

from kg.extract.quantities import Kind, find_quantities, with_asides
from tests.extract.metrics.reading import figures
from tests.extract.quantities.reading import to_block

ASIDES = [
    ("The 65-year-old worries about wind turbines.", [("65-year-old", 65, "YR")]),
    ("It was carved from 400 million-year-old bedrock.", [("400 million-year-old", 400_000_000, "YR")]),
    ("Her now 18 month-old daughter slept.", [("18 month-old", 18, "MO")]),
    ("They have a daughter who was 10.", [("10", 10, "YR")]),
    ("Hamid, 66, has retired.", [("66", 66, "YR")]),
    ("She turned 40 in spring.", [("40", 40, "YR")]),
    ("One proposal was dropped.", [("One", 1, "UNITLESS")]),
    ("It is one of the oldest bridges in town.", [("one", 1, "UNITLESS")]),
    ("Dozens of people fled.", [("Dozens of", 12, "UNITLESS"), ("Dozens of", 120, "UNITLESS")]),
    (
        "It costs tens of thousands of dollars.",
        [("tens of thousands of dollars", 10_000, "USD"), ("tens of thousands of dollars", 100_000, "USD")],
    ),
    ("It brings 5G to the valley.", [("5G", 5, "UNITLESS")]),
]

NONE = ["Each one was tested.", "No one came.", "Millions watched.", "She is old, and so is he."]


def asides(text: str) -> list[tuple[str, int, str]]:
    block = to_block(text)
    found = with_asides(block, find_quantities(block))
    return [(q.span.cut(text), int(q.value), q.unit.split(":")[1]) for q in found]


@pytest.mark.parametrize(("text", "expected"), ASIDES)
def test_reads_what_no_figure_is(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert asides(text) == expected


@pytest.mark.parametrize(("text", "expected"), ASIDES)
def test_makes_no_metric_of_it(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert figures(f"Quarrel AI spoke. {text}") == []


@pytest.mark.parametrize("text", NONE)
def test_reads_nothing(text: str) -> None:
    assert asides(text) == []


def test_the_figures_stay_as_they_are() -> None:
    block = to_block("The 40-year-old firm has 310 engineers and one office, and hundreds of clients.")
    figures_alone = find_quantities(block)
    assert set(figures_alone) <= set(with_asides(block, figures_alone))
    assert all(q.kind is not Kind.AGE for q in figures_alone)
