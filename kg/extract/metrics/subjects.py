"""Decides what a quantity is about: a chain of the article, from the words measured, the clause, the neighbourhood."""

from collections.abc import Iterable, Iterator
from enum import IntEnum

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.metrics.frame import NOMINAL, Frame, objects_of, subject_of, verb_above
from kg.extract.metrics.phrases import is_aside
from kg.extract.metrics.words import listed
from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.quantities import Kind
from kg.model import BlockKind, Chain, EntityClass

# Places and people are seldom what a figure is about; they are taken where nothing else is near.
LAST_CHOICES = frozenset((EntityClass.PLACE, EntityClass.EVENT, EntityClass.PERSON))
UNNAMED = LAST_CHOICES | {EntityClass.GROUP}
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


def find_subjects(resolved: Resolved, frame: Frame) -> tuple[Chain, ...]:
    """What the quantity is about, the surest first: one chain, or two where the words name a part and its whole."""
    ranked: dict[Chain, Way] = {}
    for way, chain in sorted(_candidates(resolved, frame), key=lambda pair: pair[0]):
        last = chain.cls in LAST_CHOICES and not (way is Way.CLAUSE and chain.cls is EntityClass.PERSON)
        ranked.setdefault(chain, Way.LAST if last and way is not Way.SALIENT else way)
    ordered = sorted(ranked, key=lambda chain: ranked[chain])
    pair = [chain for chain in ordered[1:2] if {ranked[chain], ranked[ordered[0]]} in _PAIRS]
    counted = [chain for chain in ordered[1:] if ranked[chain] is Way.COUNTED]
    named = (
        [c for c in ordered[1:] if c.cls not in UNNAMED and ranked[ordered[0]] is not Way.SALIENT]
        if _is_group(ordered)
        else []
    )
    return tuple(ordered[:1] + (pair or named or counted)[:1])


def _is_group(ordered: list[Chain]) -> bool:
    return bool(ordered) and ordered[0].cls is EntityClass.GROUP


_PAIRS = ({Way.OWNER, Way.CLAUSE}, {Way.CLAUSE, Way.POSSESSED})


def _candidates(resolved: Resolved, frame: Frame) -> Iterator[tuple[Way, Chain]]:
    """Chains that the quantity may be about, with how each was found."""
    block = frame.block
    if is_deontic(frame) or frame.kind is Kind.VOTES:
        yield from ((Way.RULE, c) for c in _in_tokens(resolved, block, frame.sentence) if c.cls is EntityClass.POLICY)
        if frame.kind is not Kind.VOTES and _is_duty(frame):
            yield from ((Way.RULE_BEFORE, c) for c in _rule_before(resolved, frame))
    owner = Way.OWNER if frame.link[0] in OBJECTS_FIRST or frame.kind is Kind.TIMES else Way.POSSESSED
    yield from ((owner, c) for c in _measured(resolved, frame))
    yield from _of_clauses(resolved, frame)
    yield from ((Way.EARLIER, c) for c in _spoken_for(resolved, frame))
    open_subject = _is_open(frame)
    near = Way.EARLIER if not open_subject else Way.NEAR
    counted = set(_counted(resolved, frame))
    yield from ((Way.COUNTED if c in counted else near, c) for c in _near(resolved, frame))
    yield from (
        (Way.EARLIER if open_subject else Way.NEAR, c)
        for c in _spoken_for(resolved, frame) or _earlier(resolved, frame)
    )
    yield from ((Way.SALIENT, c) for c in _most_named(resolved.chains))


def _of_clauses(resolved: Resolved, frame: Frame) -> Iterator[tuple[Way, Chain]]:
    """Subjects, objects and agents of the clause that the quantity completes, then of those that it depends on."""
    verb, way, counted = frame.verb, Way.CLAUSE, set(_counted(resolved, frame))
    while verb is not None:
        lemma = verb.lemma_.lower()
        if lemma in listed("about", "object") and way is Way.CLAUSE:
            yield from ((Way.AFFECTED, c) for c in _affected(resolved, frame, verb) if c not in counted)
        subject = subject_of(verb)
        if subject is not None:
            passing = lemma in listed("about", "reporting") or _is_of_target(frame, lemma)
            reported = Way.NEAR if frame.kind is Kind.VOTES else Way.MATRIX if passing else way
            yield from (
                (Way.COUNTED if c in counted else reported, c) for c in chains_of(resolved, frame.block, subject)
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
                    (Way.COUNTED if c in counted else Way.OBJECT, c) for c in chains_of(resolved, frame.block, token)
                )
        if verb.dep_ not in ("xcomp", "pcomp", "advcl"):
            way = Way.MATRIX
        verb = verb_above(verb)


