"""Decides what a quantity is about: a chain, from the words measured, the clause, the rule, the neighbourhood."""

from collections.abc import Iterator
from enum import StrEnum

from kg.extract.metrics.choosing import Subject, choose, load_weights
from kg.extract.metrics.clauses import find_told_of
from kg.extract.metrics.evidence import Evidence, observe
from kg.extract.metrics.frame import NOMINAL, Frame, objects_of, subject_of, verb_above
from kg.extract.metrics.naming import LAST_CHOICES, UNNAMED, chains_in, chains_of, most_named, named_at, owners_of
from kg.extract.metrics.nearby import find_earlier, find_rule_before, find_spoken_for
from kg.extract.metrics.rules import is_deontic, is_duty
from kg.extract.metrics.words import listed
from kg.extract.metrics.worth import LEAST_POWER
from kg.extract.parsed import Resolved
from kg.extract.quantities import Kind
from kg.extract.tokens import Token
from kg.model import Chain, Comparator, EntityClass

OBJECTS_FIRST = frozenset(("nsubj", "nsubjpass", "pobj", "nmod", "compound", "poss"))


class Way(StrEnum):
    """How a rule found a chain that a quantity may be about, from the surest to the least sure."""

    RULE = "rule"
    AFFECTED = "affected"
    OWNER = "owner"
    CLAUSE = "clause"
    POSSESSED = "possessed"
    OBJECT = "object"
    RULE_BEFORE = "rule before"
    SPOKEN_FOR = "spoken for"
    EARLIER = "earlier"
    MATRIX = "matrix"
    LAST = "last"
    COUNTED = "counted"
    SALIENT = "salient"


BESIDES = (Way.RULE, Way.COUNTED, Way.SALIENT)  # these say something whatever the surest way is


def find_subjects(resolved: Resolved, frame: Frame) -> tuple[Subject, ...]:
    """What the quantity is about, the surest first: one chain, or two: part and whole, group and owner, two parties.

    What its own relative clause is about leaves room for those that are counted, and for nothing else.
    """
    candidates = find_candidates(resolved, frame)
    told_of = {chain.id for chain in find_told_of(resolved, frame)} & candidates.keys()
    if told_of:
        kept = {i for i, (_, evidence) in candidates.items() if f"way.{Way.COUNTED}" in evidence}
        candidates = {i: candidate for i, candidate in candidates.items() if i in told_of | kept}
    return choose(candidates, load_weights())


def find_candidates(resolved: Resolved, frame: Frame) -> dict[str, tuple[Chain, Evidence]]:
    """The chains that the quantity may be about, by id, each with what speaks for or against it."""
    ways: dict[str, set[Way]] = {}
    chains: dict[str, Chain] = {}
    for way, chain in _candidates(resolved, frame):
        ways.setdefault(chain.id, set()).add(way)
        chains[chain.id] = chain
    return observe(resolved, frame, {i: _telling(found) for i, found in ways.items()}, chains.values())


def _telling(ways: set[Way]) -> list[Way]:
    """The surest of the ways, and those that say something besides."""
    surest = [way for way in Way if way in ways and way not in BESIDES][:1]
    return [*surest, *(way for way in BESIDES if way in ways)]


def _candidates(resolved: Resolved, frame: Frame) -> Iterator[tuple[Way, Chain]]:
    """Chains that rules find, with how each was found; an earlier sentence is asked where this one names nothing."""
    given = list(_by_grammar(resolved, frame))
    yield from given
    yield from ((Way.COUNTED, c) for c in _counted(resolved, frame))
    spoken_for = find_spoken_for(resolved, frame)
    yield from ((Way.SPOKEN_FOR, c) for c in spoken_for)
    if not any(way in _NAMING and c.cls not in UNNAMED for way, c in given):
        yield from ((Way.EARLIER, c) for c in spoken_for or find_earlier(resolved, frame))
    limited = is_deontic(frame)  # a limit's law is not guessed
    fitting = (c for c in resolved.chains if not (limited and c.cls is EntityClass.POLICY))
    yield from ((Way.SALIENT, c) for c in most_named(fitting))


