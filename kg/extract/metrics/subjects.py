"""Decides what a quantity is about: a chain of the article, from the words measured, the clause, the neighbourhood."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.metrics.frame import NOMINAL, Frame, objects_of, subject_of
from kg.extract.metrics.words import listed
from kg.extract.parsed import ParsedBlock, Resolved
from kg.model import Chain, EntityClass

# Places and people are seldom what a figure is about; they are taken where nothing else is near.
LAST_CHOICES = frozenset((EntityClass.PLACE, EntityClass.EVENT, EntityClass.PERSON))


def find_subjects(resolved: Resolved, frame: Frame) -> tuple[Chain, ...]:
    """What the quantity is about, the surest first: one chain, or two where the words name a part and its whole."""
    ranked = list(dict.fromkeys((chain, level) for level, chain in _candidates(resolved, frame)))
    good = [chain for chain, _ in ranked if chain.cls not in LAST_CHOICES]
    first = next(iter(good), None) or next((chain for chain, _ in ranked), None) or _earlier(resolved, frame)
    if first is None:
        return ()
    level = next((level for chain, level in ranked if chain is first), _NEAR)
    second = next(
        (
            c
            for c, other in ranked
            if c is not first and c.cls not in LAST_CHOICES and level == _MEASURED and other == _CLAUSE
        ),
        None,
    )
    return (first, second) if second is not None else (first,)


_RULE, _MEASURED, _AFFECTED, _CLAUSE, _OBJECT, _NEAR = range(6)


def _candidates(resolved: Resolved, frame: Frame) -> Iterator[tuple[int, Chain]]:
    """Chains that the quantity may be about, with how each was found, best first."""
    block = frame.block
    if is_deontic(frame):
        yield from ((_RULE, chain) for chain in _policies(resolved, frame))
    yield from ((_MEASURED, chain) for chain in _measured(resolved, frame))
    verb = frame.verb
    while verb is not None:
        subject = subject_of(verb)
        if verb.lemma_.lower() in listed("about", "object"):
            yield from (
                (_AFFECTED, c) for t in objects_of(verb) if t is not frame.anchor for c in chains_of(resolved, block, t)
            )
        if subject is not None and verb.lemma_.lower() not in listed("about", "reporting"):
            yield from ((_CLAUSE, c) for c in chains_of(resolved, block, subject))
        agents = (t for child in verb.children if child.dep_ == "agent" for t in child.children if t.dep_ == "pobj")
        yield from (
            (_OBJECT, c)
            for t in (*objects_of(verb), *agents)
            if t is not frame.anchor
            for c in chains_of(resolved, block, t)
        )
        verb = (
            verb.head
            if verb.head is not verb
            and verb.dep_ in ("xcomp", "pcomp", "advcl", "acl", "relcl", "conj")
            and verb.head.pos_ == "VERB"
            else None
        )
    yield from ((_NEAR, chain) for chain in _near(resolved, frame))


def _measured(resolved: Resolved, frame: Frame) -> Iterator[Chain]:
    """Chains inside the noun phrase that is measured, possessors first: "the price of a single H200"."""
    relation, preposition, governor = frame.link
    nouns = [frame.partitive, frame.noun]
    if governor is not None and governor.pos_ in NOMINAL and frame.kind is not frame.kind.COUNT:
        nouns.append(governor)
    if (
        governor is not None
        and governor.pos_ not in NOMINAL
        and (preposition is not None or relation in ("dobj", "npadvmod", "attr"))
        and _carries(governor)
    ):
        nouns += [*(t for t in objects_of(governor) if t is not frame.anchor), subject_of(governor)]
    for noun in nouns:
        if noun is not None:
            yield from _owners(resolved, frame.block, noun)


def _carries(verb: Token) -> bool:
    return verb.lemma_.lower() in listed("changes", "verbs")


def _owners(resolved: Resolved, block: ParsedBlock, noun: Token) -> Iterator[Chain]:
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN"):
            yield from filter(None, [resolved.chain_at(block, child)])
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "in", "at", "by"):
            yield from (chain for t in child.children if t.dep_ == "pobj" for chain in chains_of(resolved, block, t))


def chains_of(resolved: Resolved, block: ParsedBlock, noun: Token) -> Iterator[Chain]:
    """The chain that a noun phrase names, or those that own it ("Pictura's counsel", "the maker of Pip")."""
    own = resolved.chain_at(block, noun)
    if own is not None:
        yield own
        return
    yield from _owners(resolved, block, noun)
    for child in noun.children:
        if child.dep_ in ("appos", "conj") and (found := resolved.chain_at(block, child)):
            yield found


def is_deontic(frame: Frame) -> bool:
    """Whether the quantity is a limit, a duty or a penalty that some rule sets."""
    verb = frame.verb
    verbs = [
        t for t in (verb, *(verb.ancestors if verb is not None else ())) if t is not None and t.pos_ in ("VERB", "AUX")
    ]
    for token in verbs:
        modal = any(child.dep_ == "aux" and child.lower_ in listed("deontic", "modals") for child in token.children)
        if modal or (token.lemma_ == "have" and any(child.dep_ == "xcomp" for child in token.children)):
            return True
        if token.lemma_.lower() in listed("deontic", "lemmas") and token.tag_ in ("VBP", "VBZ", "VB", "VBN"):
            return True
    governor = frame.link[2]
    return any(t is not None and t.lemma_.lower() in listed("deontic", "nouns") for t in (governor, frame.noun))


def _policies(resolved: Resolved, frame: Frame) -> Iterator[Chain]:
    """The rules that the quantity may belong to: named in its sentence, else the one that its clause's subject is."""
    chains = [chain for chain in _in_tokens(resolved, frame.block, frame.sentence)]
    yield from (chain for chain in chains if chain.cls is EntityClass.POLICY)


def _in_tokens(resolved: Resolved, block: ParsedBlock, tokens: Iterator[Token]) -> list[Chain]:
    return list(dict.fromkeys(chain for token in tokens if (chain := resolved.chain_at(block, token))))


def _near(resolved: Resolved, frame: Frame) -> Iterator[Chain]:
    """Chains of the same sentence: those before the quantity from the nearest back, then those after it."""
    before = [t for t in frame.sentence if t.i < frame.tokens[0].i]
    after = [t for t in frame.sentence if t.i > frame.tokens[-1].i]
    yield from _in_tokens(resolved, frame.block, reversed(before))
    yield from _in_tokens(resolved, frame.block, iter(after))


def _earlier(resolved: Resolved, frame: Frame) -> Chain | None:
    """What the sentences before, nearest first, speak of first; then what the article speaks of most."""
    start = frame.sentence.start
    for block in reversed(resolved.parsed.blocks[: frame.block.index + 1]):
        sentences = [s for s in block.doc.sents if block.index < frame.block.index or s.start < start]
        for sentence in reversed(sentences):
            chains = [c for c in _in_tokens(resolved, block, iter(sentence)) if c.cls not in LAST_CHOICES]
            if chains:
                return chains[0]
    return max((c for c in resolved.chains if c.cls not in LAST_CHOICES), key=lambda c: len(c.mentions), default=None)
