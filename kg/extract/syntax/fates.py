"""What is asked to become of a law: "urged the governor to sign it", "wants it scrapped", "called for its repeal"."""

from collections.abc import Iterator

from kg.extract.syntax.arguments import find_objects
from kg.extract.syntax.coordination import to_members
from kg.extract.syntax.voice import governed, is_passive
from kg.extract.tokens import Token
from kg.extract.words import load_words

PASSING = load_words("passing")
UNDOING = load_words("undoing")
HEEDING = frozenset({"abide", "comply", "follow", "observe", "honour", "honor", "adhere", "respect", "conform"})
BACKING = frozenset({"back", "support", "endorse"})
ADOPTING = PASSING - BACKING - {"sign", "signing"}
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "pcomp", "acl"})


def find_passed(verb: Token) -> list[Token]:
    """The heads of what somebody is asked to make law; empty where nobody is."""
    return list(_asked(verb, PASSING))


def find_adopted(verb: Token) -> list[Token]:
    """The heads of what a body votes into law: "voted to adopt X"."""
    return list(_asked(verb, ADOPTING))


def find_backed(verb: Token) -> list[Token]:
    """The heads of what somebody votes to stand behind: "voted to back X"."""
    return list(_asked(verb, BACKING))


def find_undone(verb: Token) -> list[Token]:
    """The heads of what somebody is asked to stop or undo; empty where nobody is."""
    refused = [
        o for c in verb.subtree if c.lemma_.lower() in PASSING and _is_unwanted(c, verb) for o in find_objects(c)
    ]
    return [*_asked(verb, UNDOING), *refused]


def _is_unwanted(clause: Token, verb: Token) -> bool:
    """ "asked the governor not to sign X"."""
    denied = any(child.dep_ == "neg" for child in clause.children)
    infinitive = any(child.tag_ == "TO" for child in clause.children)
    return clause.dep_ in _CLAUSES and clause != verb and denied and infinitive


def find_heeded(verb: Token) -> list[Token]:
    """The heads of what somebody agrees to keep to: "pledged to follow X", "agreed to abide by X"."""
    clauses = [c for c in verb.children if c.dep_ == "xcomp" and c.lemma_.lower() in HEEDING]
    kept = [c for c in clauses if not any(child.dep_ == "neg" for child in c.children)]
    by = [token for clause in kept for name, token in governed(clause) if name in {"by", "with", "to"}]
    return [*(token for clause in kept for token in find_objects(clause)), *by]


def _asked(verb: Token, words: frozenset[str]) -> Iterator[Token]:
    for clause in verb.subtree:
        if clause.dep_ in _CLAUSES and clause.lemma_.lower() in words and _is_wished(clause, verb):
            yield from _affected(clause)
    nouns = [child for child in verb.children if child.dep_ == "dobj"]
    nouns += [token for name, token in governed(verb) if name in {"for", "to"}]
    for noun in nouns:
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in words:
            yield from (token for name, token in governed(noun) if name in {"of", "to"})
            yield from (m for child in noun.children if child.dep_ == "poss" for m in to_members(child))


def _is_wished(clause: Token, verb: Token) -> bool:
    """An infinitive or bare participle under the verb, not denied: "to sign X", "X scrapped"."""
    if clause == verb or any(child.dep_ == "neg" for child in clause.children):
        return False
    auxiliaries = [child for child in clause.children if child.dep_ in {"aux", "auxpass"}]
    infinitive = any(child.tag_ == "TO" for child in auxiliaries)
    return infinitive or (not auxiliaries and clause.tag_ in {"VBN", "VBD", "VBG"})


def _affected(clause: Token) -> list[Token]:
    passive = is_passive(clause)
    hung = [t for name, t in governed(clause.head) if name == "for" and t.i < clause.i] if passive else []
    if hung and clause.dep_ == "advcl":
        return hung  # "called for X to be rejected"
    if not passive and clause.tag_ in {"VBN", "VBD"} and clause.dep_ in {"ccomp", "xcomp"}:
        subjects = [m for child in clause.children if child.dep_ in {"nsubj", "nsubjpass"} for m in to_members(child)]
        return subjects or find_objects(clause)
    return find_objects(clause)
