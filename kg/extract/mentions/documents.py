"""Titled documents by their company: a report called “Paper Tigers”, the Statement on AI Risk."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.glances import words_in
from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.shapes import CAPITAL, NUMBERED, UPPER, either, may_hold, skip_opening
from kg.model import EntityClass

_LONGEST = 90  # characters of a title


@cache
def _quoted() -> re.Pattern[str]:
    noun = either("document", "nouns")
    naming = r"(?:,? (?:called|titled|entitled|named|headed|dubbed|under the title|under the headline))?"
    return re.compile(rf"\b{noun}{naming},? [“\"‘](?P<title>[{UPPER}\d][^“”\"]{{2,{_LONGEST}}}?),?[”\"’](?!\w)")


_STATED = frozenset({"Statement", "Report", "Letter", "Manifesto", "Study", "Survey", "Index", "White"})
_HEADED = frozenset({"Card", "Sheet", "Datasheet", "Paper", "Case", "Assessment", "Release", "Newsletter"})


@cache
def _stated() -> re.Pattern[str]:
    tail = rf"{CAPITAL}(?: (?:of |for |and |on |in |the )*{CAPITAL})*"
    return re.compile(
        rf"(?<![\w-])(?:(?:{CAPITAL} )*(?:Statement|Report|Letter|Manifesto|Study|Survey) on {tail}"
        rf"|(?:{CAPITAL} )+(?:Report|Index|Survey|Manifesto|White Paper)"
        rf"|{CAPITAL}(?: {NUMBERED})*? {either('document', 'heads')})(?![\w-])"
    )


_BETWEEN_QUOTES = re.compile(rf"[“\"](?P<title>[^“”\"]{{6,{_LONGEST}}}?),?[”\"](?!\w)")
_CLOSED = re.compile(r"[.!:;]$|\b(?:I|we|you|my|our)\b")  # what ends or fills a quotation, not a title
_LONG_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
_WORDS_OF_TITLE = 2  # longer words, all with a capital: one may be a nickname


def _is_title(words: str) -> bool:
    """Whether quoted words are written as titles are: every longer word with a capital, and the first one."""
    long = _LONG_WORD.findall(words)
    return (
        len(long) >= _WORDS_OF_TITLE
        and words[0].isupper()
        and all(word[0].isupper() for word in long)
        and not words.isupper()
        and not _CLOSED.search(words)
    )


def find_documents(text: str) -> Iterator[Candidate]:
    """Every stretch of the text that has the form or the company of a document's title; they may overlap."""
    for found in _quoted().finditer(text) if may_hold(text, "document", "nouns") else ():
        yield Candidate(found.start("title"), found.end("title"), EntityClass.DOCUMENT, "grammar", 0.9)
    for found in _BETWEEN_QUOTES.finditer(text):
        if _is_title(found["title"]):
            yield Candidate(found.start("title"), found.end("title"), EntityClass.DOCUMENT, "grammar", 0.75)
    for found in () if words_in(text).isdisjoint(_STATED | _HEADED) else _stated().finditer(text):
        start = skip_opening(text, *found.span())
        if " " in text[start : found.end()]:
            yield Candidate(start, found.end(), EntityClass.DOCUMENT, "grammar", 0.75)
