"""What was fetched in a run, remembered when it is safe to: so that the next run may be told "nothing new"."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kg.config import Config
from kg.runs import RunRecord

if TYPE_CHECKING:
    from kg.graph import KgStore
    from kg.ingest.fetching import Fetched, Fetcher

MEMORY = "fetched.sqlite"  # in the folder of the store; deleting it costs one full fetch of everything


class WebMemory:
    """What is finished with and not yet remembered, each with how many articles of the run were taken before."""

    def __init__(self, fetcher: "Fetcher") -> None:
        self.fetcher = fetcher
        self._finished: deque[tuple[int, Fetched]] = deque()

    def add(self, fetched: "Fetched", taken: int) -> None:
        """Takes what led to no article beyond the first `taken` of the run."""
        self._finished.append((taken, fetched))

    def remember(self, kept: int) -> None:
        """Remembers all that led to no article beyond the first `kept` of the run, which are safe.

        Raises:
            StoreError: the disk is full or broken.
        """
        while self._finished and self._finished[0][0] <= kept:
            self.fetcher.remember(self._finished.popleft()[1])


@contextmanager
def open_memory(store: "KgStore", record: RunRecord, config: Config) -> Iterator[WebMemory]:
    """The fetcher of a run with what it remembers of earlier ones.

    What another version of the extractor has read is to be read again: then nothing is remembered.
    """
    from kg.ingest.fetching import Fetcher, to_fetch_settings

    earlier = next((before for before in store.runs.records() if before.id != record.id), None)
    if earlier and earlier.version != record.version:
        for path in store.path.glob(f"{MEMORY}*"):
            path.unlink()
    with Fetcher(to_fetch_settings(config), store.path / MEMORY) as fetcher:
        yield WebMemory(fetcher)


def find_remarks(store: Path, locations: Sequence[str]) -> list[str]:
    """What an operator should change of the sources of a run, for they have moved for good or ended; one a line."""
    from kg.errors import SourceError
    from kg.ingest import expand_sources
    from kg.ingest.fetching import read_changes, to_address

    changes = read_changes(store / MEMORY)
    remarks = []
    for source in expand_sources(locations) if changes else ():
        with suppress(SourceError):  # a list that is no longer there, a file
            if (address := to_address(source.location)) in changes:
                target = changes[address]
                told = f"has moved for good: name {target}" if target else "is gone for good: take it out"
                remarks.append(f"{source.location} {told}")
    return remarks


def forget_addresses(store: Path, addresses: Iterable[str]) -> None:
    """Has addresses asked again as if for the first time, for what came from them is no longer held.

    Raises:
        StoreError: the disk is full or broken.
    """
    from kg.ingest.fetching import Fetcher, FetchSettings
    from kg.ingest.files import is_address

    if (store / MEMORY).is_file():
        with Fetcher(FetchSettings(), store / MEMORY) as fetcher:
            for address in filter(is_address, addresses):
                fetcher.forget(address)
