"""Plain text to pieces: paragraphs, headings, list items and the title, from how the lines lie."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.ingest.bullets import find_bullet, is_lone_bullet, is_run
from kg.ingest.masthead import read_masthead
from kg.ingest.metadata import Metadata
from kg.ingest.pieces import Piece
from kg.ingest.wrapping import find_width, join_wrapped
from kg.model import BlockKind

MAX_HEADING_CHARACTERS = 90
MAX_HEADING_WORDS = 14
# The last word of a line that its list completes: "Parties undertake to make sure that"
LEAD_IN_ENDS = frozenset(
    ("that", "to", "include", "includes", "including", "are", "is", "were", "by", "must", "should")
)
_CLOSED = re.compile(r"""[.,;:!?…]["'”’»)\]]*$""")
_RULE = re.compile(r"^\s*([-=_*~#]\s*){3,}$")  # a line drawn of dashes or stars: underlines a heading or parts sections


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that stands as one; `mark` is its bullet or number, or empty; `is_underlined` says a rule
    was drawn below.
    """

    text: str
    mark: str = ""
    is_underlined: bool = False


def read_plain(text: str) -> tuple[list[Piece], Metadata]:
    """The pieces of a plain text, in order, and the metadata that stands above its first paragraph."""
    paragraphs = _confirm_lists(list(_find_paragraphs(text)))
    masthead = read_masthead([paragraph.text for paragraph in paragraphs])
    pieces = [
        Piece(BlockKind.TITLE, paragraph.text) if index == masthead.title else _to_piece(paragraphs, index)
        for index, paragraph in enumerate(paragraphs)
        if index not in masthead.dropped
    ]
    return pieces, masthead.metadata


def _find_paragraphs(text: str) -> Iterator[Paragraph]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\n")
    width = find_width(lines)
    group: list[str] = []
    pending = ""  # a bullet alone on its line waits for the text below, empty lines between or not
    for line in [*lines, ""]:
        if is_lone_bullet(line):
            yield from _split_group(group, width)
            group, pending = [], line.strip()
        elif _RULE.match(line):
            yield from _split_group(group, width, is_underlined=len(group) == 1)
            group = []
        elif line.strip():
            group.append(f"{pending} {line}" if pending else line)
            pending = ""
        else:
            yield from _split_group(group, width)
            group = []


def _split_group(lines: Sequence[str], width: int | None, is_underlined: bool = False) -> Iterator[Paragraph]:
    for line in join_wrapped(lines, width):
        mark, text = find_bullet(line) or ("", line)
        yield Paragraph(text.strip(), mark, is_underlined)


def _confirm_lists(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The same with the marks taken for text again where neighbours make no list."""
    confirmed: list[Paragraph] = []
    start = 0
    while start < len(paragraphs):
        end = start
        while end < len(paragraphs) and _same_list(paragraphs[start], paragraphs[end]):
            end += 1
        end = max(end, start + 1)
        run = paragraphs[start:end]
        is_list = is_run([paragraph.mark for paragraph in run if paragraph.mark])
        confirmed.extend(run if is_list else [_unmark(paragraph) for paragraph in run])
        start = end
    return confirmed


def _same_list(first: Paragraph, other: Paragraph) -> bool:
    return bool(first.mark) and bool(other.mark) and first.mark.isdigit() == other.mark.isdigit()


def _unmark(paragraph: Paragraph) -> Paragraph:
    if not paragraph.mark:
        return paragraph
    mark = f"{paragraph.mark}." if paragraph.mark.isdigit() else paragraph.mark
    return Paragraph(f"{mark} {paragraph.text}", "", paragraph.is_underlined)


def _to_piece(paragraphs: Sequence[Paragraph], index: int) -> Piece:
    paragraph = paragraphs[index]
    if paragraph.mark:
        return Piece(BlockKind.ITEM, paragraph.text, level=1)
    below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    is_lead_in = below is not None and bool(below.mark) and paragraph.text.split()[-1] in LEAD_IN_ENDS
    if paragraph.is_underlined or (below and not is_lead_in and is_heading(paragraph.text)):
        return Piece(BlockKind.HEADING, paragraph.text, level=2)
    return Piece(BlockKind.PARAGRAPH, paragraph.text)


def is_heading(text: str) -> bool:
    """Whether a line within a text reads as a heading: short, not closed, beginning as a heading does."""
    if len(text) > MAX_HEADING_CHARACTERS or len(text.split()) > MAX_HEADING_WORDS or _CLOSED.search(text):
        return False
    return text[0].isdigit() or text[0].isupper() or text[0] in "\"'“‘¿¡"
