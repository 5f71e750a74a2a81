"""Figures that lean on an earlier one, stand beside another, or last so long; tables with a column for each system."""

import pytest

from kg.model import BlockKind, EntityClass
from tests.extract.metrics.reading import article, figures, figures_of

MEASURED = [
    ("[Tarn|Organization] has 94 clients and 130 engineers in Nairobi.", ["94 clients", "130 engineers in Nairobi"]),
    ("[Tarn|Organization] logged 740 failures. Only 12 were reported by users.", ["740 failures", "12 failures"]),
    ("The error rate of [Velo|AISystem] was 9%. After an update, that number dropped to 4%.", ["9 error", "4 error"]),
    ("[Tarn|Organization] is far smaller, with 610 engineers.", ["610 engineers"]),
    ("The maximum fine under the [Quill Act|Policy] is 30 million won, which is small.", ["30000000 maximum fine"]),
    (
        "Last year [Tarn|Organization] bought [Oakhill|Organization] for 45 million euros.",
        ["45000000 acquisition price"],
    ),
    (
        "[Tarn|Organization] agreed to pay $1.5 billion to settle a lawsuit by authors.",
        ["1500000000 agreed pay settle lawsuit"],
    ),
    (
        "The [City Council|Organization] voted 5-2 to cancel a contract for software that writes reports.",
        ["5 votes", "2 votes"],
    ),
    (
        "It sets out 34 tests in two parts: spending limits and refusals of [Velo|AISystem].",
        ["34 tests sets out parts"],
    ),
]

LASTING = [
    ("Under the [Quill Act|Policy], firms must tell applicants at least 10 days before a tool is used.", "10 DAY"),
    ("[Tarn|Organization] promises 30 days of outside testing.", "30 DAY"),
    ("[Tarn|Organization] signed a three-year contract with the city.", "3 YR"),
    ("The reporting time of [Tarn|Organization] fell from 52 minutes to 20 minutes since it began.", "20 MIN"),
    ("Inspectors used [Velo|AISystem] 1,340 times last year.", "1340 UNITLESS"),
    ("[Oakhill|Organization] gives [Tarn|Organization] a score of 19 out of 100.", "19 UNITLESS"),
]

NO_FIGURES = [
    "[Tarn|Organization] fears power in four or five companies.",
    "[Tarn|Organization] was banned two years after it opened.",
]


@pytest.mark.parametrize(("marked", "expected"), MEASURED)
def test_measures(marked: str, expected: list[str]) -> None:
    found = [f"{f.metric.value:f} {f.metric.measures}" for f in figures(marked)]
    assert len(found) == len(expected)
    assert all(text.startswith(start) for text, start in zip(found, expected, strict=True)), found


@pytest.mark.parametrize(("marked", "value"), LASTING)
def test_is_a_figure(marked: str, value: str) -> None:
    assert value in [f.value for f in figures(marked)]


@pytest.mark.parametrize("marked", NO_FIGURES)
def test_is_none(marked: str) -> None:
    assert figures(marked) == []


def test_an_earlier_figure_s_word_may_come_with_its_own_subject() -> None:
    found = figures("The error rate was 8% for [Velo|AISystem]. The figure was 5% for [Orrin|AISystem].")
    assert [f.about[0] for f in found] == ["Velo", "Orrin"]


def test_pesos_are_those_of_the_country_named_last() -> None:
    text = "[Tarn|Organization] staff in the Philippines are paid 290 pesos an hour. It also works in Chile."
    assert [f.value for f in figures(text)] == ["290 PHP"]


def test_a_column_for_each_system_is_what_its_cells_are_about() -> None:
    rows = [
        (BlockKind.ROW, "Share of runs | Velo | Orrin", None),
        (BlockKind.ROW, "Lantern tasks finished | 44% | 71%", 0),
    ]
    names = {"Velo": EntityClass.SYSTEM, "Orrin": EntityClass.SYSTEM, "Lantern": EntityClass.DOCUMENT}
    found = [(f.about, f.metric.measures) for f in figures_of(article(rows, names))]
    assert found == [(("Velo",), "Lantern tasks finished"), (("Orrin",), "Lantern tasks finished")]


def test_a_cell_says_what_its_figure_is() -> None:
    rows = [(BlockKind.ROW, "Law | Threshold", None), (BlockKind.ROW, "Quill Act | $100 million training cost", 0)]
    (figure,) = figures_of(article(rows, {"Quill Act": EntityClass.POLICY}))
    assert figure.metric.measures == "training cost Threshold"


def test_the_sign_of_a_currency_is_no_country() -> None:
    rows = [(BlockKind.ROW, "Offence | Fine", None), (BlockKind.ROW, "Minor | US$75,000", 0)]
    names = {"US": EntityClass.PLACE, "Quill Act": EntityClass.POLICY}
    blocks = [*rows, (BlockKind.PARAGRAPH, "The Quill Act sets them. The Quill Act applies now.", None)]
    assert [f.about for f in figures_of(article(blocks, names))] == [("Quill Act",)]
