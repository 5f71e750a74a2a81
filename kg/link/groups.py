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


NOTHING: frozenset[str] = frozenset()  # one for all groups: of most things there is but one chain, and as many groups


@dataclass(slots=True)
class Group:
    """The chains that have one key; after joining, all that are one thing.

    `names` counts in how many chains each name occurs; `aliases` in how many each key other than the group's own,
    where that key alone says what is meant; `joined` are the other keys that chains were found by, with how many;
    `apart` says that no rule, only a judgement, may join it with others of its name.
    """

    key: Key
    nodes: list[Node] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    aliases: dict[str, int] = field(default_factory=dict)
    known: frozenset[str] = NOTHING
    because: frozenset[str] = NOTHING
    joined: tuple[tuple[Key, int], ...] = ()
    apart: bool = False

    @property
    def cls(self) -> EntityClass:
        """The class of the thing."""
        return self.key[0]

    @property
    def articles(self) -> set[str]:
        """The ids of the articles of its chains."""
        return {node.article for node in self.nodes}

    @property
    def keys(self) -> Counter[Key]:
        """How many chains were found by which key."""
        found: Counter[Key] = Counter()
        for key, count in self._counted():
            found[key] += count
        return found

    def add(self, node: Node) -> None:
        """Adds a chain."""
        self.nodes.append(node)
        for name in node.chain.names:
            self.names[name] = self.names.get(name, 0) + 1
        if node.chain.known:
            self.known |= {node.chain.known}
        if not node.chain.local and not self.apart:
            keys = {name_key(self.cls, name) for name in node.chain.names if is_shared(self.cls, name)}
            for key in keys - {self.key[1]}:
                self.aliases[key] = self.aliases.get(key, 0) + 1

    def absorb(self, other: "Group", rule: str) -> None:
        """Takes over all that another group has, and notes by which rule."""
        self.joined += other._counted()
        self.nodes += other.nodes
        for ours, theirs in ((self.names, other.names), (self.aliases, other.aliases)):
            for name, count in theirs.items():
                ours[name] = ours.get(name, 0) + count
        self.known |= other.known
        self.because |= other.because | {rule}

    def _counted(self) -> tuple[tuple[Key, int], ...]:
        return ((self.key, len(self.nodes) - sum(count for _, count in self.joined)), *self.joined)


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
