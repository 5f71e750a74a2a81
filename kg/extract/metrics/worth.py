"""Which quantities are figures that a reader would keep, and which only colour a sentence."""

import re

from kg.extract.metrics.frame import Frame
from kg.extract.metrics.rules import is_deontic
from kg.extract.metrics.words import largest_small_count, least_large_count, listed
from kg.extract.parsed import Resolved
from kg.extract.quantities import Kind, Role
from kg.extract.tokens import Token
from kg.model import BlockKind, Comparator, EntityClass, Span


def is_figure(resolved: Resolved, frame: Frame) -> bool:
    """Whether the quantity states something about the world: no part of a name, no supposition, no mere duration."""
    if _is_named(resolved, frame) or _is_supposed(frame):
        return False
    if frame.kind is Kind.COUNT:
        return _is_counted(frame)
    if frame.kind is Kind.DURATION:
        return _is_measured_time(frame)
    if frame.kind is Kind.FRACTION:
        return _is_share(frame)
    return True


def _is_named(resolved: Resolved, frame: Frame) -> bool:
    """Whether a name covers the number: "Local Law 144"; groups are described, and no name holds votes or sums."""
    if frame.kind in (Kind.VOTES, Kind.MONEY):
        return False
    for token in frame.tokens:
        mention, chain = resolved.mention_at(frame.block, token), resolved.chain_at(frame.block, token)
        if mention and chain and chain.cls is not EntityClass.GROUP and mention.span.contains(frame.quantity.span):
            return True
    return False


_ANY_REACH = 60  # characters in which "every funding round above" fits
_ANY = re.compile(
    r"\b(?:any|every|each|all)\s[\w\s-]{3,40}\s(?:above|over|below|under|exceeding|larger\sthan|more\sthan|worth)\s$"
)


def _is_supposed(frame: Frame) -> bool:
    """Whether the number is a condition's or any case's: "if 40 firms sign", "every round above $100 million"."""
    start = frame.block.block.span.start
    before = frame.text[max(0, frame.quantity.span.start - start - _ANY_REACH) : frame.quantity.span.start - start]
    if _ANY.search(before) and not is_deontic(frame):
        return True
    verb = frame.verb
    return (
        verb is not None
        and verb.dep_ == "advcl"
        and any(t.dep_ == "mark" and t.lower_ in ("if", "unless") for t in verb.children)
    )


def _is_vague(frame: Frame) -> bool:
    """Whether a small number stands beside the next one: "four or five companies"."""
    if frame.quantity.value > _LARGEST_VAGUE:
        return False
    for other in frame.others:
        first, second = sorted((frame.quantity, other), key=lambda q: q.span)
        between = frame.text[first.span.end - (start := frame.block.block.span.start) : second.span.start - start]
        if second.value == first.value + 1 and between == " or ":
            return True
    return False


_LARGEST_VAGUE = 10  # above, "12 or 13" is counted, not guessed


def _is_counted(frame: Frame) -> bool:
    quantity, noun = frame.quantity, frame.partitive or frame.noun
    if _is_vague(frame):
        return False
    if quantity.hyphened:
        return quantity.wording.lower().rstrip("s") in listed("counts", "compounds")
    if noun is None:
        return _is_value_of_counting(frame)
    if noun.lemma_.lower() in listed("counts", "left_alone") and quantity.value < least_large_count():
        return False
    if _is_of_a_row(frame):
        return False
    if quantity.value == 0 or (quantity.value != int(quantity.value) and quantity.value < 1000):
        return False
    if frame.verb is not None and frame.verb.lemma_.lower() in listed("counts", "grave"):
        return True
    whole = frame.partitive is not None and any(other.head == noun.i for other in frame.others)
    if quantity.value <= largest_small_count():
        return whole or quantity.role is not Role.ALONE or quantity.comparator is not Comparator.EXACTLY
    return True


_ROW = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|latest|next|one|another|oldest|youngest|largest|biggest|smallest)\sof\s"
    r"(?:the\s|its\s|their\s|his\s|her\s)?$",
    re.IGNORECASE,
)


