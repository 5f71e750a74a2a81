"""The clauses of a verb of asking: those it governs, and those that the parser hung on a word beside it."""

from collections.abc import Iterator, Sequence

from kg.extract.tokens import Token
from kg.extract.words import load_words

_VOICES = load_words("voices")  # "urged him in a letter to stop": the parser takes it for the letter's clause


def is_infinitive(clause: Token) -> bool:
    """Whether the clause is a "to do"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in clause.children)


def find_infinitives(verb: Token, objects: Sequence[Token]) -> Iterator[Token]:
    """What X is urged to do: infinitives at the verb, at its object or at a document, and a bare "have X do"."""
    for clause in verb.children:
        bare = verb.lemma_ == "have" and clause.dep_ == "ccomp" and clause.tag_ in {"VB", "VBP"}
        if clause.dep_ in {"xcomp", "ccomp", "advcl", "acl"} and (is_infinitive(clause) or bare):
            yield clause
    for noun in [*objects, *_documents(verb)]:
        for clause in noun.children:
            if clause.dep_ in {"acl", "relcl"} and is_infinitive(clause):
                yield clause


def _documents(verb: Token) -> list[Token]:
    phrases = [child for child in verb.children if child.dep_ == "prep"]
    return [noun for phrase in phrases for noun in phrase.children if noun.lemma_.lower() in _VOICES]


def find_asked_clauses(verb: Token) -> Iterator[Token]:
    """The clauses with "that" or a subject of their own that say what is proposed or stated."""
    for child in verb.children:
        if child.dep_ == "ccomp":
            yield child
            yield from _further(child)
    for noun in _documents(verb):  # "demanded in a letter that the firm halt the plan"
        for clause in noun.children:
            if clause.dep_ in {"relcl", "acl", "ccomp"} and _has_own_subject(clause) and _is_marked(clause):
                yield clause
    for token in verb.subtree:  # ", and that no model be opened", wherever the parser put it
        if token.dep_ == "conj" and _is_marked(token) and not _is_further(token, verb):
            yield token


def _further(clause: Token) -> Iterator[Token]:
    """Clauses coordinated with a "that" or a subject of their own."""
    for child in clause.children:
        if child.dep_ == "conj" and any(c.dep_ in {"mark", "nsubj", "nsubjpass"} for c in child.children):
            yield child


def _is_further(token: Token, verb: Token) -> bool:
    return token.head.dep_ == "ccomp" and token.head.head == verb


def _is_marked(clause: Token) -> bool:
    return any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.children)


def _has_own_subject(clause: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ != "that" for child in clause.children)


def to_finite(verb: Token) -> Token:
    """The verb whose subject a finite verb shares: "urged X to join and called for Y" calls as it urged."""
    above = verb.head
    if verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBZ"} and is_infinitive(above) and not _has_own_subject(verb):
        return above.head
    return verb
