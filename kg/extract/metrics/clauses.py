"""Clauses that say of themselves what a figure is about: "X competes with Y, which raised $4 million" is of Y alone."""

from collections.abc import Iterator

from kg.extract.metrics.frame import Frame
from kg.extract.metrics.naming import UNNAMED, chains_of
from kg.extract.parsed import Resolved
from kg.extract.quantities import Kind
from kg.extract.tokens import Token
from kg.model import Chain

_RELATIVES = frozenset({"which", "that", "who"})
_MAX_STEPS = 4  # relative clauses nest no deeper around a figure


def find_told_of(resolved: Resolved, frame: Frame) -> list[Chain]:
    """The named things that the figure's own relative clause is about; empty where it stands in none."""
    return [chain for noun in _nouns(frame) for chain in chains_of(resolved, frame.block, noun) if _is_named(chain)]


def _is_named(chain: Chain) -> bool:
    return chain.cls not in UNNAMED


def _nouns(frame: Frame) -> Iterator[Token]:
    """What "which" stands for in "X, which raised $4 million", and who allows in "the 7 percent that X allows"."""
    yield from _allowed_by(frame)
    verb = frame.verb
    for _ in range(_MAX_STEPS):
        if verb is None or verb.dep_ not in {"relcl", "xcomp", "conj"}:
            return
        own = _own_subject(verb)
        if own is not None or verb.dep_ == "relcl":
            if own is not None and own.lower_ in _RELATIVES and verb.dep_ == "relcl":
                yield verb.head
            return
        verb = verb.head


def _own_subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)


def _allowed_by(frame: Frame) -> Iterator[Token]:
    """Who does it in a clause that hangs on the measured noun: "7 percent of the turnover that X allows"."""
    for noun in (frame.tokens.root, frame.noun, frame.partitive) if frame.kind is not Kind.COUNT else ():
        for clause in (child for child in noun.children if _lacks_object(child)) if noun is not None else ():
            subject = _own_subject(clause)
            if subject is not None and subject.lower_ not in _RELATIVES:
                yield subject


def _lacks_object(clause: Token) -> bool:
    """Whether it is a relative clause whose object is what it hangs on: "that X allows", not "where X managed 29%"."""
    own = [child for child in clause.children if child.dep_ in {"dobj", "attr"} and child.lower_ not in _RELATIVES]
    led = any(token.lower_ in {"where", "when", "of"} for token in clause.doc[clause.left_edge.i : clause.i])
    return clause.dep_ == "relcl" and not own and not led
