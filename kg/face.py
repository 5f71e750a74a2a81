"""The Python face for notebooks: article in, rdflib graph or pandas frame out."""

import json
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.config import read_config
from kg.errors import SourceError
from kg.model import Claim, Extraction, Failure, Linkage

if TYPE_CHECKING:
    import pandas
    import rdflib


@dataclass(frozen=True)
class Reading:
    """What was read out of one or more articles; `failures` are those that could not be read."""

    extractions: tuple[Extraction, ...]
    linkage: Linkage
    failures: tuple[Failure, ...]
    base: str

    @cached_property
    def graph(self) -> "rdflib.Graph":
        """The facts, claims, evidence and articles as one graph in memory."""
        from kg.graph import to_rdflib

        return to_rdflib(self.extractions, self.linkage, self.base)

    def frame(self) -> "pandas.DataFrame":
        """One row for each claim, in the order of the text: who or what, relation, what, how sure, in which words."""
        import pandas

        return pandas.DataFrame(self.claims(), columns=list(COLUMNS))

    def claims(self) -> list[dict[str, Any]]:
        """The same rows as plain values, by column."""
        return [
            _to_row(extraction, claim, _to_names(extraction, self.linkage))
            for extraction in self.extractions
            for claim in sorted(extraction.claims, key=lambda claim: claim.evidence)
        ]


MOST_WORDS_OF_A_PATH = 8  # a sentence of news has more; a mistyped path should be called missing, not be read
COLUMNS = (
    "subject",
    "predicate",
    "object",
    "attributed_to",
    "polarity",
    "modality",
    "confidence",
    "evidence",
    "start",
    "end",
    "article",
)


def read(source: str | Path) -> Reading:
    """What an article says; `source` is a file, a folder, a URL, a feed, or the text or page itself.

    A string is the text itself when it has a line break, begins with a tag, or has many words and names no file.

    Raises:
        SourceError: nothing could be read there.
    """
    from kg import pipeline

    config = read_config()
    if isinstance(source, str) and _is_text(source):
        items = [pipeline.extract_text(source)]
    else:
        items = list(pipeline.read_extractions([str(source)], config))
    extractions = tuple(item for item in items if isinstance(item, Extraction))
    failures = tuple(item for item in items if isinstance(item, Failure))
    if failures and not extractions:
        raise SourceError(f"{failures[0].location}: {failures[0].reason}", failures[0].advice)
    return Reading(extractions, pipeline.make_linker(config).link(extractions), failures, config.base)


def ask(query: str, store: str | Path | None = None) -> "pandas.DataFrame":
    """What a query finds in a store, one row for each answer; `query` is SPARQL or the name of a shipped query.

    Raises:
        QueryError: the query has an error, or gives no table.
        StoreError: there is no such store.
    """
    import pandas

    from kg import pipeline

    config = read_config()
    with pipeline.open_store(replace(config, store=Path(store)) if store else config, read_only=True) as opened:
        result = pipeline.ask(opened, query)
    table = pipeline.to_table(result)
    columns = list(table[0]) if table else None
    rows = pipeline.write_result(result, "jsonl").decode().splitlines()
    return pandas.DataFrame([json.loads(row) for row in rows], columns=columns)


def _is_text(source: str) -> bool:
    """Whether a string is what to read, and not where to find it."""
    if "\n" in source or source.lstrip().startswith("<"):
        return True
    return len(source.split()) > MOST_WORDS_OF_A_PATH and not Path(source).exists()


def _to_names(extraction: Extraction, linkage: Linkage) -> dict[str, str]:
    """What each node of an article is called, by its id."""
    names = {node.id: node.label for node in (*extraction.metrics, *extraction.proposals, *extraction.risks)}
    for chain in extraction.chains:
        names[chain.id] = linkage.entities[linkage.iris[extraction.article.id, chain.id]].label
    return names


def _to_row(extraction: Extraction, claim: Claim, names: dict[str, str]) -> dict[str, Any]:
    values = (
        names[claim.subject],
        claim.predicate,
        names[claim.object],
        names[claim.attributed_to] if claim.attributed_to else None,
        str(claim.polarity),
        str(claim.modality),
        claim.confidence,
        claim.evidence.cut(extraction.article.text),
        claim.evidence.start,
        claim.evidence.end,
        extraction.article.headline or extraction.article.location,
    )
    return dict(zip(COLUMNS, values, strict=True))
