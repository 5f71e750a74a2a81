"""Tables for people: what fits, what wraps, what is quoted below."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.tables import LEAST_WIDTH, TEXT_WIDTH, Table, fit_widths, to_text
from kg.cli.terminal import to_plain


@given(st.lists(st.integers(0, 300), min_size=1, max_size=20), st.integers(1, 300))
def test_columns_fit_or_are_as_narrow_as_may_be(natural: list[int], available: int) -> None:
    widths = fit_widths(natural, available)
    assert all(width <= wished for width, wished in zip(widths, natural, strict=True))
    assert sum(widths) <= available or max(widths) <= LEAST_WIDTH
    if sum(natural) <= available:
        assert widths == natural


def test_a_sentence_stands_below_its_row_with_its_article() -> None:
    sentence = "Osprey Labs opposes the Frontier Licensing Act."
    row = ("Osprey Labs", sentence, "Frontier Licensing Act", "A headline")
    lines = to_text(Table(("who", "sentence", "what", "article"), [row])).splitlines()
    assert lines[0].split() == ["who", "what"]
    assert lines[2].split() == ["Osprey", "Labs", "Frontier", "Licensing", "Act"]
    assert lines[3] == f"    {sentence} - A headline"
    assert lines[-1] == "1 row"


def test_sentences_alone_are_a_column() -> None:
    text = to_text(Table(("sentence",), [("One.",), ("Two.",)]))
    assert text.split() == ["sentence", "─" * TEXT_WIDTH, "One.", "Two.", "2", "rows"]


def test_articles_alone_are_a_column() -> None:
    assert to_text(Table(("article", "claims"), [("A headline", "3")])).split()[:2] == ["article", "claims"]


@pytest.mark.parametrize(
    ("shown", "total", "said"), [(0, None, "0 rows"), (1, 1, "1 row"), (2, 21, "2 of 21 rows"), (0, 1, "0 of 1 row")]
)
def test_the_number_of_rows_closes_the_table(shown: int, total: int | None, said: str) -> None:
    assert to_text(Table(("who",), [("x",)] * shown, total)).splitlines()[-1] == said


@given(st.lists(st.tuples(st.text(max_size=200), st.text(max_size=200), st.text(max_size=200)), max_size=5))
def test_no_text_breaks_the_table(rows: list[tuple[str, str, str]]) -> None:
    text = to_text(Table(("a", "sentence", "c"), rows))
    assert text.endswith(f"{len(rows)} row{'' if len(rows) == 1 else 's'}\n")
    assert not [c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs")]


@given(st.text())
def test_plain_text_is_one_line_without_controls(text: str) -> None:
    plain = to_plain(text)
    assert not [c for c in plain if unicodedata.category(c) in ("Cc", "Cf", "Cs")]
    assert len(plain.splitlines()) <= 1
    assert "\x1b" not in plain


def test_a_headline_is_not_quoted_twice() -> None:
    lines = to_text(Table(("who", "sentence", "article"), [("Osprey Labs", "A headline", "A headline")])).splitlines()
    assert lines[3] == "    A headline"
