"""Turns rows of the queries in `ontology/queries/view` into the elements of a network."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.view.elements import CitedArticle, Edge, Node
from kg.view.palette import LOOKS

Row = Mapping[str, str]
"""A variable of the query -> its value as text; what is unbound is "" or missing."""

MAX_CONTEXT_CHARACTERS = 150  # about three lines of the panel: enough to see whom a pronoun means
CLIPPED = "…"


class ArticleText(NamedTuple):
    """An article as it is cited, and the text that its evidence is cut from."""

    cited: CitedArticle
    text: str


def read_nodes(rows: Iterable[Row]) -> list[Node]:
    """The nodes of `nodes.rq`, by IRI; a node's rows differ in `name` or `class`, each another of its names, classes.

    Of several classes it takes the first of the legend, since a subclass of somebody else's may stand beside ours.
    """
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["iri"], []).append(row)
    return [_to_node(iri, same) for iri, same in sorted(found.items())]


def _to_node(iri: str, rows: list[Row]) -> Node:
    label, note = rows[0]["label"], rows[0].get("note", "")
    cls = min((row["class"] for row in rows), key=lambda name: (_RANKS.get(name, len(_RANKS)), name))
    return Node(iri, label, cls, tuple(sorted({row.get("name", "") for row in rows} - {"", label})), note)


_RANKS = {cls: rank for rank, cls in enumerate(LOOKS)}


def read_articles(rows: Iterable[Row]) -> dict[str, ArticleText]:
    """The articles of `articles.rq`, by IRI."""
    return {row["iri"]: _to_article(row) for row in rows}


def _to_article(row: Row) -> ArticleText:
    given = (row.get(name, "") for name in ("url", "published", "publisher"))
    return ArticleText(CitedArticle(row["iri"], row["title"], *given), row["text"])


def read_edges(rows: Iterable[Row], articles: Mapping[str, ArticleText]) -> list[Edge]:
    """The edges of `claims.rq`, by IRI, each with what stands around its evidence in the article.

    Raises:
        KeyError: a row names an article that is not in `articles`.
    """
    found = {row["iri"]: _to_edge(row, articles[row["article"]]) for row in rows}
    return [edge for _, edge in sorted(found.items())]


def _to_edge(row: Row, article: ArticleText) -> Edge:
    before, quote, after = cut_passage(article.text, int(row["start"]), int(row["end"]))
    optional = {name: row.get(name, "") for name in ("attributed_to", "speaker", "role")}
    stated = {name: row[name] for name in ("iri", "source", "target", "predicate", "polarity", "modality")}
    context = {"before": before, "after": after}
    return Edge(
        **stated, **optional, **context, quote=quote, article=article.cited, confidence=float(row["confidence"])
    )


def cut_passage(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before the evidence, the evidence itself, and what stands behind it in the same paragraph.

    Offsets are code points. Each side has at most `MAX_CONTEXT_CHARACTERS` and is clipped at a word.
    """
    opening = text.rfind("\n", 0, start) + 1
    closing = text.find("\n", end)
    before = text[opening:start]
    after = text[end : closing if closing >= 0 else len(text)]
    return _clip_start(before), text[start:end], _clip_end(after)


def _clip_start(text: str) -> str:
    if len(text) <= MAX_CONTEXT_CHARACTERS:
        return text
    return CLIPPED + re.sub(r"^\S*", "", text[-MAX_CONTEXT_CHARACTERS:])


def _clip_end(text: str) -> str:
    if len(text) <= MAX_CONTEXT_CHARACTERS:
        return text
    return re.sub(r"\S*$", "", text[:MAX_CONTEXT_CHARACTERS]) + CLIPPED
