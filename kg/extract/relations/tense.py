"""Whether a state that a word names is over: by its tense, or by "former", "ex-", "until" and their like."""

import re
from dataclasses import dataclass

from kg.extract.syntax.voice import is_passive, is_verb
from kg.extract.tokens import Token
from kg.extract.words import load_words

FORMER = load_words("former")
LEAVING = load_words("leaving")
# "became director in 2020", "named her director": the post has begun; nothing says that it is over.
BEGINNING = load_words("naming") | {"become"}
# Adverbs before a post that is told in apposition: "formerly Acme's counsel", "then head of X".
_ONCE = frozenset({"then", "formerly", "previously", "once", "erstwhile"})
_AT_FIRST, _NEXT = frozenset({"first", "initially", "originally"}), frozenset({"now", "then", "later", "today"})
_FAR = 7  # words behind a post's own phrase where its years may stand: "chief of X, the maker of Y, from 2019 to 2022"
_YEARS = re.compile(
    r"\b(from|between)\s+(\w+\s+)?(19|20)\d\d\s+(to|until|till|and|through)\s+(\w+\s+)?(19|20)\d\d"
    r"|\((19|20)\d\d\s?[-–]\s?(19|20)?\d\d\)"
)
SINCE = frozenset({"since", "now", "still", "currently", "today"})


@dataclass(frozen=True)
class Tense:
    """`former`: a word says that the state is over; `over`: it is "no longer" so. `past`: only the tense does."""

    former: bool
    past: bool
    over: bool = False


def find_tense(trigger: Token) -> Tense:
    """How the trigger, or the copula that it hangs on, places its state in time."""
    verb = trigger if is_verb(trigger) else trigger.head if trigger.dep_ in {"attr", "oprd"} else None
    former = _is_former(trigger) or _is_left(trigger) or _is_succeeded(trigger)
    past = verb is not None and _is_past(verb) and (is_verb(trigger) or verb.lemma_ not in BEGINNING)
    return Tense(former or (past and verb is not None and _ends(verb)), past, _is_no_longer(trigger, verb))


def _is_former(trigger: Token) -> bool:
    words = [child.lower_ for child in trigger.children if child.dep_ in {"amod", "advmod", "compound", "nmod"}]
    words += [c.lower_ for child in trigger.children if child.dep_ == "compound" for c in child.children]
    words += [trigger.head.lower_] if trigger.dep_ == "prep" else []  # "once of X"
    words += [trigger.nbor(-1).lower_] if trigger.pos_ == "ADP" and trigger.i > trigger.sent.start else []
    if trigger.dep_ in {"compound", "amod", "nmod"}:
        words += [child.lower_ for child in trigger.head.children if child.dep_ in {"amod", "advmod"}]
    before = [token.lower_ for token in trigger.doc[max(trigger.i - 5, trigger.sent.start) : trigger.i]]
    if "now" in before:
        return False  # "until May and now head of X"
    if _is_then(trigger) or _is_bounded(trigger) or any(word.startswith(("ex-", "ex‑")) for word in words):
        return True
    after = any(child.lower_ in {"until", "till"} and child.i > trigger.i for child in trigger.children)
    return after or bool({"ex", "ex-", "until"} & set(before)) or bool(FORMER & set(words))


def _is_no_longer(trigger: Token, verb: Token | None) -> bool:
    """ "is no longer part of", "no longer speaks for", "used to be part of"."""
    words = [child for token in (trigger, verb) if token is not None for child in token.children]
    longer = any(child.lower_ == "longer" and child.nbor(-1).lower_ == "no" for child in words if child.i)
    return longer or (verb is not None and verb.dep_ == "xcomp" and verb.head.lower_ == "used")


def _is_then(trigger: Token) -> bool:
    """Whether it was so when something happened: "then Acme's counsel", "Acme's chief executive at the time"."""
    after = trigger.doc[trigger.i + 1 : min(trigger.right_edge.i + 4, trigger.sent.end)]
    at_the_time = " at the time" in f" {after.text}" or " at that time" in f" {after.text}"
    edge = trigger.left_edge
    before = edge.nbor(-1) if edge.i > edge.sent.start else edge
    return trigger.pos_ == "NOUN" and (at_the_time or bool(_ONCE & {before.lower_, edge.lower_}))


def _is_bounded(trigger: Token) -> bool:
    """Whether the years are given in which it was so: "from 2019 to 2022", "(2019-22)"."""
    last = min(trigger.right_edge.i + _FAR, trigger.sent.end)
    return _YEARS.search(trigger.doc[trigger.i + 1 : last].text.split(";")[0]) is not None


def _is_left(trigger: Token) -> bool:
    """Whether it is the post that somebody leaves: "resigned as head of X"."""
    if trigger.dep_ != "pobj" or trigger.head.lower_ != "as":
        return False
    verb = trigger.head.head
    replaced = is_passive(verb) and not any(child.dep_ == "agent" for child in verb.children)
    return verb.lemma_ in LEAVING and (verb.lemma_ != "replace" or replaced)  # "X replaced Y as head of Z"


def _is_succeeded(trigger: Token) -> bool:
    """Whether another post is told to have followed: "first as an adviser to X and now at Y"."""
    as_ = trigger.head
    if trigger.dep_ != "pobj" or as_.lower_ != "as" or as_.i == as_.sent.start or as_.nbor(-1).lower_ not in _AT_FIRST:
        return False
    return any(token.lower_ in _NEXT for token in trigger.doc[trigger.i : trigger.sent.end])


def _is_past(verb: Token) -> bool:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if auxiliaries & {"has", "have", "'s", "'ve"}:
        return False
    if any(child.lower_ in SINCE for child in verb.children):
        return False
    if verb.dep_ == "xcomp" and verb.head.lower_ == "used":
        return True
    return verb.tag_ == "VBD" or "had" in auxiliaries or verb.lower_ == "used"


def _ends(verb: Token) -> bool:
    return any(child.lower_ in {"until", "till", "before", "previously", "formerly", "once"} for child in verb.children)
