"""Keeps the records of runs beside the articles, in tables of the ledger: the newest in full, older ones in outline."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import islice
from typing import Any

import msgspec

from kg.errors import QueryError
from kg.runs import Ending, Report, RunRecord

MOST_REPORTS = 10_000  # kept of one run, about 2 MB; its counts are always whole

RUN_TABLES = """
CREATE TABLE IF NOT EXISTS run (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ending TEXT NOT NULL, record BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS report (run TEXT NOT NULL, report BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS report_run ON report (run);
CREATE TABLE IF NOT EXISTS brought (article TEXT PRIMARY KEY, run TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pending (article TEXT PRIMARY KEY) WITHOUT ROWID;
"""


@dataclass(frozen=True)
class Activity:
    """A run as the graph shows it: which of the articles that are held it brought, sorted ids, at least one."""

    record: RunRecord
    articles: tuple[str, ...]


class RunBook:
    """The records of one store's runs; for the ledger, whose connection it shares."""

    def __init__(self, rows: sqlite3.Connection) -> None:
        self._rows = rows

    def write(self, record: RunRecord, reports: Iterable[Report] = ()) -> None:
        """Keeps a record in the place of its earlier state, and adds what the run says of some articles."""
        self._rows.execute(
            "INSERT INTO run (id, ending, record) VALUES (?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET ending = excluded.ending, record = excluded.record",
            (record.id, record.ending, _encode(record)),
        )
        room = MOST_REPORTS - self._count("SELECT count(*) FROM report WHERE run = ?", record.id)
        rows = ((record.id, _encode(report)) for report in reports)
        self._rows.executemany("INSERT INTO report VALUES (?, ?)", islice(rows, max(room, 0)))

    def write_brought(self, run_id: str, article_ids: Iterable[str]) -> None:
        """Notes that those articles, as they are held now, came with that run."""
        rows = ((article_id, run_id) for article_id in article_ids)
        self._rows.executemany("INSERT OR REPLACE INTO brought VALUES (?, ?)", rows)

    def forget_brought(self, article_ids: Iterable[str]) -> None:
        """Notes that those articles are gone, or came with no run."""
        self._rows.executemany("DELETE FROM brought WHERE article = ?", ((id_,) for id_ in article_ids))

    def write_pending(self, article_ids: Iterable[str]) -> None:
        """Notes that those articles are held and not yet in the graph."""
        self._rows.executemany("INSERT OR IGNORE INTO pending VALUES (?)", ((id_,) for id_ in article_ids))

    def clear_pending(self) -> None:
        """Notes that the graph holds all that the ledger does."""
        self._rows.execute("DELETE FROM pending")

    def count_pending(self) -> int:
        """How many articles are held and not yet in the graph."""
        return self._count("SELECT count(*) FROM pending") if self._is_kept() else 0

    def close_open(self) -> None:
        """Marks as interrupted what still says that it runs; for who alone holds the store."""
        for (data,) in self._rows.execute("SELECT record FROM run WHERE ending = ?", (Ending.RUNNING,)).fetchall():
            self.write(to_interrupted(_decode(data)))

    def prune(self, kept_runs: int) -> None:
        """Forgets what the runs before the last `kept_runs` said of articles, and those that brought nothing held."""
        last = self._rows.execute("SELECT number FROM run ORDER BY number DESC LIMIT 1 OFFSET ?", (kept_runs,))
        if found := last.fetchone():
            old = "SELECT id FROM run WHERE number <= ?"
            self._rows.execute(f"DELETE FROM report WHERE run IN ({old})", found)  # noqa: S608 - no value of others
            self._rows.execute("DELETE FROM run WHERE number <= ? AND id NOT IN (SELECT run FROM brought)", found)

    def records(self) -> Iterator[RunRecord]:
        """Every record that is kept, the newest first."""
        if self._is_kept():
            for (data,) in self._rows.execute("SELECT record FROM run ORDER BY number DESC"):
                yield _decode(data)

    def find(self, text: str) -> RunRecord:
        """The record of the run whose id begins so; of the last run for "last".

        Raises:
            QueryError: no run's id begins so, or several do.
        """
        found = [record for record in self.records() if text == "last" or record.id.startswith(text)]
        if not found or (len(found) > 1 and text != "last"):
            raise QueryError(f"{len(found) or 'no'} runs begin with {text!r}", "`kg runs` lists them")
        return found[0]

    def reports(self, run_id: str) -> Iterator[Report]:
        """What the run says of articles, in its order; nothing where that is forgotten."""
        for (data,) in self._rows.execute("SELECT report FROM report WHERE run = ? ORDER BY rowid", (run_id,)):
            yield msgspec.json.decode(data, type=Report)

    def activities(self, but: Iterable[str] = ()) -> list[Activity]:
        """Every run that brought an article which is held, leaving some articles out; the oldest first."""
        left_out = set(but)
        articles: dict[str, list[str]] = {}
        for article, run in self._rows.execute("SELECT article, run FROM brought ORDER BY article"):
            if article not in left_out:
                articles.setdefault(run, []).append(article)
        return [Activity(r, tuple(articles[r.id])) for r in reversed(list(self.records())) if r.id in articles]

    def _count(self, query: str, *values: str) -> int:
        found: tuple[int] = self._rows.execute(query, values).fetchone()
        return found[0]

    def _is_kept(self) -> bool:
        """Whether the store has these tables: one that an earlier version made has them once it is written again."""
        return self._count("SELECT count(*) FROM sqlite_master WHERE name = 'run'") > 0


def _encode(value: RunRecord | Report) -> bytes:
    """The value as JSON; half characters, as names of files may have them, are replaced."""
    return json.dumps(asdict(value), ensure_ascii=False).encode("utf-8", "replace")


def _decode(data: Any) -> RunRecord:
    return msgspec.json.decode(data, type=RunRecord)


def to_interrupted(record: RunRecord) -> RunRecord:
    """The record of a run that did not come to its end: it is known to have lived when it last kept an article."""
    return replace(record, ending=Ending.INTERRUPTED, ended=record.kept)