_NAMING = frozenset(Way) - {Way.MATRIX, Way.COUNTED, Way.LAST}


def _by_grammar(resolved: Resolved, frame: Frame) -> Iterator[tuple[Way, Chain]]:
    """Chains that the rule, the measured words or the clauses name."""
    block = frame.block
    threshold = _is_threshold(frame)
    if threshold or is_deontic(frame) or frame.kind is Kind.VOTES:
        yield from ((Way.RULE, c) for c in chains_in(resolved, block, frame.sentence) if c.cls is EntityClass.POLICY)
        voted = _voted_on(resolved, frame) if frame.kind is Kind.VOTES else []
        yield from ((Way.AFFECTED, c) for c in voted)
        if threshold or (not voted if frame.kind is Kind.VOTES else _is_general(resolved, frame)):
            yield from ((Way.RULE_BEFORE, c) for c in find_rule_before(resolved, frame))
    owner = Way.OWNER if frame.link[0] in OBJECTS_FIRST or frame.kind is Kind.TIMES else Way.POSSESSED
    yield from ((owner, c) for c in _measured(resolved, frame))
    yield from _of_clauses(resolved, frame)


def _voted_on(resolved: Resolved, frame: Frame) -> list[Chain]:
    """On whom or what system a vote is that its clause names: "recalled the president", "to switch off X"."""
    verb = frame.verb
    verbs = [verb, *(t for t in verb.children if t.dep_ in ("xcomp", "advcl", "ccomp"))] if verb is not None else []
    objects = [t for verb in verbs for t in objects_of(verb)]
    return [c for t in objects for c in chains_of(resolved, frame.block, t) if c.cls is not EntityClass.GROUP]


def _is_threshold(frame: Frame) -> bool:
    """Whether the figure is how much computing brings a model under a rule: "trained with over 10^25 operations"."""
    bounded = frame.quantity.comparator not in (Comparator.EXACTLY, Comparator.ABOUT)
    subject = subject_of(frame.verb) if frame.verb is not None else None
    return (
        frame.quantity.value >= LEAST_POWER and bounded and subject is not None and subject.tag_ in ("NNS", "WDT", "NN")
    )


def _is_general(resolved: Resolved, frame: Frame) -> bool:
    """Whether the clause obliges or limits whom it may concern, and so not one organization or person by name."""
    subject = subject_of(frame.verb) if frame.verb is not None else None
    obliged = () if subject is None else chains_of(resolved, frame.block, subject)
    nouns = (frame.link[2], frame.noun)
    penal = any(t is not None and t.lemma_.lower() in listed("deontic", "penalties") for t in nouns)
    if penal and frame.quantity.comparator is Comparator.UP_TO:  # whoever "may seek penalties of up to $7,500"
        return True
    return is_duty(frame) and not any(c.cls in (EntityClass.ORGANIZATION, EntityClass.PERSON) for c in obliged)


def _of_clauses(resolved: Resolved, frame: Frame) -> Iterator[tuple[Way, Chain]]:
    """Subjects, objects and agents of the clause that the quantity completes, then of those that it depends on."""
    verb, way, counted = frame.verb, Way.CLAUSE, {c.id for c in _counted(resolved, frame)}
    while verb is not None:
        lemma = verb.lemma_.lower()
        if lemma in listed("about", "object") and way is Way.CLAUSE:
            yield from ((Way.AFFECTED, c) for c in _affected(resolved, frame, verb) if c.id not in counted)
        subject = subject_of(verb)
        if subject is not None:
            passing = lemma in listed("about", "reporting") or _is_of_target(frame, lemma)
            reported = Way.POSSESSED if frame.kind is Kind.VOTES else Way.LAST if passing else way
            yield from (
                (Way.COUNTED if c.id in counted else reported, c) for c in chains_of(resolved, frame.block, subject)
            )
        if way is Way.CLAUSE:
            agents = (t for child in verb.children if child.dep_ == "agent" for t in child.children if t.dep_ == "pobj")
            objects = (t for t in (*objects_of(verb), *agents) if t != frame.anchor)
            phrases = (
                t
                for p in verb.children
                if p.dep_ == "prep" and p.lower_ in ("for", "of", "at")
                for t in p.children
                if t != frame.anchor
            )
            for token in (*objects, *phrases):
                yield from (
                    (Way.COUNTED if c.id in counted else Way.OBJECT, c) for c in chains_of(resolved, frame.block, token)
                )
        if verb.dep_ not in ("xcomp", "pcomp", "advcl"):
            way = Way.MATRIX
        verb = verb_above(verb)


