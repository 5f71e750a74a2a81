"""Rows that come from no query, in the formats of one: a table on a terminal, CSV in a pipe, JSON if asked for."""

import csv
import io
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.cli.options import Target
from kg.cli.tables import Table, print_table, to_text
from kg.errors import UnknownFormat

FORMATS = ("table", "csv", "json", "jsonl")


@dataclass(frozen=True)
class Records:
    """Rows under their column names; `whole` is what JSON shows, by default the rows as objects.

    `total` is how many rows there would be without a limit.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    whole: Any = None
    heading: Sequence[str] = field(default=())
    total: int | None = None

    def objects(self) -> list[dict[str, str]]:
        """Each row as an object."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def write_records(records: Records, target: Target) -> None:
    """Writes the rows where they are to go, in the format asked for or the one that fits best.

    Raises:
        UnknownFormat: rows have no such format.
    """
    name = target.format or ("table" if sys.stdout.isatty() else "csv")
    if name not in FORMATS:
        raise UnknownFormat(name, "a list of records", FORMATS)
    table = Table(records.columns, records.rows, records.total)
    if name == "table" and not target.path:
        sys.stdout.write("".join(f"{line}\n" for line in records.heading))
        print_table(table)
        return
    with target.open() as stream:
        stream.write(_to_bytes(records, name, table))


def _to_bytes(records: Records, name: str, table: Table) -> bytes:
    if name == "table":
        return "".join(f"{line}\n" for line in (*records.heading, to_text(table))).encode()
    if name == "csv":
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows([records.columns, *records.rows])
        return text.getvalue().encode("utf-8", "backslashreplace")
    if name == "jsonl":
        return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in records.objects()).encode()
    whole = records.objects() if records.whole is None else records.whole
    return f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n".encode()
