"""Links the chains of all articles into things: the one reduce of the pipeline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.iris import DEFAULT_BASE
from kg.link.entities import mint_nodes, to_entities
from kg.link.groups import Group, Key, fits, to_groups
from kg.link.joining import Refusal, join_groups
from kg.link.judgements import Judgement
from kg.link.keys import name_key
from kg.link.namesakes import find_namesakes
from kg.model import EntityClass, Extraction, Linkage


@dataclass(frozen=True)
class Outcome:
    """A linkage and its reasons: the group behind each entity's IRI, what was refused, which judgements met nothing."""

    linkage: Linkage
    groups: dict[str, Group]
    refusals: tuple[Refusal, ...]
    unmatched: tuple[Judgement, ...]


class NameLinker:
    """Links by names, gazetteer and judgements; pure, and the same for any order of the extractions."""

    def __init__(self, base: str = DEFAULT_BASE, judgements: Sequence[Judgement] = ()) -> None:
        self.base = base
        self.judgements = tuple(sorted(judgements))

    def link(self, extractions: Iterable[Extraction]) -> Linkage:
        """An IRI for every chain, metric, proposal and risk."""
        return self.review(extractions).linkage

    def review(self, extractions: Iterable[Extraction]) -> Outcome:
        """The linkage together with what `kg explain` tells about it."""
        ordered = sorted(extractions, key=lambda extraction: extraction.article.id)
        namesakes = find_namesakes(ordered)
        groups = to_groups(ordered, _typed(self.judgements), _apart(self.judgements) | namesakes)
        unmatched = tuple(j for j in self.judgements if not _is_matched(j, groups.values()))
        joining = join_groups(groups, self.judgements)
        joining.refusals += [
            Refusal(key, (key[0], f"{key[1]} {article}"), "same name", "their posts have no organization in common")
            for key, article in namesakes
        ]
        joined = [joining.groups[key] for key in sorted(joining.groups)]
        linkage = Linkage()
        by_iri: dict[str, Group] = {}
        for group, entity in to_entities(joined, self.base, _labels(joined, self.judgements)):
            linkage.entities[entity.iri] = entity
            by_iri[entity.iri] = group
            for node in group.nodes:
                linkage.iris[node.article, node.chain.id] = entity.iri
        for extraction in ordered:
            mint_nodes(extraction, linkage.iris, self.base)
        return Outcome(linkage, by_iri, tuple(sorted(set(joining.refusals))), unmatched)


def _typed(judgements: Iterable[Judgement]) -> dict[tuple[Key, str], EntityClass]:
    return {
        ((j.cls, name_key(j.cls, j.sides[0].name)), j.sides[0].article): EntityClass(j.value)
        for j in judgements
        if j.verb == "type"
    }


def _apart(judgements: Iterable[Judgement]) -> set[tuple[Key, str]]:
    """The chains that a judgement takes out of their name: those of one article, different from the rest."""
    return {
        ((j.cls, name_key(j.cls, side.name)), side.article)
        for j in judgements
        if j.verb == "different"
        for side in j.sides
        if side.article
    }


def _labels(groups: Iterable[Group], judgements: Iterable[Judgement]) -> dict[int, str]:
    renames = [j for j in judgements if j.verb == "rename"]
    return {id(group): j.value for j in renames for group in groups if fits(group, j, j.sides[0])}


def _is_matched(judgement: Judgement, groups: Iterable[Group]) -> bool:
    """Whether each side of a judgement is about something that is there."""
    cls = EntityClass(judgement.value) if judgement.verb == "type" else judgement.cls
    asked = Judgement(judgement.verb, cls, judgement.sides)
    return all(any(fits(group, asked, side) for group in groups) for side in judgement.sides)
