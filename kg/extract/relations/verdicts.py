"""Who passes a verdict on a law by saying what it does: "X said the act would stifle research" opposes it."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.parsed import Resolved
from kg.extract.referents import Referent, find_referents
from kg.extract.relations.triggers import Trigger
from kg.extract.stance.attribution import find_teller
from kg.extract.stance.modality import find_stance
from kg.extract.stance.source import TELLERS
from kg.extract.stance.stance import Stance
from kg.extract.syntax.voice import governed, is_verb
from kg.extract.tokens import Token
from kg.model import Polarity

SPEAKER = "speaker"  # the argument path: whoever the article says says so
CONFIDENCE = 0.9  # that what somebody says of a law is their own view of it


def find_speaker(resolved: Resolved, trigger: Trigger) -> Iterator[Referent]:
    """The chains that say what the trigger states; nothing where the article says it in its own voice."""
    tellers = find_teller(trigger.token)
    for teller in tellers:
        found = find_referents(resolved, trigger.block, teller, TELLERS)
        yield from (replace(referent, confidence=referent.confidence * CONFIDENCE) for referent in found)
    if not tellers:
        yield from _concerned(resolved, trigger)


def _concerned(resolved: Resolved, trigger: Trigger) -> Iterator[Referent]:
    """ "For X, the act is a disaster", "To X, it is a gift": X."""
    first = trigger.token.sent[0]
    if first.lower_ in {"for", "to"} and first.dep_ == "prep":
        for name in (token for _, token in governed(first.head) if token.head == first):
            after = name.doc[name.right_edge.i + 1] if name.right_edge.i + 1 < len(name.doc) else name
            if after.text == ",":
                yield from find_referents(resolved, trigger.block, name, TELLERS)


def is_verdict(token: Token) -> bool:
    """Whether the word judges: not in a question, not denied ("would not stifle"), not under a condition."""
    stance = find_stance(token)
    verb = token if is_verb(token) else token.head
    supposed = any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in verb.children)
    enough = any(word.lower_ == "enough" for word in token.doc[token.i + 1 : token.i + 5])  # "does not go far enough"
    return (stance.polarity is Polarity.DENIED) == enough and not supposed and "?" not in token.sent.text[-2:]


def find_verdict_stance(token: Token) -> Stance:
    """How the saying is meant: "said it would hurt" is said, whatever becomes of the hurting."""
    teller = find_stance(token).teller
    return find_stance(teller) if teller is not None else Stance()
