"""Rows as a table: short values in columns, each row's sentence below it over the whole width."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.cli.terminal import to_plain

if TYPE_CHECKING:
    from rich.console import Console

TEXT_WIDTH = 120  # characters of a table's line where there is no terminal to measure
GAP = 2  # blanks between columns
LEAST_WIDTH = 8  # characters of a column, however many there are; below that words fall apart
SENTENCES = "sentence"  # the column that holds quotations


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
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def fit_widths(natural: Sequence[int], available: int) -> list[int]:
    """The widths of columns that together fit: the widest give way first, none below `LEAST_WIDTH`."""
    widths = list(natural)
    while sum(widths) > available and max(widths) > LEAST_WIDTH:
        widths[widths.index(max(widths))] -= 1
    return widths


def _draw(console: "Console", columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Draws the table; long cells wrap, and the number of rows closes it."""
    from rich.cells import cell_len
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.text import Text

    quoted = columns.index(SENTENCES) if SENTENCES in columns and len(columns) > 1 else None
    plain = [[to_plain(cell) for cell in row] for row in rows]
    shown = [index for index in range(len(columns)) if index != quoted]
    natural = [max(cell_len(columns[i]), *(cell_len(row[i]) for row in plain), 0) for i in shown]
    widths = fit_widths(natural, console.width - GAP * (len(shown) - 1))
    _draw_row(console, [columns[i] for i in shown], widths, "bold")
    console.print(Rule(style="dim", characters="-" if console.options.ascii_only else "─"))
    for row in plain:
        _draw_row(console, [row[i] for i in shown], widths, "")
        if quoted is not None and row[quoted]:
            console.print(Padding(Text(row[quoted], style="italic dim"), (0, 0, 1, 4)))
    console.print(f"{len(rows)} row{'' if len(rows) == 1 else 's'}", style="dim")


def _draw_row(console: "Console", cells: Sequence[str], widths: Sequence[int], style: str) -> None:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    grid.add_row(*(Text(cell, style=style) for cell in cells))
    console.print(grid)
