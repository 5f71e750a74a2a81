"""Rows as a table."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.cli.terminal import to_plain

if TYPE_CHECKING:
    from rich.console import Console

TEXT_WIDTH = 120  # characters of a table's line where there is no terminal to measure


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints rows under their column names, as wide as the terminal."""
    from rich.console import Console

    console = Console(highlight=False)
    _draw(console if console.is_terminal else Console(highlight=False, width=TEXT_WIDTH), columns, rows)


def to_text(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The same as plain text, `TEXT_WIDTH` characters wide."""
    from rich.console import Console

    stream = io.StringIO()
    _draw(Console(file=stream, highlight=False, width=TEXT_WIDTH), columns, rows)
    return stream.getvalue()


def _draw(console: "Console", columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Draws the table; long cells wrap, and the number of rows closes it."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(Text(to_plain(column)), overflow="fold")
    for row in rows:
        table.add_row(*(Text(to_plain(cell)) for cell in row))
    console.print(table)
    console.print(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")
