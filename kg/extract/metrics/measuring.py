"""Words what a quantity measures: "share of users under 16", "people employed", "fine", "valuation"."""

import re
from collections.abc import Callable

from kg.extract.metrics.amounts import measure_amount
from kg.extract.metrics.filling import lengthen
from kg.extract.metrics.frame import NOMINAL, VERBAL, Frame, objects_of, subject_of
from kg.extract.metrics.phrases import clause, content, limited, noun_phrase, opening, tidy, to_text, whole_subject
from kg.extract.metrics.wording import FEW, fill, find_around, join, particles_of
from kg.extract.metrics.words import listed
from kg.extract.quantities import Kind, Role
from kg.extract.quantities.units import PERCENT
from kg.extract.tokens import Token


def find_measures(frame: Frame, dropped: frozenset[int]) -> str:
    """What the quantity measures, as a short phrase; `dropped` are tokens that name what it is about."""
    hidden = frame.hidden | dropped
    reader = _READERS.get(frame.kind, measure_amount)
    return reader(frame, hidden)


LEAST_OPERATIONS = 10**15  # a bare number as large as this counts what training a model computes


def complete(frame: Frame, measures: str) -> str:
    """The wording with what goes without saying: what a label before a colon names, a power of ten's operations."""
    if label := _label(frame):
        return label
    bare = frame.kind is Kind.COUNT and frame.noun is None
    if bare and frame.quantity.value >= LEAST_OPERATIONS and "operation" not in measures:
        return f"floating-point operations {measures}".strip()
    filled = " ".join(part for part in (_filled(frame, measures), _rate(frame, measures)) if part)
    return filled if frame.kind is Kind.VOTES else lengthen(frame, filled)


def _filled(frame: Frame, measures: str) -> str:
    """A wording of one word with whose it is before it, one of names alone with what its verb says."""
    verb, words = frame.verb, measures.split()
    if verb is None or not words or frame.kind is Kind.VOTES:
        return measures
    named = {t.text for t in frame.sentence if t.pos_ == "PROPN"}
    if all(word.strip(",'’s") in named for word in words) and verb.lemma_.lower() != "be":
        return f"{measures} {to_text([verb, *particles_of(verb)])}"
    if len(words) > 1 or (subject := subject_of(verb)) is None or subject.i > verb.i:
        return measures
    owners = [t for t in noun_phrase(subject, frame.hidden) if t.pos_ in ("NOUN", "ADJ") and t.text not in words]
    return f"{to_text(limited(owners))} {measures}".strip() if len(owners) <= _FEW_OWNERS else measures


_FEW_OWNERS = 3  # words of a subject that a wording of one word is filled up with
_RATE = re.compile(
    r"\s(?P<rate>(?:per|for\s(?:each|every))\s[a-z]+(?:\s[a-z]+){0,2}?|an?\s(?:hour|day|week|month|piece))(?=[\s.,;]|$)"
)


def _rate(frame: Frame, measures: str) -> str:
    """For what the amount is given or asked: "per book", "an hour"; empty where the wording says enough."""
    end = frame.quantity.whole.end - frame.block.block.span.start
    match = _RATE.match(frame.text, end) if len(measures.split()) <= FEW and frame.kind is not Kind.VOTES else None
    return match["rate"] if match and match["rate"] not in measures else ""


_LABELLED = re.compile(r"(?P<label>[^.:;!?\d]{3,50}):\s(?:\S+\s){0,2}$")


def _label(frame: Frame) -> str:
    """What stands before the colon of a line that gives nothing but a figure: "Street value: up to $190 million"."""
    start = frame.quantity.whole.start - frame.block.block.span.start
    sentence = frame.sentence
    match = (
        _LABELLED.fullmatch(frame.text[sentence.start_char : start].lstrip()) if start > sentence.start_char else None
    )
    if match is None or any(t.pos_ in VERBAL for t in sentence if t.i < frame.first):
        return ""
    return match["label"].strip()


def _count(frame: Frame, hidden: frozenset[int]) -> str:
    noun = frame.partitive or frame.noun
    if noun is None:
        return measure_amount(frame, hidden)
    if noun.tag_ in ("WDT", "WP"):
        return _relative(frame, noun, hidden)
    hidden |= _counted_beside(frame, noun)
    counted = [noun] if frame.repeats else noun_phrase(noun, hidden)
    return join(counted, find_around(frame, hidden) if _told(counted) < ENOUGH else [])


