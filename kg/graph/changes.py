"""Works out what must change in the graph so that it holds exactly what the articles at hand say.

The graph is a union of parts: what rests on one article alone, the description of one resource, and single facts.
A part is looked at again when the digest of what it is made from differs from the digest it was loaded with.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, Store, Triple

from kg.graph.activities import to_activity_triples
from kg.graph.ledger import to_digest_bytes
from kg.graph.nodes import Description, describe, to_descriptions
from kg.graph.parts import Fact, find_claims, find_part, to_facts
from kg.graph.runs import Activity
from kg.graph.scope import Scope, to_scopes
from kg.graph.triples import to_fact, to_own_triples
from kg.iris import mint_run
from kg.model import Extraction, Linkage

Digests = dict[str, bytes]

BULK_TRIPLES = 100_000  # measured: 918,000 triples took 30 s at one stroke and 10 s in bulk; below, files get too many


@dataclass(frozen=True)
class Wanted:
    """What the graph is to hold, in the light form that can be kept for all articles at once.

    `scopes` are by the article's IRI; `digests` holds one for each article, resource and run, by IRI.
    """

    base: str
    scopes: dict[str, Scope]
    descriptions: dict[str, Description]
    facts: set[Fact]
    activities: dict[str, Activity]
    digests: Digests


@dataclass(frozen=True)
class Delta:
    """Triples to take out and to put in."""

    removed: frozenset[Triple]
    added: frozenset[Triple]

    def apply(self, oxigraph: Store) -> None:
        """Changes the graph at one stroke, so that whoever reads meanwhile sees all of it or nothing.

        Very many new triples go in by parts, in a third of the time; who writes so many notes it in a journal before.
        """
        added = (Quad(triple.subject, triple.predicate, triple.object) for triple in self.added)
        if self.removed:
            out, into = (" .\n".join(map(str, triples)) for triples in (self.removed, self.added))
            oxigraph.update(f"DELETE DATA {{ {out} }} ; INSERT DATA {{ {into} }}")
        elif len(self.added) < BULK_TRIPLES:
            oxigraph.extend(added)
        else:
            oxigraph.bulk_extend(added)


def to_wanted(
    readings: Iterable[Extraction],
    linkage: Linkage,
    base: str,
    contents: Mapping[str, bytes],
    activities: Iterable[Activity] = (),
) -> Wanted:
    """What the graph is to hold; `contents` are digests of the extractions, by article id."""
    scopes = {scope.article_iri: scope for scope in to_scopes(iter(readings), linkage, base).values()}
    descriptions = to_descriptions(scopes.values(), linkage)
    facts = {fact for scope in scopes.values() for fact in scope.facts()}
    digests = {iri: to_digest_bytes(description) for iri, description in descriptions.items()}
    for iri, scope in scopes.items():
        digests[iri] = to_digest_bytes((contents[scope.extraction.article.id], sorted(scope.iris.items())))
    runs = {mint_run(base, activity.record.id): activity for activity in activities}
    for iri, activity in runs.items():
        digests[iri] = to_digest_bytes((activity.record.kept, activity.record.version, activity.articles))
    return Wanted(base, scopes, descriptions, facts, runs, digests)


def find_changed(wanted: Mapping[str, bytes], loaded: Mapping[str, bytes]) -> set[str]:
    """The IRIs of the articles and resources that are new, gone, or made from something else than before."""
    gone = loaded.keys() - wanted.keys()
    return gone | {iri for iri, digest in wanted.items() if loaded.get(iri) != digest}


def to_delta(oxigraph: Store, changed: Iterable[str], wanted: Wanted, read: Callable[[str], Extraction]) -> Delta:
    """How the graph as it is now comes to hold what is wanted of those articles and resources.

    `read` gives an article's whole extraction by its id. The facts that the articles state now, or stated in the graph,
    are looked at too: one stays as long as any article backs it.
    """
    removed: set[Triple] = set()
    added: set[Triple] = set()
    candidates: set[Fact] = set()
    for iri in changed:
        held = set(find_part(oxigraph, NamedNode(iri)))
        fresh = set(_wanted_triples(iri, wanted, read))
        removed |= held - fresh
        added |= fresh - held
        candidates |= set(to_facts(find_claims(held).values()))
        if iri in wanted.scopes:
            candidates.update(wanted.scopes[iri].facts())
    for fact in candidates:
        triple = to_fact(fact)
        in_graph = Quad(triple.subject, triple.predicate, triple.object) in oxigraph
        if in_graph and fact not in wanted.facts:
            removed.add(triple)
        elif fact in wanted.facts and not in_graph:
            added.add(triple)
    return Delta(frozenset(removed), frozenset(added))


def _wanted_triples(iri: str, wanted: Wanted, read: Callable[[str], Extraction]) -> Iterator[Triple]:
    if scope := wanted.scopes.get(iri):
        whole = Scope(read(scope.extraction.article.id), scope.iris, scope.base)
        return to_own_triples(whole)
    if description := wanted.descriptions.get(iri):
        return describe(iri, description)
    if activity := wanted.activities.get(iri):
        return to_activity_triples(iri, activity, wanted.base)
    return iter(())