def _is_of_a_row(frame: Frame) -> bool:
    """Whether the number only says how long a row is: "the first of four hearings", "one of the three founders"."""
    start = frame.block.block.span.start
    before = frame.text[max(0, frame.quantity.span.start - start - _ANY_REACH) : frame.quantity.span.start - start]
    return frame.quantity.value < LONG_ROW and bool(_ROW.search(before))


LONG_ROW = 20  # "one of 46 parents who wrote" counts the parents
LEAST_MOVED = 10  # "complaints doubled to 4,700" counts complaints; less is no count that moves
LEAST_POWER = 10**15  # a bare number as large as this counts operations


def _is_value_of_counting(frame: Frame) -> bool:
    """Whether a bare number is given to "the number of …": "has tripled, to 78"."""
    relation, preposition, _governor = frame.link
    verb = frame.verb
    subjects = [t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass")] if verb is not None else []
    if any(t.lemma_.lower() == "age" for t in subjects):
        return False
    if frame.quantity.role is not Role.ALONE or frame.quantity.value >= LEAST_POWER:
        return True
    moved = (
        frame.quantity.value >= LEAST_MOVED and verb is not None and verb.lemma_.lower() in listed("changes", "verbs")
    )
    goal = moved and preposition is not None and preposition.lower_ in ("to", "from", "past", "at")
    counting = any(t.lemma_.lower() in listed("changes", "counting") or (goal and t.pos_ == "NOUN") for t in subjects)
    of = frame.link[2]
    if preposition is not None and preposition.lower_ == "of" and of is not None:  # "a staff of 80"
        return of.lemma_.lower() in listed("changes", "counting")
    return counting and (relation == "attr" or preposition is not None or relation == "dobj")


def _is_measured_time(frame: Frame) -> bool:
    """Whether a duration is a limit or what something took, and not a date ("two years ago") or a stretch of life."""
    quantity = frame.quantity
    limited = quantity.comparator in _BOUNDS and any(t.tag_ == "VB" for t in frame.sentence)  # "obliges" read as a noun
    if not (limited or _has_finite_verb(frame) or frame.block.block.kind is BlockKind.ITEM):
        return False
    if quantity.hyphened:
        return frame.noun is not None and frame.noun.lemma_.lower() in listed("durations", "terms")
    if _is_given(frame) or _is_rhythm(frame) or _is_pause(frame) or _is_done_in(frame) or _is_amount(frame):
        return True
    if _beside(frame):
        return False
    if quantity.role is not Role.ALONE or is_deontic(frame):
        return True
    if _is_reached_within(frame):
        return False
    bounded = quantity.comparator not in (Comparator.EXACTLY, Comparator.MORE_THAN)
    verb = frame.verb
    governed = verb is not None and verb.lemma_.lower() in listed("durations", "verbs") and _completes(frame, verb)
    return bounded or governed or quantity.unit in listed("durations", "short")


def _is_reached_within(frame: Frame) -> bool:
    """Whether the time is but when another figure was reached: "has dropped by a factor of 33 within a year"."""
    within = frame.block.doc[frame.first].lower_ == "within"
    verb = frame.verb
    past = verb is not None and verb.tag_ in ("VBD", "VBN")
    return within and past and any(q.kind in (Kind.TIMES, Kind.PERCENT) for q in frame.others)


def _is_given(frame: Frame) -> bool:
    """Whether somebody has the time for something: "gave the firm 15 days to turn it off"."""
    end = frame.tokens[-1].i + 1
    following = frame.block.doc[end : end + 2]
    infinitive = len(following) > 1 and following[0].tag_ == "TO" and following[1].tag_ == "VB"
    return infinitive and any(
        t.lemma_.lower() in listed("durations", "giving") for t in frame.sentence[: end - frame.sentence.start]
    )


def _is_rhythm(frame: Frame) -> bool:
    """Whether something recurs after the time: "doubles every seven months"."""
    return frame.block.doc[max(0, frame.first - 1)].lower_ == "every"


def _is_pause(frame: Frame) -> bool:
    """Whether the time is how long something stops or is put off: "a delay of two years", "to stop for six months"."""
    preposition, governor = frame.link[1], frame.link[2]
    if preposition is None or preposition.lower_ not in ("of", "for", "by") or governor is None:
        return False
    if governor.lemma_.lower() in ("put", "push") and any(t.lower_ in ("off", "back") for t in governor.children):
        return True
    return governor.lemma_.lower() in listed("durations", "pauses")


_BOUNDS = (Comparator.AT_LEAST, Comparator.UP_TO)  # "at least 60 days before it is put to use" is no date


def _is_amount(frame: Frame) -> bool:
    """Whether the time is so much of something: "promises 30 days of outside testing"."""
    doc, end = frame.block.doc, frame.tokens[-1].i + 1
    before = doc[frame.first - 1] if frame.first > 0 else None
    stuff = [t for t in doc[end].children if t.dep_ == "pobj"] if doc[end : end + 1].text == "of" else []
    timed = before is None or before.pos_ == "ADP" or before.lower_ in listed("durations", "before")
    return not timed and any(t.pos_ == "NOUN" and t.tag_ != "CD" for t in stuff)


def _is_done_in(frame: Frame) -> bool:
    """Whether the time is what a job took: "was trained in 71 days"."""
    preposition, governor = frame.link[1], frame.link[2]
    done = preposition is not None and preposition.lower_ in ("in", "for", "over") and governor is not None
    return done and governor is not None and governor.lemma_.lower() in listed("durations", "jobs")


def _has_finite_verb(frame: Frame) -> bool:
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in frame.sentence)
    return finite or any(t.dep_ == "nsubj" for t in frame.sentence.root.children)


