"""Names that are of other things: ferries and mares drop out, streets are places, and a sister Florence is a person."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.cues import find_cues
from kg.extract.mentions.gazetteer import known_as
from kg.extract.mentions.persons import given_names
from kg.extract.mentions.shapes import CAPITAL
from kg.model import EntityClass
from kg.resources import ontology_path

ACTING = frozenset({EntityClass.ORGANIZATION, EntityClass.PERSON, EntityClass.SYSTEM, EntityClass.POLICY})
_REACH = 90  # characters looked at on each side of a name; an apposition that says what it is comes before that
_IN_STATE = re.compile(rf", (?P<state>{CAPITAL}(?: {CAPITAL})?)\b")
_AT_PLACE = re.compile(r"\b(?:in|of|near|outside|around|from|at|to|between) (?:the (?:town|village|city) of )?$")
_AGED = re.compile(r", (?:aged )?\d{1,2}(?:,| and\b)|, who\b| (?:himself|herself)\b")
_SENTENCE = re.compile(r"[.!?][”\"’)]?\s+(?=[A-Z“\"])")

Names = Sequence[Candidate]


def settle_homonyms(texts: Sequence[str], named: Sequence[Names]) -> list[list[Candidate]]:
    """The names of each block without those of other things, with streets and towns as places.

    A name that is once said to be of a ferry is dropped wherever the article has it, unless words beside it somewhere
    say that it is what it was taken for.
    """
    pairs = list(zip(texts, named, strict=True))
    others = {c.cut(text) for text, names in pairs for c in names if is_other(text, c)}
    here = [(text, c) for text, names in pairs for c in names if others and c.cut(text) in others]
    others -= {c.cut(text) for text, c in here if _is_meant(text, c) and not is_other(text, c)}
    others |= {name for text, names in pairs for name in find_unreal(text, names)}
    return [
        [
            to_what_it_is(text, c)
            for c in names
            if c.cls not in ACTING or not (c.cut(text) in others or is_other(text, c))
        ]
        for text, names in pairs
    ]


def _is_meant(text: str, candidate: Candidate) -> bool:
    """Whether words beside the name speak for its class."""
    return any(cls is candidate.cls for cls, _ in find_cues(text, candidate.start, candidate.end))


def is_other(text: str, candidate: Candidate) -> bool:
    """Whether a name of an agent or system is here one of something else: "the ferry Mistral", "Orca, a mare"."""
    if candidate.cls not in ACTING:
        return False
    before, after = text[max(0, candidate.start - _REACH) : candidate.start], text[candidate.end :][:_REACH]
    named = _called_before().search(before) or _described().match(after) or _apposed().match(after)
    name = candidate.cut(text)
    part = candidate.cls is not EntityClass.PERSON and bool(known_as(name)) and _titled().search(before)
    thing = candidate.cls is EntityClass.SYSTEM and before.lower().endswith("the ") and after.startswith(" of ")
    invented = not known_as(name) and _unreal().search(before)
    return bool(named or part or thing or invented)


def find_unreal(text: str, names: Names) -> Iterator[str]:
    """Names of what the next sentence says not to exist: "the Digital Minds Act. No such act exists"."""
    if "o such " not in text and "y that name" not in text and "f that name" not in text:
        return
    ends = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    for since, start, end in zip(ends, ends[1:], ends[2:], strict=False):
        kinds = {kind for kind, denial in _denials() if denial.search(text, start, end)}
        told = [c for c in names if since <= c.start < start and c.cls in kinds and not known_as(c.cut(text))]
        if len({c.cut(text) for c in told}) == 1:
            yield told[0].cut(text)


def to_what_it_is(text: str, candidate: Candidate) -> Candidate:
    """The name as a place or person where its last word or its neighbours say so: "Mill Road", "sister Florence"."""
    name = candidate.cut(text)
    before = text[max(0, candidate.start - _REACH) : candidate.start]
    given = name.partition(" ")[0] in given_names()
    if _kin().search(before) or (given and _AGED.match(text, candidate.end)):
        return replace(candidate, cls=EntityClass.PERSON)
    if candidate.cls not in ACTING:
        return candidate
    site = " " in name and name.rpartition(" ")[2] in _words("sites") and not known_as(name)
    is_place = (site or _is_in_state(text, candidate)) and not _is_meant(text, candidate)
    return replace(candidate, cls=EntityClass.PLACE) if is_place else candidate


def _is_in_state(text: str, candidate: Candidate) -> bool:
    found = _IN_STATE.match(text, candidate.end)
    stated = found is not None and any(known.cls is EntityClass.PLACE for known in known_as(found["state"]))
    return stated and _AT_PLACE.search(text[: candidate.start]) is not None


@cache
def _lists() -> dict[str, frozenset[str]]:
    with ontology_path("gazetteer", "homonyms.toml").open("rb") as file:
        return {name: frozenset(words.split()) for name, words in tomllib.load(file).items()}


def _words(name: str) -> frozenset[str]:
    return _lists()[name]


def _either(name: str) -> str:
    return f"(?:{'|'.join(sorted(_words(name)))})"


_OWNER = r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[\w’'-]+['’]s?)"
_NAMED = r"(?:,? (?:called|named|dubbed|christened|known as))?"


@cache
def _called_before() -> re.Pattern[str]:
    return re.compile(rf"\b{_OWNER} (?:[\w-]+ ){{0,3}}{_either('called')}s?{_NAMED} [“\"]?$")


@cache
def _described() -> re.Pattern[str]:
    return re.compile(rf" {_either('described')}s?\b| the {_either('called')}\b")


@cache
def _apposed() -> re.Pattern[str]:
    joining = r"(?:(?!of|for|behind|at|which|that|who|in)[\w’'-]+ |(?:brand|kind|breed|type|make) of )"
    return re.compile(rf"[”\"]?, {_OWNER} {joining}{{0,5}}{_either('called')}\b(?!['’-])")


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"\b{_either('titles')} $")


@cache
def _unreal() -> re.Pattern[str]:
    return re.compile(rf"\b{_either('unreal')},? (?:[\w-]+ ){{0,3}}(?:called |named |dubbed )?[“\"]?$")


@cache
def _kin() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y)|['’]s) (?:[\w-]+ )?{_either('kin')},? $")


@cache
def _denials() -> tuple[tuple[EntityClass, re.Pattern[str]], ...]:
    """For each class, how it is said that a thing of it does not exist: "no such act", "nor a model of that name"."""
    return tuple((cls, re.compile(_denial_of(_either(f"kinds_{cls.value}")))) for cls in sorted(ACTING))


def _denial_of(kinds: str) -> str:
    nothing = r"\b(?:[Nn]o|[Nn]or|[Nn]ot|[Nn]either|never)\b"
    return rf"\b[Nn]o such {kinds}\b|{nothing}[^.]*? {kinds} (?:of|by) that name\b"
