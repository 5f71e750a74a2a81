"""The seams that have state or several implementations: what each promises, in one or two methods.

Reading, extracting and drawing are plain functions; their docstrings are their contracts.

Every implementation passes the contract tests in `tests/contracts`.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from kg.model import Article, Extraction, Failure, Linkage


class Linker(Protocol):
    """Decides which nodes of which articles are one thing."""

    def link(self, extractions: Iterable[Extraction]) -> Linkage:
        """An IRI for every chain, metric, proposal and risk; the same for any order of the extractions."""
        ...


class Store(Protocol):
    """Keeps what was read, and answers from it."""

    def put(self, extractions: Iterable[Extraction]) -> None:
        """Adds the extractions, each replacing an earlier one of the same article; all of them or, on error, none.

        Afterwards the graph is the same as if all present articles had been put into an empty store, in any order.
        """
        ...

    def remove(self, article_ids: Iterable[str]) -> None:
        """Takes articles out with all that rests on them alone; ids that are not there are ignored."""
        ...


class Engine(Protocol):
    """Extracts articles somewhere: in this process, in others of this machine, or on a cluster."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction | Failure]:
        """One extraction or failure for each article, in their order, with a bounded number of them under way.

        An article that breaks, hangs or kills the extractor costs only itself.
        """
        ...
