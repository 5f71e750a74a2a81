"""Evidence for the class of a name from the words right before and right behind it."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache

from kg.model import EntityClass
from kg.resources import ontology_path

_REACH = 60  # characters looked at on each side; the longest cue of the file needs about that many


@cache
def _cues() -> tuple[tuple[EntityClass, re.Pattern[str], re.Pattern[str]], ...]:
    with ontology_path("gazetteer", "cues.toml").open("rb") as file:
        lists: dict[str, dict[str, list[str]]] = tomllib.load(file)
    return tuple(
        (
            EntityClass(cls),
            re.compile("(?:" + "|".join(sides["before"]) + ")$"),
            re.compile("|".join(sides["after"])),
        )
        for cls, sides in lists.items()
    )


def find_cues(text: str, start: int, end: int) -> Iterator[EntityClass]:
    """A vote for each side of a name at [start, end) of a block's text whose words tell the class."""
    before = text[max(0, start - _REACH) : start].lower().rstrip("\"“‘'")
    after = text[end : end + _REACH].lower()
    for cls, left, right in _cues():
        if left.search(before):
            yield cls
        if right.match(after):
            yield cls
