"""The engine that the settings ask for."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice

from kg.config import Config
from kg.engines.batches import to_shards
from kg.errors import ConfigError
from kg.model import Article, Extraction, Failure
from kg.protocols import Engine

ENGINES = ("auto", "local", "processes")


@contextmanager
def make_engine(config: Config) -> Iterator[Engine]:
    """The engine that the settings ask for; what it has started ends with the block.

    Raises:
        ConfigError: there is no such engine.
    """
    from kg.engines.limits import Limits
    from kg.engines.local import LocalEngine
    from kg.engines.processes import ProcessEngine
    from kg.engines.task import Task

    task = Task(limits=Limits(config.article_seconds, config.article_megabytes))
    if config.engine not in ENGINES:
        raise ConfigError(f"there is no engine {config.engine!r}", f"choose one of: {', '.join(ENGINES)}")
    if config.engine == "local" or (config.engine == "auto" and config.workers == 1):
        yield LocalEngine(task)
        return
    with ProcessEngine(config.workers, task) as engine:
        yield AutoEngine(LocalEngine(task), engine) if config.engine == "auto" else engine


class AutoEngine:
    """Extracts a single shard in this process, for which starting a worker would not pay, and all else elsewhere."""

    def __init__(self, local: Engine, spread: Engine) -> None:
        self._local = local
        self._spread = spread

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction | Failure]:
        """One extraction or failure for each article, in order, as the engine that is chosen gives them.

        Raises:
            KgError, ImportError: the installation is broken.
        """
        shards = to_shards(articles)
        ahead = list(islice(shards, 2))
        engine = self._spread if len(ahead) > 1 else self._local
        return engine.extract(article for shard in chain(ahead, shards) for article in shard)
