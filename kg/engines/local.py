"""The engine that needs nothing: this process."""

from collections.abc import Iterable, Iterator

from kg.engines.batches import to_shards
from kg.engines.limits import Limits
from kg.engines.shards import Extract, Result, extract_shard, read_articles
from kg.model import Article


class LocalEngine:
    """Extracts in this process: nothing to start, and one shard at a time.

    Time and memory of an article are limited; what kills the process outright is not held off here.
    """

    def __init__(self, extract: Extract = read_articles, limits: Limits | None = None) -> None:
        self._extract = extract
        self._limits = limits or Limits()

    def extract(self, articles: Iterable[Article]) -> Iterator[Result]:
        """One extraction or failure for each article, in order.

        Raises:
            KgError, ImportError: the installation is broken.
        """
        for shard in to_shards(articles):
            yield from extract_shard(shard, self._extract, self._limits)
