"""Keeps every article and what was read out of it in one SQLite file: the truth that the graph is an index of."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from sys import intern
from typing import Any, TypeVar

import msgspec

from kg.errors import StoreBusy, StoreError
from kg.graph.runs import RUN_TABLES, RunBook
from kg.model import Article, Chain, Claim, Extraction

LEDGER = "ledger.sqlite"  # its file in the folder of the store
FORMAT = "1"  # raised when tables, or the triples made from them, change so that older stores must be made anew

_T = TypeVar("_T")

_TABLES = """
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS article (
    id TEXT PRIMARY KEY, location TEXT NOT NULL, url TEXT, digest BLOB NOT NULL, version TEXT NOT NULL,
    content BLOB NOT NULL, article BLOB NOT NULL, reading BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS article_location ON article (location);
CREATE TABLE IF NOT EXISTS loaded (iri TEXT PRIMARY KEY, digest BLOB NOT NULL) WITHOUT ROWID;
"""


def to_digest_bytes(value: Any) -> bytes:
    """16 bytes that depend on the whole of a value of the model, and on nothing else."""
    return hashlib.blake2b(msgspec.msgpack.encode(value), digest_size=16).digest()


def to_article_digest(article: Article) -> bytes:
    """What tells one version of an article from another; where it was read from does not count."""
    return to_digest_bytes(replace(article, location=""))


def to_light(extraction: Extraction) -> Extraction:
    """The extraction without its article's text and blocks, at a tenth of the size."""
    return replace(extraction, article=replace(extraction.article, text="", blocks=()))


def to_reading(light: Extraction) -> Extraction:
    """The same without where things are mentioned, and with one copy of each recurring word: all that linking needs."""
    return replace(
        light,
        chains=tuple(map(_to_short_chain, light.chains)),
        metrics=tuple(replace(metric, id=intern(metric.id), unit=intern(metric.unit)) for metric in light.metrics),
        claims=tuple(map(_to_short_claim, light.claims)),
    )


def _to_short_chain(chain: Chain) -> Chain:
    names = tuple(map(intern, chain.names))
    return replace(chain, id=intern(chain.id), name=intern(chain.name), names=names, mentions=())


def _to_short_claim(claim: Claim) -> Claim:
    told = intern(claim.predicate), intern(claim.rule), intern(claim.role)
    subject, thing = intern(claim.subject), intern(claim.object)
    return replace(claim, subject=subject, object=thing, predicate=told[0], rule=told[1], role=told[2])


@dataclass(frozen=True)
class Held:
    """What the ledger knows of one article without reading it."""

    id: str
    location: str
    url: str | None


class Ledger:
    """The tables of one store, those of its runs in `runs`; not for use from several threads."""

    def __init__(self, store: Path, connection: sqlite3.Connection, read_only: bool) -> None:
        self._store = store
        self._rows = connection
        self.runs = RunBook(connection)
        self.read_only = read_only

    @classmethod
    def open(cls, store: Path, read_only: bool) -> "Ledger":
        """The ledger in that folder, made if missing, and locked until it is closed.

        One writer or several readers hold it at a time; the lock ends with the process, however it ends.

        Raises:
            StoreBusy: another process holds it.
            StoreError: it is not a ledger, or one of another format.
        """
        rows = sqlite3.connect(store / LEDGER, timeout=0, isolation_level=None)
        try:
            _lock(rows, read_only)
            found = rows.execute("SELECT value FROM setting WHERE name = 'format'").fetchone()
        except sqlite3.DatabaseError as error:
            rows.close()  # at once: a lock that was had in part would keep others out
            raise _explain(store, error) from error
        if found != (FORMAT,):
            rows.close()
            raise StoreError(
                f"the store {store} has format {found[0] if found else 'none'}; this version reads {FORMAT}",
                "ingest the articles into a new store",
            )
        return cls(store, rows, read_only)

    def close(self) -> None:
        """Lets go of the file."""
        self._rows.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept when the block ends, and none of it when the block raises."""
        self._rows.execute("BEGIN")
        try:
            yield
            self._rows.execute("COMMIT")
        except BaseException:
            if self._rows.in_transaction:
                self._rows.execute("ROLLBACK")
            raise

    @contextmanager
    def explaining(self) -> Iterator[None]:
        """What the disk refuses inside the block is raised as a `StoreError`."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"the store {self._store} cannot be written: {error}", "make room, try again") from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction, and what the disk refuses as a `StoreError`."""
        with self.explaining(), self.transaction():
            yield

    def setting(self, name: str) -> str | None:
        """The value that was written under that name, or None."""
        found = self._rows.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def write_setting(self, name: str, value: str) -> None:
        """Keeps a value under a name, at once."""
        self._rows.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def state(self, article_id: str) -> tuple[bytes, str] | None:
        """The digest of the held version of an article and the version of the extractor that read it, or None."""
        found = self._rows.execute("SELECT digest, version FROM article WHERE id = ?", (article_id,)).fetchone()
        return (found[0], found[1]) if found else None

    def find_placed(self, location: str) -> list[str]:
        """The ids of the articles without address that were read from that location."""
        query = "SELECT id FROM article WHERE location = ? AND url IS NULL"
        return [row[0] for row in self._rows.execute(query, (location,))]

    def held(self) -> Iterator[Held]:
        """Every article, in the order of the ids."""
        for row in self._rows.execute("SELECT id, location, url FROM article ORDER BY id"):
            yield Held(*row)

    def __len__(self) -> int:
        """How many articles are held."""
        found: tuple[int] = self._rows.execute("SELECT count(*) FROM article").fetchone()
        return found[0]

    def contents(self) -> dict[str, bytes]:
        """For every article a digest of all that is kept about it."""
        return dict(self._rows.execute("SELECT id, content FROM article"))

    def read(self, article_id: str) -> Extraction:
        """One article with all that was read out of it.

        Raises:
            StoreError: no such article is held.
        """
        row = self._rows.execute("SELECT article, reading FROM article WHERE id = ?", (article_id,)).fetchone()
        if row is None:
            raise StoreError(f"no article {article_id} in the store")
        return replace(_decode(row[1], Extraction), article=_decode(row[0], Article))

    def readings(self) -> Iterator[Extraction]:
        """Every extraction without its article's text and mentions, in the order of the ids."""
        for (reading,) in self._rows.execute("SELECT reading FROM article ORDER BY id"):
            yield to_reading(_decode(reading, Extraction))

    def write(self, extraction: Extraction, version: str) -> None:
        """Keeps an extraction in the place of an earlier one of the same article."""
        article = extraction.article
        digest, content = to_article_digest(article), to_digest_bytes(extraction)
        kept = (_encode(article), _encode(to_light(extraction)))
        self._rows.execute(
            "INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (article.id, article.location, article.url, digest, version, content, *kept),
        )
        self.runs.forget_brought((article.id,))

    def remove(self, article_ids: Iterable[str]) -> None:
        """Forgets articles; ids that are not held are ignored."""
        gone = list(article_ids)
        self._rows.executemany("DELETE FROM article WHERE id = ?", ((article_id,) for article_id in gone))
        self.runs.forget_brought(gone)

    def loaded(self) -> dict[str, bytes]:
        """For every article and resource that is in the graph, by IRI, a digest of what it was made from."""
        return dict(self._rows.execute("SELECT iri, digest FROM loaded"))

    def write_loaded(self, changed: Mapping[str, bytes | None]) -> None:
        """Notes what the graph holds now; None for what it no longer holds."""
        gone = [(iri,) for iri, digest in changed.items() if digest is None]
        self._rows.executemany("DELETE FROM loaded WHERE iri = ?", gone)
        kept = [(iri, digest) for iri, digest in changed.items() if digest is not None]
        self._rows.executemany("INSERT OR REPLACE INTO loaded VALUES (?, ?)", kept)


def _lock(rows: sqlite3.Connection, read_only: bool) -> None:
    if read_only:
        rows.execute("BEGIN")  # and never ended: the first row read takes the shared lock
        return
    rows.execute("PRAGMA locking_mode = EXCLUSIVE")
    rows.execute("BEGIN EXCLUSIVE")
    rows.executescript(_TABLES + RUN_TABLES)
    rows.execute("INSERT OR IGNORE INTO setting VALUES ('format', ?)", (FORMAT,))


def _encode(value: Any) -> bytes:
    return zlib.compress(msgspec.json.encode(value), 1)  # level 1: four fifths of the gain for a third of the time


def _decode(data: bytes, kind: type[_T]) -> _T:
    return msgspec.json.decode(zlib.decompress(data), type=kind)


def _explain(store: Path, error: sqlite3.DatabaseError) -> StoreError:
    if "locked" in str(error) or "busy" in str(error):
        return StoreBusy(f"the store {store} is held by another process", "wait until it ends, or use another --store")
    return StoreError(f"the store {store} cannot be opened: {error}", "check that the folder is a kg store")
