"""What fetching keeps between runs, in one SQLite file; deleting it costs work, not correctness."""

import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

from kg.errors import StoreError
from kg.ingest.fetching.answers import Stamp

KEPT_S = 180 * 86_400.0  # half a year without a question; also how long an address that ended is left alone
TOUCH_S = 86_400.0  # how exactly it is known when an address was last asked
TRUST_S = 7 * 86_400.0  # validators are not used for longer: a cache with a stuck ETag would hide a feed for ever
MAX_ROBOTS_CHARS = 50_000_000  # of all robots.txt files: a page of links to made-up hosts must not fill the disk
_TRIM_EVERY = 50  # robots.txt files that are kept; each has half a million characters at most
_TRIM = """
    DELETE FROM robots WHERE origin IN (SELECT origin FROM
        (SELECT origin, sum(length(text)) OVER (ORDER BY seen DESC) AS total FROM robots) WHERE total > ?)
"""
_TABLES = """
    CREATE TABLE IF NOT EXISTS addresses (address TEXT PRIMARY KEY, url TEXT, etag TEXT, modified TEXT, digest TEXT,
        stamped REAL, moved_to TEXT, ended REAL, seen REAL NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS robots (origin TEXT PRIMARY KEY, text TEXT NOT NULL, seen REAL NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS hosts (host TEXT PRIMARY KEY, closed_until REAL NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Known:
    """What is kept of one address: the stamp of what it last gave, where it moved, when it ended (seconds)."""

    stamp: Stamp | None = None
    moved_to: str | None = None
    ended: float | None = None


class Memory:
    """The kept answers to "has it changed, has it moved, has it ended, may we ask"; all times are Unix seconds.

    `path` is made with its folder at the first write or question; None keeps everything in the process.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = RLock()
        self._open: sqlite3.Connection | None = None
        self._kept_robots = 0

    def recall(self, address: str) -> Known:
        """What is kept of an address."""
        rows = self._run(
            "SELECT url, etag, modified, digest, stamped, moved_to, ended, seen FROM addresses WHERE address = ?",
            (address,),
        )
        if not rows:
            return Known()
        url, etag, modified, digest, stamped, moved_to, ended, seen = rows[0]
        if ended is None and time.time() - seen > TOUCH_S:
            self._keep(address)
        if stamped is not None and time.time() - stamped > TRUST_S:
            etag = modified = None
        return Known(Stamp(url, etag, modified, digest) if stamped is not None else None, moved_to, ended)

    def keep_stamp(self, address: str, stamp: Stamp) -> None:
        """Keeps by what the content that an address gives is known again."""
        self._keep(address, url=stamp.url, etag=stamp.etag, modified=stamp.modified, digest=stamp.digest,
                   stamped=time.time())  # fmt: skip

    def keep_move(self, address: str, moved_to: str | None) -> None:
        """Keeps where an address moved to for good, or that it did not."""
        self._keep(address, moved_to=moved_to)

    def keep_end(self, address: str) -> None:
        """Keeps that an address ended now."""
        self._keep(address, ended=time.time())

    def forget(self, address: str) -> None:
        """Drops all that is kept of an address."""
        self._run("DELETE FROM addresses WHERE address = ?", (address,))

    def recall_robots(self, origin: str) -> tuple[str, float] | None:
        """The robots.txt of an origin, and when it was read."""
        rows = self._run("SELECT text, seen FROM robots WHERE origin = ?", (origin,))
        return (rows[0][0], rows[0][1]) if rows else None

    def keep_robots(self, origin: str, text: str) -> None:
        """Keeps the robots.txt of an origin, as read now."""
        self._run("INSERT OR REPLACE INTO robots VALUES (?, ?, ?)", (origin, text, time.time()))
        self._kept_robots += 1
        if self._kept_robots % _TRIM_EVERY == 0:
            self._run(_TRIM, (MAX_ROBOTS_CHARS,))

    def recall_closing(self, host: str) -> float:
        """Until when a host asked not to be asked, 0 where it did not."""
        rows = self._run("SELECT closed_until FROM hosts WHERE host = ?", (host,))
        return float(rows[0][0]) if rows else 0.0

    def keep_closing(self, host: str, until: float) -> None:
        """Keeps until when a host asked not to be asked."""
        self._run("INSERT OR REPLACE INTO hosts VALUES (?, ?)", (host, until))

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            if self._open:
                self._open.close()
            self._open = None

    def _keep(self, address: str, **values: str | float | None) -> None:
        names, marks = ", ".join(("address", "seen", *values)), ", ".join("?" * (len(values) + 2))
        changes = ", ".join(f"{name} = excluded.{name}" for name in ("seen", *values))
        self._run(
            f"INSERT INTO addresses ({names}) VALUES ({marks}) "  # noqa: S608 the names are ours
            f"ON CONFLICT (address) DO UPDATE SET {changes}",
            (address, time.time(), *values.values()),
        )

    def _run(self, statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                self._open = self._open or _open(self._path)
                return self._open.execute(statement, values).fetchall()
            except (sqlite3.Error, OSError) as error:
                place = self._path or "memory"
                raise StoreError(f"{place}: {error}", "make it writable, or free some space") from error


def read_changes(path: Path) -> dict[str, str]:
    """Where addresses moved to for good, and "" for those that ended; read beside whoever writes the file.

    Empty where there is no file, or none that can be read.
    """
    if not path.is_file():
        return {}
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute(
                "SELECT address, iif(ended IS NULL, moved_to, '') FROM addresses"
                " WHERE ended IS NOT NULL OR (moved_to IS NOT NULL AND moved_to <> address)"
            ).fetchall()
    except sqlite3.Error:
        return {}
    return dict(rows)


def _open(path: Path | None) -> sqlite3.Connection:
    """The file with its tables, without what is too old; a file that is no database any more is begun anew."""
    try:
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        return _prepare(path)
    except sqlite3.DatabaseError as error:
        if path is None or isinstance(error, sqlite3.OperationalError):
            raise
        path.unlink()
        return _prepare(path)


def _prepare(path: Path | None) -> sqlite3.Connection:
    connection = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None, timeout=10.0)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_TABLES)
        long_ago = time.time() - KEPT_S
        connection.execute("DELETE FROM addresses WHERE seen < ?", (long_ago,))
        connection.execute("DELETE FROM robots WHERE seen < ?", (long_ago,))
        connection.execute("DELETE FROM hosts WHERE closed_until < ?", (time.time(),))
    except sqlite3.Error:
        with suppress(sqlite3.Error):
            connection.close()
        raise
    return connection