def _is_of_target(frame: Frame, lemma: str) -> bool:
    """Whether the figure is of what is bought, not of the buyer: "bought in at a valuation of …"."""
    nouns = [t for t in (frame.noun, frame.link[2]) if t is not None]
    return lemma in listed("about", "buying") and any(t.lemma_.lower() in listed("about", "of_target") for t in nouns)


def _spoken_for(resolved: Resolved, frame: Frame) -> list[Chain]:
    """For whom a sentence in the first person speaks: the organisation that the article names most."""
    subjects = [subject_of(verb) for verb in _verbs(frame)]
    owners = [
        t for noun in (frame.noun, frame.partitive) if noun is not None for t in noun.children if t.dep_ == "poss"
    ]
    if not any(t is not None and t.lower_ in ("we", "our", "us") for t in (*subjects, *owners)):
        return []
    return _most_named(c for c in resolved.chains if c.cls is EntityClass.ORGANIZATION)


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
    return [c for t in tokens if (c := resolved.chain_at(frame.block, t)) and c.cls is EntityClass.GROUP]


def _is_open(frame: Frame) -> bool:
    """Whether the clause's subject stands for something that earlier sentences name ("it", "the company")."""
    subject = subject_of(frame.verb) if frame.verb is not None else None
    if subject is None or subject.dep_ == "expl":
        return False
    definite = any(
        child.lower_ in ("the", "this", "that", "these", "those") or child.tag_ == "PRP$" for child in subject.children
    )
    return subject.tag_ in ("PRP", "DT") or (definite and not any(child.dep_ == "prep" for child in subject.children))


def find_own(resolved: Resolved, frame: Frame) -> tuple[Chain, ...]:
    """What a figure that another is compared with is said to be of: "22% for its predecessor, X", "for X, it was 11"."""
    doc, start, end = frame.block.doc, frame.tokens[0].i, frame.tokens[-1].i + 1
    if end < len(doc) and doc[end].lower_ in ("for", "at", "in", "by"):
        noun = next((t for t in doc[end].children if t.dep_ == "pobj"), None)
        found = list(chains_of(resolved, frame.block, noun)) if noun is not None else []
        return tuple(c for c in found if c.cls not in LAST_CHOICES)[:1]
    before = doc[max(frame.sentence.start, start - _NEAR_BEFORE) : start]
    if any(t.lower_ in ("for", "of") for t in before):
        return tuple(c for c in _in_tokens(resolved, frame.block, before) if c.cls not in LAST_CHOICES)[:1]
    return ()


_NEAR_BEFORE = 7  # tokens before a figure in which "for X, it was" still belongs to it


def _measured(resolved: Resolved, frame: Frame) -> Iterator[Chain]:
    """Chains inside the noun phrase that is measured, possessors first: "the price of a single H200"."""
    relation, preposition, governor = frame.link
    nouns = [frame.partitive, frame.noun]
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
            yield from _owners(resolved, frame.block, noun)


def _carries(verb: Token) -> bool:
    return verb.lemma_.lower() in listed("changes", "verbs")


def _owners(resolved: Resolved, block: ParsedBlock, noun: Token) -> Iterator[Chain]:
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN"):
            yield from filter(None, [named_at(resolved, block, child)])
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "in", "at", "by", "from"):
            yield from (chain for t in child.children if t.dep_ == "pobj" for chain in chains_of(resolved, block, t))
    actors = (resolved.chain_at(block, t) for t in _actors(noun))
    yield from (chain for chain in actors if chain is not None and chain.cls is not EntityClass.GROUP)


def _actors(noun: Token) -> Iterator[Token]:
    """Who does what a noun's own clause says: "the task that X finishes", "reports issued by X"."""
    for child in noun.children:
        if child.dep_ in ("relcl", "acl") and not is_aside(child):
            yield from (t for t in child.children if t.dep_ in ("nsubj", "nsubjpass") and t.tag_ not in ("WDT", "WP"))
            yield from (
                t for agent in child.children if agent.dep_ == "agent" for t in agent.children if t.dep_ == "pobj"
            )


def named_at(resolved: Resolved, block: ParsedBlock, token: Token) -> Chain | None:
    """The chain of a token; of two that cover it ("Solveig's" within "Solveig's Nordic users") the named one."""
    chain = resolved.chain_at(block, token)
    if chain is None or chain.cls is not EntityClass.GROUP:
        return chain
    span = block.span_of(token)
    inner = (
        c for c in resolved.chains if c.cls is not EntityClass.GROUP and any(m.span.contains(span) for m in c.mentions)
    )
    return next(inner, chain)


