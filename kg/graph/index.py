"""The graph as an index of the ledger: follows it, and finds its way back to it after a crash."""

from pathlib import Path

import msgspec
from pyoxigraph import Store

from kg.graph.changes import Wanted, find_changed, to_wanted
from kg.graph.folder import check_room, load_parts, open_index
from kg.graph.ledger import Ledger
from kg.model import Extraction
from kg.protocols import Linker

INDEX = "graph"
JOURNAL = "journal"  # the setting that names the parts of the graph which an unfinished change may have touched
BEHIND = "[]"  # the journal where the graph is whole, as it was before the ledger was written last

Readings = dict[str, Extraction]


class Index:
    """The graph of one store. Its journal, in the ledger, is empty while the graph is what the ledger says."""

    def __init__(self, store: Path, ledger: Ledger, linker: Linker, base: str) -> None:
        self.path = store / INDEX
        self.base = base
        self.oxigraph: Store = Store()
        self._ledger = ledger
        self._linker = linker
        self._readings: Readings | None = None

    @property
    def journal(self) -> str:
        """The IRIs that an unfinished change may have touched, as JSON; empty where there is none."""
        return self._ledger.setting(JOURNAL) or ""

    @property
    def is_whole(self) -> bool:
        """Whether the graph is what the ledger says, or said before it was written last: it may be read as it is."""
        return self.journal in ("", BEHIND) and self.path.is_dir()

    def open(self, read_only: bool) -> None:
        """Opens the folder of the graph; one that was lost is made anew with the next `settle`.

        Raises:
            StoreBusy: another process holds it.
            StoreError: it is damaged, or the disk is full.
        """
        missing = not self.path.is_dir()
        self.oxigraph = open_index(self.path, read_only)
        if missing and (loaded := self._ledger.loaded()):
            with self._ledger.transaction():  # else each of thousands of rows waits for the disk
                self._ledger.write_loaded(dict.fromkeys(loaded))
                self.note(set(loaded))

    def close(self) -> None:
        """Lets go of the files."""
        self.oxigraph = Store()

    def note(self, touched: set[str]) -> None:
        """Writes into the journal what a change may touch."""
        self._ledger.write_setting(JOURNAL, msgspec.json.encode(sorted(touched)).decode())

    def fall_behind(self) -> None:
        """Notes that the ledger is ahead of the graph."""
        self._ledger.write_setting(JOURNAL, self.journal or BEHIND)
        self._readings = None

    def readings(self) -> Readings:
        """What was read out of every article, without its text, by id: all that linking needs."""
        if self._readings is None:
            self._readings = {reading.article.id: reading for reading in self._ledger.readings()}
        return self._readings

    def keep_readings(self, readings: Readings) -> None:
        """Holds these in memory in place of those that were read before, after a change."""
        self._readings = readings

    def to_wanted(self, readings: Readings, contents: dict[str, bytes], unbrought: set[str]) -> Wanted:
        """What the graph is to hold; `unbrought` are articles that no run brought as they are now."""
        activities = self._ledger.runs.activities(unbrought)
        return to_wanted(readings.values(), self._linker.link(readings.values()), self.base, contents, activities)

    def load(self, changed: set[str], wanted: Wanted) -> None:
        """Makes the graph hold what is wanted; inside a transaction of the ledger, which ends the change."""
        load_parts(self.oxigraph, changed, wanted, self._ledger.read)
        self._ledger.write_loaded({iri: wanted.digests.get(iri) for iri in changed})
        self._ledger.runs.clear_pending()
        self._ledger.write_setting(JOURNAL, "")

    def settle(self) -> None:
        """Sets the graph right where it is behind the ledger, or a change was begun and not finished.

        Raises:
            StoreError: there is no room for it; nothing was begun.
        """
        journal = self.journal
        if not journal:
            return
        check_room(self.path, self._ledger.runs.count_pending())
        self._readings = None
        wanted = self.to_wanted(self.readings(), self._ledger.contents(), set())
        touched = set(msgspec.json.decode(journal, type=list[str]))
        touched |= find_changed(wanted.digests, self._ledger.loaded())
        self.note(touched)
        with self._ledger.transaction():
            self.load(touched, wanted)
