"""Decides what a quantity is about: a chain, from the words measured, the clause, the rule, the neighbourhood."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from kg.extract.metrics.frame import NOMINAL, Frame, objects_of, subject_of, verb_above
from kg.extract.metrics.naming import LAST_CHOICES, UNNAMED, chains_in, chains_of, most_named, named_at, owners_of
from kg.extract.metrics.nearby import find_earlier, find_near, find_rule_before, find_spoken_for
from kg.extract.metrics.rules import is_deontic, is_duty
from kg.extract.metrics.words import kinds, listed
from kg.extract.metrics.worth import LEAST_POWER
from kg.extract.parsed import Resolved
from kg.extract.quantities import Kind
from kg.extract.tokens import Token
from kg.model import Chain, Comparator, EntityClass

OBJECTS_FIRST = frozenset(("nsubj", "nsubjpass", "pobj", "nmod", "compound", "poss"))


class Way(IntEnum):
    """How a chain was found to be what a quantity is about, from the surest to the least sure."""

    RULE = 0
    AFFECTED = 1
    OWNER = 2
    CLAUSE = 3
    POSSESSED = 4
    OBJECT = 5
    RULE_BEFORE = 6
    EARLIER = 7
    MATRIX = 8
    NEAR = 9
    COUNTED = 10
    LAST = 11
    SALIENT = 12


@dataclass(frozen=True, slots=True)
class Subject:
    """A chain that a quantity is about, and how sure that is (0..1)."""

    chain: Chain
    confidence: float


# How often the first and the second are right, of 350 figures in 43 marked articles: named by the grammar, or guessed.
GIVEN, GUESSED = (0.87, 0.65), (0.7, 0.5)


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate, how it was found, and what sort of guess it is: 0 none, 1 of the expected class, 2 any other."""

    chain: Chain
    way: Way
    guess: int

    @property
    def rank(self) -> tuple[int, Way, bool]:
        """What sorts the surest first; of equal guesses, what the article names only once comes last."""
        return self.guess, self.way, self.guess > 0 and len(self.chain.mentions) == 1


def find_subjects(resolved: Resolved, frame: Frame) -> tuple[Subject, ...]:
    """What the quantity is about, the surest first: one chain, or two: part and whole, group and owner, two parties."""
    ways: dict[str, tuple[Way, Chain]] = {}
    for way, chain in sorted(_candidates(resolved, frame), key=lambda pair: pair[0]):
        last = chain.cls in LAST_CHOICES and not (way is Way.CLAUSE and chain.cls is EntityClass.PERSON)
        ways.setdefault(chain.id, (Way.LAST if last and way is not Way.SALIENT else way, chain))
    expected = _expected(frame)
    found = (_Found(c, w, 0 if w <= Way.RULE_BEFORE else 1 if c.cls in expected else 2) for w, c in ways.values())
    ordered = sorted(found, key=lambda candidate: candidate.rank)
    kept = [*ordered[:1], *_seconds(ordered)[:1]]
    return tuple(Subject(f.chain, (GUESSED if f.guess else GIVEN)[place]) for place, f in enumerate(kept))


def _seconds(ordered: list[_Found]) -> list[_Found]:
    """What else the quantity is about: whose the group is, the whole of the part, who takes part; best first."""
    if not ordered:
        return []
    first = ordered[0]
    rest = [
        f for f in ordered[1:] if first.chain.cls is not EntityClass.POLICY or f.chain.cls is not EntityClass.POLICY
    ]
    if rest and {rest[0].way, first.way} in _PAIRS:
        return rest
    if first.chain.cls is EntityClass.GROUP and first.way is not Way.SALIENT:
        owners = [f for f in rest if f.chain.cls not in UNNAMED]
    else:
        owners = []
    partners = [f for f in rest if f.way <= Way.OBJECT]
    return owners or partners or (rest if first.guess else [f for f in rest if f.way is Way.COUNTED])


def _expected(frame: Frame) -> frozenset[EntityClass]:
    """The classes of things that have what is measured ("revenue", "parameters"); empty where the words do not tell."""
    nouns = {t.lemma_.lower() for t in (frame.noun, frame.partitive, frame.link[2], *_of_verb(frame)) if t is not None}
    return frozenset(cls for cls in EntityClass if cls in kinds() and nouns & kinds()[cls])


