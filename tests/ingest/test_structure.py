"""Markup to runs and pieces: what a browser shows as one block, and what that block is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.flow import find_runs
from kg.ingest.page import read_fragment
from kg.ingest.pieces import CELL_GAP, Piece, to_blocks, to_line, to_row
from kg.ingest.tables import is_data_table
from kg.ingest.tree import parse_tree
from kg.model import BlockKind

P, L, H = BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING
Q, R, C = BlockKind.QUOTATION, BlockKind.ROW, BlockKind.CAPTION
LONG = "The council voted on Tuesday to let a system of its own decide when the gates of the dam open."


def read(markup: str) -> list[tuple[BlockKind, str]]:
    return [(piece.kind, piece.text) for piece in read_fragment(markup)]


@pytest.mark.parametrize(
    ("markup", "pieces"),
    [
        ("<p>One <b>bold</b> <a href='#'>link</a>.</p>", [(P, "One bold link.")]),
        ("Loose<p>Set.</p>loose again.", [(P, "Loose"), (P, "Set."), (P, "loose again.")]),
        ("<p>An un<i>broken</i> wo<span>rd</span>.</p>", [(P, "An unbroken word.")]),
        ("<p>One<br>two.</p>", [(P, "One two.")]),
        ("<p>One.<br><br>Two.</p>", [(P, "One."), (P, "Two.")]),
        (f"<p>{LONG}<br>{LONG}</p>", [(P, LONG), (P, LONG)]),
        ("<p>We ask:<br>• who<br>• why</p>", [(P, "We ask:"), (L, "who"), (L, "why")]),
        ("<p>1. who<br>2. why</p>", [(L, "who"), (L, "why")]),
        ("<p>3. who<br>7. why</p>", [(P, "3. who 7. why")]),
        ("<p><b>Costs</b></p><p>High, it says.</p>", [(H, "Costs"), (P, "High, it says.")]),
        ("<p><b>Costs</b> are high.</p>", [(P, "Costs are high.")]),
        ("<blockquote><p>One.</p><p>Two.</p></blockquote>", [(Q, "One."), (Q, "Two.")]),
        ("<blockquote>No.<cite>A. Reed</cite></blockquote>", [(Q, "No. — A. Reed")]),
        ("<blockquote>No.<cite>– A. Reed</cite></blockquote>", [(Q, "No. – A. Reed")]),
        ("<blockquote>No.<footer>A. Reed</footer></blockquote>", [(Q, "No."), (Q, "A. Reed")]),
        ("<p>See <cite>Dams</cite>.</p>", [(P, "See Dams.")]),
        ("<p>10<sup>25</sup>, 10<sup>−3</sup> and m<sup>2</sup>.</p>", [(P, "10^25, 10^−3 and m2.")]),
        ("<p>H<sub>2</sub>O on the 5<sup>th</sup>.</p>", [(P, "H2O on the 5th.")]),
        ("<p>Up<sup><a href='#'>*</a></sup> and on<sup>(<a href='#'>b</a>)</sup>.</p>", [(P, "Up and on.")]),
        ("<p>Up<sup><a href='/tm'>trade mark</a></sup>.</p>", [(P, "Uptrade mark.")]),
        ("<figure><img src='x'><figcaption>A dam.</figcaption></figure><p>So.</p>", [(C, "A dam."), (P, "So.")]),
        ("<p><img src='x'><br>The dam in May.</p><p>So.</p>", [(C, "The dam in May."), (P, "So.")]),
        ("<p>Shown.</p><p hidden>Not.</p><p style='display:none'>Not.</p>", [(P, "Shown.")]),
        ("<p>Shown.</p><template><p>Not.</p></template><noscript>Not.</noscript>", [(P, "Shown.")]),
        ("<p>Shown.<!-- not --></p><style>not</style>", [(P, "Shown.")]),
        ("<p>A&nbsp;b &amp; c&shy;d&#8203;e &lt;f&gt;</p>", [(P, "A b & cde <f>")]),
        ("<h4>Four</h4><p>So.</p>", [(H, "Four"), (P, "So.")]),
        ("<p>So.</p><h2>Nothing below</h2>", [(P, "So.")]),
        ("<details><summary>Why?</summary><p>So.</p></details>", [(P, "Why?"), (P, "So.")]),
        ("", []),
    ],
)
def test_what_markup_means(markup: str, pieces: list[tuple[BlockKind, str]]) -> None:
    assert read(markup) == pieces


@pytest.mark.parametrize("level", range(1, 7))
def test_the_level_of_a_heading_is_its_tags(level: int) -> None:
    heading, _ = read_fragment(f"<h{level}><a href='#'>Costs</a></h{level}><p>So.</p>")
    assert (heading.kind, heading.level, heading.text) == (H, level, "Costs")


@pytest.mark.parametrize("outer", ["ul", "ol", "menu", "dir"])
def test_items_are_as_deep_as_their_lists(outer: str) -> None:
    markup = f"<{outer}><li>One<{outer}><li>Two<ul><li>Three</li></ul></li></{outer}></li><li>Four</li></{outer}>"
    pieces = read_fragment(markup)
    assert [(piece.kind, piece.text, piece.level) for piece in pieces] == [
        (L, "One", 1), (L, "Two", 2), (L, "Three", 3), (L, "Four", 1),
    ]  # fmt: skip
    assert [block.lead for block in to_blocks(pieces)[1]] == [None, 0, 1, None]


def test_an_item_without_a_list_is_still_an_item() -> None:
    assert [(piece.kind, piece.level) for piece in read_fragment("<li>Alone</li>")] == [(L, 1)]


@pytest.mark.parametrize(
    ("rows", "is_header"),
    [
        ("<tr><th>Dam</th><th>Year</th></tr><tr><td>Helde</td><td>1987</td></tr>", True),
        ("<thead><tr><td>Dam</td><td>9</td></tr></thead><tr><td>Helde</td><td>1987</td></tr>", True),
        ("<tr><td>Dam</td><td>Year</td></tr><tr><td>Helde</td><td>1987</td></tr>", True),
        ("<tr><td>Dam</td><td>Town</td></tr><tr><td>Helde</td><td>Osp</td></tr>", False),
        ("<tr><th>Dam</th><td>Osp</td></tr><tr><th>Year</th><td>Late</td></tr>", False),
    ],
)
def test_the_header_row_of_a_table(rows: str, is_header: bool) -> None:
    pieces = read_fragment(f"<table>{rows}</table>")
    assert [piece.kind for piece in pieces] == [R, R]
    assert pieces[0].is_header is is_header
    assert [block.lead for block in to_blocks(pieces)[1]] == [None, 0 if is_header else None]


def test_a_table_keeps_its_caption_and_drops_empty_cells() -> None:
    table = (
        "<table><caption>Dams <i>in use</i></caption><tr><th>Dam</th><th>Year</th></tr><tr><td> </td><td></td></tr>"
        "<tr><td rowspan='2'>Helde<br>North</td><td>1987</td></tr><tr><td colspan='2'>1990</td></tr></table>"
    )
    assert read(table) == [(C, "Dams in use"), (R, "Dam | Year"), (R, "Helde North | 1987"), (R, "1990")]
    assert [block.lead for block in to_blocks(read_fragment(table))[1]] == [1, None, 1, 1]


@pytest.mark.parametrize(
    ("table", "is_data"),
    [
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", True),
        ("<table><tr><td>a</td><td>b</td></tr></table>", False),
        ("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", False),
        ("<table role='presentation'><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", False),
        ("<table><tr><td><h2>a</h2></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", False),
        (f"<table><tr><td>a</td><td>{LONG * 4}</td></tr><tr><td>c</td><td>d</td></tr></table>", False),
    ],
)
def test_tables_of_data_and_of_layout(table: str, is_data: bool) -> None:
    tag = parse_tree(table).root.find("table")
    assert tag is not None
    assert is_data_table(tag) is is_data


@pytest.mark.parametrize(
    ("markup", "pieces"),
    [
        ("<dl><dt>Cost</dt><dd>4 million</dd><dt>In</dt><dd>May</dd></dl>", [(R, "Cost | 4 million"), (R, "In | May")]),
        ("<dl><dt>Who</dt><dd>Ana</dd><dd>Tom</dd></dl>", [(R, "Who | Ana"), (R, "Tom")]),
        ("<dl><div><dt>Cost</dt><dd>High</dd></div></dl>", [(R, "Cost | High")]),
        ("<dl><dt>Cost</dt><dd><p>It is high.</p></dd></dl>", [(P, "Cost"), (P, "It is high.")]),
    ],
)  # fmt: skip
def test_definition_lists(markup: str, pieces: list[tuple[BlockKind, str]]) -> None:
    assert read(markup) == pieces


def test_how_much_of_a_run_is_linked_and_bold() -> None:
    (run,) = find_runs(parse_tree("<p><a href='#'>four</a> <b>four</b> <a href='#'><b>four</b></a> four</p>").root)
    assert (run.linked, run.bold) == (0.5, 0.5)


def test_deep_nesting_ends_in_its_text() -> None:
    assert read("<div>" * 500 + "Deep." + "</div>" * 500) == [(P, "Deep.")]


@given(st.text())
def test_a_line_is_one_line_and_cleaning_is_done_once(text: str) -> None:
    line = to_line(text)
    assert to_line(line) == line
    assert len(line.splitlines()) <= 1
    line.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n\t b", "a b"),
        ("\ufeffa\u200bb\xad\u2060c", "abc"),
        ("a\x00b\x1bc", "abc"),
        ("\ud800", "\ufffd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        ("\u3000a\u2009b\xa0", "a b"),
    ],
)
def test_invisible_characters(text: str, line: str) -> None:
    assert to_line(text) == line


@given(st.lists(st.text(), max_size=6))
def test_the_cells_of_a_row_are_cut_from_its_text(cells: list[str]) -> None:
    row = to_row(cells)
    text, blocks = to_blocks([Piece(P, "Before."), row, Piece(P, "After.")])
    shown = [text[cell.start : cell.end] for block in blocks for cell in block.cells]
    assert shown == [line for line in map(to_line, cells) if line]
    assert row.text == CELL_GAP.join(shown)


@pytest.mark.parametrize(
    ("kinds", "leads"),
    [
        ([(P, 0), (L, 1), (L, 1)], [None, 0, 0]),
        ([(H, 2), (L, 1)], [None, 0]),
        ([(Q, 0), (L, 1)], [None, None]),
        ([(L, 1), (P, 0), (L, 1)], [None, None, 1]),
        ([(P, 0), (L, 1), (L, 3), (L, 2), (L, 1)], [None, 0, 1, 1, 0]),
        ([(P, 0), (L, 2), (L, 3), (L, 1)], [None, 0, 1, 0]),
        ([(C, 0), (R, 0)], [1, None]),
        ([(C, 0), (P, 0)], [None, None]),
    ],
)
def test_what_each_piece_stands_under(kinds: list[tuple[BlockKind, int]], leads: list[int | None]) -> None:
    pieces = [Piece(kind, f"text {number}", level) for number, (kind, level) in enumerate(kinds)]
    assert [block.lead for block in to_blocks(pieces)[1]] == leads
