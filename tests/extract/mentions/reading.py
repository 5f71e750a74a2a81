"""Reads text that is marked as the corpus is: `[Solace|AISystem]`; one block a line."""

import re

from kg.extract.language import parse_articles
from kg.extract.mentions import LAYERS, find_mentions
from kg.extract.mentions.candidates import Candidate
from kg.extract.parsed import Parsed
from kg.model import Article, Block, BlockKind, Mention, Span

_MARK = re.compile(r"\[([^\]|]+)\|(\w+)\]")


def parse_text(text: str) -> Parsed:
    """The parse of a text: one block a line, lines that start with "# " are headings."""
    blocks, position, lines = [], 0, text.split("\n")
    for line in lines:
        kind = BlockKind.HEADING if line.startswith("# ") else BlockKind.PARAGRAPH
        start = position + (2 if kind is BlockKind.HEADING else 0)
        blocks.append(Block(kind, Span(start, position + len(line))))
        position += len(line) + 1
    article = Article("0" * 16, text, tuple(blocks), "text")
    return next(iter(parse_articles([article])))


def mentions_of(text: str, layers: frozenset[str] = LAYERS) -> tuple[Mention, ...]:
    """The mentions in a text."""
    return find_mentions(parse_text(text), layers)


def names_of(text: str, layers: frozenset[str] = LAYERS) -> set[tuple[str, str]]:
    """What is named in a text, as (name, class)."""
    return {(mention.span.cut(text), mention.cls.value) for mention in mentions_of(text, layers)}


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and the marks as (start, end, class)."""
    marks: list[tuple[int, int, str]] = []
    text, last = "", 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        marks.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        last = mark.end()
    return text + marked[last:], marks


def cuts(text: str, found: list[Candidate]) -> set[str]:
    """The names that some candidates cover."""
    return {candidate.cut(text) for candidate in found}