def _completes(frame: Frame, verb: Token) -> bool:
    return frame.link[2] == verb or any(t == verb for t in frame.anchor.ancestors)


def _beside(frame: Frame) -> bool:
    """Whether the words beside a duration make it a date, an age or the period of another figure."""
    doc, first, last = frame.block.doc, frame.tokens[0].i, frame.tokens[-1].i
    before = doc[first - 1].lower_ if first > 0 else ""
    after = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    bounded = frame.quantity.comparator in _BOUNDS or frame.quantity.role is not Role.ALONE
    if (
        (after in listed("durations", "after") and not (bounded and after in ("before", "after", "since", "ahead")))
        or before in listed("durations", "before")
        or (after in ("in", "into") and before == "for")
    ):
        return True
    if before == "in" and not is_deontic(frame):
        return True
    if before == "for" and frame.verb is not None and frame.verb.lemma_ in ("run", "last"):
        return False
    return before in ("over", "for", "in") and any(
        _shares_clause(frame, q.span) for q in frame.others if q.kind in (Kind.MONEY, Kind.PERCENT)
    )


_CLAUSE_CHARACTERS = 60  # between a sum and the years that it is spread over


def _shares_clause(frame: Frame, span: Span) -> bool:
    gap = frame.quantity.whole.start - span.end
    start = frame.block.block.span.start
    return 0 <= gap <= _CLAUSE_CHARACTERS and not re.search(
        r"[.;!?]\s", frame.text[span.end - start : frame.quantity.whole.start - start]
    )


def _is_share(frame: Frame) -> bool:
    """Whether a fraction is of something named and not restated: "a third of the capital, $160 million"."""
    text, start = frame.text, frame.block.block.span.start
    after = text[frame.quantity.span.end - start : frame.sentence.end_char]
    restated = any(
        0 < q.span.start - frame.quantity.span.end < _CLAUSE_CHARACTERS
        and text[: q.whole.start - start].rstrip().endswith((",", "(", "or"))
        for q in frame.others
    )
    if restated:
        return False
    before = frame.block.doc[max(0, frame.first - 1) : frame.first].text
    by_how_much = before == "by" and frame.verb is not None and frame.verb.lemma_.lower() in listed("changes", "verbs")
    named = re.match(r"\s(?:of|the|its|their)\s(?!what\b)", after)
    return (
        by_how_much
        or bool(named)
        or frame.tokens[0].lower_ == "every"
        or " in " in frame.tokens.text
        or " out of " in frame.tokens.text
    )
