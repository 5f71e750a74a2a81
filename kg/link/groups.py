"""Gathers the chains of all articles under their keys, and joins groups of them: a union-find that gives reasons."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.link.judgements import Judgement, Side
from kg.link.keys import home_key, is_shared, name_key
from kg.model import Chain, EntityClass, Extraction

Key = tuple[EntityClass, str]


@dataclass(frozen=True, slots=True)
class Node:
    """One chain of one article."""

    article: str
    chain: Chain


@dataclass(slots=True)
class Group:
    """The chains that have one key; after joining, all that are one thing.

    `names` counts in how many chains each name occurs; `aliases` in how many each key other than the group's own,
    where that key alone says what is meant; `keys` the chains by the key that each was found by; `apart` that no rule,
    only a judgement, may join it with others of its name.
    """

    key: Key
    nodes: list[Node] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)
    known: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    because: set[str] = field(default_factory=set)
    keys: Counter[Key] = field(default_factory=Counter)
    apart: bool = False

    @property
    def cls(self) -> EntityClass:
        """The class of the thing."""
        return self.key[0]

    def add(self, node: Node) -> None:
        """Adds a chain."""
        self.nodes.append(node)
        self.keys[self.key] += 1
        self.names.update(node.chain.names)
        self.articles.add(node.article)
        if node.chain.known:
            self.known.add(node.chain.known)
        if not node.chain.local and not self.apart:
            keys = {name_key(self.cls, name) for name in node.chain.names if is_shared(self.cls, name)}
            self.aliases.update(keys - {self.key[1]})

    def absorb(self, other: "Group", rule: str) -> None:
        """Takes over all that another group has, and notes by which rule."""
        self.nodes += other.nodes
        self.keys += other.keys
        self.names += other.names
        self.aliases += other.aliases
        self.known |= other.known
        self.articles |= other.articles
        self.because |= other.because | {rule}


def to_groups(
    extractions: Iterable[Extraction], typed: dict[tuple[Key, str], EntityClass], apart: set[tuple[Key, str]]
) -> dict[Key, Group]:
    """The groups by key.

    `typed` gives chains another class, and `apart` keeps them from all others; both are looked up by name key and
    article, with "" for every article.
    """
    groups: dict[Key, Group] = {}
    for extraction in extractions:
        article = extraction.article.id
        for chain in extraction.chains:
            cls = _class_of(chain, article, typed) if typed else chain.cls
            key = (cls, home_key(article, chain, cls))
            alone = bool(apart) and any(((cls, name_key(cls, name)), article) in apart for name in chain.names)
            if alone:
                key = (cls, f"{name_key(cls, chain.name)} {article}")
            group = groups.get(key)
            if group is None:
                group = groups[key] = Group(key, apart=alone)
            group.add(Node(article, chain))
    return groups


def _class_of(chain: Chain, article: str, typed: dict[tuple[Key, str], EntityClass]) -> EntityClass:
    for name in chain.names:
        key = (chain.cls, name_key(chain.cls, name))
        found = typed.get((key, article)) or typed.get((key, ""))
        if found is not None:
            return found
    return chain.cls


def fits(group: Group, judgement: Judgement, side: Side) -> bool:
    """Whether a side of a judgement is about a group."""
    if group.cls is not judgement.cls or (side.article and side.article not in group.articles):
        return False
    wanted = name_key(group.cls, side.name)
    if side.article:
        return any(
            n.article == side.article and any(name_key(group.cls, m) == wanted for m in n.chain.names)
            for n in group.nodes
        )
    return any(name_key(group.cls, name) == wanted for name in group.names)
