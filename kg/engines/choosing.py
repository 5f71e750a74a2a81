"""The engine that the settings ask for."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING

from kg.config import Config
from kg.engines.batches import to_shards
from kg.engines.version import to_extractor_version
from kg.errors import ConfigError
from kg.model import Article, Extraction, Failure
from kg.protocols import Engine

if TYPE_CHECKING:
    from kg.engines.cluster import DaskEngine
    from kg.engines.task import Task

ENGINES = ("auto", "local", "processes", "dask")


@contextmanager
def make_engine(config: Config) -> Iterator[Engine]:
    """The engine that the settings ask for; what it has started ends with the block.

    Raises:
        ConfigError: there is no such engine, or it needs an address.
        EngineError: it cannot run.
    """
    from kg.engines.limits import Limits
    from kg.engines.local import LocalEngine
    from kg.engines.processes import ProcessEngine
    from kg.engines.task import Task

    limits = Limits(config.article_seconds, config.article_megabytes)
    folder = config.shards.absolute() if config.shards else None
    version = to_extractor_version() if folder or config.engine == "dask" else ""
    task = Task(limits=limits, version=version, folder=folder)
    match config.engine:
        case "local":
            yield LocalEngine(task)
        case "auto" if config.workers == 1:
            yield LocalEngine(task)
        case "auto":
            with ProcessEngine(config.workers, task) as engine:
                yield AutoEngine(LocalEngine(task), engine)
        case "processes":
            with ProcessEngine(config.workers, task) as engine:
                yield engine
        case "dask":
            with _reach_cluster(config.address, task) as engine:
                yield engine
        case other:
            raise ConfigError(f"there is no engine {other!r}", f"choose one of: {', '.join(ENGINES)}")


def _reach_cluster(address: str, task: "Task") -> "DaskEngine":
    from kg.engines.cluster import DaskEngine

    if not address:
        raise ConfigError("the engine dask needs the address of a scheduler", "add --address tcp://host:8786")
    return DaskEngine(address, task)


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
