"""A page's tree to runs of text, in order.

The walk keeps its own stack and touches each node once, so that depth and size cost no more than linear time.
"""

import re
from collections.abc import Generator, Iterator

from bs4.element import CData, NavigableString, PageElement, Tag

from kg.ingest.furniture import is_hidden
from kg.ingest.pieces import Piece
from kg.ingest.places import Place
from kg.ingest.runs import Buffer, Run
from kg.ingest.tables import is_data_table, read_pairs, read_table
from kg.ingest.tree import BLOCK_TAGS

UNSHOWN_TAGS = frozenset(("head", "title", "script"))
BOLD_TAGS = frozenset(("b", "strong"))
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡§]+)[\])]?")


def find_runs(root: Tag) -> list[Run]:
    """Every run of shown text below `root`, in order."""
    return list(_Walk().runs(root))


class _Walk:
    """The state of one walk."""

    def __init__(self) -> None:
        self.buffer = Buffer()
        self.places = [Place()]
        self.links = 0
        self.bolds = 0

    def runs(self, root: Tag) -> Iterator[Run]:
        """Every run below `root`, in order."""
        stack: list[tuple[Tag, Iterator[PageElement]]] = [(root, iter(root.contents))]
        while stack:
            tag, children = stack[-1]
            for child in children:
                if isinstance(child, Tag):
                    if (yield from self.open(child)):
                        stack.append((child, iter(child.contents)))
                        break
                elif type(child) is NavigableString or type(child) is CData:
                    self.buffer.add(child, self.links > 0, self.bolds > 0)
            else:
                stack.pop()
                yield from self.close(tag) if stack else self.flush()

    def flush(self) -> Iterator[Run]:
        """The run collected so far, if it shows anything, and a fresh start."""
        if run := self.buffer.to_run(self.places[-1]):
            yield run
        if self.buffer.parts or self.buffer.pictures:
            self.buffer = Buffer()

    def open(self, tag: Tag) -> Generator[Run, None, bool]:
        """Begins an element; returns whether its children are to be walked."""
        name = tag.name
        if name in UNSHOWN_TAGS or is_hidden(tag) or (name == "sup" and _is_note_mark(tag)):
            return False
        if name == "br":
            if self.buffer.end_line():  # an empty line shown: a new paragraph
                yield from self.flush()
            return False
        self.buffer.pictures += name == "img"
        if name in BLOCK_TAGS:
            yield from self.flush()
            self.places.append(self.places[-1].inside(tag))
            if rows := _read_rows(tag):
                yield from (Run((row.text,), self.places[-1], row=row) for row in rows)
                self.places.pop()
                return False
        elif mark := _mark_before(tag):
            self.buffer.add(mark, False, False)
        self.links += name == "a"
        self.bolds += name in BOLD_TAGS
        return True

    def close(self, tag: Tag) -> Iterator[Run]:
        """Ends an element."""
        if tag.name in BLOCK_TAGS:
            yield from self.flush()
            self.places.pop()
        self.links -= tag.name == "a"
        self.bolds -= tag.name in BOLD_TAGS


def _read_rows(tag: Tag) -> list[Piece]:
    if tag.name == "table" and is_data_table(tag):
        return read_table(tag)
    return read_pairs(tag) if tag.name == "dl" else []


def _is_note_mark(tag: Tag) -> bool:
    """Whether a raised mark leads to a footnote: read as text it would join the word or number before it."""
    return bool(tag.find("a")) and bool(_NOTE_MARK.fullmatch(tag.get_text().strip()))


def _mark_before(tag: Tag) -> str:
    """What a style sheet shows and plain text would lose: the power in 10<sup>25</sup>, the dash before a <cite>."""
    if tag.name == "sup":
        before = tag.previous_sibling
        is_power = type(before) is NavigableString and before[-1:].isdigit() and tag.get_text().strip(" -−–+").isdigit()
        return "^" if is_power else ""
    if tag.name == "cite" and tag.find_parent("blockquote") and tag.previous_sibling is not None:
        return " " if tag.get_text().lstrip().startswith(("—", "–", "-")) else " — "
    return ""