def _counted_beside(frame: Frame, noun: Token) -> frozenset[int]:
    """The words of what other numbers count beside this one: "94 customers and 130 employees in Nairobi"."""
    heads = [frame.block.doc[q.head] for q in frame.others if q.head is not None and q.head != noun.i]
    apart = [t for t in heads if t.dep_ == "conj" or noun.dep_ == "conj"]
    own = {t.i for t in noun.subtree} if noun.dep_ == "conj" else set()
    return frozenset(t.i for head in apart if head != noun for t in head.subtree if t.i not in own)


ENOUGH = 4  # words of a counted noun, names apart, that need no clause beside them


def _told(tokens: list[Token]) -> int:
    return content(t for t in tokens if t.pos_ != "PROPN")


def _relative(frame: Frame, pronoun: Token, hidden: frozenset[int]) -> str:
    """The count in "34 flaws, 19 of which the team had overlooked"."""
    verb = frame.verb
    antecedent = next(
        (t.head for t in (pronoun, *pronoun.ancestors) if t.dep_ in ("relcl", "acl") and t.head.pos_ in NOMINAL), None
    )
    subject = subject_of(verb) if verb is not None else None
    parts = [noun_phrase(antecedent, hidden) if antecedent is not None else []]
    if subject is not None and subject is not antecedent:
        parts.append(noun_phrase(subject, hidden))
    return join(*parts, [verb] if verb is not None else [])


def _share(frame: Frame, hidden: frozenset[int]) -> str:
    if (compared := _compared(frame, hidden)) or (compared := _of_which(frame, hidden)):
        return compared
    noun = frame.partitive
    if noun is not None and noun.pos_ not in ("PRON", "VERB"):
        if noun.pos_ == "PROPN" and frame.verb is not None and frame.verb.lemma_.lower() in listed("shares", "stakes"):
            return f"stake in {noun.text}"
        if noun.lemma_.lower() in listed("shares", "idle") and frame.verb is not None and not _is_subject(frame):
            return join(whole_subject(frame.verb, hidden), clause(frame.verb, hidden | {t.i for t in noun.subtree}))
        whole = noun_phrase(noun, hidden)
        makes = (
            frame.link[0] == "dobj"
            and frame.verb is not None
            and frame.verb.lemma_.lower() in listed("shares", "verbs")
        )
        return join(
            whole, whole_subject(frame.verb, hidden) if makes and frame.verb is not None else find_around(frame, hidden)
        )
    if noun is not None and frame.verb is not None:
        return join([noun] if noun.pos_ == "VERB" else [], clause(frame.verb, hidden, without=[noun]))
    return measure_amount(frame, hidden)


def _compared(frame: Frame, hidden: frozenset[int]) -> str:
    """By how much more: "expected to be 24% faster" measures how much faster they expected to be."""
    end, verb = frame.tokens[-1].i + 1, frame.verb
    more = frame.block.doc[end] if end < len(frame.block.doc) else None
    if more is None or verb is None or more.tag_ not in ("JJR", "RBR"):
        return ""
    often = frame.block.doc[end + 1 : end + 2]
    if more.lower_ in ("more", "less", "fewer"):  # "rejected 38% more often"
        if not len(often) or often[0].pos_ not in ("ADV", "ADJ") or often[0].head == frame.noun:
            return ""
        return join(whole_subject(verb, hidden), [verb, more, often[0]])
    said = [t for t in (verb.head, verb) if t.pos_ == "VERB" and (t == verb or verb.dep_ == "xcomp")]
    return join(whole_subject(verb, hidden), said, [more])


def _of_which(frame: Frame, hidden: frozenset[int]) -> str:
    """The share in "5,200 clips, of which 31% had been viewed": of the clips, what is said of it."""
    before, verb = frame.block.doc[max(0, frame.first - 2) : frame.first], frame.verb
    if verb is None or verb.dep_ != "relcl" or not re.fullmatch(r"of (?:which|whom)", before.text):
        return ""
    return join(noun_phrase(verb.head, hidden | {t.i for t in verb.subtree}), [verb, *clause(verb, hidden)])


def _is_subject(frame: Frame) -> bool:
    return frame.link[0] in ("nsubj", "nsubjpass")


