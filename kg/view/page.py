"""The page: one HTML file that asks nobody for anything and runs only the scripts that it came with."""

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from kg.view.elements import CitedArticle, Edge, Node
from kg.view.network import VIS_SCRIPT, OfflineNetwork
from kg.view.palette import to_look, to_words
from kg.view.payload import find_articles, find_classes, to_payload, to_script_text
from kg.view.ties import Tie, to_ties

DEFAULT_TITLE = "AI governance in the news"
MAX_STATIC_EDGES = 500  # shown to readers without scripts, and to machines: some 300 kB; the script's list has all

_ASSETS = Path(__file__).parent / "assets"
_SCRIPTS = ("data.js", "drawing.js", "labels.js", "panel.js", "list.js", "controls.js")


def draw_network(nodes: Iterable[Node], edges: Iterable[Edge], title: str = DEFAULT_TITLE) -> bytes:
    """The page, in UTF-8: the same for the same elements in any order.

    Edges whose ends are not among the nodes, and nodes without edges, are left out.
    """
    known = {node.iri: node for node in nodes}
    ties = to_ties(edge for edge in edges if edge.source in known and edge.target in known)
    used = {end for tie in ties for end in (tie.source, tie.target)}
    drawn = [known[iri] for iri in sorted(used)]
    network = OfflineNetwork(drawn, ties)
    text, is_packed = to_script_text(to_payload(network, drawn, ties))
    style = _read_asset("style.css") + to_colours(find_classes(drawn))
    scripts = [_read_vis(), to_page_script()]
    page = network.fill_template(
        _read_asset("page.html"),
        title=title,
        summary=to_summary(drawn, ties),
        policy=to_policy(scripts, style),
        style=style,
        scripts=scripts,
        data=text,
        packing="gzip" if is_packed else "",
        rows=to_static_rows(drawn, ties),
        edge_count=sum(len(tie.edges) for tie in ties),
    )
    return page.encode("utf-8", "replace")


def to_summary(nodes: Sequence[Node], ties: Sequence[Tie]) -> str:
    """One line: how much is drawn, from how many articles of which days."""
    claims = sum(len(tie.edges) for tie in ties)
    articles = find_articles(ties)
    counts = f"{len(nodes):,} names, {claims:,} claims, {len(articles):,} articles"
    return ", ".join(part for part in (counts, to_period(articles)) if part)


def to_period(articles: Sequence[CitedArticle]) -> str:
    """The days from the first article to the last, "2024-08-28 to 2025-07-01"; "" where none is dated."""
    days = sorted({article.published[:10] for article in articles if article.published})
    return " to ".join(dict.fromkeys((days[0], days[-1]))) if days else ""


def to_static_rows(nodes: Sequence[Node], ties: Sequence[Tie]) -> list[dict[str, object]]:
    """What the page shows where scripts do not run: at most `MAX_STATIC_EDGES` edges, in the order of the names."""
    labels = {node.iri: node.label for node in nodes}
    rows: list[dict[str, object]] = [
        {"source": labels[tie.source], "words": to_words(tie.predicate), "target": labels[tie.target], "edge": edge}
        for tie in ties
        for edge in tie.edges
    ]
    rows.sort(key=lambda row: (str(row["source"]).casefold(), str(row["words"]), str(row["target"])))
    return rows[:MAX_STATIC_EDGES]


def to_policy(scripts: Sequence[str], style: str) -> str:
    """The Content-Security-Policy: these scripts and this style, known by their hashes, and nothing else."""
    allowed = " ".join(_to_source(script) for script in scripts)
    rest = "img-src data:; base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; script-src {allowed}; style-src {_to_source(style)}; {rest}"


def _to_source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def to_colours(classes: Sequence[str]) -> str:
    """The style sheet's colours of the classes, by their position, on light and on dark ground."""
    looks = [to_look(cls) for cls in classes]
    light = "".join(f"--class-{number}:{look.light};" for number, look in enumerate(looks))
    dark = "".join(f"--class-{number}:{look.dark};" for number, look in enumerate(looks))
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"


@cache
def to_page_script() -> str:
    """The page's own scripts as one, in an order in which each uses only what stands before it."""
    parts = "\n".join(_read_asset(name) for name in _SCRIPTS)
    return f'(async () => {{\n"use strict";\n{parts}\n}})();'


@cache
def _read_vis() -> str:
    """vis-network as pyvis ships it, without its pointer to a source map, which browsers would fetch."""
    return re.sub(r"\n?//# sourceMappingURL=\S*\s*$", "\n", VIS_SCRIPT.read_text(encoding="utf-8"))


@cache
def _read_asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")
