"""Frames around a whole sentence within which nothing is so: "Suppose that …", "In the novel, …", "Rumour has it …"."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from kg.extract.stance.table import load_stance
from kg.extract.tokens import Token

KEPT = 2048  # sentences whose frame is remembered: more than one batch of articles holds


def find_frame(token: Token) -> str:
    """The effect of the frame that the token's sentence stands in ("conditional", "possible"), or ""."""
    return _find_frame(token.sent.text)


@lru_cache(KEPT)
def _find_frame(sentence: str) -> str:
    return next((effect for effect, frame in _compile() if frame.search(sentence)), "")


@cache
def _compile() -> tuple[tuple[str, re.Pattern[str]], ...]:
    by_effect: dict[str, list[str]] = {}
    for frame, effect in load_stance().frames.items():
        by_effect.setdefault(effect, []).append(frame)
    return tuple((effect, _join(patterns)) for effect, patterns in by_effect.items())


def _join(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
