"""Sentences that should have given something and did not: where to look for what the extractor cannot read yet.

Nothing is extracted a second time: signals are words, digits and the names that were found (`ontology/misses.toml`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from math import exp

from kg.model import Article, BlockKind, EntityClass, Extraction, Span
from kg.resources import ontology_path, read_table

LEAST_WORDS = 4  # shorter ones are labels, bylines and exclamations
DIGITS = 3  # of a score: more would be noise
BASE = "base"  # the row of the table for what holds without any signal
_SILENT = frozenset({BlockKind.TITLE, BlockKind.HEADING})  # what they say, the text below says in full
_ACTORS = frozenset({EntityClass.ORGANIZATION, EntityClass.PERSON, EntityClass.SYSTEM, EntityClass.POLICY})
_STANDINS = frozenset({"pronoun", "description", "apposition", "relative", "speaker"})  # layers that name nothing
_TITLES = "Mr Mrs Ms Dr Prof St Sen Rep Gov Gen Col Inc Corp Co Ltd No vs Jr Sr Art Sec".replace(" ", "|")
_ABBREVIATION = re.compile(rf"\b(?:{_TITLES}|[A-Z])\.$")
_END = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9$€£])")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"
_DATE = re.compile(rf"\b{_DAY} {_MONTH}|{_MONTH} {_DAY}|\b(?:19|20)\d\d\b(?:[-–]\d\d)?")
_NAME_BEFORE = re.compile(r"(?<=\s)[A-Z][\w/-]*\s$")  # a capital within the sentence: "with Sorrel 5"
_NAME_CHARACTERS = 40  # how far back such a name begins at most
_NUMBER = re.compile(r"(?<![\w.,-])\d[\d,.]*(?:st|nd|rd|th|x|k|m|bn|tn)?(?!\w)")


@dataclass(frozen=True, slots=True)
class Miss:
    """A sentence that gave nothing: the share of those like it that give something, 0 to 1, and by which signals."""

    span: Span
    score: float
    why: tuple[str, ...]


def find_misses(extraction: Extraction) -> Iterator[Miss]:
    """The sentences of an article that gave nothing and show a signal, in order of the text."""
    given = _find_given(extraction)
    for sentence in split_sentences(extraction.article):
        if any(sentence.overlaps(span) for span in given):
            continue
        if why := tuple(find_signals(extraction, sentence)):
            yield Miss(sentence, to_score(why), why)


def to_score(signals: Iterable[str]) -> float:
    """The share of sentences with these signals that give something, 0 to 1."""
    weights, _ = load_signals()
    return round(1 / (1 + exp(-weights[BASE] - sum(weights[signal] for signal in signals))), DIGITS)


def find_signals(extraction: Extraction, sentence: Span) -> Iterator[str]:
    """The names of a sentence's signals, in the order of their table."""
    text = sentence.cut(extraction.article.text)
    weights, patterns = load_signals()
    named = _count_names(extraction, sentence)
    found = {"names": named > 1, "name": named == 1, "number": _has_number(text, extraction, sentence)}
    for signal in (name for name in weights if name != BASE):
        if found[signal] if signal in found else patterns[signal].search(text):
            yield signal


def split_sentences(article: Article) -> Iterator[Span]:
    """The sentences of an article's paragraphs, items, quotations, captions and rows, in order; a row is one."""
    for block in article.blocks:
        if block.kind in _SILENT:
            continue
        text, start = article.cut(block), 0
        ends = [] if block.kind is BlockKind.ROW else list(_END.finditer(text))
        for end in [match.end() for match in ends if not _is_abbreviation(text, match)] + [len(text)]:
            sentence = text[start:end]
            if len(sentence.split()) >= LEAST_WORDS:
                first = block.span.start + start
                yield Span(first, first + len(sentence.rstrip()))
            start = end


@cache
def load_signals() -> tuple[dict[str, float], dict[str, re.Pattern[str]]]:
    """The weight of each signal, and a pattern for each that is told by words."""
    table = read_table(ontology_path("misses.toml"))
    weights = {name: float(signal["weight"]) for name, signal in table.items()}
    return weights, {name: _to_pattern(signal["words"]) for name, signal in table.items() if "words" in signal}


def _to_pattern(words: str) -> re.Pattern[str]:
    choices = "|".join(re.escape(word).replace("_", r"\s+") for word in sorted(words.split(), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])", re.IGNORECASE)


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    return bool(_ABBREVIATION.search(text[max(match.start() - 8, 0) : match.start()]))


def _find_given(extraction: Extraction) -> list[Span]:
    """The passages that gave something."""
    spans = [claim.evidence for claim in extraction.claims] + [metric.span for metric in extraction.metrics]
    return [*spans, *(wish.span for wish in extraction.proposals), *(risk.span for risk in extraction.risks)]


def _count_names(extraction: Extraction, sentence: Span) -> int:
    """How many of the article's actors a sentence names."""
    actors = (chain for chain in extraction.chains if chain.cls in _ACTORS)
    return sum(any(m.layer not in _STANDINS and sentence.contains(m.span) for m in chain.mentions) for chain in actors)


def _has_number(text: str, extraction: Extraction, sentence: Span) -> bool:
    """Whether digits stand there that are neither a year nor within a name."""
    named = [m.span for chain in extraction.chains for m in chain.mentions if m.span.overlaps(sentence)]
    for match in _NUMBER.finditer(_DATE.sub(lambda date: " " * len(date[0]), text)):
        place = Span(sentence.start + match.start(), sentence.start + match.end())
        before = text[max(match.start() - _NAME_CHARACTERS, 0) : match.start()]
        is_named = _NAME_BEFORE.search(before) or any(span.contains(place) for span in named)
        if not is_named:
            return True
    return False
