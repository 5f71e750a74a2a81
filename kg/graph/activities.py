"""Describes runs as activities: when they were, and which articles of the graph they brought."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Store, Triple

from kg.graph.runs import Activity
from kg.graph.terms import to_date, to_term, to_text
from kg.iris import mint_article


def to_activity_triples(iri: str, activity: Activity, base: str) -> Iterator[Triple]:
    """What the graph says of a run.

    All of it has the run as subject: an article's own triples are the same whichever run brought it. The run ended,
    as provenance goes, when it kept its last article.
    """
    subject, record = NamedNode(iri), activity.record
    yield Triple(subject, to_term("rdf:type"), to_term("prov:Activity"))
    yield Triple(subject, to_term("rdfs:label"), to_text(f"ingestion {record.id}"))
    yield Triple(subject, to_term("prov:startedAtTime"), _to_moment(record.started))
    yield Triple(subject, to_term("prov:endedAtTime"), _to_moment(record.kept))
    yield Triple(subject, to_term("schema:softwareVersion"), to_text(record.version))
    for article_id in activity.articles:
        yield Triple(subject, to_term("prov:generated"), NamedNode(mint_article(base, article_id)))


def find_activities(oxigraph: Store) -> frozenset[NamedNode]:
    """Every run in the graph."""
    found = oxigraph.quads_for_pattern(None, to_term("rdf:type"), to_term("prov:Activity"))
    return frozenset(quad.subject for quad in found if isinstance(quad.subject, NamedNode))


def _to_moment(time: str) -> Literal:
    moment = to_date(time)
    assert moment is not None  # records are written by kg.runs.now
    return moment
