"""Plain text: its lines say what is a title, a heading, an item and a paragraph."""

import textwrap

from kg.ingest.masthead import read_opening
from kg.ingest.pieces import to_blocks
from kg.ingest.plain import read_plain
from kg.ingest.reading import read_article
from kg.model import BlockKind, Failure

TITLE, HEADING, PARAGRAPH, ITEM = BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM
LONG = (
    "The council voted on Tuesday to let an automated system decide when the sluices open, the first body in the "
    "region to hand such a decision to a machine. Nobody will be on duty at night."
)


def shape(text: str) -> list[tuple[BlockKind, str]]:
    return [(piece.kind, piece.text.strip()) for piece in read_plain(text)[0]]


def leads(text: str) -> list[int | None]:
    return [block.lead for block in to_blocks(read_plain(text)[0])[1]]


def test_title_headings_and_paragraphs() -> None:
    text = f"Council hands sluices to a machine\n\n{LONG}\n\nWhat it costs\n\n{LONG}"
    assert [kind for kind, _ in shape(text)] == [TITLE, PARAGRAPH, HEADING, PARAGRAPH]


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    assert shape(f"The council voted.\n\n{LONG}")[0] == (PARAGRAPH, "The council voted.")
    assert shape(LONG) == [(PARAGRAPH, LONG)]


def test_a_question_is_no_heading() -> None:
    assert shape(f"A title\n\n{LONG}\n\nWho pays?\n\n{LONG}")[2] == (PARAGRAPH, "Who pays?")


def test_a_last_short_line_is_no_heading() -> None:
    assert shape(f"A title\n\n{LONG}\n\nAna Reed, Shore Courier")[-1][0] is PARAGRAPH


def test_single_line_feeds_between_long_lines_part_paragraphs() -> None:
    assert shape(f"{LONG}\n{LONG}\nWhat it costs\n{LONG}") == [
        *[(PARAGRAPH, LONG)] * 2,
        (HEADING, "What it costs"),
        (PARAGRAPH, LONG),
    ]


def test_wrapped_lines_are_joined() -> None:
    for width in (60, 72, 80):
        wrapped = "\n\n".join([textwrap.fill(LONG, width)] * 3)
        assert shape(wrapped) == [(PARAGRAPH, LONG)] * 3


def test_wrapped_items_are_joined() -> None:
    item = textwrap.fill(LONG, 70, initial_indent="- ", subsequent_indent="  ")
    assert shape(f"{textwrap.fill(LONG, 70)} They are:\n\n{item}\n{item}")[1:] == [(ITEM, LONG)] * 2


def test_items_under_their_lead_in() -> None:
    for bullets in ("- - -", "* * *", "• • •", "1. 2. 3.", "1) 2) 3)"):
        items = "\n".join(f"{mark} item {name}" for mark, name in zip(bullets.split(), "abc", strict=True))
        text = f"A title\n\n{LONG}\n\nConcerns include:\n\n{items}\n\n{LONG}"
        assert [kind for kind, _ in shape(text)] == [TITLE, PARAGRAPH, PARAGRAPH, ITEM, ITEM, ITEM, PARAGRAPH], bullets
        assert leads(text)[3:6] == [2, 2, 2]


def test_a_bullet_alone_on_its_line_marks_the_text_below() -> None:
    text = f"{LONG}\nGains:\n-\nIt opens in time.\n-\n\nIt closes in time.\n{LONG}"
    assert shape(text)[2:4] == [(ITEM, "It opens in time."), (ITEM, "It closes in time.")]


def test_a_lead_in_without_colon_is_no_heading() -> None:
    assert shape(f"A title\n\n{LONG}\n\nThey must make sure that\n\n- it opens;\n\n- it closes.")[2][0] is PARAGRAPH


def test_numbers_that_do_not_count_up_are_text() -> None:
    assert shape(f"{LONG}\n\n14. That was its number.\n\n{LONG}")[1] == (PARAGRAPH, "14. That was its number.")


def test_a_dash_of_dialogue_is_text() -> None:
    assert shape(f"{LONG}\n\n– Never, said Reed.\n\n{LONG}")[1] == (PARAGRAPH, "– Never, said Reed.")


def test_underlined_lines_are_headings_and_rules_are_nothing() -> None:
    text = f"Sluices\n=======\n\n{LONG}\n\nCosts and who\n-------------\n{LONG}\n\n* * *\n\n{LONG}"
    assert [kind for kind, _ in shape(text)] == [TITLE, PARAGRAPH, HEADING, PARAGRAPH, PARAGRAPH]


def test_what_stands_above_the_first_paragraph_is_metadata() -> None:
    text = f"OPINION\n\nCouncil hands sluices to a machine\n\nby Ana Reed, Shore Courier, 24 October 2025\n\n{LONG}"
    pieces, metadata = read_plain(text)
    assert [piece.text for piece in pieces] == ["Council hands sluices to a machine", LONG]
    assert (metadata.authors, metadata.published) == (("Ana Reed",), "2025-10-24")
    assert dict(metadata.origins) == {"authors": "masthead", "published": "masthead"}


def test_a_papers_name_above_the_title() -> None:
    text = f"Shore Courier\n3 May 2025\n\nCouncil hands sluices to a machine\nBy Ana Reed and Tom Vale\n\n{LONG}"
    pieces, metadata = read_plain(text)
    assert pieces[0].text == "Council hands sluices to a machine"
    assert (metadata.publisher, metadata.authors) == ("Shore Courier", ("Ana Reed", "Tom Vale"))


def test_a_headline_with_a_date_is_a_headline() -> None:
    text = f"Statement of the lake council on its vote of 3 May 2025\n\n{LONG}"
    assert shape(text)[0][0] is TITLE


def test_a_dateline_and_a_line_of_introduction_give_the_date() -> None:
    wire = read_opening(f"VILNIUS, 5 September 2024 (Shore Wire) - {LONG}")
    letter = read_opening("Three things that moved this week, by Ana Reed. 15 February 2025.")
    assert (wire.published, wire.authors) == ("2024-09-05", ())
    assert (letter.published, letter.authors) == ("2025-02-15", ("Ana Reed",))
    assert read_opening(f"{LONG} It began on 5 September 2024 - or so they say.").published is None


def test_what_is_longer_than_any_article_is_refused() -> None:
    article = read_article(b"Title\n\n" + b"One sentence of many. " * 30_000, "/news/long.txt")
    assert isinstance(article, Failure)
    assert "500,000 characters" in article.reason
