"""The words that a text holds, seen at a glance: most texts hold none that an expression needs, and spare a search."""

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"\w+")
KEPT = 8  # texts; the readers of one block ask one after the other


@lru_cache(KEPT)
def words_in(text: str) -> frozenset[str]:
    """The runs of letters, digits and underscores of a text, each once."""
    return frozenset(_WORD.findall(text))


@lru_cache(KEPT)
def lower_words_in(text: str) -> frozenset[str]:
    """The same of the text in small letters."""
    return words_in(text.lower())


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The first word of each phrase: a text without any of them holds no such phrase."""
    return frozenset(_WORD.findall(phrase)[0] for phrase in phrases)
