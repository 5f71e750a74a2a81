"""The store: a folder with the ledger of what was read and the graph as an index of it, changed as one."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal as OneOf

from pyoxigraph import Store, Triple

from kg.errors import StoreBusy, StoreError
from kg.graph.changes import find_changed
from kg.graph.index import INDEX, Index, Readings
from kg.graph.ledger import LEDGER, Ledger, to_article_digest, to_digest_bytes, to_light, to_reading
from kg.graph.runs import RunBook
from kg.graph.status import clear_sign, to_status, write_sign
from kg.iris import DEFAULT_BASE, mint_article
from kg.model import Article, Extraction
from kg.protocols import Linker
from kg.runs import Report, RunRecord

DECIDED_BY = "decided_by"  # the setting that names the judgements which the graph was last linked by
SHARED_LOCATIONS = ("", "-")  # standard input is not a place: what came from there before is no earlier version

_ANEW = "ingest the articles into a new store"

State = OneOf["new", "unchanged", "changed"]


class KgStore:
    """Keeps extractions and the graph of them; a `kg.protocols.Store` and a context manager.

    A change is first noted in the journal, then made in the graph and in the ledger; the ledger decides. Whatever ends
    the process in between, the next one to open the store sets the graph right from the ledger.

    `put` changes both at once. `keep` writes the ledger alone, so that a long run has what it has done safe after each
    batch, and links only once, in `settle`.
    """

    def __init__(self, path: Path, ledger: Ledger, linker: Linker, base: str) -> None:
        self.path = path
        self.base = base
        self._ledger = ledger
        self._linker = linker
        self._index = Index(path, ledger, linker, base)

    @property
    def oxigraph(self) -> Store:
        """The graph, to be queried."""
        return self._index.oxigraph

    @classmethod
    def open(
        cls, path: Path, linker: Linker, base: str = DEFAULT_BASE, *, read_only: bool = False, make: bool = True
    ) -> "KgStore":
        """The store in that folder; `base` begins the IRIs of its resources.

        One that is missing is made where it may be written and `make` says so.

        Raises:
            StoreBusy: another process writes it, or reads it while this one would write.
            StoreError: the folder holds no store, or one that is damaged, or of another format or base.
        """
        path = Path(path)
        if (read_only or not make) and not (path / LEDGER).is_file():
            raise StoreError(f"there is no store in {path}", "`kg ingest` makes one; --store names another")
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"the store {path} cannot be made: {error.strerror}", "choose another --store") from error
        store = cls(path, Ledger.open(path, read_only), linker, base)
        try:
            return store._open_read_only() if read_only else store._open_writable()
        except BaseException:
            store.close()
            raise

    def _open_writable(self) -> "KgStore":
        self._check_base()
        self._index.open(read_only=False)
        with self._ledger.writing():
            self._ledger.runs.close_open()
        self.settle()
        return self

    def _open_read_only(self) -> "KgStore":
        self._check_base()
        if self._index.journal or not self._index.path.is_dir():
            whole = self._index.is_whole
            self._ledger.close()
            self._set_right(or_as_it_is=whole)
            self._ledger = Ledger.open(self.path, read_only=True)
            self._index = Index(self.path, self._ledger, self._linker, self.base)
        self._index.open(read_only=True)
        return self

    def _set_right(self, or_as_it_is: bool) -> None:
        """Ends what an ended process left undone; where that cannot be, the graph before it is better than none."""
        try:
            KgStore.open(self.path, self._linker, self.base).close()
        except StoreBusy:
            raise
        except StoreError:  # no room, no right to write
            if not or_as_it_is:
                raise

    def _check_base(self) -> None:
        found = self._ledger.setting("base")
        if found is None and not self._ledger.read_only:
            self._ledger.write_setting("base", self.base)
        elif found not in (None, self.base):
            raise StoreError(f"the store {self.path} was made for {found}, not for {self.base}", "use its base IRI")

    def close(self) -> None:
        """Lets go of the files, so that another process may open them."""
        self._index.close()
        if not self._ledger.read_only:
            clear_sign(self.path)
        self._ledger.close()

    def __enter__(self) -> "KgStore":
        """The store itself."""
        return self

    def __exit__(self, _type: object, error: BaseException | None, _trace: object) -> None:
        """Closes the store.

        Raises:
            StoreError: the block ended because a file of the store is damaged.
        """
        self.close()
        if isinstance(error, sqlite3.DatabaseError):
            raise StoreError(f"the store {self.path} is damaged: {error}", _ANEW) from error

    def has(self, article: Article, extractor_version: str = "") -> State:
        """Whether the article is held as it is and was read by that version of the extractor, or is new here.

        An article without address is a changed one where another was read from its location.
        """
        held = self._ledger.state(article.id)
        if held is None:
            replaces = article.url is None and article.location not in SHARED_LOCATIONS
            return "changed" if replaces and self._ledger.find_placed(article.location) else "new"
        return "unchanged" if held == (to_article_digest(article), extractor_version) else "changed"

    def put(self, extractions: Iterable[Extraction], extractor_version: str = "") -> None:
        """Adds the extractions, each replacing an earlier one of the same article; all of them or, on error, none.

        An article without address also replaces another that was read from the same location before.

        Raises:
            StoreError: the disk is full or broken; nothing has changed.
        """
        incoming = {extraction.article.id: extraction for extraction in extractions}
        self._change(incoming, self._superseded([e.article for e in incoming.values()]), extractor_version)

    def keep(
        self,
        extractions: Iterable[Extraction],
        extractor_version: str,
        record: RunRecord,
        reports: Iterable[Report] = (),
    ) -> None:
        """Makes the extractions of a run safe, with its record and what it says of articles; all of it or nothing.

        They are held from now on; in the graph they are after `settle`, or when the store is next opened.

        Raises:
            StoreError: the disk is full or broken; nothing has changed.
        """
        incoming = {extraction.article.id: extraction for extraction in extractions}
        with self._ledger.writing():
            if incoming:
                self._ledger.remove(self._superseded([e.article for e in incoming.values()]))
                for extraction in incoming.values():
                    self._ledger.write(extraction, extractor_version)
                self._ledger.runs.write_brought(record.id, incoming)
                self._ledger.runs.write_pending(incoming)
                self._index.fall_behind()
            self._ledger.runs.write(record, reports)
        with suppress(OSError):  # nothing depends on it
            write_sign(self.path, to_status(self.path, self._ledger, record))

    def settle(self) -> None:
        """Links all that is held and brings the graph up to date with it; nothing to do where it is.

        Raises:
            StoreError: the disk is full or broken; what was kept is safe, and the next to open the store does it.
        """
        with self._ledger.explaining():
            self._index.settle()

    @property
    def runs(self) -> RunBook:
        """The records of the runs that wrote this store."""
        return self._ledger.runs

    def prune_runs(self, kept_runs: int) -> None:
        """Forgets what runs before the last `kept_runs` said of articles, and those of them that brought nothing held.

        Raises:
            StoreError: the disk is full or broken; nothing has changed.
        """
        with self._ledger.writing():
            self._ledger.runs.prune(kept_runs)

    def remove(self, article_ids: Iterable[str]) -> None:
        """Takes articles out with all that rests on them alone; ids that are not there are ignored.

        Raises:
            StoreError: the disk is full or broken; nothing has changed.
        """
        if gone := set(article_ids) & {held.id for held in self._ledger.held()}:
            self._change({}, gone, "")

    def relink(self, decided_by: str) -> None:
        """Brings the graph up to date with a linker that decides otherwise than the last time.

        `decided_by` names what the linker goes by beside the articles, "" for nothing; where it is that of the last
        time, nothing is done.
        """
        if decided_by != (self._ledger.setting(DECIDED_BY) or ""):
            self._change({}, set(), "")
            self._ledger.write_setting(DECIDED_BY, decided_by)

    def readings(self) -> Iterator[Extraction]:
        """What was read out of every article, without its text, in the order of the ids: all that linking needs."""
        return iter(self._index.readings().values())

    def find_articles(self, text: str) -> list[str]:
        """The ids of the articles that a user may mean: by id, IRI, address, path, name or stem of the file; sorted."""
        place = os.fsencode(Path(text).expanduser().resolve()).decode("utf-8", "backslashreplace")  # as ingestion does
        return [
            held.id
            for held in self._ledger.held()
            if text in (held.id, mint_article(self.base, held.id), held.url, held.location)
            or held.location == place
            or text in (Path(held.location).name, Path(held.location).stem)
        ]

    def articles(self) -> Iterator[Article]:
        """Every article, whole, in the order of the ids."""
        return (extraction.article for extraction in self.extractions())

    def extractions(self) -> Iterator[Extraction]:
        """Every article with what was read out of it, in the order of the ids."""
        return (self._ledger.read(held.id) for held in list(self._ledger.held()))

    def triples(self) -> Iterator[Triple]:
        """Every triple of the graph, in no order."""
        return (quad.triple for quad in self.oxigraph)

    def __len__(self) -> int:
        """How many articles are held."""
        return len(self._ledger)

    def _superseded(self, articles: list[Article]) -> set[str]:
        places = {a.location for a in articles if a.url is None} - set(SHARED_LOCATIONS)
        held = {article_id for place in places for article_id in self._ledger.find_placed(place)}
        return held - {article.id for article in articles}

    def _change(self, incoming: Readings, gone: set[str], version: str) -> None:
        """Changes ledger and graph as one; `incoming` are whole extractions, by article id."""
        self._index.settle()
        readings = {id_: reading for id_, reading in self._index.readings().items() if id_ not in gone}
        readings |= {id_: to_reading(to_light(extraction)) for id_, extraction in incoming.items()}
        contents = self._ledger.contents() | {id_: to_digest_bytes(e) for id_, e in incoming.items()}
        wanted = self._index.to_wanted(readings, contents, gone | incoming.keys())
        changed = find_changed(wanted.digests, self._ledger.loaded())
        with self._ledger.explaining():
            try:
                self._index.note(changed)
                with self._ledger.transaction():
                    self._ledger.remove(gone)
                    for extraction in incoming.values():
                        self._ledger.write(extraction, version)
                    self._index.load(changed, wanted)
            except BaseException:
                # where this fails as well, the journal stays, and the next change or the next to open the store repairs
                with suppress(Exception):
                    self._index.settle()
                raise
        self._index.keep_readings(readings)


def rebuild(path: Path, linker: Linker, base: str = DEFAULT_BASE) -> None:
    """Makes the graph of a store anew from its ledger.

    Raises:
        StoreBusy: another process holds the store.
    """
    KgStore.open(path, linker, base).close()
    shutil.rmtree(path / INDEX)
    KgStore.open(path, linker, base).close()
