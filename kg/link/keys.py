"""What identifies a chain across articles: its key, the keys it is also known by, and which of those are safe."""

import re
from functools import lru_cache

from kg.link.known import load_common_names
from kg.model import Chain, EntityClass
from kg.names import CACHED_NAMES, fold, is_acronym, is_full_person_name, key_of, load_name_words

_SYSTEM_NOUNS = frozenset({"model", "models", "chatbot", "app", "family", "assistant"})
_VERSION_GAP = re.compile(r"(?<=[a-z])[ -]?(?=\d)")


@lru_cache(CACHED_NAMES)
def name_key(cls: EntityClass, name: str) -> str:
    """The key of a name within its class: writings of one name have one key ("GPT 5" and "GPT-5", "Inc." dropped)."""
    key = key_of(cls, name)
    return _system_key(key) if cls is EntityClass.SYSTEM else key


def _system_key(key: str) -> str:
    words = key.split()
    while len(words) > 1 and words[-1] in _SYSTEM_NOUNS:
        words.pop()
    return _VERSION_GAP.sub("-", " ".join(words))


@lru_cache(CACHED_NAMES)
def is_shared(cls: EntityClass, name: str) -> bool:
    """Whether a name alone says which thing is meant in any article: neither a surname nor a bare "Commission"."""
    if cls is EntityClass.PERSON:
        return is_full_person_name(name)
    if cls is EntityClass.ORGANIZATION:
        return key_of(cls, name) not in load_name_words().heads and fold(name) not in load_common_names()
    return cls is not EntityClass.POLICY or len(fold(name).split()) > 1 or is_acronym(name)


@lru_cache(CACHED_NAMES)
def variant_key(name: str) -> str:
    """The key of an organization's name without the words that are often left out: "Mistral AI" -> "mistral"."""
    words, droppable = key_of(EntityClass.ORGANIZATION, name).split(), load_name_words().droppable
    while len(words) > 1 and words[-1] in droppable:
        words.pop()
    return " ".join(words)


@lru_cache(CACHED_NAMES)
def completeness(cls: EntityClass, name: str) -> tuple[bool, int, int, bool]:
    """A rank, smallest for the most complete name: no acronym, most words, no title or legal form, not in capitals."""
    words = key_of(cls, name).split()
    return is_acronym(name), -len(words), len(fold(name).split()) - len(words), name.isupper()


def home_key(article: str, chain: Chain, cls: EntityClass) -> str:
    """The key that a chain is found by; one that ends in its article's id where its name is no one's alone."""
    if chain.local:
        return f"{name_key(cls, chain.name)} {article} {chain.id}"
    if chain.known:
        return f"={chain.known}"
    key = name_key(cls, chain.name)
    return key if is_shared(cls, chain.name) else f"{key} {article}"
