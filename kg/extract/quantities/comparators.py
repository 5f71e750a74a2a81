"""How the words around a number bound it: "more than 140", "up to 52x", "at least 14 days", "72 hours or less"."""

import re
from functools import cache
from re import Pattern

from kg.extract.quantities.tables import alternatives, comparators
from kg.model import Comparator, Span

# Where two bounds meet ("nearly, but no more than"; "up to about"), the outer one that limits wins over "about".
_CAPPED = re.compile(
    r"\b(?:caps?|capping|limits?|limiting)\s(?:\w+\s){1,4}(?:at|to)\s$"
)  # "caps fines at", but no "up to" there
_WINDOW = 60  # characters before a number that can hold two of the longest phrases


def find_comparator(text: str, span: Span) -> tuple[Comparator, Span]:
    """The bound of the number at `span`, and the span widened by the words that set it; relative to the text."""
    comparator, start = _before(text, span.start)
    after, end = _after(text, span.end)
    if comparator is Comparator.EXACTLY:
        comparator = after
    return comparator, Span(start, end if after is not Comparator.EXACTLY else span.end)


@cache
def _before_pattern() -> Pattern[str]:
    phrases, symbols = alternatives(comparators("before")), alternatives(comparators("symbols"))
    between = r"(?:just\s|only\s|a\s|an\s|the\s(?=\w+(?:llion|sand)\s))?"
    return re.compile(
        rf"(?:(?<![\w-])(?P<phrase>{phrases})[\s\u00a0]+{between}|(?P<symbol>{symbols})\s?|(?P<near>near)-)$",
        re.IGNORECASE,
    )


def _before(text: str, start: int) -> tuple[Comparator, int]:
    comparator = Comparator.EXACTLY
    while True:
        match = _before_pattern().search(text, max(0, start - _WINDOW), start)
        if not match:
            capped = comparator is Comparator.EXACTLY and _CAPPED.search(text, max(0, start - _WINDOW), start)
            return Comparator.UP_TO if capped else comparator, start
        found = (
            comparators("symbols")[match["symbol"]] if match["symbol"] else _meaning(match["phrase"] or match["near"])
        )
        if comparator in (Comparator.EXACTLY, Comparator.ABOUT):
            comparator = found
        start = match.start()


def _meaning(phrase: str) -> Comparator:
    return comparators("before")[re.sub(r"[\s\u00a0-]+", " ", phrase).lower()]


@cache
def _after_pattern() -> Pattern[str]:
    return re.compile(
        rf"(?P<gap>,?[\s\u00a0](?:\w+\s)??)(?P<phrase>{alternatives(comparators('after'))})(?!\w)", re.IGNORECASE
    )


def _after(text: str, end: int) -> tuple[Comparator, int]:
    if text[end : end + 1] == "+":
        return Comparator.AT_LEAST, end + 1
    match = _after_pattern().match(text, end)
    if not match or _bounds_another(text, match.end()):
        return Comparator.EXACTLY, end
    return comparators("after")[re.sub(r"[\s\u00a0-]+", " ", match["phrase"]).lower()], match.end()


def _bounds_another(text: str, end: int) -> bool:
    """Whether the phrase belongs to the next number: "three firms at least 40 staff"."""
    return bool(re.match(r"\s(?:an?\s|[$€£]?\d)", text[end:]))
