"""AI systems by their form and company: "Orbit-3 Mini", "the Orbit model", "a chatbot called Orbit"."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.glances import words_in
from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.shapes import CAPITAL, UPPER, either, may_hold, words
from kg.model import EntityClass

_VERSION = r"(?:[vV]?\d{1,3}(?:\.\d{1,2})*(?:[a-z]|[bBkK])?|[RVSX]\d{1,2}(?:\.\d)?)"


_AMOUNT = r"(?: (?:million|billion|trillion|thousand|percent|per cent|%))"
_BETWEEN = (
    r"(?:(?:AI|language|video|image|speech|large|small|reasoning|writing|coding|frontier|companion|open-weight) )"
)


@cache
def _versioned() -> re.Pattern[str]:
    size = either("system", "sizes")
    name = rf"(?P<name>[{UPPER}][\w’']*(?:-[{UPPER}]\w*)?)"
    return re.compile(rf"(?<![\w-]){name}(?P<gap>[- ]){_VERSION}(?:[- ]{size})*(?![\w.]*\w|/|{_AMOUNT})")


@cache
def _sized() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<name>{CAPITAL}) (?:{'|'.join(sorted(_SIZES))})(?![\w-])")


_SIZES = frozenset({"Mini", "Nano", "Turbo", "Ultra", "Lite", "Flash", "Instruct", "Coder", "XL"})


@cache
def _with_noun() -> re.Pattern[str]:
    name = rf"(?P<name>{CAPITAL}(?: {CAPITAL}){{0,2}})"
    return re.compile(rf"(?<![\w-]){name} {_BETWEEN}{{0,3}}{either('system', 'sure')}(?![\w-])")


@cache
def _named() -> re.Pattern[str]:
    naming = rf"(?:(?:that|which) )?(?:(?:is|was|it|they) )?(?:{either('system', 'naming')}|known as)"
    name = rf"(?P<name>{CAPITAL}(?:[ -]{CAPITAL}|[ -]\d[\w.]*){{0,2}})"
    return re.compile(rf"\b{either('system', 'nouns')},? {naming} [\"“‘']?{name}")


@cache
def _apposed() -> re.Pattern[str]:
    noun = either("system", "sure")
    adjective = r"(?:[\w-]+ ){0,4}"
    before = rf"\b(?:its|their|his|her|the company's|the firm's) {adjective}{noun}, (?P<name>{CAPITAL})(?=[,.;])"
    after = rf"(?P<after>{CAPITAL}), (?:a|an|its|the) {adjective}{noun}(?![\w-])"
    return re.compile(f"{before}|{after}")


def find_systems(text: str) -> Iterator[Candidate]:
    """Every stretch of the text that has the form or the company of an AI system's name; they may overlap."""
    for found in _versioned().finditer(text):
        if found["name"] not in words("system", "never") and not found["name"].isdigit():
            sure = found["gap"] == "-" or bool(re.search(r"\d\.\d|[A-Za-z]$", found[0]))
            yield Candidate(found.start(), found.end(), EntityClass.SYSTEM, "grammar", 0.9 if sure else 0.6)
    for found in () if words_in(text).isdisjoint(_SIZES) else _sized().finditer(text):
        yield Candidate(found.start(), found.end(), EntityClass.SYSTEM, "grammar", 0.85)
    for key, pattern in (("sure", _with_noun()), ("nouns", _named()), ("sure", _apposed())):
        for found in pattern.finditer(text) if may_hold(text, "system", key) else ():
            group = "name" if found["name"] else "after"
            if not _is_plain(found[group]):
                yield Candidate(found.start(group), found.end(group), EntityClass.SYSTEM, "grammar", 0.75)


def _is_plain(name: str) -> bool:
    """Whether the words before "model" are no name: "AI models", "Chinese chatbots", "The model"."""
    first = name.split()[0]
    if first in words("place", "demonyms") or re.search(r"-[a-z]", first):
        return True
    return first in words("stop", "names") or first in words("system", "never") or (name.isupper() and len(name) < 4)
