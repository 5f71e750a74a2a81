"""Whether a quantity is set by a rule: a limit, a duty, a penalty; from modals, binding verbs and nouns of law."""

from kg.extract.metrics.frame import Frame, objects_of
from kg.extract.metrics.words import listed
from kg.extract.tokens import Token


def is_deontic(frame: Frame) -> bool:
    """Whether the quantity is a limit, a duty or a penalty that some rule sets."""
    if _is_under_duty(frame):
        return True
    verbs = verbs_over(frame)
    nouns = (frame.link[2], frame.noun, *(objects_of(frame.verb) if frame.verb is not None else ()))
    named = any(t is not None and t.pos_ == "NOUN" and t.lemma_.lower() in listed("deontic", "nouns") for t in nouns)
    return any(_binds(token) for token in verbs) or (named and not any(t.tag_ == "VBD" for t in verbs))


def verbs_over(frame: Frame) -> list[Token]:
    """The verb of the quantity's clause and those over it, nearest first."""
    verb = frame.verb
    return [t for t in (verb, *verb.ancestors) if t.pos_ in ("VERB", "AUX")] if verb is not None else []


def is_duty(frame: Frame) -> bool:
    """Whether the clause itself obliges or allows, so that its rule may stand in an earlier sentence."""
    return _is_under_duty(frame) or any(
        _helpers(t) & listed("deontic", "modals") or _has_to(t) for t in verbs_over(frame)[:_CLOSE]
    )


def _is_under_duty(frame: Frame) -> bool:
    """Whether the quantity stands in an item, and the passage that the list stands under obliges."""
    lead = frame.lead
    return lead is not None and any(t.lower_ in listed("deontic", "modals") for t in lead.doc)


_CLOSE = 2  # verbs up from the quantity in which "must" still governs it


def _helpers(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}


def _has_to(verb: Token) -> bool:
    return verb.lemma_ == "have" and any(child.dep_ == "xcomp" for child in verb.children)


def _binds(verb: Token) -> bool:
    """Whether a verb lays down a rule: under "must" or "shall", "have to", or one of binding and not of the past."""
    helpers = _helpers(verb)
    if helpers & listed("deontic", "modals") or _has_to(verb):
        return True
    past = helpers & {"has", "had", "have", "was", "were", "'ve"}
    return verb.lemma_.lower() in listed("deontic", "lemmas") and verb.tag_ in ("VBP", "VBZ", "VB", "VBN") and not past
