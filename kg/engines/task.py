"""What a worker is told to do with every shard: a value that travels to other processes and machines."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from kg.engines.limits import Limits
from kg.engines.shards import Extract, Result, extract_shard, read_articles
from kg.engines.version import to_extractor_version
from kg.errors import EngineError
from kg.model import Article, Extraction, Failure


@dataclass(frozen=True, slots=True)
class Task:
    """How to extract a shard.

    `extract` is a function of a module, so that other processes find it by its name. `version` is what the extractor
    of this process is; "" where it does not matter.
    """

    extract: Extract = read_articles
    limits: Limits = field(default_factory=Limits)
    version: str = ""

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
        """An extraction or a failure for each article, in order."""
        return extract_shard(articles, self.extract, self.limits)


class Packed(msgspec.Struct):
    """Results on their way to another process: a tenth of the time that pickling their many small values takes.

    `failures` have their places among the results before them.
    """

    extractions: list[Extraction]
    failures: list[tuple[int, Failure]]


def pack(results: Sequence[Result]) -> bytes | list[Result]:
    """The results as bytes; themselves where half a character of some text or path keeps them from being that."""
    failures = [(place, result) for place, result in enumerate(results) if isinstance(result, Failure)]
    try:
        return msgspec.msgpack.encode(Packed([r for r in results if isinstance(r, Extraction)], failures))
    except UnicodeEncodeError:
        return list(results)


def unpack(packed: bytes | list[Result]) -> list[Result]:
    """The results that `pack` was given.

    Raises:
        msgspec.DecodeError: these bytes are not whole, or not of this version.
    """
    if isinstance(packed, list):
        return packed
    found = msgspec.msgpack.decode(packed, type=Packed)
    results: list[Result] = list(found.extractions)
    for place, failure in found.failures:
        results.insert(place, failure)
    return results
