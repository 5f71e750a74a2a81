"""What holds of every article, whatever it was read from: generated texts, pages and bytes."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.ingest.pieces import Piece, find_leads, to_blocks
from kg.ingest.reading import read_article
from kg.model import Article, BlockKind, Failure
from tests.ingest.pages import CLOSING, OPENING, page

RELAXED = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = st.sampled_from(
    ["council", "the", "Sluice", "votes", "€20", "“no”", "2025", "by", "- ", "•", "1.", "  ", "\u00a0"]
)
LINES = st.lists(WORDS, max_size=25).map(" ".join)
TEXTS = st.lists(LINES, max_size=12).map("\n".join) | st.text(max_size=300)
NAMES = "p div h1 h2 ul ol li table tr td th blockquote b a br sup dl dt dd aside figure pre nav"
TAGS = st.sampled_from(NAMES.split(" "))


@st.composite
def soups(draw: st.DrawFn) -> str:
    """Markup whose tags open and close as they like."""
    parts = []
    for _ in range(draw(st.integers(0, 30))):
        tag, text = draw(TAGS), draw(LINES | st.text(max_size=20))
        parts.append(
            draw(st.sampled_from([f"<{tag}>{text}", f"{text}</{tag}>", f"<{tag}>{text}</{tag}>", f"<{tag} {text}>"]))
        )
    return "".join(parts)


def check(result: Article | Failure) -> None:
    """Everything that an article promises."""
    if isinstance(result, Failure):
        assert result.reason
        assert "\n" not in result.reason
        return
    assert result.text == "\n\n".join(result.cut(block) for block in result.blocks)
    assert any(block.kind is not BlockKind.TITLE for block in result.blocks)
    end = -2
    for index, block in enumerate(result.blocks):
        assert block.span.start == end + 2
        assert block.span.start < block.span.end <= len(result.text)
        end = block.span.end
        line = result.cut(block)
        assert line == " ".join(line.split()), "white space is one space"
        assert block.lead is None or (block.lead != index and 0 <= block.lead < len(result.blocks))
        assert all(block.span.contains(cell) and cell.cut(result.text) for cell in block.cells)
        assert bool(block.cells) == (block.kind is BlockKind.ROW)
    result.text.encode()  # no lone surrogates


@RELAXED
@given(TEXTS)
def test_any_text(text: str) -> None:
    check(read_article(text.encode("utf-8", "surrogatepass"), "a.txt"))


@RELAXED
@given(TEXTS)
def test_any_markdown(text: str) -> None:
    check(read_article(text.encode("utf-8", "surrogatepass"), "a.md"))


@RELAXED
@given(soups())
def test_any_markup(soup: str) -> None:
    check(read_article(soup.encode("utf-8", "surrogatepass"), "a.html"))
    check(read_article(page(OPENING + soup + CLOSING), "a.html"))


@RELAXED
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.md", "a"]))
def test_any_bytes(content: bytes, location: str) -> None:
    check(read_article(content, location))


@RELAXED
@given(
    st.lists(st.tuples(st.sampled_from(BlockKind), st.text(max_size=8), st.integers(0, 3), st.booleans()), max_size=12)
)
def test_any_pieces(drawn: list[tuple[BlockKind, str, int, bool]]) -> None:
    pieces = [
        Piece(kind, text, level, (text, text) if kind is BlockKind.ROW else (), header)
        for kind, text, level, header in drawn
    ]
    text, blocks = to_blocks(pieces)
    assert text == "\n\n".join(block.span.cut(text) for block in blocks)
    for block in blocks:
        lead = None if block.lead is None else blocks[block.lead]
        if block.kind is BlockKind.ITEM and lead and lead.kind is BlockKind.ITEM:
            assert lead.level < block.level, "an item stands under an item that is further out"
        if block.kind is BlockKind.ROW and lead:
            assert lead.kind is BlockKind.ROW


def test_reading_twice_gives_the_same() -> None:
    content = page(OPENING + CLOSING)
    assert read_article(content, "a.html") == read_article(content, "a.html")


def test_an_item_after_nested_ones_goes_back_to_its_own_lead() -> None:
    levels = [1, 2, 3, 2, 1]
    pieces = [Piece(BlockKind.PARAGRAPH, "It runs:"), *(Piece(BlockKind.ITEM, "x", level) for level in levels)]
    assert find_leads(pieces) == [None, 0, 1, 2, 1, 0]


HOSTILE = {
    "attributes": "<p " + " ".join(f"a{n}='{n}'" for n in range(10_000)) + f">x</p>{OPENING}{CLOSING}",
    "nested lists": "<ul><li>x" * 3000 + OPENING,
    "nested boxes": "<div>" * 100_000 + OPENING + CLOSING,
    "nested tables": "<table><tr><td>" * 500 + OPENING,
    "nested quotations": "<blockquote>" * 5000 + OPENING,
    "open tags": "<" * 100_000 + OPENING,
    "one long word": "<p>" + "x" * 2_000_000 + "</p>",
    "many breaks": "<br>" * 20_000 + OPENING,
    "many paragraphs": "<p>A line of text that is not short.</p>" * 10_000,
    "a large table": f"<table>{'<tr><td>a</td><td>1</td></tr>' * 5_000}</table>",
    "entities": "<p>" + "&amp;&#x110000;&#0;&bogus;" * 10_000 + "</p>",
    "comments": "<!--" * 20_000 + OPENING,
    "empty suspects": "<div class='ad share promo related'></div>" * 20_000 + OPENING + CLOSING,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end_in_time(name: str) -> None:
    started = time.process_time()
    check(read_article(f"<html><body>{HOSTILE[name]}</body></html>".encode(), "a.html"))
    assert time.process_time() - started < 10, "seconds for one page"


@pytest.mark.parametrize(
    "text", ["- " * 200_000, "\n" * 500_000 + "a", "# " * 100_000, "> " * 5000 + "x", "* a\n" * 20_000]
)
def test_hostile_texts_end_in_time(text: str) -> None:
    started = time.process_time()
    check(read_article(text.encode(), "a.txt"))
    check(read_article(text.encode(), "a.md"))
    assert time.process_time() - started < 10, "seconds for one text"