def chains_of(resolved: Resolved, block: ParsedBlock, noun: Token) -> Iterator[Chain]:
    """The chain that a noun phrase names, or those that own it ("Pictura's counsel", "the maker of Pip")."""
    own = [named_at(resolved, block, noun), *(named_at(resolved, block, t) for t in noun.children if t.dep_ == "appos")]
    named = [chain for chain in own if chain is not None and chain.cls is not EntityClass.GROUP] or [
        chain for chain in own if chain is not None
    ]
    if named:
        yield named[0]
        return
    yield from _owners(resolved, block, noun)
    yield from (c for t in noun.children if t.dep_ == "conj" and (c := resolved.chain_at(block, t)))


def is_deontic(frame: Frame) -> bool:
    """Whether the quantity is a limit, a duty or a penalty that some rule sets."""
    verbs = _verbs(frame)
    nouns = (frame.link[2], frame.noun, *(objects_of(frame.verb) if frame.verb is not None else ()))
    named = any(t is not None and t.pos_ == "NOUN" and t.lemma_.lower() in listed("deontic", "nouns") for t in nouns)
    return any(_binds(token) for token in verbs) or (named and not any(t.tag_ == "VBD" for t in verbs))


def _verbs(frame: Frame) -> list[Token]:
    verb = frame.verb
    return [t for t in (verb, *verb.ancestors) if t.pos_ in ("VERB", "AUX")] if verb is not None else []


def _is_duty(frame: Frame) -> bool:
    """Whether the clause itself obliges or allows, so that its rule may stand in an earlier sentence."""
    return any(_helpers(t) & listed("deontic", "modals") or _has_to(t) for t in _verbs(frame)[:_CLOSE])


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


def _rule_before(resolved: Resolved, frame: Frame) -> list[Chain]:
    """The rule that the same block speaks of before, else the one that the article names most."""
    tokens = (t for t in reversed(list(frame.block.doc)) if t.i < frame.tokens[0].i)
    near = [c for c in _in_tokens(resolved, frame.block, tokens) if c.cls is EntityClass.POLICY]
    return near[:1] or _most_named(c for c in resolved.chains if c.cls is EntityClass.POLICY)


_REACH = 8  # blocks back in which what a figure is about may be named


def _in_tokens(resolved: Resolved, block: ParsedBlock, tokens: Iterable[Token]) -> list[Chain]:
    return list(dict.fromkeys(chain for token in tokens if (chain := resolved.chain_at(block, token))))


def _near(resolved: Resolved, frame: Frame) -> Iterator[Chain]:
    """Chains of the same sentence: those before the quantity from the nearest back, then those after it."""
    before = [t for t in frame.sentence if t.i < frame.tokens[0].i]
    after = [t for t in frame.sentence if t.i > frame.tokens[-1].i]
    found = [*_in_tokens(resolved, frame.block, reversed(before)), *_in_tokens(resolved, frame.block, after)]
    yield from sorted(found, key=lambda chain: chain.cls is EntityClass.GROUP)


def _earlier(resolved: Resolved, frame: Frame) -> list[Chain]:
    """What the text before speaks of: the subject of the sentence before, else what its block names that recurs most."""
    before = [s for s in frame.block.doc.sents if s.start < frame.sentence.start]
    first = _named_in(resolved, frame.block, before)
    if first:
        return first
    for block in _blocks_before(resolved, frame.block):
        if found := _named_in(resolved, block, list(block.doc.sents)):
            return found
    return []


def _blocks_before(resolved: Resolved, block: ParsedBlock) -> Iterator[ParsedBlock]:
    """The blocks that lead to this one, nearest first: of an item not its siblings, but what the list stands under."""
    start = block.index if block.block.lead is None else block.block.lead + 1
    for index in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if resolved.parsed.blocks[index].block.kind is not BlockKind.ITEM or block.block.kind is not BlockKind.ITEM:
            yield resolved.parsed.blocks[index]


def _named_in(resolved: Resolved, block: ParsedBlock, sentences: list[TokenSpan]) -> list[Chain]:
    """What a run of sentences is about: the subject of the last where it names something, else what recurs most."""
    if not sentences:
        return []
    subject = subject_of(sentences[-1].root)
    subjects = chains_of(resolved, block, subject) if subject is not None else ()
    first = [c for c in subjects if c.cls not in UNNAMED]
    tokens = (t for sentence in sentences for t in sentence)
    return first[:1] or _most_named(c for c in _in_tokens(resolved, block, tokens) if c.cls not in UNNAMED)


def _most_named(chains: Iterable[Chain]) -> list[Chain]:
    """The chain with the most mentions, groups, places and people only where there is nothing else."""
    ordered = sorted(chains, key=lambda c: (c.cls in LAST_CHOICES, c.cls is EntityClass.GROUP, -len(c.mentions)))
    return ordered[:1]
