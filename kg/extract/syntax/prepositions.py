"""What a word's preposition leads to, where the parser hung the preposition on the word or on one near it."""

from collections.abc import Iterator

from kg.extract.remembering import remembered
from kg.extract.syntax.arguments import find_objects
from kg.extract.syntax.nominals import find_complements
from kg.extract.syntax.voice import governed, is_verb
from kg.extract.tokens import Token

# Prepositions that still belong to a noun when they stand behind its verb.
LOOSE = frozenset({"against", "into", "with", "in", "to", "from", "at"})


def find_behind(trigger: Token, preposition: str) -> list[Token]:
    """The heads that the preposition leads to from a verb or a noun, in order of the text."""
    if is_verb(trigger):
        return [token for name, token in governed(trigger) if name == preposition] or _further_in(trigger, preposition)
    return find_complements(trigger, preposition) or _hung_on_verb(trigger, preposition)


def _hung_on_verb(noun: Token, path: str) -> list[Token]:
    """A preposition that the parser hung on the verb instead of on its object: "opened a case in May against X"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and path == "from" and is_verb(noun.head.head):
        return [token for name, token in governed(noun.head.head) if name == path]  # "with $9,000 from X"
    if noun.dep_ == "attr" and path == "to":  # "the pact to which X is a signatory"
        return [token for name, token in governed(noun.head) if name == path and token.tag_ == "WDT"]
    if noun.dep_ not in {"dobj", "nsubjpass"} or not is_verb(noun.head) or path not in LOOSE:
        return []
    return [token for name, token in governed(noun.head) if name == path]


def _further_in(verb: Token, path: str) -> list[Token]:
    """A preposition that the parser hung on a word under the verb: its object, another phrase, its participle."""
    return [token for name, token in _governed_below(verb) if name == path]


@remembered
def _governed_below(verb: Token) -> Iterator[tuple[str, Token]]:
    inner = [c for c in verb.children if c.dep_ == "advmod" or (c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VBG")]
    below = [*find_objects(verb), *(token for _, token in governed(verb)), *inner]
    below += [token for participle in inner for token in find_objects(participle)]
    yield from (pair for word in below if word != verb for pair in governed(word))
