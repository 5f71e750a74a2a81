"""Sentences parsed, and their words by their text: what the tests of grammar ask about."""

from functools import cache

from kg.extract.language import parse_texts
from kg.extract.tokens import Doc, Token


@cache
def parse_text(text: str) -> Doc:
    """The text parsed; once however many tests ask for it."""
    return next(parse_texts([text]))


def word(text: str, shown: str) -> Token:
    """The first word of the text that is spelled so."""
    return next(token for token in parse_text(text) if token.text == shown)


def texts(tokens: list[Token]) -> list[str]:
    """How the words are spelled, in their order."""
    return [token.text for token in tokens]
