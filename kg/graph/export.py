"""Writes the whole graph, or one article's, in an order that depends on its content alone."""

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from kg.errors import UnknownFormat
from kg.graph.activities import find_activities
from kg.graph.parts import find_articles, find_claims, find_description, find_part, is_affirmed, to_facts
from kg.graph.tables import to_csv, to_graphml
from kg.graph.terms import sort_triples, to_prefixes, to_term
from kg.graph.triples import to_fact, to_triples
from kg.iris import DEFAULT_BASE
from kg.model import Extraction, Linkage

Writer = Callable[[Store, str], bytes]


def to_turtle(extraction: Extraction, linkage: Linkage, base: str = DEFAULT_BASE) -> bytes:
    """One article's triples as Turtle."""
    return _serialize(sort_triples(to_triples(extraction, linkage, base)), RdfFormat.TURTLE, base)


def export(oxigraph: Store, name: str, base: str = DEFAULT_BASE, *, with_runs: bool = False) -> bytes:
    """The graph of all articles in one of `EXPORT_FORMATS`; the same articles give the same bytes.

    The runs that brought the articles differ from store to store; they are in it where `with_runs`.

    Raises:
        UnknownFormat: there is no format of that name, or none that has room for runs.
    """
    formats = RUN_FORMATS if with_runs else EXPORT_FORMATS
    if name not in formats:
        what = "an export with runs" if with_runs else "the export of a graph"
        raise UnknownFormat(name, what, tuple(formats))
    return formats[name](oxigraph, base)


def _serialize(statements: Iterable[Triple] | Iterable[Quad], rdf_format: RdfFormat, base: str) -> bytes:
    data = serialize(statements, format=rdf_format, prefixes=to_prefixes(base))
    assert data is not None  # as long as it is given no file to write to
    return data


def _whole(rdf_format: RdfFormat, with_runs: bool = False) -> Writer:
    def write(oxigraph: Store, base: str) -> bytes:
        left_out = frozenset() if with_runs else find_activities(oxigraph)
        triples = (quad.triple for quad in oxigraph if quad.subject not in left_out)
        return _serialize(sort_triples(triples), rdf_format, base)

    return write


def _write_trig(oxigraph: Store, base: str) -> bytes:
    quads: list[Quad] = []
    for article in find_articles(oxigraph):
        said = sort_triples(set(_article_graph(oxigraph, article)))
        quads.extend(Quad(triple.subject, triple.predicate, triple.object, article) for triple in said)
    return _serialize(quads, RdfFormat.TRIG, base)


def _article_graph(oxigraph: Store, article: NamedNode) -> Iterator[Triple]:
    """What one article says: itself, its evidence and claims, the facts that they back, the resources it mentions."""
    part = list(find_part(oxigraph, article))
    yield from part
    yield from map(to_fact, to_facts(claim for claim in find_claims(part).values() if is_affirmed(claim)))
    for mention in oxigraph.quads_for_pattern(article, to_term("schema:mentions"), None):
        if isinstance(mention.object, NamedNode):
            yield from find_description(oxigraph, mention.object)


_RDF_FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}

EXPORT_FORMATS: dict[str, Writer] = {
    **{name: _whole(rdf_format) for name, rdf_format in _RDF_FORMATS.items()},
    "trig": _write_trig,
    "graphml": to_graphml,
    "csv": to_csv,
}

RUN_FORMATS: dict[str, Writer] = {name: _whole(rdf_format, with_runs=True) for name, rdf_format in _RDF_FORMATS.items()}