def _is_of_target(frame: Frame, lemma: str) -> bool:
    """Whether the figure is of what is bought, not of the buyer: "bought in at a valuation of …"."""
    nouns = [t for t in (frame.noun, frame.link[2]) if t is not None]
    return lemma in listed("about", "buying") and any(t.lemma_.lower() in listed("about", "of_target") for t in nouns)


def _affected(resolved: Resolved, frame: Frame, verb: Token) -> Iterator[Chain]:
    """Who a verb such as "fine" or "impose … on" does it to."""
    for token in objects_of(verb):
        if token != frame.anchor:
            yield from chains_of(resolved, frame.block, token)
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("on", "against", "upon"):
            yield from (c for t in child.children for c in chains_of(resolved, frame.block, t))


def _counted(resolved: Resolved, frame: Frame) -> list[Chain]:
    """The groups whose members the quantity counts ("62 families"): seldom what it is about."""
    tokens = [t for t in (frame.noun, frame.partitive, *frame.tokens) if t is not None]
    return [c for c in chains_in(resolved, frame.block, tokens) if c.cls is EntityClass.GROUP]


def find_own(resolved: Resolved, frame: Frame) -> tuple[Subject, ...]:
    """Of what a figure is that another is compared with: "22% for its predecessor, X", "for X, it was 11"."""
    doc, start, end = frame.block.doc, frame.tokens[0].i, frame.tokens[-1].i + 1
    if end < len(doc) and doc[end].lower_ in ("for", "at", "in", "by"):
        noun = next((t for t in doc[end].children if t.dep_ == "pobj"), None)
        found = list(chains_of(resolved, frame.block, noun)) if noun is not None else []
        return tuple(Subject(c, NAMED) for c in found if c.cls not in LAST_CHOICES)[:1]
    before = doc[max(frame.sentence.start, start - _NEAR_BEFORE) : start]
    if any(t.lower_ in ("for", "of") or t.text == "With" for t in before):
        found = chains_in(resolved, frame.block, before)
        return tuple(Subject(c, NAMED) for c in found if c.cls not in LAST_CHOICES)[:1]
    return ()


NAMED = 0.87  # how often a name right beside a compared figure is what it is about: of 350 figures
_NEAR_BEFORE = 7  # tokens before a figure in which "for X, it was" still belongs to it


def _measured(resolved: Resolved, frame: Frame) -> Iterator[Chain]:
    """Chains inside the noun phrase that is measured, possessors first: "the price of a single H200"."""
    relation, preposition, governor = frame.link
    nouns = [frame.partitive, frame.noun]
    if frame.partitive is not None and frame.partitive.pos_ == "PROPN":
        yield from filter(None, [named_at(resolved, frame.block, frame.partitive)])
    if governor is not None and governor.pos_ in NOMINAL and frame.kind is not Kind.COUNT:
        nouns.append(governor)
    if (
        governor is not None
        and governor.pos_ not in NOMINAL
        and (preposition is not None or relation in ("dobj", "npadvmod", "attr"))
        and _carries(governor)
    ):
        nouns += [*(t for t in objects_of(governor) if t != frame.anchor), subject_of(governor)]
    for noun in nouns:
        if noun is not None:
            yield from owners_of(resolved, frame.block, noun)


def _carries(verb: Token) -> bool:
    return verb.lemma_.lower() in listed("changes", "verbs")
