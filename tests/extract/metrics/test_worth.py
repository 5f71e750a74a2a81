"""Which numbers are no figures, and how figures of an article are put together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import BlockKind, EntityClass
from tests.extract.metrics.reading import article, figures, figures_of

NO_FIGURES = [
    "[Tarn|Organization] sells two products.",
    "[Tarn|Organization] opened two years ago.",
    "[Tarn|Organization] began a two-year pause.",
    "[Tarn|Organization] published a 31-page paper.",
    "[Tarn|Organization] wants checks on every funding round above $100 million.",
    "[Tarn|Organization] will stay if 40 rivals leave.",
    "[Tarn|Organization] asked three questions.",
    "[Tarn|Organization] needs a two-thirds majority.",
    "[Tarn|Organization] hired a 13-year-old pupil in 2021.",
    "[Local Law 144|Policy] applies.",
    "For nine years she worked at [Tarn|Organization].",
    "[Tarn|Organization] fell short over the past six months.",
]


@pytest.mark.parametrize("marked", NO_FIGURES)
def test_no_figure(marked: str) -> None:
    assert figures(marked) == []


def test_nothing_is_about_nothing() -> None:
    assert figures("The index rose 3%.") == []


def test_a_restated_fraction_is_one_figure() -> None:
    found = figures("A third of [Tarn|Organization]'s capital, $160 million, is set aside for safety.")
    assert [f.value for f in found] == ["160000000 USD"]


def test_evidence_is_the_sentence() -> None:
    (figure,) = figures("[Tarn|Organization] is new. It employs 310 people. It is busy.")
    assert figure.evidence == "It employs 310 people."


def test_a_title_s_figure_is_the_body_s() -> None:
    resolved = article(
        [
            (BlockKind.TITLE, "Tarn raises $480 million", None),
            (BlockKind.PARAGRAPH, "Tarn raised $480 million on Monday.", None),
        ],
        {"Tarn": EntityClass.ORGANIZATION},
    )
    (figure,) = figures_of(resolved)
    assert figure.evidence == "Tarn raised $480 million on Monday."


def test_a_shared_currency_name_is_the_one_that_is_qualified() -> None:
    found = figures(
        "[Tarn|Organization] paid 92 million Swedish crowns. [Tarn|Organization] is valued at 1.4 billion crowns."
    )
    assert {f.metric.unit for f in found} == {"currency:SEK"}


def test_items_belong_to_what_the_list_stands_under() -> None:
    resolved = article(
        [
            (BlockKind.PARAGRAPH, "Tarn has published its audit.", None),
            (BlockKind.PARAGRAPH, "It found:", None),
            (BlockKind.ITEM, "Ostfold passed 61% of checks.", 1),
            (BlockKind.ITEM, "The share of reports dropped to 6%.", 1),
        ],
        {"Tarn": EntityClass.ORGANIZATION, "Ostfold": EntityClass.ORGANIZATION},
    )
    assert [f.about[0] for f in figures_of(resolved)] == ["Ostfold", "Tarn"]


TABLE = [
    (BlockKind.ROW, "Company | Revenue ($m) | Share of market (%) | Staff", None),
    (BlockKind.ROW, "Tarn | 120 | 14 | 310", 0),
    (BlockKind.ROW, "Ostfold | 80.5 | 9 | 45", 0),
]


def test_tables_are_read_by_row_and_column() -> None:
    names = {"Tarn": EntityClass.ORGANIZATION, "Ostfold": EntityClass.ORGANIZATION}
    found = [(f.about[0], f.metric.measures, f.value) for f in figures_of(article(TABLE, names))]
    assert found == [
        ("Tarn", "Revenue", "120000000 USD"),
        ("Tarn", "Share of market", "14 PERCENT"),
        ("Tarn", "Staff", "310 UNITLESS"),
        ("Ostfold", "Revenue", "80500000 USD"),
        ("Ostfold", "Share of market", "9 PERCENT"),
        ("Ostfold", "Staff", "45 UNITLESS"),
    ]


def test_a_table_may_have_its_things_as_columns() -> None:
    rows = [(BlockKind.ROW, "Test | Velo | Orrin", None), (BlockKind.ROW, "Maths score | 61% | 72%", 0)]
    names = {"Velo": EntityClass.SYSTEM, "Orrin": EntityClass.SYSTEM}
    found = [(f.about[0], f.metric.measures, f.value) for f in figures_of(article(rows, names))]
    assert found == [("Velo", "Maths score", "61 PERCENT"), ("Orrin", "Maths score", "72 PERCENT")]


WORDS = [
    "[Tarn|Organization]",
    "raised",
    "$5 million",
    "and",
    "fell",
    "from 41%",
    "to 17%",
    "which",
    "of the code",
    "at least 14 days",
    "must",
    "report",
    ",",
    "more than 140 firms",
    "tripled",
    "by 36 votes to 31",
    "than",
    "said",
    "that",
    ".",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_text_gives_sound_metrics(words: list[str]) -> None:
    text = " ".join(["[Tarn|Organization]", *words])
    found = figures(text)
    assert [f.metric.id for f in found] == [f"m{n}" for n in range(1, len(found) + 1)]
    for figure in found:
        assert all((figure.metric.measures, figure.about, figure.evidence))
        assert str(figure.metric.unit).count(":") == 1
