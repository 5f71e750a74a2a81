"""The tables of `ontology/wishes.toml`."""

import tomllib
from functools import cache

from kg.extract.tokens import Token
from kg.resources import ontology_path


@cache
def load_wish_words(kind: str) -> dict[str, frozenset[str]]:
    """The word lists for "proposal" or "risk", by construction."""
    raw = tomllib.loads(ontology_path("wishes.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in raw[kind].items()}


@cache
def load_families() -> dict[str, str]:
    """Of each word for a kind of measure the first of its family: "ban" for "prohibition" and "outlaw"."""
    raw = tomllib.loads(ontology_path("wishes.toml").read_text(encoding="utf-8"))
    families = [line.split() for line in raw["measures"]["families"]]
    return {word: family[0] for family in families for word in family}


def to_word(token: Token) -> str:
    """The word as it is compared: its lemma, or the first of a family of words for the same measure."""
    lemma = token.lemma_.lower()
    return load_families().get(lemma, lemma)
