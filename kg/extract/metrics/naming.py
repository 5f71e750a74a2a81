"""Which chains a noun phrase names: its own, that of its apposition, those that own it or act in it."""

from collections.abc import Iterable, Iterator

from kg.extract.metrics.phrases import is_aside
from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.tokens import Token
from kg.model import Chain, EntityClass

# Places and people are seldom what a figure is about; they are taken where nothing else is near.
LAST_CHOICES = frozenset((EntityClass.PLACE, EntityClass.EVENT, EntityClass.PERSON))


UNNAMED = LAST_CHOICES | {EntityClass.GROUP}


def chains_of(resolved: Resolved, block: ParsedBlock, noun: Token) -> Iterator[Chain]:
    """The chain that a noun phrase names, or those that own it ("Pictura's counsel", "the maker of Pip")."""
    beside = [t for t in noun.children if t.dep_ == "appos"] + ([noun.head] if noun.dep_ == "appos" else [])
    own = [named_at(resolved, block, t) for t in (noun, *beside)]
    named = [chain for chain in own if chain is not None and chain.cls is not EntityClass.GROUP] or [
        chain for chain in own if chain is not None
    ]
    if named:
        yield named[0]
        return
    yield from owners_of(resolved, block, noun)
    yield from (c for t in noun.children if t.dep_ == "conj" and (c := resolved.chain_at(block, t)))


def named_at(resolved: Resolved, block: ParsedBlock, token: Token) -> Chain | None:
    """The chain of a token; of two that cover it ("Juno's" within "Juno's Nordic users") the named one."""
    chain = resolved.chain_at(block, token)
    if chain is None or chain.cls is not EntityClass.GROUP:
        return chain
    span = block.span_of(token)
    inner = (
        c for c in resolved.chains if c.cls is not EntityClass.GROUP and any(m.span.contains(span) for m in c.mentions)
    )
    return next(inner, chain)


def owners_of(resolved: Resolved, block: ParsedBlock, noun: Token) -> Iterator[Chain]:
    """The chains that a noun belongs to or is of: possessors first, then "of X", then who acts in its clause."""
    names = [t for t in noun.children if t.dep_ in ("compound", "nmod") and t.pos_ == "PROPN"]
    possessors = [t for t in noun.children if t.dep_ == "poss"]
    yield from filter(None, (named_at(resolved, block, t) for t in (*names, *possessors)))
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


def chains_in(resolved: Resolved, block: ParsedBlock, tokens: Iterable[Token]) -> list[Chain]:
    """The chains that cover any of the tokens, each once, in the tokens' order."""
    found = {chain.id: chain for token in tokens if (chain := resolved.chain_at(block, token))}
    return list(found.values())


def most_named(chains: Iterable[Chain]) -> list[Chain]:
    """The chain with the most mentions, groups, places and people only where there is nothing else."""
    ordered = sorted(chains, key=lambda c: (c.cls in LAST_CHOICES, c.cls is EntityClass.GROUP, -len(c.mentions)))
    return ordered[:1]
