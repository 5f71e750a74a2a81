"""Threads that each wait for one shard to be extracted elsewhere: what engines outside of this process share."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from kg.engines.batches import run_in_order, to_shards
from kg.engines.shards import Result
from kg.model import Article

WINDOW = 4  # shards for each worker that may be under way: two to three it works ahead while results are stored


class Spread:
    """Has shards run, `width` at a time, and `WINDOW` times as many taken in."""

    def __init__(self, run: Callable[[Sequence[Article]], list[Result]], width: int) -> None:
        self._run = run
        self._width = width
        self._threads = ThreadPoolExecutor(width, "kg-engine")

    def extract(self, articles: Iterable[Article]) -> Iterator[Result]:
        """One result for each article, in order; what `run` raises is raised in the place of its shard."""
        shards = to_shards(articles)
        return run_in_order(lambda shard: self._threads.submit(self._run, shard), shards, WINDOW * self._width)

    def close(self, stop: Callable[[], None]) -> None:
        """Begins nothing more, calls `stop`, which is to end what runs, and waits until it has ended."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        stop()
        self._threads.shutdown(wait=True)
