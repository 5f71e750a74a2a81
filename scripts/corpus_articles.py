"""Reads the articles whose facts are known as lines to learn from: the names that their gold lists are marked.

The gold lists what matters for an article, not every name in it: what else has a capital is marked as unsaid, and the
training learns nothing from it. No text is stored twice, and articles beside the checkout are never read.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from corpus_lines import CLASSES, UNSAID, Line
from evaluation import list_sets

from kg.extract.mentions.shapes import CAPITAL, words
from kg.ingest import read_sources
from kg.model import Article

MEASURED_ONLY = ("dev", "seed")  # beside the checkout: what the training is judged by

_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_RUN = re.compile(rf"(?<![\w-]){CAPITAL}(?: {CAPITAL})*")


def read_article_sets(without: tuple[str, ...] = ()) -> list[list[Line]]:
    """For each set of articles in the repository its blocks as lines, in order; `without` names sets to leave out."""
    return [
        [line for article, gold in read_set(name) for line in to_lines(article, gold)]
        for name in list_sets()
        if name not in (*MEASURED_ONLY, *without)
    ]


def read_set(name: str) -> Iterator[tuple[Article, list[dict[str, Any]]]]:
    """The articles of one set, each with the entities of its gold."""
    for path, gold in list_sets()[name].pairs():
        entities = json.loads(gold.read_text(encoding="utf-8"))["entities"]
        yield from ((article, entities) for article in read_sources([str(path)]) if isinstance(article, Article))


def to_lines(article: Article, entities: list[dict[str, Any]]) -> Iterator[Line]:
    """The article's blocks with its entities marked wherever they are called by name."""
    names = names_of(entities)
    for block in article.blocks:
        text = article.cut(block)
        yield Line(text, tuple(sorted([*find_names(text, names), *find_unsaid(text, names)])))


def names_of(entities: list[dict[str, Any]]) -> dict[str, str]:
    """What the entities are called, with their class; unsaid where two classes share a name."""
    classes: dict[str, set[str]] = defaultdict(set)
    for item in entities:
        for called in (item["name"], *item.get("aliases", [])):
            name = _ARTICLE.sub("", called)
            if item["class"] in CLASSES and is_bare(name, item):
                classes[name].add(item["class"])
    return {name: cls.pop() if len(cls) == 1 else UNSAID for name, cls in classes.items()}


def is_bare(name: str, item: dict[str, Any]) -> bool:
    """Whether this is a name as the guidelines mark it: no "registry", "Act", "President Doe", "Ohio's SB 1"."""
    if not name[:1].isupper() and not re.search(r"[A-Z]", name):
        return False
    if re.search(r"['’]s ", name) or name in words("policy", "heads") | words("organization", "heads"):
        return False
    return item["class"] != "Person" or name.split()[0] not in words("person", "titles")


def find_names(text: str, names: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Where the names stand in a text, the longest at each place."""
    listed = sorted((name for name in names if name in text), key=lambda name: (-len(name), name))
    if listed:
        for found in re.finditer(rf"(?<![\w-])(?:{'|'.join(map(re.escape, listed))})(?!\w|-\d)", text):
            yield (*found.span(), names[found[0]])


def find_unsaid(text: str, names: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Capitalised words outside of the names, but for those that are never names."""
    marked = list(find_names(text, names))
    for run in _RUN.finditer(text):
        for word in re.finditer(r"\S+", run[0]):
            start, end = run.start() + word.start(), run.start() + word.end()
            plain = word[0] in words("stop", "names") | words("stop", "openings")
            if not plain and not any(start < e and s < end for s, e, _ in marked):
                yield start, end, UNSAID
