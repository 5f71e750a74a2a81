"""The tables of `ontology/wishes.toml`."""

from functools import cache

from kg.extract.tokens import Token
from kg.resources import ontology_path, read_table


@cache
def load_wish_words(kind: str) -> dict[str, frozenset[str]]:
    """The word lists for "proposal" or "risk", by construction."""
    raw = read_table(ontology_path("wishes.toml"))
    return {name: frozenset(words.split()) for name, words in raw[kind].items()}


@cache
def load_families() -> dict[str, str]:
    """Of each word for a kind of measure the first of its family: "ban" for "prohibition" and "outlaw"."""
    raw = read_table(ontology_path("wishes.toml"))
    families = [line.split() for line in raw["measures"]["families"]]
    return {word: family[0] for family in families for word in family}


def to_word(token: Token) -> str:
    """The word as it is compared: its lemma, or the first of a family of words for the same measure."""
    lemma = token.lemma_.lower()
    return load_families().get(lemma, lemma)
