"""Writes the whole graph, or one article's, in an order that depends on its content alone."""

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from kg.errors import UnknownFormat
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


def export(oxigraph: Store, name: str, base: str = DEFAULT_BASE) -> bytes:
    """The whole graph in one of `EXPORT_FORMATS`; equal graphs give equal bytes.

    Raises:
        UnknownFormat: there is no format of that name.
    """
    if name not in EXPORT_FORMATS:
        raise UnknownFormat(name, "the export of a graph", tuple(EXPORT_FORMATS))
    return EXPORT_FORMATS[name](oxigraph, base)


def _serialize(statements: Iterable[Triple] | Iterable[Quad], rdf_format: RdfFormat, base: str) -> bytes:
    data = serialize(statements, format=rdf_format, prefixes=to_prefixes(base))
    assert data is not None  # as long as it is given no file to write to
    return data


def _whole(rdf_format: RdfFormat) -> Writer:
    def write(oxigraph: Store, base: str) -> bytes:
        return _serialize(sort_triples(quad.triple for quad in oxigraph), rdf_format, base)

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


EXPORT_FORMATS: dict[str, Writer] = {
    "turtle": _whole(RdfFormat.TURTLE),
    "ntriples": _whole(RdfFormat.N_TRIPLES),
    "trig": _write_trig,
    "jsonld": _whole(RdfFormat.JSON_LD),
    "rdfxml": _whole(RdfFormat.RDF_XML),
    "graphml": to_graphml,
    "csv": to_csv,
}
