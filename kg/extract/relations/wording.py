"""The words for a post: the title that a sentence gives somebody."""

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.relations.lexicon import Entry
from kg.extract.tokens import Token
from kg.model import Chain

_PARTS = frozenset({"compound", "amod", "nmod", "conj", "cc", "prep", "pobj", "punct", "advmod", "npadvmod"})


def find_role(resolved: Resolved, block: ParsedBlock, token: Token) -> str:
    """The title around a role noun, without names: "co-founder and chief executive"; empty for other words."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return ""
    words = [t for t in token.subtree if t.i <= token.i and _belongs(t, token) and not resolved.chain_at(block, t)]
    if not words:
        return ""
    start = words[-1].i
    for word in reversed(words):
        if start - word.i > 1:
            break
        start = word.i
    return token.doc[start : token.i + 1].text.strip(" ,-’'") if start < token.i else token.text


def _belongs(token: Token, noun: Token) -> bool:
    return token == noun or (token.dep_ in _PARTS and token.tag_ not in {"POS", "PRP$", "DT"})


def is_excluded(entry: Entry, subject: Chain) -> bool:
    """Whether the subject's name holds a word that the entry does not go with ("Ruritania's Senate"), or lacks one."""
    words = set(subject.name.lower().split())
    return bool(entry.without & words) or (bool(entry.within) and not entry.within & words)
