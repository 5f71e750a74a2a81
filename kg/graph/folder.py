"""The folder of the graph: opened, changed in parts, and not begun to be changed without room for it."""

import shutil
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from pyoxigraph import Store, Triple

from kg.errors import StoreBusy, StoreError
from kg.graph.changes import BULK_TRIPLES, Delta, Wanted, to_delta
from kg.model import Extraction

PARTS_AT_ONCE = 64  # articles and resources that are changed at one stroke: a batch of a run, some 27,000 triples

ROOM_BYTES_PER_ARTICLE = 100_000  # measured: 35 kB of graph for 370 words, and as much again while it is sorted
ROOM_BYTES = 8_000_000  # for the engine's own files

FULL = ("no space left", "file too large", "quota exceeded")  # how systems say it


def open_index(path: Path, read_only: bool = False) -> Store:
    """The graph in that folder, made where there is none and it may be written.

    Raises:
        StoreBusy: another process holds it.
        StoreError: it is damaged, or the disk is full.
    """
    try:
        return Store.read_only(str(path)) if read_only else Store(str(path))
    except (OSError, RuntimeError) as error:  # RuntimeError is how the engine speaks of damage
        reason = " ".join(str(error).split())
        if "lock" in reason.lower():
            raise StoreBusy(f"the store {path.parent} is held by another process", "wait until it ends") from error
        if any(words in reason.lower() for words in FULL):
            raise StoreError(f"the graph in {path} cannot be opened: {reason}", "make room, try again") from error
        raise StoreError(
            f"the graph in {path} cannot be opened: {reason}", f"delete {path}: it is made anew"
        ) from error


def check_room(path: Path, articles: int) -> None:
    """Makes sure that the graph of so many new articles finds room, before any of it is changed.

    Raises:
        StoreError: it does not.
    """
    needed = ROOM_BYTES + articles * ROOM_BYTES_PER_ARTICLE
    free = shutil.disk_usage(path).free
    if free < needed:
        what = f"{articles} articles need {needed // 1_000_000} MB for their graph, {free // 1_000_000} MB are free"
        raise StoreError(f"no space left for the store {path}: {what}", "make room; what was read is kept")


def load_parts(oxigraph: Store, changed: Iterable[str], wanted: Wanted, read: Callable[[str], Extraction]) -> None:
    """Makes the graph hold what is wanted of those articles, resources and runs, all of it on disk in the end.

    Few are changed at one stroke, many one stroke after the other: who changes many notes it in a journal before. What
    is only new waits until it is worth a bulk load, so that neither time nor memory grow faster than the articles do.
    """
    left = iter(sorted(changed))
    waiting: set[Triple] = set()
    while some := list(islice(left, PARTS_AT_ONCE)):
        delta = to_delta(oxigraph, some, wanted, read)
        if delta.removed:
            delta.apply(oxigraph)
        else:
            waiting |= delta.added
        if len(waiting) >= BULK_TRIPLES:
            Delta(frozenset(), frozenset(waiting)).apply(oxigraph)
            waiting.clear()
    Delta(frozenset(), frozenset(waiting)).apply(oxigraph)
    oxigraph.flush()
