"""People by what stands around their names: titles, posts before the name, an age behind it."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.glances import first_words, words_in
from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.shapes import CAPITAL, UPPER, either, may_hold, skip_opening, words
from kg.model import EntityClass
from kg.resources import ontology_path


@cache
def given_names() -> frozenset[str]:
    """Given names of many cultures, as they are written in English news."""
    return frozenset(ontology_path("gazetteer", "given-names.txt").read_text(encoding="utf-8").split())


@cache
def _first_given() -> frozenset[str]:
    return first_words(given_names())


@cache
def surnames() -> frozenset[str]:
    """Frequent surnames of many cultures; those that are everyday words are left out."""
    return frozenset(ontology_path("gazetteer", "surnames.txt").read_text(encoding="utf-8").split())


def is_surname(word: str) -> bool:
    """Whether a word, or a part of a double name, is a frequent surname."""
    return any(part in surnames() for part in word.split("-"))


@cache
def _name() -> str:
    word = rf"(?:[{UPPER}]\.(?: ?[{UPPER}]\.)*|(?!{either('organization', 'heads')}\b){CAPITAL})"
    more = rf"(?: (?:{either('person', 'particles')} ){{0,2}}{word})"
    return rf"(?:(?:{either('person', 'particles')} ){{0,2}}{word}{more}{{0,3}})"


@cache
def _titled() -> re.Pattern[str]:
    title = either("person", "titles")
    return re.compile(rf"(?<![\w-])(?:{title}(?:-(?:elect|designate))? )+(?P<name>{_name()})(?!\w)")


@cache
def _posted() -> re.Pattern[str]:
    return re.compile(rf"(?<=[a-z-]) ?\b{either('person', 'roles')},? (?P<name>{_name()})(?!\w)")


@cache
def _aged() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<name>{_name()}), (?:aged )?(?:1[0-9]|[2-9]\d)(?=[,.])")


@cache
def _given() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-])(?P<name>{_name()})(?![\w-])")


_AGE = re.compile(r", (?:aged )?[1-9]\d[,.]")


def find_persons(text: str) -> Iterator[Candidate]:
    """Every stretch of the text that stands where a person's name stands; they may overlap."""
    for found in _titled().finditer(text) if may_hold(text, "person", "titles") else ():
        if not _is_office(found["name"]):
            yield _person(found, 0.95)
    posted, aged = may_hold(text, "person", "roles"), _AGE.search(text) is not None
    for pattern, may_be, confidence in ((_posted(), posted, 0.9), (_aged(), aged, 0.95)):
        for found in pattern.finditer(text) if may_be else ():
            if " " in found["name"] and not _is_office(found["name"]):
                yield _person(found, confidence)
    for found in () if words_in(text).isdisjoint(_first_given()) else _given().finditer(text):
        start = skip_opening(text, *found.span("name"))
        parts = text[start : found.end()].split()
        if len(parts) > 1 and parts[0].split("-")[0] in given_names() and not _is_office(found["name"]):
            yield _person(found, 0.9 if is_surname(parts[-1]) else 0.7, start)


def _person(found: re.Match[str], confidence: float, start: int | None = None) -> Candidate:
    start = found.start("name") if start is None else start
    return Candidate(start, found.end("name"), EntityClass.PERSON, "grammar", confidence)


def _is_office(name: str) -> bool:
    """Whether the words after a title are no name: "Justice Department", "President of"."""
    parts = name.split()
    return any(
        part in words("organization", "heads")
        or part in words("stop", "names")
        or part in words("person", "titles")
        or part in words("policy", "heads")
        for part in parts
    )
