"""What a page says of its article in JSON-LD (https://schema.org/Article)."""

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4.element import Tag

from kg.ingest.tree import Tree

Node = dict[str, Any]

ARTICLE_TYPES = re.compile(r"(Article|BlogPosting|Report|Posting|Newsletter|PressRelease)$")
MAX_CHARACTERS = 2_000_000  # of one script; real ones stay below 200,000
MAX_NODES = 5_000
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")


def find_article_node(tree: Tree) -> Node:
    """The node that describes the page's article, references within the page resolved; empty where there is none."""
    nodes = [node for script in tree.all("script") for node in _read_script(script)]
    known = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    articles = [node for node in nodes if any(ARTICLE_TYPES.search(kind) for kind in _types(node))]
    if not articles:
        return {}
    best = max(articles, key=lambda node: ("headline" in node) + ("datePublished" in node) + ("author" in node))
    return {key: _resolve(value, known) for key, value in best.items()}


def to_names(value: object) -> list[str]:
    """The names in a value that is a text, a node with a name, or a list of them."""
    if isinstance(value, list):
        return [name for entry in value for name in to_names(entry)]
    if isinstance(value, dict):
        return to_names(value.get("name"))
    return [value.strip()] if isinstance(value, str) and value.strip() else []


def to_text(value: object) -> str:
    """The first text in a value, an address in a node's "@id" or "url" included; empty where there is none."""
    if isinstance(value, dict):
        return to_text(value.get("@id") or value.get("url") or value.get("name"))
    if isinstance(value, list):
        return to_text(value[0]) if value else ""
    return value.strip() if isinstance(value, str) else ""


def _read_script(script: Tag) -> Iterator[Node]:
    text = _WRAPPING.sub("", script.get_text()[:MAX_CHARACTERS])
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return  # broken linked data is common; the page's other metadata stands in
    yield from _walk(data)


def _walk(data: object) -> Iterator[Node]:
    """Every node, those within nodes included, in order."""
    stack = [data]
    count = 0
    while stack and count < MAX_NODES:
        value = stack.pop()
        count += 1
        if isinstance(value, dict):
            yield value
            stack.extend(entry for entry in reversed(value.values()) if isinstance(entry, dict | list))
        elif isinstance(value, list):
            stack.extend(reversed(value))


def _types(node: Node) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _resolve(value: object, known: dict[str, Node]) -> object:
    if isinstance(value, list):
        return [_resolve(entry, known) for entry in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return known.get(str(value.get("@id")), value)
    return value
