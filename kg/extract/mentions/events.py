"""Named happenings by their form: court cases and summits."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.shapes import CAPITAL, either
from kg.model import EntityClass


@cache
def _cases() -> re.Pattern[str]:
    party = rf"{CAPITAL}(?: (?:(?:of|the|&) )?{CAPITAL}){{0,4}}"
    return re.compile(rf"(?<![\w-])(?:{party}(?:, Inc\.)? vs?\. {party}|In re {party})")


@cache
def _summits() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<run>{CAPITAL}(?: (?:on |for |of |and )*{CAPITAL})*?) {either('event', 'heads')}(?![\w-])"
    )


_OPENING = re.compile(r"(?:The|This|Last|Next|At|In|Under|An?|Every|Another|First|Second|Before|After|During) ")


def find_events(text: str) -> Iterator[Candidate]:
    """Every stretch of the text that has the form of a named happening; they may overlap."""
    for found in _cases().finditer(text):
        yield Candidate(found.start(), found.end(), EntityClass.EVENT, "grammar", 0.9)
    for found in _summits().finditer(text):
        start = found.start()
        while opening := _OPENING.match(text, start):
            start = opening.end()
        if start < found.end("run"):
            yield Candidate(start, found.end(), EntityClass.EVENT, "grammar", 0.8)
