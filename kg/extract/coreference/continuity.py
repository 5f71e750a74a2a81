"""How a thing stood where it came up last, and how an anaphor carries on from there."""

from collections.abc import Iterator

from kg.extract.coreference.referents import SUBJECTS, Place, Referent
from kg.extract.tokens import Token

LEAD = 1  # the sentence after the headline: what it is about, the article mostly is about
_INNER = frozenset({"prep", "acl", "relcl", "poss", "nmod", "compound"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "conj", "parataxis"})


def carry_on(place: Place, referent: Referent) -> Iterator[str]:
    """How a thing stood last, in the sentence of a place or the one before, beside how the place stands."""
    before = [p for p in referent.places if p.span.start < place.span.start]
    if not before:
        return
    if any(p.sentence == LEAD and p.role in SUBJECTS for p in before):
        yield "lead"
    last = max(before, key=lambda p: p.span)
    distance = place.sentence - last.sentence
    if not 0 <= distance <= 1:
        return
    yield f"{stand_of(place)} after {stand_of(last)} {distance}"
    if is_nested(last.head):
        yield "nested"


def stand_of(place: Place) -> str:
    """What a place is in its clause; of a subject's possessor, that."""
    if place.role == "possessive" and place.head.head.dep_ in {"nsubj", "nsubjpass"}:
        return "subject's"
    return place.role


def is_nested(head: Token) -> bool:
    """Whether a noun stands inside another noun's phrase: "a tutor made by Halden"."""
    token = head
    while token.dep_ != "ROOT" and token.head.i != token.i:
        above = token.head
        if above.pos_ in _NOUNS and token.dep_ in _INNER:
            return True
        if above.dep_ in _CLAUSES and above.pos_ in {"VERB", "AUX"}:
            return False
        token = above
    return False
