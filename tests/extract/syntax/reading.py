"""Sentences parsed, and their words by their text: what the tests of grammar ask about."""

from functools import cache

from spacy.tokens import Doc, Token

from kg.extract.language import load_model


@cache
def parse_text(text: str) -> Doc:
    """The text parsed; once however many tests ask for it."""
    return load_model()(text)


def word(text: str, shown: str) -> Token:
    """The first word of the text that is spelled so."""
    return next(token for token in parse_text(text) if token.text == shown)


def texts(tokens: list[Token]) -> list[str]:
    """How the words are spelled, in their order."""
    return [token.text for token in tokens]
