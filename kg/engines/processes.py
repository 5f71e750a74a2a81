"""The engine of one machine: worker processes, each with the model loaded once."""

import queue
from collections.abc import Iterable, Iterator, Sequence

from kg.engines.lanes import Lane, extract_surely
from kg.engines.shards import Result
from kg.engines.spreading import Spread
from kg.engines.task import Task
from kg.model import Article


class ProcessEngine:
    """Extracts in worker processes, at most `workers`, each started when there is a shard that no other has time for.

    A context manager; the workers end with the block, with an interruption, and with this process however it ends.
    """

    def __init__(self, workers: int, task: Task | None = None) -> None:
        self._task = task or Task()
        self._lanes = [Lane(self._task) for _ in range(workers)]
        self._free: queue.LifoQueue[Lane] = queue.LifoQueue()  # the last one used is started and warm
        for lane in self._lanes:
            self._free.put(lane)
        self._spread = Spread(self._run, workers)

    def __enter__(self) -> "ProcessEngine":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def extract(self, articles: Iterable[Article]) -> Iterator[Result]:
        """One extraction or failure for each article, in order, with a few shards for each worker under way.

        Raises:
            EngineError: no worker can be started.
            KgError, ImportError: the installation is broken.
        """
        return self._spread.extract(articles)

    def close(self) -> None:
        """Ends all workers at once, whatever they do."""
        self._spread.close(self._stop)
        for lane in self._lanes:
            lane.close()

    def _stop(self) -> None:
        for lane in self._lanes:
            lane.stop()

    def _run(self, shard: Sequence[Article]) -> list[Result]:
        lane = self._free.get()
        try:
            return extract_surely(shard, lane.run, self._task)
        finally:
            self._free.put(lane)
