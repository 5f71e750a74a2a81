"""The store: a folder with the ledger of what was read and the graph as an index of it, changed as one."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal as OneOf

import msgspec
from pyoxigraph import Store, Triple

from kg.errors import StoreBusy, StoreError
from kg.graph.changes import Delta, Wanted, find_changed, to_delta, to_wanted
from kg.graph.ledger import Ledger, to_article_digest, to_digest_bytes, to_light
from kg.iris import DEFAULT_BASE, mint_article
from kg.model import Article, Extraction
from kg.protocols import Linker

LEDGER = "ledger.sqlite"
INDEX = "graph"
JOURNAL = "journal"  # the setting that names the parts of the graph which an unfinished change may have touched
DECIDED_BY = "decided_by"  # the setting that names the judgements which the graph was last linked by
SHARED_LOCATIONS = ("", "-")  # standard input is not a place: what came from there before is no earlier version

_ANEW = "ingest the articles into a new store"

State = OneOf["new", "unchanged", "changed"]


class KgStore:
    """Keeps extractions and the graph of them; a `kg.protocols.Store` and a context manager.

    A change is first noted in the journal, then made in the graph and in the ledger; the ledger decides. Whatever ends
    the process in between, the next one to open the store sets the graph right from the ledger.
    """

    def __init__(self, path: Path, ledger: Ledger, linker: Linker, base: str) -> None:
        self.path = path
        self.base = base
        self._ledger = ledger
        self._linker = linker
        self._readings: dict[str, Extraction] | None = None
        self.oxigraph: Store = Store()

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
        store = cls(path, Ledger.open(path / LEDGER, read_only), linker, base)
        try:
            return store._open_read_only() if read_only else store._open_writable()
        except BaseException:
            store.close()
            raise

    def _open_writable(self) -> "KgStore":
        self._check_base()
        missing = not (self.path / INDEX).is_dir()
        self.oxigraph = _open_index(self.path / INDEX)
        if missing and (loaded := self._ledger.loaded()):
            self._ledger.write_loaded(dict.fromkeys(loaded))
            self._ledger.write_setting(JOURNAL, msgspec.json.encode(sorted(loaded)).decode())
        self._repair()
        return self

    def _open_read_only(self) -> "KgStore":
        self._check_base()
        if not self._ledger.setting(JOURNAL) and (self.path / INDEX).is_dir():
            self.oxigraph = _open_index(self.path / INDEX, read_only=True)
            return self
        self.close()
        KgStore.open(self.path, self._linker, self.base).close()  # sets right what an ended process left
        return KgStore.open(self.path, self._linker, self.base, read_only=True)

    def _check_base(self) -> None:
        found = self._ledger.setting("base")
        if found is None and not self._ledger.read_only:
            self._ledger.write_setting("base", self.base)
        elif found not in (None, self.base):
            raise StoreError(f"the store {self.path} was made for {found}, not for {self.base}", "use its base IRI")

    def close(self) -> None:
        """Lets go of the files, so that another process may open them."""
        self.oxigraph = Store()
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
            return "changed" if replaces and self._ledger.is_place(article.location) else "new"
        return "unchanged" if held == (to_article_digest(article), extractor_version) else "changed"

    def put(self, extractions: Iterable[Extraction], extractor_version: str = "") -> None:
        """Adds the extractions, each replacing an earlier one of the same article; all of them or, on error, none.

        An article without address also replaces another that was read from the same location before.

        Raises:
            StoreError: the disk is full or broken; nothing has changed.
        """
        incoming = {extraction.article.id: extraction for extraction in extractions}
        superseded = set(self._superseded([e.article for e in incoming.values()]))
        self._change(incoming, superseded, extractor_version)

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
        return iter(self._light().values())

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
        return sum(1 for _ in self._ledger.held())

    def _superseded(self, articles: list[Article]) -> Iterator[str]:
        incoming = {article.id for article in articles}
        places = {a.location for a in articles if a.url is None} - set(SHARED_LOCATIONS)
        for held in self._ledger.held():
            if held.url is None and held.location in places and held.id not in incoming:
                yield held.id

    def _light(self) -> dict[str, Extraction]:
        if self._readings is None:
            self._readings = {reading.article.id: reading for reading in self._ledger.readings()}
        return self._readings

    def _change(self, incoming: dict[str, Extraction], gone: set[str], version: str) -> None:
        self._repair()
        readings = {id_: reading for id_, reading in self._light().items() if id_ not in gone}
        readings |= {id_: to_light(extraction) for id_, extraction in incoming.items()}
        contents = self._ledger.contents() | {id_: to_digest_bytes(e) for id_, e in incoming.items()}
        wanted = to_wanted(readings.values(), self._linker.link(readings.values()), self.base, contents)
        changed = find_changed(wanted.digests, self._ledger.loaded())
        try:
            self._ledger.write_setting(JOURNAL, msgspec.json.encode(sorted(changed)).decode())
            with self._ledger.transaction():
                self._ledger.remove(gone)
                for extraction in incoming.values():
                    self._ledger.write(extraction, version)
                self._load(changed, wanted)
        except BaseException as error:
            # where this fails as well, the journal stays, and the next change or the next to open the store repairs
            with suppress(Exception):
                self._repair()
            if isinstance(error, (OSError, sqlite3.Error)):
                raise StoreError(f"the store {self.path} cannot be written: {error}", "make room, try again") from error
            raise
        self._readings = readings

    def _load(self, changed: set[str], wanted: Wanted) -> None:
        delta: Delta = to_delta(self.oxigraph, changed, wanted, self._ledger.read)
        delta.apply(self.oxigraph)
        self._ledger.write_loaded({iri: wanted.digests.get(iri) for iri in changed})
        self._ledger.write_setting(JOURNAL, "")

    def _repair(self) -> None:
        """Sets the graph right where a change was begun and not finished, as the ledger says."""
        journal = self._ledger.setting(JOURNAL)
        if not journal:
            return
        self._readings = None
        readings = self._light()
        wanted = to_wanted(readings.values(), self._linker.link(readings.values()), self.base, self._ledger.contents())
        touched = set(msgspec.json.decode(journal, type=list[str]))
        with self._ledger.transaction():
            self._load(touched | find_changed(wanted.digests, self._ledger.loaded()), wanted)


def _open_index(path: Path, read_only: bool = False) -> Store:
    try:
        return Store.read_only(str(path)) if read_only else Store(str(path))
    except (OSError, RuntimeError) as error:  # RuntimeError is how the engine speaks of damage
        if "lock" in str(error).lower():
            raise StoreBusy(f"the store {path.parent} is held by another process", "wait until it ends") from error
        reason = " ".join(str(error).split())
        raise StoreError(
            f"the graph in {path} cannot be opened: {reason}", f"delete {path}: it is made anew"
        ) from error


def rebuild(path: Path, linker: Linker, base: str = DEFAULT_BASE) -> None:
    """Makes the graph of a store anew from its ledger.

    Raises:
        StoreBusy: another process holds the store.
    """
    KgStore.open(path, linker, base).close()
    shutil.rmtree(path / INDEX)
    KgStore.open(path, linker, base).close()
