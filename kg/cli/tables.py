"""Rows as a table: short values in columns, each row's sentence and its article below it over the whole width."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from kg.cli.terminal import to_plain

if TYPE_CHECKING:
    from rich.console import Console

TEXT_WIDTH = 120  # characters of a table's line where there is no terminal to measure
GAP = 2  # blanks between columns
LEAST_WIDTH = 8  # characters of a column, however many there are; below that words fall apart
QUOTATION = ("sentence", "article")  # columns that make a quotation below the row, where the first of them is there


@dataclass(frozen=True)
class Table:
    """Rows of texts under their column names; `total` is how many there would be without a limit."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    total: int | None = None

    def count(self) -> str:
        """How many rows there are: "1 row", "5 of 21 rows"."""
        shown, total = len(self.rows), len(self.rows) if self.total is None else self.total
        rows = "row" if total == 1 else "rows"
        return f"{shown} {rows}" if shown == total else f"{shown} of {total} {rows}"


def print_table(table: Table) -> None:
    """Prints a table as wide as the terminal; as plain text where there is none."""
    from rich.console import Console

    console = Console(highlight=False)
    if console.is_terminal:
        _draw(console, table)
    else:
        click.echo(to_text(table), nl=False)


def to_text(table: Table) -> str:
    """The same as plain text, `TEXT_WIDTH` characters wide."""
    from rich.console import Console

    stream = io.StringIO()
    _draw(Console(file=stream, highlight=False, width=TEXT_WIDTH), table)
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def fit_widths(natural: Sequence[int], available: int) -> list[int]:
    """The widths of columns that together fit: the widest give way first, none below `LEAST_WIDTH`."""
    widths = list(natural)
    while sum(widths) > available and max(widths) > LEAST_WIDTH:
        widths[widths.index(max(widths))] -= 1
    return widths


def _draw(console: "Console", table: Table) -> None:
    """Draws the table; long cells wrap, and the number of rows closes it."""
    from rich.cells import cell_len
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.text import Text

    quoted = _find_quotation(table.columns)
    plain = [[to_plain(cell) for cell in row] for row in table.rows]
    shown = [index for index in range(len(table.columns)) if index not in quoted]
    natural = [max(cell_len(table.columns[i]), *(cell_len(row[i]) for row in plain), 0) for i in shown]
    widths = fit_widths(natural, console.width - GAP * (len(shown) - 1))
    _draw_row(console, [table.columns[i] for i in shown], widths, "bold")
    console.print(Rule(style="dim", characters="-" if console.options.ascii_only else "─"))
    for row in plain:
        _draw_row(console, [row[i] for i in shown], widths, "")
        # a headline that is its article's own sentence is quoted once
        if quotation := " - ".join(dict.fromkeys(row[i] for i in quoted if row[i])):
            console.print(Padding(Text(quotation, style="italic dim"), (0, 0, 1, 4)))
    console.print(table.count(), style="dim")


def _find_quotation(columns: Sequence[str]) -> list[int]:
    """The places of the columns that make the quotation; none where nothing would be left to stand above it."""
    found = [columns.index(name) for name in QUOTATION if name in columns]
    return found if QUOTATION[0] in columns and len(found) < len(columns) else []


def _draw_row(console: "Console", cells: Sequence[str], widths: Sequence[int], style: str) -> None:
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    grid.add_row(*(Text(cell, style=style) for cell in cells))
    console.print(grid)
