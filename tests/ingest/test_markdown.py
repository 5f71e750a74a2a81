"""Markdown and its front matter; wrapped lines; mastheads of plain texts."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ingest import read_sources
from kg.ingest.markdown import is_markdown, read_markdown
from kg.ingest.masthead import is_title, read_masthead, read_opening
from kg.ingest.plain import is_heading, read_plain
from kg.ingest.wrapping import find_width, join_wrapped
from kg.model import Article, BlockKind

LONG = "The council voted on Tuesday to let a system of its own decide when the gates of the dam open, by nine to four."


@pytest.mark.parametrize(
    ("front", "field", "value"),
    [
        ("title: Sluices", "headline", "Sluices"),
        ('Headline: "Sluices: a story"', "headline", "Sluices: a story"),
        ("author: Ana Reed and Tom Vale", "authors", ("Ana Reed", "Tom Vale")),
        ("authors: [Ana Reed, Tom Vale]", "authors", ("Ana Reed", "Tom Vale")),
        ("by: By Ana Reed", "authors", ("Ana Reed",)),
        ("date: 2025-05-02", "published", "2025-05-02"),
        ("pubdate: 2 May 2025", "published", "2025-05-02"),
        ("canonical_url: https://shore.example/a?utm_source=x", "url", "https://shore.example/a"),
        ("source_url: ../a", "url", None),
        ("publication: Lake Wire", "publisher", "Lake Wire"),
        ("lang: sv", "language", "sv"),
        ("tags: dams", "language", "en"),
    ],
)
@pytest.mark.parametrize("end", ["---", "..."])
def test_front_matter(front: str, field: str, value: object, end: str) -> None:
    pieces, metadata = read_markdown(f"---\n{front}\n{end}\n{LONG}\n")
    assert getattr(metadata, field) == value
    assert pieces[-1].text == LONG
    known = field in {"headline", "authors", "published", "url", "publisher"} and value is not None
    assert dict(metadata.origins) == ({field: "front matter"} if known else {})


def test_the_first_heading_is_the_title_before_the_front_matters() -> None:
    for text, title in ((f"# Gates\n\n{LONG}", "Gates"), (LONG, "Sluices")):
        pieces, _ = read_markdown(f"---\r\ntitle: Sluices\r\n---\r\n{text}")
        assert [(piece.kind, piece.text) for piece in pieces] == [
            (BlockKind.TITLE, title),
            (BlockKind.PARAGRAPH, LONG),
        ]


def test_tables_quotations_and_nested_lists() -> None:
    text = (
        "Before it.\n\n| Dam | Year |\n|---|---|\n| Helde | 1987 |\n\n> No, she said.\n\n- one\n  - two\n\n"
        "~~Gone~~ [here](https://a.example) `x` <b>y</b>"
    )
    pieces, _ = read_markdown(text)
    assert [(piece.kind.value, piece.text, piece.level) for piece in pieces] == [
        ("paragraph", "Before it.", 0), ("row", "Dam | Year", 0), ("row", "Helde | 1987", 0),
        ("quotation", "No, she said.", 0), ("item", "one", 1), ("item", "two", 2), ("paragraph", "Gone here x y", 0),
    ]  # fmt: skip
    assert [piece.is_header for piece in pieces if piece.kind is BlockKind.ROW] == [True, False]


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("---\ntitle: a\n---\nText", True),
        ("# One\n\ntext\n\n## Two\n", True),
        ("> quoted\n> more\n", True),
        ("| a | b |\n| c | d |\n", True),
        ("# One heading alone may be a number sign\n", False),
        ("Plain text\n\nwith paragraphs.\n", False),
        ("#hashtag\n#another\n", False),
        ("---\nno front matter without an end", False),
    ],
)
def test_texts_that_are_markdown_without_saying_so(text: str, is_marked: bool) -> None:
    assert is_markdown(text) is is_marked


WORDS = st.lists(st.from_regex(r"[a-z]{2,9}", fullmatch=True), min_size=60, max_size=90)


@settings(max_examples=20)
@given(WORDS, st.integers(60, 90))
def test_what_was_wrapped_is_put_together_again(words: list[str], width: int) -> None:
    lines = textwrap.wrap(" ".join(words), width)
    assert join_wrapped(lines, find_width(lines)) == [" ".join(words)]


@pytest.mark.parametrize("lines", [[], ["short", "lines"], ["x" * 300, "y" * 90], ["a" * 30] * 9])
def test_lines_that_nobody_wrapped(lines: list[str]) -> None:
    assert find_width(lines) is None
    assert join_wrapped(lines, None) == lines


def test_an_indented_line_goes_on_with_its_item_and_a_new_bullet_does_not() -> None:
    assert join_wrapped(["- open the", "  gates", "- shut them"], None) == ["- open the gates", "- shut them"]


@pytest.mark.parametrize(
    ("lines", "title", "dropped"),
    [
        (["Sluices close", LONG], 0, []),
        (["OPINION", "Sluices close", LONG], 1, [0]),
        (["Sluices close", "By Ana Reed", "2 May 2025", LONG], 0, [1, 2]),
        (["Lake Wire", "2 May 2025", "Sluices close", "By Ana Reed", LONG], 2, [0, 1, 3]),
        (["2 May 2025", LONG], None, []),
        (["Sluices close", "and gates open"], 0, []),
        (["Sluices close"], None, []),
        ([LONG, LONG], None, []),
        ([], None, []),
    ],
)
def test_what_stands_above_the_first_paragraph(lines: list[str], title: int | None, dropped: list[int]) -> None:
    masthead = read_masthead(lines)
    assert (masthead.title, sorted(masthead.dropped)) == (title, dropped)


def test_a_masthead_says_who_when_and_where() -> None:
    metadata = read_masthead(["Lake Wire", "2 May 2025", "Sluices close", "By Ana Reed", LONG]).metadata
    assert (metadata.publisher, metadata.published, metadata.authors) == ("Lake Wire", "2025-05-02", ("Ana Reed",))
    assert {origin for _, origin in metadata.origins} == {"masthead"}


@pytest.mark.parametrize(
    ("text", "published", "authors"),
    [
        (f"VILNIUS, 5 September 2024 (Shore Wire) - {LONG}", "2024-09-05", ()),
        (f"{LONG} It began on 5 September 2024. {LONG}", None, ()),
        ("Published 5 September 2024 by Ana Reed", "2024-09-05", ("Ana Reed",)),
        (LONG, None, ()),
    ],
)
def test_what_an_opening_says_of_its_article(text: str, published: str | None, authors: tuple[str, ...]) -> None:
    metadata = read_opening(text)
    assert (metadata.published, metadata.authors) == (published, authors)


@pytest.mark.parametrize("line", ["It closed.", "Then it said:", "One,", "More…", "x" * 201])
def test_lines_that_are_no_title(line: str) -> None:
    assert not is_title(line)


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("What it costs", True),
        ("2. What it costs", True),
        ("“Never again”", True),
        ("what it costs", False),
        ("What does it cost?", False),
        ("It is over.”", False),
        ("Word " * 15, False),
        ("W" * 91, False),
    ],
)
def test_lines_that_read_as_headings(line: str, heading: bool) -> None:
    assert is_heading(line.strip()) is heading


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"T\n\n{LONG}\n\nCosts\n-----\n{LONG}", "title paragraph heading paragraph"),
        (f"T\n\n{LONG}\n\n* * *\n\n{LONG}", "title paragraph paragraph"),
        (f"T\r\n\r\n{LONG}\r\n\r\n1) a\r\n2) b\r\n", "title paragraph item item"),
        (f"T\r\r{LONG}\r\r•\r\ra\r•\rb", "title paragraph item item"),
        (f"T\n\n{LONG}\n\n– No, she said.\n\n{LONG}", "title paragraph paragraph paragraph"),
        (f"T\n\n{LONG}\n\nCouncils must\n\n- a\n- b", "title paragraph paragraph item item"),
    ],
)
def test_plain_texts(text: str, kinds: str) -> None:
    assert " ".join(piece.kind.value for piece in read_plain(text)[0]) == kinds


def test_the_name_of_a_file_decides_before_its_content(tmp_path: Path) -> None:
    for name, shown in (("a.md", "Costs"), ("a.txt", "## Costs")):
        (tmp_path / name).write_text(f"Opening line of it.\n\n## Costs\n\n{LONG}\n", encoding="utf-8")
        (article,) = read_sources([str(tmp_path / name)])
        assert isinstance(article, Article)
        assert shown in map(article.cut, article.blocks)
