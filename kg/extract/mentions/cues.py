"""Evidence for the class of a name from the words right before and right behind it."""

import re
from functools import cache, lru_cache

from kg.model import EntityClass
from kg.resources import ontology_path, read_table

_REACH = 60  # characters looked at on each side; the longest cue of the file needs about that many
KEPT = 512  # places, some 200 KB: more than an article names, and each is asked for several times
_SIDES = {"before": 1.0, "named": 2.0, "after": 1.0, "apposed": 3.0}  # how much one cue of each list says
_LEFT = ("before", "named")


@cache
def _cues() -> tuple[tuple[EntityClass, str, re.Pattern[str]], ...]:
    lists: dict[str, dict[str, list[str]]] = read_table(ontology_path("gazetteer", "cues.toml"))
    return tuple(
        (EntityClass(cls), side, re.compile(f"(?:{'|'.join(cues)})" + ("$" if side in _LEFT else "")))
        for cls, sides in lists.items()
        for side, cues in sides.items()
    )


def find_cues(text: str, start: int, end: int) -> tuple[tuple[EntityClass, float], ...]:
    """What the words beside a name at [start, end) of a block's text say for each class, and how strongly."""
    before = text[max(0, start - _REACH) : start].lower().rstrip("\"“‘'")
    return _read_cues(before, text[end : end + _REACH].lower())


@lru_cache(maxsize=KEPT)
def _read_cues(before: str, after: str) -> tuple[tuple[EntityClass, float], ...]:
    return tuple(
        (cls, _SIDES[side]) for cls, side, cue in _cues() if (cue.search(before) if side in _LEFT else cue.match(after))
    )
