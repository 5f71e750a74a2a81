"""Describes the resources that several articles may share: entities, metrics, proposals, risks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import NamedNode, Triple

from kg.graph.scope import Scope, Worded
from kg.graph.terms import to_decimal, to_term, to_text
from kg.iris import expand_iri
from kg.model import Entity, Linkage, Metric, Span

Description = Entity | tuple[Worded, ...]
"""All that a resource's description is made from: its entity, or the ways in which articles word it."""

DESCRIBING = frozenset(
    {
        to_term("rdf:type"),
        to_term("rdfs:label"),
        to_term("skos:altLabel"),
        to_term("owl:sameAs"),
        to_term("dcterms:description"),
        *(to_term(f"aig:{name}") for name in ("value", "unit", "comparator", "measures", "baseline", "period")),
        to_term("aig:riskDomain"),
    }
)
"""Every predicate that a description uses: what else a resource has are facts."""


def to_descriptions(scopes: Iterable[Scope], linkage: Linkage) -> dict[str, Description]:
    """What each resource of these articles is to be described from, by IRI; the articles' order does not matter."""
    wordings: dict[str, set[Worded]] = {}
    descriptions: dict[str, Description] = {}
    for scope in scopes:
        for chain in scope.extraction.chains:
            iri = scope.iris[chain.id]
            descriptions[iri] = linkage.entities[iri]
        for node in scope.worded():
            # where it stands is the article's, not the node's: the description must be the same for all
            wordings.setdefault(scope.iris[node.id], set()).add(replace(node, id="", span=Span(0, 0)))
    for iri, found in wordings.items():
        descriptions[iri] = tuple(sorted(found, key=_preference))
    return descriptions


def _preference(node: Worded) -> tuple[int, str, str]:
    return len(node.label), node.label, repr(node)


def describe(iri: str, description: Description) -> Iterator[Triple]:
    """The triples that say what a resource is; where articles word it differently, the shortest label names it."""
    subject = NamedNode(iri)
    if isinstance(description, Entity):
        yield from _describe_entity(subject, description)
        return
    first = description[0]
    yield Triple(subject, to_term("rdf:type"), to_term(f"aig:{type(first).__name__}"))
    yield from _name(subject, first.label, {node.label for node in description})
    yield from _describe_metric(subject, first) if isinstance(first, Metric) else _describe_worded(subject, description)


def _describe_entity(subject: NamedNode, entity: Entity) -> Iterator[Triple]:
    yield Triple(subject, to_term("rdf:type"), to_term(f"aig:{entity.cls}"))
    yield from _name(subject, entity.label, entity.alternatives)
    for same in entity.same_as:
        yield Triple(subject, to_term("owl:sameAs"), NamedNode(same))


def _name(subject: NamedNode, label: str, others: Iterable[str]) -> Iterator[Triple]:
    yield Triple(subject, to_term("rdfs:label"), to_text(label))
    for other in others:
        if other != label:
            yield Triple(subject, to_term("skos:altLabel"), to_text(other))


def _describe_metric(subject: NamedNode, metric: Metric) -> Iterator[Triple]:
    yield Triple(subject, to_term("aig:value"), to_decimal(metric.value))
    yield Triple(subject, to_term("aig:unit"), NamedNode(expand_iri(metric.unit)))
    yield Triple(subject, to_term("aig:comparator"), to_term(f"aig:{metric.comparator}"))
    for name in ("measures", "baseline", "period"):
        if text := getattr(metric, name):
            yield Triple(subject, to_term(f"aig:{name}"), to_text(text))


def _describe_worded(subject: NamedNode, wordings: tuple[Worded, ...]) -> Iterator[Triple]:
    if full := next(filter(None, (getattr(node, "description", "") for node in wordings)), ""):
        yield Triple(subject, to_term("dcterms:description"), to_text(full))
    if domain := next(filter(None, (getattr(node, "domain", "") for node in wordings)), ""):
        yield Triple(subject, to_term("aig:riskDomain"), to_term(f"risk:{domain}"))
