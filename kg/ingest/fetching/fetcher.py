"""Addresses to bytes, politely and safely: the one object that a run fetches with."""

from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING

from kg.ingest.fetching.answers import Fetched, Unchanged
from kg.ingest.fetching.memory import Memory
from kg.ingest.fetching.settings import FetchSettings

if TYPE_CHECKING:
    from kg.ingest.fetching.asking import Asker


class Fetcher:
    """Fetches addresses for one run; threads may share it.

    `memory` is the file that keeps validators, moves, ends and robots.txt files between runs; None keeps them only as
    long as the object lives. Nothing is opened before the first address is asked.
    """

    def __init__(self, settings: FetchSettings, memory: Path | None = None) -> None:
        self._settings = settings
        self._memory = Memory(memory)
        self._asker: Asker | None = None
        self._lock = Lock()

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes all connections and the memory; what is asked afterwards opens them again."""
        with self._lock:
            if self._asker:
                self._asker.close()
            self._asker = None
        self._memory.close()

    def fetch(self, url: str, *, conditional: bool = False) -> Fetched | Unchanged:
        """What an http(s) address gives; where `conditional`, `Unchanged` if that is what was last remembered.

        Raises:
            FetchError: nothing; `kind` says why, `is_passing` whether another run may fare better.
            StoreError: the memory or the record cannot be written.
        """
        from kg.ingest.fetching.addresses import to_address
        from kg.ingest.fetching.deadline import Deadline
        from kg.ingest.fetching.journey import Journey, fetch_address, to_ended

        asked = to_address(url)
        known = self._memory.recall(asked)
        if known.ended is not None:
            raise to_ended(known.ended)
        journey = Journey(asked, known, self._get_asker(), Deadline(self._settings.deadline_s))
        return fetch_address(known.stamp if conditional else None, journey, self._memory)

    def remember(self, fetched: Fetched) -> None:
        """Lets later conditional fetches of the same address say `Unchanged`.

        To be called when all that the content leads to (a feed's entries, a page's article) is safely stored, so that
        an interrupted run loses nothing.
        """
        self._memory.keep_stamp(fetched.asked, fetched.stamp)

    def forget(self, url: str) -> None:
        """Drops all that is remembered of an address, so that one that moved or ended is asked again."""
        from kg.ingest.fetching.addresses import to_address

        self._memory.forget(to_address(url))

    def _get_asker(self) -> "Asker":
        from kg.ingest.fetching.asking import Asker

        with self._lock:
            if not self._asker:
                self._asker = Asker(self._settings, self._memory)
            return self._asker
