"""The words and the shapes of names: what `ontology/gazetteer/shapes.toml` lists, and how capitalised runs are cut."""

import re
from functools import cache

from kg.extract.glances import first_words, words_in
from kg.resources import ontology_path, read_table

UPPER = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x250)) if c.isupper())
LETTER = r"[^\W\d_]"
_ADDED = (
    r"(?:wide|based|led|style|made|owned|related|level|funded|run|built|trained|born|only|powered|registered"
    r"|headquartered|listed|focused|backed)\b"
)
# One word of a name, "Müller-Bah", "AT&T", "O'Neil", without what makes an adjective of it: "EU-wide".
CAPITAL = rf"(?:[{UPPER}](?:\w|[.&+](?=\w)|['’](?!s\b)(?=\w)|-(?!{_ADDED})(?=\w))*)"
NUMBERED = rf"(?:{CAPITAL}|\d[\w-]*)"


@cache
def words(section: str, key: str) -> frozenset[str]:
    """The words of one list of the file, or its phrases."""
    listed = _lists()[section][key]
    return frozenset(listed.split() if isinstance(listed, str) else listed)


@cache
def either(section: str, key: str) -> str:
    """A regular expression that matches any one word of a list, longest first."""
    listed = sorted(words(section, key), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in listed) + ")"


def may_hold(text: str, section: str, *keys: str) -> bool:
    """Whether a text has the first word of some entry of the lists, so that it is worth searching for their entries."""
    return not words_in(text).isdisjoint(_first_words(section, keys))


@cache
def _first_words(section: str, keys: tuple[str, ...]) -> frozenset[str]:
    return first_words(word for key in keys for word in words(section, key))


@cache
def _lists() -> dict[str, dict[str, str | list[str]]]:
    return read_table(ontology_path("gazetteer", "shapes.toml"))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"{either('stop', 'openings')}\b,?(?: (?:and|of|in|on|for|to)\b)? ")


def skip_opening(text: str, start: int, end: int) -> int:
    """Where a capitalised run from `start` to `end` begins without words that only open a sentence; at most `end`."""
    while start < end and (found := _opening().match(text, start)):
        start = found.end()
    return min(start, end)


LOUD_SHARE = 0.8  # of the longer words; sentences full of names reach 0.7, headlines in title case fall to 0.85
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s*$")


def is_loud(text: str, least: int = 3) -> bool:
    """Whether most of the text's words, and no fewer than `least`, are capitalised, so that capitals say nothing."""
    if text.isupper():
        return True
    long = [word for word in re.findall(rf"{LETTER}[\w'’-]+", text) if len(word) > 3]
    if len(long) < least or _SENTENCE_END.search(text):
        return False
    return bool(sum(word[0].isupper() for word in long) >= LOUD_SHARE * len(long))
