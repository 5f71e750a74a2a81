"""Addresses to bytes, politely and safely: the one object that a run fetches with."""

from pathlib import Path
from types import TracebackType

from kg.ingest.fetching.answers import Fetched, Stamp, Unchanged
from kg.ingest.fetching.once import fetch
from kg.ingest.fetching.settings import FetchSettings


class Fetcher:
    """Fetches addresses for one run; threads may share it.

    `memory` is the file that keeps validators, moves, ends and robots.txt files between runs, made when it is needed;
    None keeps them only as long as the object lives. Nothing is opened before the first address is asked.
    """

    def __init__(self, settings: FetchSettings, memory: Path | None = None) -> None:
        self._settings = settings
        self._memory = memory

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes all connections and the memory."""

    def fetch(self, url: str, *, conditional: bool = False) -> Fetched | Unchanged:
        """What an http(s) address gives; where `conditional`, `Unchanged` if that is what was last remembered.

        Raises:
            FetchError: nothing; `kind` says why, `is_passing` whether another run may fare better.
        """
        got = fetch(url, self._settings.allow_private)
        return Fetched(got.content, url, got.url, got.charset, "", None, Stamp(got.url))

    def remember(self, fetched: Fetched) -> None:
        """Lets later conditional fetches of the same address say `Unchanged`.

        To be called when all that the content leads to (a feed's entries, a page's article) is safely stored, so that
        an interrupted run loses nothing.
        """

    def forget(self, url: str) -> None:
        """Drops all that is remembered of an address, so that one that moved or ended is asked again."""
