"""Functions of a word that many constructions ask again and again: worked out once for each word."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar

from kg.extract.tokens import Token

Found = TypeVar("Found")


def remembered(find: Callable[[Token], Iterable[Found]]) -> Callable[[Token], tuple[Found, ...]]:
    """The function with its outcome kept with the text that the word belongs to, as long as that lives."""

    @wraps(find)
    def look_up(token: Token) -> tuple[Found, ...]:
        kept: dict[Token, tuple[Found, ...]] | None = token.doc.kept.get(find)
        if kept is None:
            kept = token.doc.kept[find] = {}
        found = kept.get(token)
        if found is None:
            found = kept[token] = tuple(find(token))
        return found

    return look_up
