"""Named happenings by their form: court cases and summits."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.shapes import CAPITAL, either, may_hold, skip_opening
from kg.model import EntityClass


@cache
def _cases() -> re.Pattern[str]:
    party = rf"{CAPITAL}(?: (?:(?:of|the|&) )?{CAPITAL}){{0,4}}"
    return re.compile(rf"(?<![\w-])(?:{party}(?:, Inc\.)? vs?\. {party}|In re {party})")


_OF_CASES = (" v. ", " vs. ", "In re ")


@cache
def _summits() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<run>{CAPITAL}(?: (?:on |for |of |and )*{CAPITAL})*?) {either('event', 'heads')}(?![\w-])"
    )


def find_events(text: str) -> Iterator[Candidate]:
    """Every stretch of the text that has the form of a named happening; they may overlap."""
    for found in _cases().finditer(text) if any(sign in text for sign in _OF_CASES) else ():
        start = found.start() if text.startswith("In re ", found.start()) else skip_opening(text, *found.span())
        yield Candidate(start, found.end(), EntityClass.EVENT, "grammar", 0.9)
    for found in _summits().finditer(text) if may_hold(text, "event", "heads") else ():
        start = skip_opening(text, *found.span("run"))
        if start < found.end("run"):
            yield Candidate(start, found.end(), EntityClass.EVENT, "grammar", 0.8)
