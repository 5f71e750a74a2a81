"""Decides which groups of chains are one thing: by judgement, by a name learnt in an article, by a variant of a name.

Every rule looks at all groups at once, before any is joined, and pairs are taken in sorted order: so the outcome
depends on the set of articles alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kg.link.groups import Group, Key, fits
from kg.link.judgements import Judgement
from kg.link.keys import name_key, variant_key
from kg.model import EntityClass

JUDGED, KNOWN, LEARNT, VARIANT = "judgement", "gazetteer", "name learnt in an article", "variant of the name"


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """Two groups that came close, and why they were kept apart."""

    one: Key
    other: Key
    rule: str
    reason: str


@dataclass
class Joining:
    """Groups while they are joined; `parents` leads each key to the one that its group was joined to."""

    groups: dict[Key, Group]
    parents: dict[Key, Key] = field(default_factory=dict)
    forbidden: set[tuple[Key, Key]] = field(default_factory=set)
    refusals: list[Refusal] = field(default_factory=list)

    def root(self, key: Key) -> Key:
        """The key of the group that the given one belongs to by now."""
        while key in self.parents:
            key = self.parents[key]
        return key

    def join(self, one: Key, other: Key, rule: str, reason: str = "") -> None:
        """Joins two groups, or notes why not; `reason` is one that the rule itself found against it."""
        first, second = sorted((self.root(one), self.root(other)))
        if first == second:
            return
        reason = reason or self._against(first, second, rule)
        if reason:
            self.refusals.append(Refusal(min(one, other), max(one, other), rule, reason))
            return
        self.groups[first].absorb(self.groups.pop(second), rule)
        self.parents[second] = first

    def _against(self, one: Key, other: Key, rule: str) -> str:
        if rule == JUDGED:
            return ""
        if any({self.root(a), self.root(b)} == {one, other} for a, b in self.forbidden):
            return "judged different"
        a, b = self.groups[one], self.groups[other]
        if a.known and b.known and a.known.isdisjoint(b.known):
            return "the gazetteer knows them as two"
        return "" if a.articles.isdisjoint(b.articles) else "one article tells them apart"


def join_groups(groups: dict[Key, Group], judgements: Iterable[Judgement]) -> Joining:
    """All groups, joined as far as the rules and judgements go."""
    joining = Joining(groups)
    pairs = [*_learnt(groups), *_variants(groups)]
    _forbid(joining, judgements)
    for one, other in _judged(groups, judgements):
        joining.join(one, other, JUDGED)
    for rule, one, other, reason in sorted(pairs):
        joining.join(one, other, rule, reason)
    return joining


def _judged(groups: dict[Key, Group], judgements: Iterable[Judgement]) -> list[tuple[Key, Key]]:
    pairs: set[tuple[Key, Key]] = set()
    for judgement in judgements:
        if judgement.verb == "same":
            keys = [key for key, g in groups.items() if any(fits(g, judgement, s) for s in judgement.sides)]
            pairs.update((min(keys), key) for key in keys)
    return sorted(pairs)


def _forbid(joining: Joining, judgements: Iterable[Judgement]) -> None:
    for judgement in judgements:
        if judgement.verb == "different":
            one, other = ({k for k, g in joining.groups.items() if fits(g, judgement, s)} for s in judgement.sides)
            joining.forbidden.update((a, b) for a in one for b in other - one)


Pair = tuple[str, Key, Key, str]


def _learnt(groups: dict[Key, Group]) -> Iterator[Pair]:
    """A name that one group's articles use for it, and that is another group's own: the acronym, the short name."""
    claims: dict[Key, list[Group]] = defaultdict(list)
    for group in groups.values():
        for alias in group.aliases:
            claims[group.cls, alias].append(group)
    for key, claimants in claims.items():
        own = groups.get(key)
        together = [own, *claimants] if own else claimants
        if len(together) > 1:
            yield from _pairs(together, key)


def _pairs(together: list[Group], key: Key) -> Iterator[Pair]:
    known = {name for group in together for name in group.known}
    full = sorted(group.key for group in together if group.key != key)
    several = len(known) > 1 or (len(full) > 1 and not _agree(full, together))
    reason = f"{key[1]!r} names several things" if several else ""
    keys = sorted(group.key for group in together)
    for other in keys[1:]:
        yield KNOWN if known else LEARNT, keys[0], other, reason


def _agree(full: list[Key], together: list[Group]) -> bool:
    """Whether groups that claim one short name are one thing: each has the key of the next among its own names."""
    groups = {group.key: group for group in together}
    return all(b[1] in groups[a].aliases or a[1] in groups[b].aliases for a, b in pairwise(full))


def _variants(groups: dict[Key, Group]) -> Iterator[Pair]:
    """Organizations whose names differ by a word that is often left out, where only two do."""
    cores: dict[str, set[Key]] = defaultdict(set)
    for key, group in groups.items():
        if key[0] is EntityClass.ORGANIZATION and not group.known:
            cores[variant_key(max(group.names))].add(key)
    for core, keys in cores.items():
        if len(keys) > 1:
            plain = (EntityClass.ORGANIZATION, name_key(EntityClass.ORGANIZATION, core))
            reason = "" if len(keys) == 2 and plain in keys else f"{core!r} is the core of several names"
            first, *rest = sorted(keys)
            for other in rest:
                yield VARIANT, first, other, reason