def _span_of_time(frame: Frame, hidden: frozenset[int]) -> str:
    """What lasts, is due or is repeated: the gist of the clause, with what the passive says it of."""
    verb = frame.verb
    if frame.noun is not None:
        return fill(frame, noun_phrase(frame.noun, hidden), hidden)
    if frame.partitive is not None and frame.partitive.pos_ == "NOUN":  # "11,300 hours of recordings"
        stuff = noun_phrase(frame.partitive, hidden)
        return join(stuff, [verb] if verb is not None and verb.lemma_.lower() not in listed("light", "verbs") else [])
    if verb is None:
        return join(noun_phrase(frame.anchor, hidden))
    if (job := _job(frame)) is not None:
        done = [t for noun in objects_of(job) if noun.i not in hidden for t in noun_phrase(noun, hidden)]
        return join([job], done or whole_subject(job, hidden))
    governor = frame.link[2]
    if governor is not None and governor.pos_ == "NOUN" and governor.lemma_.lower() in listed("durations", "pauses"):
        return fill(frame, noun_phrase(governor, hidden), hidden)
    said = clause(verb, hidden, without=[frame.tokens.root])
    passive = any(t.dep_ == "nsubjpass" for t in verb.children)
    named = whole_subject(verb, hidden) if passive or content(said) <= FEW else []
    return join(named, said)


def _job(frame: Frame) -> Token | None:
    """What the time is for, where that follows it: "15 days to turn off the model"."""
    following = frame.block.doc[frame.tokens[-1].i + 1 : frame.tokens[-1].i + 3]
    is_infinitive = len(following) > 1 and following[0].tag_ == "TO" and following[1].tag_ == "VB"
    return following[1] if is_infinitive else None


def _multiple(frame: Frame, hidden: frozenset[int]) -> str:
    """What is so many times more: the noun that is multiplied with its clause, or who does what."""
    verb = frame.verb
    if verb is None:
        return join(noun_phrase(frame.noun, hidden) if frame.noun is not None else [])
    objects = [t for t in objects_of(verb) if t.i not in hidden and t.dep_ == "dobj" and t != frame.noun]
    if verb == frame.tokens.root:
        return join(noun_phrase(objects[0], hidden) if objects else whole_subject(verb, hidden), [verb])
    named, said = whole_subject(verb, hidden), clause(verb, hidden)
    if frame.noun is not None:
        core = _bare(frame.noun, hidden)
        said = [t for t in said if t not in core and not _hangs_on(t, frame.noun)]
        parts = [core, said, opening(verb, hidden) if content(core) + content(said) <= FEW else []]
        return join(*parts, named if content(core) + content(said) <= FEW else [])
    following = [
        t for t in frame.sentence if frame.tokens[-1].i < t.i <= frame.tokens[-1].i + 2 and t.pos_ in ("ADJ", "ADV")
    ]
    return join(named, said, tidy(following, hidden))


def _bare(noun: Token, hidden: frozenset[int]) -> list[Token]:
    """The noun that is multiplied, without the "of" that says what it is compared with ("the rate of younger ones")."""
    if noun.lemma_.lower() in _RATED:
        return tidy([noun, *(t for t in noun.lefts if t.dep_ in ("compound", "amod"))], hidden)
    return noun_phrase(noun, hidden)


_RATED = frozenset(
    ("rate", "number", "amount", "level", "share", "speed", "price", "cost", "size", "volume", "average")
)


def _hangs_on(token: Token, noun: Token) -> bool:
    return noun in token.ancestors


def _votes(frame: Frame, hidden: frozenset[int]) -> str:
    """ "votes in the Senate": the nearest name of who voted, and what was voted on where an infinitive says it."""
    verb = frame.verb
    against = "votes against" if frame.quantity.role is Role.LOW else "votes"
    subject = _voters(frame)
    said = next((t for t in verb.children if t.dep_ == "xcomp"), None) if verb is not None else None
    house = noun_phrase(subject, hidden) if subject is not None else []
    aim = [said, *(t for t in clause(said, hidden) if t != said)] if said is not None else []
    rest = join(house if content(house) <= FEW else [], aim if content(aim) <= FEW else [])
    if frame.quantity.unit == PERCENT and verb is not None:
        objects = [t for noun in objects_of(verb) if noun.i not in hidden for t in noun_phrase(noun, hidden)]
        rest = join(noun_phrase(subject, hidden) if subject is not None else [], [verb], objects)
    return f"{against} in {rest}" if rest else against


def _voters(frame: Frame) -> Token | None:
    """Who voted: a name coordinated right before the figure ("and the House by 70"), else the clause's subject."""
    before = [t for t in frame.sentence if t.i < frame.tokens[0].i]
    for token in reversed(before[-_NEAR:]):
        if token.pos_ == "PROPN" and token.dep_ in ("conj", "nsubj"):
            return token
    return subject_of(frame.verb) if frame.verb is not None else None


_NEAR = 5  # tokens before the figure in which a second chamber is named


_READERS: dict[Kind, Callable[[Frame, frozenset[int]], str]] = {
    Kind.COUNT: _count,
    Kind.PERCENT: _share,
    Kind.FRACTION: _share,
    Kind.DURATION: _span_of_time,
    Kind.TIMES: _multiple,
    Kind.VOTES: _votes,
}
