"""PDF files: paragraphs, headings and the title from where lines stand; broken files are values."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ingest import pdf, singles
from kg.ingest.layout import Line, to_pieces
from kg.ingest.pdf import read_pdf
from kg.ingest.sifting import Reason
from kg.model import Article, BlockKind, Failure, Skipped
from tests.ingest.holding import read
from tests.ingest.pages import texts
from tests.ingest.printed import Printed, to_pdf

pytest.importorskip("pypdf")

TITLE = Printed("Lake council hands its sluices to a machine", 60, 780, 20, is_bold=True)
FIRST = ["The council voted on Tuesday to let an automated", "system decide when the sluices open, the first body",
         "in the region to do so."]  # fmt: skip
SECOND = ["Farmers had asked for it, while anglers warned that", "sudden releases would harm the trout."]


def column(lines: list[str], x: float, top: float) -> list[Printed]:
    return [Printed(text, x, top - 13 * number) for number, text in enumerate(lines)]


def one(pages: list[list[Printed]], **told: str) -> Article:
    (article,) = read("-", stdin=to_pdf(pages, **told))
    assert isinstance(article, Article), article
    return article


def test_lines_become_paragraphs_below_their_title() -> None:
    article = one([[TITLE, *column(FIRST, 60, 740), *column(SECOND, 60, 690)]])
    assert [block.kind for block in article.blocks] == [BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    assert texts(article, BlockKind.PARAGRAPH) == [" ".join(FIRST), " ".join(SECOND)]
    assert article.headline == TITLE.text


def test_an_indent_begins_a_paragraph() -> None:
    indented = [Printed(SECOND[0], 75, 701), Printed(SECOND[1], 60, 688)]
    assert len(texts(one([[TITLE, *column(FIRST, 60, 740), *indented]]), BlockKind.PARAGRAPH)) == 2


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    first = [TITLE, *column(FIRST[:1], 60, 740), *column(FIRST[1:2], 320, 740)]
    article = one([first, column([*FIRST[2:]], 60, 780)])
    assert texts(article, BlockKind.PARAGRAPH) == [" ".join(FIRST)]


def test_headings_are_larger_or_bold() -> None:
    heads = [Printed("What it costs", 60, 715, 14), Printed("Who is for it", 60, 640, 11, is_bold=True)]
    lines = [*column(FIRST, 60, 760), heads[0], *column(SECOND, 60, 690), heads[1], *column(FIRST, 60, 620)]
    article = one([[TITLE, *lines]])
    assert texts(article, BlockKind.HEADING) == ["What it costs", "Who is for it"]


def test_bullets_are_items() -> None:
    items = ["• open the gates at night", "• tell the anglers before they", "are opened"]
    article = one([[TITLE, *column([*FIRST, *items], 60, 740)]])
    assert texts(article, BlockKind.ITEM) == ["open the gates at night", "tell the anglers before they are opened"]


def test_words_that_lines_break_are_joined() -> None:
    broken = ["The regula-", "tor met the long-", "term owners. A long-term regulator is", "what the council wants."]
    text = one([[TITLE, *column(broken, 60, 740)]]).text
    assert "The regulator met the long-term owners." in text


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [Printed("Shore Courier, May 2025", 60, 820, 8), *lines, Printed(f"Page {number} of 3", 280, 20, 8)]
        for number, lines in enumerate(
            ([TITLE, *column(FIRST, 60, 740)], column(SECOND, 60, 780), column(FIRST, 60, 780))
        )
    ]
    text = one(pages).text
    assert "Shore Courier" not in text
    assert "Page" not in text


def test_what_the_file_says_of_itself() -> None:
    article = one([[TITLE, *column(FIRST, 60, 740)]], Author="Ana Reed", CreationDate="D:20250502080000Z")
    assert (article.authors, article.published) == (("Ana Reed",), "2025-05-02")
    assert dict(article.origins)["published"] == "pdf"
    lines = column(FIRST, 60, 740)
    assert one([lines], Title="Sluices").headline == "Sluices"
    assert one([lines], Title="Microsoft Word - sluices.docx").headline is None


def test_without_the_extra_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(singles, "can_read_pdf", lambda: False)
    (skipped,) = read("-", stdin=to_pdf([[TITLE]]))
    assert isinstance(skipped, Skipped)
    assert (skipped.reason, skipped.detail) == (Reason.NO_READER, "pip install 'kg[pdf]'")


WHOLE = to_pdf([[TITLE, *column(FIRST, 60, 740)]])


@pytest.mark.parametrize("cut", range(9, len(WHOLE), 150))
def test_a_truncated_file_is_a_value(cut: int) -> None:
    assert isinstance(read_pdf(WHOLE[:cut], "a.pdf"), Article | Failure)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=40))
def test_any_damage_is_a_value(at: int, damage: bytes) -> None:
    result = read_pdf(WHOLE[:at] + damage + WHOLE[at + len(damage) :], "a.pdf")
    assert isinstance(result, Article) or result.advice


def test_pictures_of_text_and_books_are_failures(monkeypatch: pytest.MonkeyPatch) -> None:
    result = read_pdf(to_pdf([[]]), "a.pdf")
    assert isinstance(result, Failure)
    assert "no text" in result.reason
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    result = read_pdf(to_pdf([column(FIRST, 60, 740)] * 3), "a.pdf")
    assert isinstance(result, Failure)
    assert "more than 2 pages" in result.reason


PLACES = st.tuples(st.integers(0, 2), st.floats(0, 600), st.floats(0, 800), st.floats(1, 40), st.booleans())
LINES = st.builds(lambda text, place: Line(text, *place), st.text(max_size=30), PLACES)


@settings(deadline=None)
@given(st.lists(LINES, max_size=15))
def test_any_lines_anywhere_keep_their_words(lines: list[Line]) -> None:
    pieces = to_pieces(sorted(lines, key=lambda line: line.page))
    assert all(piece.text for piece in pieces)
    assert sum(piece.kind is BlockKind.TITLE for piece in pieces) <= 1


def test_many_lines_take_little_time() -> None:
    lines = [
        Line(f"Line {number} of a long report.", number // 50, 60, 800 - 13 * (number % 50), 11)
        for number in range(10_000)
    ]
    started = time.process_time()
    assert to_pieces(lines)
    assert time.process_time() - started < 3
