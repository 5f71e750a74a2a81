"""Writes the graph for tools that know no RDF: CSV, one claim a row, and GraphML, one fact an edge."""

import csv
import io
from xml.etree import ElementTree as ET

from pyoxigraph import Store

from kg.graph.query import run_query
from kg.graph.results import Rows
from kg.graph.terms import to_plain, to_xml_text

CLAIM_COLUMNS = (
    "subject", "subject_class", "predicate", "object", "object_class", "polarity", "modality", "attributed_to",
    "confidence", "role", "sentence", "start", "end", "article", "published", "publisher", "url", "value", "unit",
    "subject_iri", "object_iri", "article_iri", "claim_iri",
)  # fmt: skip

_CLAIMS = """
SELECT * WHERE {
    ?claim_iri a aig:Claim ; rdf:subject ?subject_iri ; rdf:predicate ?relation ; rdf:object ?object_iri ;
        aig:polarity ?is ; aig:modality ?how ; aig:confidence ?confidence ; prov:wasDerivedFrom ?evidence .
    ?evidence oa:exact ?sentence ; oa:start ?start ; oa:end ?end ; oa:hasSource ?article_iri .
    ?article_iri rdfs:label ?article .
    ?subject_iri rdfs:label ?subject ; a ?subject_type .
    ?object_iri rdfs:label ?object ; a ?object_type .
    BIND ( STRAFTER(STR(?relation), "#") AS ?predicate )
    BIND ( STRAFTER(STR(?is), "#") AS ?polarity )
    BIND ( STRAFTER(STR(?how), "#") AS ?modality )
    BIND ( STRAFTER(STR(?subject_type), "#") AS ?subject_class )
    BIND ( STRAFTER(STR(?object_type), "#") AS ?object_class )
    OPTIONAL { ?claim_iri aig:attributedTo/rdfs:label ?attributed_to }
    OPTIONAL { ?claim_iri aig:roleTitle ?role }
    OPTIONAL { ?article_iri schema:datePublished ?published }
    OPTIONAL { ?article_iri schema:publisher ?publisher }
    OPTIONAL { ?article_iri schema:url ?url }
    OPTIONAL {
        ?object_iri aig:value ?value ; aig:unit ?unit_iri
        BIND ( REPLACE(STR(?unit_iri), "^.*[/#]", "") AS ?unit )
    }
}
ORDER BY ?article_iri ?start ?end ?claim_iri"""

_NODES = """
SELECT ?iri ?label ?class (COUNT(DISTINCT ?source) AS ?articles) WHERE {
    ?source schema:mentions ?iri . ?iri a ?type ; rdfs:label ?label .
    BIND ( STRAFTER(STR(?type), "#") AS ?class )
}
GROUP BY ?iri ?label ?class ORDER BY ?iri"""

_EDGES = """
SELECT ?subject ?predicate ?object (COUNT(DISTINCT ?source) AS ?articles) (MAX(?sure) AS ?confidence)
    (MIN(?exact) AS ?sentence) WHERE {
    ?claim rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ; aig:confidence ?sure ;
        aig:polarity aig:Affirmed ; aig:modality aig:Actual ; prov:wasDerivedFrom ?evidence .
    ?evidence oa:hasSource ?source ; oa:exact ?exact .
    BIND ( STRAFTER(STR(?relation), "#") AS ?predicate )
}
GROUP BY ?subject ?predicate ?object ORDER BY ?subject ?predicate ?object"""

_LIMIT_S = 3600.0  # an export may take as long as the graph is large

_GRAPHML_TYPES = {"articles": "int", "confidence": "double"}  # what is not named here is a string


def find_claim_rows(oxigraph: Store, base: str) -> list[dict[str, str]]:
    """One row for every claim, in the order of the articles' IRIs and of the text: `CLAIM_COLUMNS` -> text."""
    return _select(oxigraph, _CLAIMS, base, CLAIM_COLUMNS)


def to_csv(oxigraph: Store, base: str) -> bytes:
    """Every claim as a row of CSV with a header, in UTF-8."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, CLAIM_COLUMNS)
    writer.writeheader()
    writer.writerows(find_claim_rows(oxigraph, base))
    return stream.getvalue().encode()


def to_graphml(oxigraph: Store, base: str) -> bytes:
    """The facts as a directed GraphML network whose nodes and edges bear a label; an edge counts its articles."""
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    columns = {"node": ("label", "class", "articles"), "edge": ("predicate", "articles", "confidence", "sentence")}
    for kind, names in columns.items():
        for name in names:
            declared = {"for": kind, "attr.name": name, "attr.type": _GRAPHML_TYPES.get(name, "string")}
            ET.SubElement(root, "key", {"id": f"{kind}-{name}", **declared})
    network = ET.SubElement(root, "graph", {"id": "facts", "edgedefault": "directed"})
    for row in _select(oxigraph, _NODES, base, ("iri", *columns["node"])):
        _fill(ET.SubElement(network, "node", id=row["iri"]), "node", columns["node"], row)
    for row in _select(oxigraph, _EDGES, base, ("subject", "object", *columns["edge"])):
        identity = f"{row['subject']} {row['predicate']} {row['object']}"
        ends = {"id": identity, "source": row["subject"], "target": row["object"]}
        _fill(ET.SubElement(network, "edge", ends), "edge", columns["edge"], row)
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode", xml_declaration=False).encode() + b"\n"


def _fill(element: ET.Element, kind: str, names: tuple[str, ...], row: dict[str, str]) -> None:
    for name in names:
        ET.SubElement(element, "data", key=f"{kind}-{name}").text = to_xml_text(row[name])


def _select(oxigraph: Store, text: str, base: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    result = run_query(oxigraph, text, base, limit_s=_LIMIT_S)
    assert isinstance(result, Rows)
    made = []
    for row in result.rows:
        values = dict(zip(result.variables, row, strict=True))
        made.append({name: to_plain(values.get(name)) for name in columns})
    return made
