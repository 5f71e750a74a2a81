"""What a worker is told to do with every shard: a value that travels to other processes and machines."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.engines.files import read_shard, to_shard_path, write_shard
from kg.engines.limits import Limits
from kg.engines.shards import Extract, Result, extract_shard, read_articles
from kg.engines.version import to_extractor_version
from kg.errors import EngineError
from kg.model import Article


@dataclass(frozen=True, slots=True)
class Task:
    """How to extract a shard.

    `extract` is a function of a module, so that other processes find it by its name. `version` is what the extractor
    has to be; "" where it does not matter. `folder` is where shards are kept as files; None for nowhere.
    """

    extract: Extract = read_articles
    limits: Limits = field(default_factory=Limits)
    version: str = ""
    folder: Path | None = None

    def prepare(self) -> None:
        """Loads what extraction needs; all that goes wrong here is the installation's fault.

        Raises:
            EngineError: the extractor here is another than the one that was asked for.
        """
        for _ in self.extract(()):
            pass
        if self.version and self.version != to_extractor_version():
            raise EngineError("a worker has another version of kg or of its words", "install the same everywhere")

    def run(self, articles: Sequence[Article]) -> list[Result]:
        """An extraction or a failure for each article, in order; from the shard's file where it is kept.

        Raises:
            KgError, ImportError: the installation is broken, not an article.
            OSError: a shard's file cannot be read or written.
        """
        path = to_shard_path(self.folder, articles, self.version) if self.folder else None
        results = read_shard(path, articles) if path else None
        if results is None:
            results = extract_shard(articles, self.extract, self.limits)
            if path:
                write_shard(path, results)
        return results
