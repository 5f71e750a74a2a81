"""The engine that needs nothing: this process."""

from collections.abc import Iterable, Iterator

from kg.engines.batches import to_shards
from kg.engines.shards import Result
from kg.engines.task import Task
from kg.model import Article


class LocalEngine:
    """Extracts in this process: nothing to start, and one shard at a time.

    Time and memory of an article are limited; what kills the process outright is not held off here.
    """

    def __init__(self, task: Task | None = None) -> None:
        self._task = task or Task()

    def extract(self, articles: Iterable[Article]) -> Iterator[Result]:
        """One extraction or failure for each article, in order.

        Raises:
            KgError, ImportError: the installation is broken.
        """
        for shard in to_shards(articles):
            yield from self._task.run(shard)
