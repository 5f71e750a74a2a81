"""Asks the store: shipped queries, why a name is what it is, which judgements are about nothing."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kg.config import Config
from kg.errors import QueryError
from kg.pipeline.stores import make_linker

if TYPE_CHECKING:
    from kg.graph import KgStore
    from kg.link import Explanation


def fill_query(name: str, values: Sequence[str]) -> str:
    """The SPARQL of a shipped query with its parameters set, each value as `parameter=value` or in their order.

    Raises:
        UnknownQuery: no shipped query has that name.
        QueryError: a value is missing, or is one too many.
    """
    from kg.graph import find_query

    shipped = find_query(name)
    named = dict(value.split("=", 1) for value in values if value.partition("=")[0] in shipped.parameters)
    free = [parameter for parameter in shipped.parameters if parameter not in named]
    plain = [value for value in values if value.partition("=")[0] not in shipped.parameters]
    if len(plain) > len(free):
        known = ", ".join(shipped.parameters) or "none"
        raise QueryError(f"the query {name} takes no value {plain[len(free)]!r}", f"its parameters: {known}")
    return shipped.bind(dict(zip(free, plain, strict=False)) | named)


def find_unmatched(store: "KgStore", config: Config) -> list[str]:
    """The judgements that are about nothing in the store, each with its line in the file; in their order."""
    linker = make_linker(config)
    unmatched = linker.review(store.readings()).unmatched if linker.judgements else ()
    return [f"line {j.line}: {j}" for j in sorted(unmatched, key=lambda judgement: judgement.line)]


def explain_name(store: "KgStore", name: str, config: Config) -> tuple[tuple["Explanation", ...], dict[str, str]]:
    """Why each thing of that name (or IRI) is one, and the headline of every article by its id.

    Raises:
        QueryError: nothing in the store bears the name.
    """
    from kg.link import explain

    extractions = tuple(store.extractions())
    found = explain(name, extractions, make_linker(config))
    if not found:
        names = {name for extraction in extractions for chain in extraction.chains for name in chain.names}
        near = get_close_matches(name, sorted(names), n=3)
        hint = f"nearest: {', '.join(near)}; " if near else ""
        raise QueryError(f"nothing in the store is named {name!r}", f"{hint}`kg query most-mentioned` lists names")
    articles = (extraction.article for extraction in extractions)
    return found, {article.id: article.headline or article.location for article in articles}
