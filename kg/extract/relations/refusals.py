"""That somebody "does not support" a thing says more than that the article has no support to report: they oppose it."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.syntax.voice import is_verb
from kg.extract.tokens import Token
from kg.model import Claim, Modality, Polarity

CONFIDENCE = 0.85  # times the denial's: that who does not back a thing is against it
# Whoever does not endorse or praise a thing may have no view of it.
_SIDING = frozenset({"support", "back", "favour", "favor", "like", "want", "love", "champion", "agree", "be", "see"})
_REFUSING = frozenset({"do", "can", "will", "be", "wo", "ca", "could"})


def to_refusal(trigger: Token, claim: Claim) -> Iterator[Claim]:
    """That the subject opposes what it "does not support"; nothing for "has not endorsed" or "may not back"."""
    siding = not is_verb(trigger) or trigger.lemma_.lower() in _SIDING
    if claim.predicate == "supports" and claim.polarity is Polarity.DENIED and siding and _is_refused(trigger):
        confidence = round(claim.confidence * CONFIDENCE, 3)
        yield replace(
            claim, predicate="opposes", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL, confidence=confidence
        )


def _is_refused(trigger: Token) -> bool:
    """Whether it is the verb itself, or the "is" of "is not in favour", that "not" denies, and nothing more ("yet")."""
    above = trigger.head.head if trigger.dep_ == "pobj" else trigger.head
    verb = trigger if is_verb(trigger) else above
    if verb.lemma_ == "see":  # "sees no need for it"
        return any(g.lower_ == "no" for child in verb.children if child.dep_ == "dobj" for g in child.children)
    denied = any(child.dep_ == "neg" and child.lower_ != "never" for child in verb.children)
    helping = {child.lemma_.lower() for child in verb.children if child.dep_ in {"aux", "auxpass"}} | {verb.lemma_}
    later = any(child.lower_ == "yet" for child in verb.children)
    return denied and bool(helping & _REFUSING) and "have" not in helping and not later
