"""The seams between the stages: what each promises, in one or two methods.

Every implementation passes the contract tests in `tests/contracts`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from kg.model import Article, Extraction, Failure, Linkage


class Source(Protocol):
    """Where articles come from."""

    def articles(self) -> Iterator[Article | Failure]:
        """Each article once, or why one could not be read; never raises for a single bad article.

        The order is that of the source. Every block's span lies inside the article's text, blocks do not overlap and
        are in order, and no block is empty.
        """
        ...


class Extractor(Protocol):
    """Reads claims out of articles."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """One extraction per article, in the articles' order.

        A function of each article alone: neither order nor batch changes the outcome. Every id that a claim uses
        exists, every span lies inside the article's text and is not empty.
        """
        ...


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


class View(Protocol):
    """Draws what a store holds."""

    def write(self, path: Path) -> None:
        """Writes one self-contained file."""
        ...
