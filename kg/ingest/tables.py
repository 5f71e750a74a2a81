"""Tables and definition lists to rows."""

import re
from collections.abc import Iterator

from bs4.element import Tag

from kg.ingest.pieces import Piece, to_line, to_row
from kg.model import BlockKind

MAX_CELL_CHARACTERS = 300  # a cell that holds more is a column of a page laid out as a table, or a boxed text
MAX_CELLS = 20_000
_BLOCKS_IN_LAYOUT = ("table", "h1", "h2", "h3", "h4", "form", "blockquote", "article", "section")
_DIGIT = re.compile(r"\d")


def is_data_table(table: Tag) -> bool:
    """Whether a table holds data, row by row, and not the layout of a page."""
    if table.get("role") == "presentation" or table.find(_BLOCKS_IN_LAYOUT):
        return False
    rows = [_cells(row) for row in table.find_all("tr", limit=MAX_CELLS)]
    filled = [row for row in rows if len(row) > 1]
    if len(filled) < 2 or len(filled) < len(rows) / 2:
        return False
    return all(len(to_line(cell.get_text(" "))) <= MAX_CELL_CHARACTERS for row in filled for cell in row)


def read_table(table: Tag) -> list[Piece]:
    """The caption and the rows of a data table, in order; the header row is marked."""
    rows = [(row, _cells(row)) for row in table.find_all("tr", limit=MAX_CELLS)]
    texts = [[cell.get_text(" ") for cell in cells] for _, cells in rows]
    has_header = bool(rows) and (_is_header(*rows[0]) or _reads_as_header(texts))
    caption = table.find("caption")
    pieces = [Piece(BlockKind.CAPTION, to_line(caption.get_text(" ")))] if isinstance(caption, Tag) else []
    pieces += [to_row(row, is_header=has_header and number == 0) for number, row in enumerate(texts)]
    return [piece for piece in pieces if piece.text]


def read_pairs(definitions: Tag) -> list[Piece]:
    """A row of two cells for each term of a definition list; none where it is not made of short pairs."""
    return [to_row(pair) for pair in _pairs(definitions)] if not definitions.find(("p", "ul", "dl", "h2", "h3")) else []


def _pairs(definitions: Tag) -> Iterator[tuple[str, str]]:
    term = ""
    for entry in definitions.find_all(("dt", "dd")):
        if entry.name == "dt":
            term = entry.get_text(" ")
        else:
            yield term, entry.get_text(" ")
            term = ""


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(("td", "th"), recursive=False)


def _is_header(row: Tag, cells: list[Tag]) -> bool:
    return bool(cells) and (all(cell.name == "th" for cell in cells) or row.find_parent("thead") is not None)


def _reads_as_header(texts: list[list[str]]) -> bool:
    """A first row of words above rows with numbers."""
    if len(texts) < 2 or any(_DIGIT.search(cell) for cell in texts[0]):
        return False
    return all(any(_DIGIT.search(cell) for cell in row) for row in texts[1:] if row)
