"""What the page's script reads: the drawn network and the evidence behind it, as JSON that no text can break out of."""

import base64
import gzip
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from kg.view.elements import CitedArticle, Edge, Node, Stance
from kg.view.network import OfflineNetwork
from kg.view.palette import DASHES, LOOKS, to_look, to_words
from kg.view.ties import Tie

PACK_CHARACTERS = 1_000_000  # above this the page carries the data compressed: a quarter of the bytes, slower to debug


def to_payload(network: OfflineNetwork, nodes: Sequence[Node], ties: Sequence[Tie]) -> dict[str, Any]:
    """Everything that the page draws and shows; lists refer to each other by position."""
    classes = find_classes(nodes)
    predicates = sorted({tie.predicate for tie in ties})
    articles = find_articles(ties)
    indexes = {name: _to_index(values) for name, values in (("class", classes), ("predicate", predicates))}
    indexes |= {"node": _to_index([node.iri for node in nodes]), "article": _to_index([a.iri for a in articles])}
    return {
        "classes": [_to_class(cls) for cls in classes],
        "predicates": [{"id": name, "words": to_words(name)} for name in predicates],
        "stances": [{"id": stance, "dashes": DASHES[stance]} for stance in Stance],
        "articles": [_to_article(article) for article in articles],
        "nodes": [_to_node(node, drawn, indexes["class"]) for node, drawn in zip(nodes, network.nodes, strict=True)],
        "ties": [_to_tie(tie, drawn, indexes) for tie, drawn in zip(ties, network.edges, strict=True)],
    }


def find_classes(nodes: Sequence[Node]) -> list[str]:
    """The classes of these nodes in the order of the legend; those that we do not know come last."""
    found = {node.cls for node in nodes}
    return [cls for cls in LOOKS if cls in found] + sorted(found - LOOKS.keys())


def find_articles(ties: Sequence[Tie]) -> list[CitedArticle]:
    """Every article that is cited, by date and IRI."""
    found = {edge.article.iri: edge.article for tie in ties for edge in tie.edges}
    return sorted(found.values(), key=lambda article: (article.published, article.iri))


def to_safe_url(url: str) -> str:
    """The address if a click on it can only open a page: http or https with a host; "" otherwise."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def to_script_text(payload: dict[str, Any]) -> tuple[str, bool]:
    """The payload as the text of a script element, and whether that is base64 of gzip, for pages that get large.

    Holds none of < > & and no line separator, so that whatever a label says, the element ends where it should.
    """
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    if len(text) > PACK_CHARACTERS:
        packed = gzip.compress(text.encode("utf-8", "replace"), compresslevel=6, mtime=0)
        return base64.b64encode(packed).decode("ascii"), True
    return text.translate(_ESCAPES), False


_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def _to_index(values: Sequence[str]) -> dict[str, int]:
    return {value: number for number, value in enumerate(values)}


def _to_class(cls: str) -> dict[str, Any]:
    look = to_look(cls)
    name = look.name if look.name != "Other" else to_words(cls).capitalize()
    return {"id": cls, "name": name, "shape": look.shape, "shown": look.is_shown, "small": look.scale < 1}


def _to_article(article: CitedArticle) -> dict[str, Any]:
    url = to_safe_url(article.url)
    return {"title": article.title, "url": url, "date": article.published[:10], "publisher": article.publisher}


def _to_node(node: Node, drawn: dict[str, Any], classes: dict[str, int]) -> dict[str, Any]:
    place = {name: drawn[name] for name in ("x", "y", "size")}
    stated = {"iri": node.iri, "label": node.label, "names": node.names, "note": node.note}
    return {**stated, **place, "class": classes[node.cls]}


def _to_tie(tie: Tie, drawn: dict[str, Any], indexes: dict[str, dict[str, int]]) -> dict[str, Any]:
    return {
        "from": drawn["from"],
        "to": drawn["to"],
        "width": drawn["width"],
        "predicate": indexes["predicate"][tie.predicate],
        "stance": list(Stance).index(tie.stance),
        "bend": tie.bend,
        "directed": tie.is_directed,
        "edges": [_to_edge(edge, indexes) for edge in tie.edges],
    }


def _to_edge(edge: Edge, indexes: dict[str, dict[str, int]]) -> dict[str, Any]:
    texts = {name: getattr(edge, name) for name in ("iri", "quote", "before", "after", "speaker", "role", "modality")}
    return {
        **texts,
        "article": indexes["article"][edge.article.iri],
        "stance": list(Stance).index(edge.stance),
        "by": indexes["node"].get(edge.attributed_to, -1),
        "confidence": edge.confidence,
    }
