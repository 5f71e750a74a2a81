"""Gathers the edges that say the same of the same two things into one drawn line."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.view.elements import Edge, Stance

SYMMETRIC = frozenset({"collaboratesWith", "competesWith"})  # said of both ends alike, so drawn without an arrow


@dataclass(frozen=True, slots=True)
class Tie:
    """One line of the drawing: all edges of one predicate between two nodes, latest article first.

    `bend` tells ties between the same two nodes apart: 0 is straight, the others curve to either side.
    """

    source: str
    target: str
    predicate: str
    edges: tuple[Edge, ...]
    bend: int = 0

    @property
    def stance(self) -> Stance:
        """What all edges together amount to: the surest stance that any takes, or disputed where some deny it."""
        found = {edge.stance for edge in self.edges}
        if Stance.DENIED in found and len(found) > 1:
            return Stance.DISPUTED
        return next(stance for stance in Stance if stance in found)

    @property
    def is_directed(self) -> bool:
        """Whether it matters which end is which."""
        return self.predicate not in SYMMETRIC

    @property
    def article_count(self) -> int:
        """How many articles say so."""
        return len({edge.article.iri for edge in self.edges})


def to_ties(edges: Iterable[Edge]) -> list[Tie]:
    """The ties of these edges, by source, target and predicate, whatever the order of the edges."""
    gathered: dict[tuple[str, str, str], list[Edge]] = {}
    for edge in edges:
        ends = (edge.source, edge.target)
        if edge.predicate in SYMMETRIC:
            ends = (min(ends), max(ends))
        gathered.setdefault((*ends, edge.predicate), []).append(edge)
    bends: dict[tuple[str, str], int] = {}
    ties = []
    for (source, target, predicate), found in sorted(gathered.items()):
        pair = (min(source, target), max(source, target))
        ties.append(Tie(source, target, predicate, _latest_first(found), bends.setdefault(pair, 0)))
        bends[pair] += 1
    return ties


def _latest_first(edges: list[Edge]) -> tuple[Edge, ...]:
    return tuple(
        sorted(sorted(edges, key=lambda edge: edge.iri), key=lambda edge: edge.article.published, reverse=True)
    )
