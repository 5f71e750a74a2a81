"""Finds in the graph what rests on one article alone, and what describes one resource."""

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from kg.graph.nodes import DESCRIBING
from kg.graph.terms import to_term

Fact = tuple[str, str, str]
Node = NamedNode | BlankNode | Triple


def find_articles(oxigraph: Store) -> list[NamedNode]:
    """Every article of the graph, sorted by IRI."""
    found = oxigraph.quads_for_pattern(None, to_term("rdf:type"), to_term("schema:NewsArticle"))
    return sorted((quad.subject for quad in found if isinstance(quad.subject, NamedNode)), key=str)


def find_part(oxigraph: Store, iri: NamedNode) -> Iterator[Triple]:
    """What the graph holds of an article and its claims and evidence, of a run, or of a resource's description.

    May repeat.
    """
    if Quad(iri, to_term("rdf:type"), to_term("prov:Activity")) in oxigraph:
        yield from _about(oxigraph, iri)
        return
    if Quad(iri, to_term("rdf:type"), to_term("schema:NewsArticle")) not in oxigraph:
        yield from find_description(oxigraph, iri)
        return
    yield from _about(oxigraph, iri)
    for passage in oxigraph.quads_for_pattern(None, to_term("oa:hasSource"), iri):
        yield from _about(oxigraph, passage.subject)
        for derived in oxigraph.quads_for_pattern(None, to_term("prov:wasDerivedFrom"), passage.subject):
            yield derived.triple
            if Quad(derived.subject, to_term("rdf:type"), to_term("aig:Claim")) in oxigraph:
                yield from _about(oxigraph, derived.subject)


def find_description(oxigraph: Store, iri: NamedNode) -> Iterator[Triple]:
    """What the graph says a resource is, without the facts about it."""
    return (triple for triple in _about(oxigraph, iri) if triple.predicate in DESCRIBING)


def find_claims(triples: Iterable[Triple]) -> dict[str, dict[str, str]]:
    """The parts of every claim among those triples, by the claim's IRI: local name of the predicate -> value or IRI."""
    claims: dict[str, dict[str, str]] = {}
    for triple in triples:
        if triple.predicate in _CLAIMING and isinstance(triple.subject, NamedNode):
            thing = triple.object
            value = thing.value if isinstance(thing, (NamedNode, Literal)) else str(thing)
            claims.setdefault(triple.subject.value, {})[_CLAIMING[triple.predicate]] = value
    return claims


def to_facts(claims: Iterable[dict[str, str]]) -> Iterator[Fact]:
    """Subject, predicate and object of each claim, as IRIs."""
    return ((claim["subject"], claim["predicate"], claim["object"]) for claim in claims)


def is_affirmed(claim: dict[str, str]) -> bool:
    """Whether a claim says that something is so now, or was: what a fact rests on."""
    return (claim["polarity"], claim["modality"]) == (to_term("aig:Affirmed").value, to_term("aig:Actual").value)


_CLAIMING = {
    to_term("rdf:subject"): "subject",
    to_term("rdf:predicate"): "predicate",
    to_term("rdf:object"): "object",
    to_term("aig:polarity"): "polarity",
    to_term("aig:modality"): "modality",
}


def _about(oxigraph: Store, subject: Node) -> Iterator[Triple]:
    return (quad.triple for quad in oxigraph.quads_for_pattern(subject, None, None))
