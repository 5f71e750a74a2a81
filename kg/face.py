"""The Python face for notebooks: article in, rdflib graph or pandas frame out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kg.config import Config, read_config
from kg.errors import SourceError
from kg.model import Extraction, Failure, Skipped

if TYPE_CHECKING:
    import pandas
    import rdflib

    from kg.graph import KgStore

MOST_WORDS_OF_A_PATH = 8  # a sentence of news has more; a mistyped path should be called missing, not be read


@dataclass(frozen=True)
class Reading:
    """What was read out of one or more articles; `failures` are those that could not be read."""

    extractions: tuple[Extraction, ...]
    failures: tuple[Failure, ...]
    config: Config

    @cached_property
    def graph(self) -> "rdflib.Graph":
        """The facts, claims, evidence and articles in memory: what a store of the same articles holds."""
        from kg.graph import to_rdflib

        with self._store() as store:
            return to_rdflib(store.triples(), store.base)

    def frame(self) -> "pandas.DataFrame":
        """One row for each claim, by article and place in its text: who or what, relation, what, in which words."""
        from kg.graph import to_frame

        with self._store() as store:
            return to_frame(store.oxigraph, store.base)

    @contextmanager
    def _store(self) -> "Iterator[KgStore]":
        """A passing store of what was read."""
        from kg import pipeline

        with TemporaryDirectory() as folder, pipeline.open_store(replace(self.config, store=Path(folder))) as store:
            store.put(self.extractions)
            yield store


def read(source: str | Path) -> Reading:
    """What an article says; `source` is a file, a folder, a URL, a feed, or the text or page itself.

    A string is the text itself when it has a line break, begins with a tag, or has many words and names no file.

    Raises:
        SourceError: nothing could be read there.
    """
    from kg import pipeline

    config = read_config()
    items: list[Extraction | Skipped | Failure]
    if isinstance(source, str) and _is_text(source):
        items = [pipeline.extract_text(source)]
    else:
        items = list(pipeline.read_extractions([str(source)], config))
    failures = tuple(
        Failure(item.location, item.reason, item.detail) if isinstance(item, Skipped) else item
        for item in items
        if not isinstance(item, Extraction)
    )
    extractions = tuple(item for item in items if isinstance(item, Extraction))
    if failures and not extractions:
        raise SourceError(f"{failures[0].location}: {failures[0].reason}", failures[0].advice)
    return Reading(extractions, failures, config)


def ask(query: str, *values: str, store: str | Path | None = None) -> "pandas.DataFrame":
    """What a query finds in a store, one row for each answer.

    `query` is SPARQL or the name of a shipped query, which may take values: `ask("about", "Anthropic")`.

    Raises:
        QueryError: the query has an error, or gives no table.
        StoreError: there is no such store.
    """
    from kg import pipeline
    from kg.graph import run_query, to_result_frame

    config = read_config()
    text = pipeline.fill_query(query, values) if len(query.split()) == 1 else query
    with pipeline.open_store(replace(config, store=Path(store)) if store else config, read_only=True) as opened:
        return to_result_frame(run_query(opened.oxigraph, text, opened.base))


def _is_text(source: str) -> bool:
    """Whether a string is what to read, and not where to find it."""
    if "\n" in source or source.lstrip().startswith("<"):
        return True
    return len(source.split()) > MOST_WORDS_OF_A_PATH and not Path(source).exists()