def _of_verb(frame: Frame) -> Iterator[Token | None]:
    """The nouns that a figure's verb joins to it: "revenue" of "revenue quadrupled to"."""
    if frame.verb is not None:
        yield subject_of(frame.verb)
        yield from objects_of(frame.verb)
        yield from (t for child in frame.tokens.root.children if child.dep_ == "prep" for t in child.children)


_PAIRS = (
    {Way.OWNER, Way.CLAUSE},
    {Way.CLAUSE, Way.POSSESSED},
    {Way.RULE, Way.POSSESSED},
    {Way.POSSESSED, Way.RULE_BEFORE},
)


def _candidates(resolved: Resolved, frame: Frame) -> Iterator[tuple[Way, Chain]]:
    """Chains that the quantity may be about, with how each was found; guesses only where they may count."""
    given = list(_by_grammar(resolved, frame))
    yield from given
    yield from ((Way.EARLIER, c) for c in find_spoken_for(resolved, frame))
    open_subject = _is_open(frame)
    near = Way.EARLIER if not open_subject else Way.NEAR
    counted = _counted(resolved, frame)
    yield from ((Way.COUNTED if c.id in counted else near, c) for c in find_near(resolved, frame))
    if not any(way <= Way.RULE_BEFORE and c.cls not in UNNAMED for way, c in given):
        earlier = find_spoken_for(resolved, frame) or find_earlier(resolved, frame)
        yield from ((Way.EARLIER if open_subject else Way.NEAR, c) for c in earlier)
    limited = is_deontic(frame)  # a limit's law is not guessed
    fitting = (c for c in resolved.chains if not (limited and c.cls is EntityClass.POLICY))
    yield from ((Way.SALIENT, c) for c in most_named(fitting))


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
    return is_duty(frame) and not any(c.cls in (EntityClass.ORGANIZATION, EntityClass.PERSON) for c in obliged)


def _of_clauses(resolved: Resolved, frame: Frame) -> Iterator[tuple[Way, Chain]]:
    """Subjects, objects and agents of the clause that the quantity completes, then of those that it depends on."""
    verb, way, counted = frame.verb, Way.CLAUSE, _counted(resolved, frame)
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


def _counted(resolved: Resolved, frame: Frame) -> frozenset[str]:
    """The ids of the groups whose members the quantity counts ("62 families"): seldom what it is about."""
    tokens = [t for t in (frame.noun, frame.partitive, *frame.tokens) if t is not None]
    chains = (resolved.chain_at(frame.block, t) for t in tokens)
    return frozenset(c.id for c in chains if c is not None and c.cls is EntityClass.GROUP)


def _is_open(frame: Frame) -> bool:
    """Whether the clause's subject stands for something that earlier sentences name ("it", "the company")."""
    subject = subject_of(frame.verb) if frame.verb is not None else None
    if subject is None or subject.dep_ == "expl":
        return False
    return subject.tag_ in ("PRP", "DT")


def find_own(resolved: Resolved, frame: Frame) -> tuple[Subject, ...]:
    """Of what a figure is that another is compared with: "22% for its predecessor, X", "for X, it was 11"."""
    doc, start, end = frame.block.doc, frame.tokens[0].i, frame.tokens[-1].i + 1
    if end < len(doc) and doc[end].lower_ in ("for", "at", "in", "by"):
        noun = next((t for t in doc[end].children if t.dep_ == "pobj"), None)
        found = list(chains_of(resolved, frame.block, noun)) if noun is not None else []
        return tuple(Subject(c, GIVEN[0]) for c in found if c.cls not in LAST_CHOICES)[:1]
    before = doc[max(frame.sentence.start, start - _NEAR_BEFORE) : start]
    if any(t.lower_ in ("for", "of") for t in before):
        found = chains_in(resolved, frame.block, before)
        return tuple(Subject(c, GIVEN[0]) for c in found if c.cls not in LAST_CHOICES)[:1]
    return ()


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
