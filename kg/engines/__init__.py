"""Where extraction runs: one seam, `kg.protocols.Engine`, and engines behind it that all give the same results.

local.py      this process                             limits.py     what one article may cost
batches.py    shards of like cost, in order            shards.py     one shard, of which no article is lost
"""

from collections.abc import Iterator
from contextlib import contextmanager

from kg.config import Config
from kg.protocols import Engine

__all__ = ["make_engine"]


@contextmanager
def make_engine(config: Config) -> Iterator[Engine]:  # noqa: ARG001 - it will choose
    """The engine that the settings ask for; what it has started ends with the block."""
    from kg.engines.local import LocalEngine

    yield LocalEngine()
