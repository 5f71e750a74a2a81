"""Each rule of the shapes broken once on a small sound graph, and every format read back with odd text in it."""

import csv
import io
import json
from decimal import Decimal
from functools import cache

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.errors import CheckFailed
from kg.graph import EXPORT_FORMATS, Rows, export, to_frame, to_memory, to_rdflib, to_triples, validate, write_result
from kg.graph.tables import CLAIM_COLUMNS
from kg.graph.terms import to_term
from kg.model import EntityClass, Extraction
from tests.graph.examples import BASE, Builder, NameLinker, make_article

TEXT = (
    "Norvik makes Pavo. Ilse Brandt works for Norvik as chair. Pavo solves 64% of tasks. "
    "Ilse Brandt asked for a pause and warned of fraud. Oslo enacted the Beacon Act."
)


def make_small() -> Extraction:
    b = Builder(make_article(TEXT, "https://news.example/small", headline="Small", published="2026-03-01"))
    lab, system = b.chain("Norvik"), b.chain("Pavo", EntityClass.SYSTEM, "the Pavo app")
    person, place = b.chain("Ilse Brandt", EntityClass.PERSON), b.chain("Oslo", EntityClass.PLACE)
    law = b.chain("Beacon Act", EntityClass.POLICY)
    share = b.metric("64%", "64", measures="tasks")
    pause, fraud = b.proposal("a pause"), b.risk("fraud", "FraudAndManipulation")
    first, second, third, fourth, fifth = (sentence.rstrip(".") + "." for sentence in TEXT.split(". "))
    b.claim(lab, "develops", system, first, confidence=0.9)
    b.claim(person, "worksFor", lab, second, role="chair")
    b.claim(system, "hasMetric", share, third, attributed_to=lab)
    b.claim(person, "proposes", pause, fourth)
    b.claim(person, "warnsOf", fraud, fourth)
    b.claim(place, "enacts", law, fifth)
    return b.made


@cache
def small() -> frozenset[Triple]:
    made = make_small()
    return frozenset(to_triples(made, NameLinker().link([made])))


def first_of(cls: str) -> NamedNode:
    """The first node of a class in the small graph, by its IRI."""
    found = [t.subject for t in small() if t.predicate == to_term("rdf:type") and t.object == to_term(cls)]
    return min((node for node in found if isinstance(node, NamedNode)), key=str)


def claim_of(predicate: str) -> NamedNode:
    """The one claim of a fact predicate."""
    (found,) = [
        t.subject for t in small() if t.predicate == to_term("rdf:predicate") and t.object == to_term(predicate)
    ]
    assert isinstance(found, NamedNode)
    return found


def node(name: str) -> NamedNode:
    """A node by its class, or a claim by `claim:` and its predicate."""
    return claim_of(name.removeprefix("claim:")) if name.startswith("claim:") else first_of(name)


def typed(text: str, datatype: str) -> Literal:
    """A literal of an XML Schema type."""
    return Literal(text, datatype=NamedNode(f"http://www.w3.org/2001/XMLSchema#{datatype}"))


def without(name: str, predicate: str) -> set[Triple]:
    """The small graph without what one node has under a predicate."""
    left = {t for t in small() if (t.subject, t.predicate) != (node(name), to_term(predicate))}
    assert len(left) < len(small())
    return left


def plus(name: str, predicate: str, value: NamedNode | Literal) -> set[Triple]:
    """The small graph and one triple more."""
    return {*small(), Triple(node(name), to_term(predicate), value)}


def swapped(name: str, predicate: str, value: NamedNode | Literal) -> set[Triple]:
    """The small graph with another value under a predicate of one node."""
    return {*without(name, predicate), Triple(node(name), to_term(predicate), value)}


def findings_of(triples: set[Triple]) -> list[str]:
    with pytest.raises(CheckFailed) as caught:
        validate(triples)
    assert str(len(caught.value.findings)) in str(caught.value)
    assert list(caught.value.findings) == sorted(set(caught.value.findings))
    assert all("\n" not in finding for finding in caught.value.findings)
    return list(caught.value.findings)


def assert_found(triples: set[Triple], name: str, rule: str) -> None:
    findings = findings_of(triples)
    assert any(node(name).value in finding and rule in finding for finding in findings), findings


def test_the_small_graph_is_sound() -> None:
    assert validate(small()) == len(small())


# node, what it must have, the rule that says so
NEEDED = [
    ("aig:Organization", "rdfs:label", "exactly one label"),
    ("aig:Person", "rdfs:label", "exactly one label"),
    ("aig:AISystem", "rdfs:label", "exactly one label"),
    ("aig:Policy", "rdfs:label", "exactly one label"),
    ("aig:Place", "rdfs:label", "exactly one label"),
    ("aig:Risk", "rdfs:label", "exactly one label"),
    ("schema:NewsArticle", "rdfs:label", "exactly one label"),
    ("schema:NewsArticle", "aig:plainText", "has its text, exactly once"),
    ("aig:Metric", "aig:value", "exactly one value"),
    ("aig:Metric", "aig:unit", "exactly one unit"),
    ("aig:Metric", "aig:comparator", "exactly one comparator"),
    ("claim:aig:develops", "rdf:subject", "exactly one subject"),
    ("claim:aig:develops", "rdf:predicate", "exactly one predicate"),
    ("claim:aig:develops", "rdf:object", "exactly one object"),
    ("claim:aig:develops", "aig:polarity", "exactly one polarity"),
    ("claim:aig:develops", "aig:modality", "exactly one modality"),
    ("claim:aig:develops", "aig:confidence", "exactly one confidence"),
    ("claim:aig:develops", "prov:wasDerivedFrom", "at least one evidence"),
    ("aig:Evidence", "oa:hasSource", "exactly one news article"),
    ("aig:Evidence", "oa:exact", "exactly one passage"),
    ("aig:Evidence", "oa:start", "exactly one start"),
    ("aig:Evidence", "oa:end", "exactly one end"),
]


@pytest.mark.parametrize(("name", "predicate", "rule"), NEEDED)
def test_what_must_be_there_is_missed(name: str, predicate: str, rule: str) -> None:
    assert any(node(name).value in finding and rule in finding for finding in findings_of_needed())


@cache
def findings_of_needed() -> list[str]:
    """All of them on one graph: each has a node or a rule of its own, and a validation takes a third of a second."""
    gone = {(node(name), to_term(predicate)) for name, predicate, _ in NEEDED}
    return findings_of({t for t in small() if (t.subject, t.predicate) not in gone})


# node, what it may have once alone, a second value, the rule that says so
ONCE = [
    ("aig:Organization", "rdfs:label", Literal("Other"), "exactly one label"),
    ("schema:NewsArticle", "aig:plainText", Literal("Other."), "exactly once"),
    ("schema:NewsArticle", "schema:headline", Literal("Other"), "at most one headline"),
    ("schema:NewsArticle", "schema:datePublished", typed("2026-03-02", "date"), "at most one date"),
    ("schema:NewsArticle", "schema:url", Literal("https://news.example/other"), "at most one address"),
    ("schema:NewsArticle", "schema:inLanguage", Literal("de"), "at most one language"),
    ("aig:Metric", "aig:value", typed("65.0", "decimal"), "exactly one value"),
    ("aig:Metric", "aig:unit", NamedNode("http://qudt.org/vocab/unit/DAY"), "exactly one unit"),
    ("aig:Metric", "aig:comparator", to_term("aig:About"), "exactly one comparator"),
    ("aig:Metric", "aig:measures", Literal("other"), "aig:measures is one string"),
    ("claim:aig:develops", "aig:polarity", to_term("aig:Denied"), "exactly one polarity"),
    ("claim:aig:develops", "aig:modality", to_term("aig:Planned"), "exactly one modality"),
    ("claim:aig:develops", "aig:confidence", typed("0.5", "decimal"), "exactly one confidence"),
    ("claim:aig:worksFor", "aig:roleTitle", Literal("clerk"), "aig:roleTitle is one string"),
    ("aig:Evidence", "oa:exact", Literal("Other"), "exactly one passage"),
    ("aig:Evidence", "oa:start", typed("1", "integer"), "exactly one start"),
    ("aig:Evidence", "oa:end", typed("9999", "integer"), "exactly one end"),
]


@pytest.mark.parametrize(("name", "predicate", "value", "rule"), ONCE)
def test_what_may_be_there_once_is_not_there_twice(
    name: str, predicate: str, value: NamedNode | Literal, rule: str
) -> None:
    assert any(node(name).value in finding and rule in finding for finding in findings_of_doubled())


@cache
def findings_of_doubled() -> list[str]:
    """All of them on one graph, as above."""
    return findings_of({t for name, predicate, value, _ in ONCE for t in plus(name, predicate, value)})


# node, property, a value that it must not have, the rule that says so
WRONG = [
    ("aig:Organization", "rdfs:label", Literal(""), "not empty"),
    ("schema:NewsArticle", "aig:plainText", Literal(""), "has its text"),
    ("schema:NewsArticle", "schema:url", Literal("ftp://news.example/small"), "of http or https"),
    ("schema:NewsArticle", "schema:inLanguage", Literal("not a tag"), "BCP 47"),
    ("schema:NewsArticle", "schema:datePublished", Literal("March"), "xsd:date or xsd:dateTime"),
    ("aig:Metric", "aig:value", typed("64", "integer"), "an xsd:decimal"),
    ("aig:Metric", "aig:value", Literal("64"), "an xsd:decimal"),
    ("aig:Metric", "aig:unit", Literal("percent"), "a QUDT unit"),
    ("aig:Metric", "aig:unit", NamedNode("http://example.org/unit/PERCENT"), "a QUDT unit"),
    ("aig:Metric", "aig:comparator", to_term("aig:Affirmed"), "comparator of the list"),
    ("aig:Metric", "aig:measures", typed("5", "integer"), "aig:measures is one string"),
    ("aig:Risk", "aig:riskDomain", to_term("aig:Risk"), "a concept of the scheme"),
    ("claim:aig:develops", "rdf:predicate", to_term("rdfs:label"), "a fact predicate"),
    ("claim:aig:develops", "rdf:object", Literal("Pavo"), "exactly one object, an IRI"),
    ("claim:aig:develops", "aig:polarity", to_term("aig:Actual"), "aig:Affirmed or aig:Denied"),
    ("claim:aig:develops", "aig:modality", to_term("aig:Affirmed"), "exactly one modality"),
    ("claim:aig:develops", "aig:confidence", typed("1.01", "decimal"), "from 0 to 1"),
    ("claim:aig:develops", "aig:confidence", typed("-0.01", "decimal"), "from 0 to 1"),
    ("claim:aig:develops", "aig:confidence", typed("1", "integer"), "an xsd:decimal"),
    ("claim:aig:worksFor", "aig:roleTitle", Literal(""), "not empty"),
    ("aig:Evidence", "oa:exact", Literal(""), "not empty"),
    ("aig:Evidence", "oa:start", typed("-1", "integer"), "from 0"),
    ("aig:Evidence", "oa:start", typed("9999", "integer"), "before its end"),
    ("aig:Evidence", "oa:end", Literal("18"), "exactly one end, an integer"),
]


@pytest.mark.parametrize(("name", "predicate", "value", "rule"), WRONG)
def test_a_value_of_the_wrong_kind_is_found(name: str, predicate: str, value: NamedNode | Literal, rule: str) -> None:
    assert_found(swapped(name, predicate, value), name, rule)


# node, property, the class of the node that it leads to, the rule that forbids it
MISPLACED = [
    ("aig:Person", "aig:develops", "aig:AISystem", "aig:develops comes from an organization"),
    ("aig:Organization", "aig:develops", "aig:Policy", "aig:develops goes to an AI system"),
    ("aig:Place", "aig:releases", "aig:AISystem", "aig:releases comes from"),
    ("aig:Organization", "aig:releases", "aig:Place", "aig:releases goes to"),
    ("aig:Person", "aig:foundedBy", "aig:Person", "aig:foundedBy comes from"),
    ("aig:Organization", "aig:worksFor", "aig:Organization", "aig:worksFor comes from a person"),
    ("aig:Person", "aig:worksFor", "aig:Place", "aig:worksFor goes to an organization"),
    ("aig:Person", "aig:formerlyAt", "aig:AISystem", "aig:formerlyAt goes to"),
    ("aig:Organization", "aig:partOf", "aig:Place", "aig:partOf goes to"),
    ("aig:Organization", "aig:basedIn", "aig:Person", "aig:basedIn goes to a place"),
    ("aig:Policy", "aig:funds", "aig:Organization", "aig:funds comes from"),
    ("aig:Organization", "aig:acquires", "aig:AISystem", "aig:acquires goes to"),
    ("aig:Organization", "aig:collaboratesWith", "aig:Place", "aig:collaboratesWith goes to an agent"),
    ("aig:Organization", "aig:competesWith", "aig:Person", "aig:competesWith goes to"),
    ("aig:Person", "aig:enacts", "aig:Policy", "aig:enacts comes from"),
    ("aig:Place", "aig:enacts", "aig:AISystem", "aig:enacts goes to a policy"),
    ("aig:Metric", "aig:signs", "aig:Policy", "aig:signs comes from an agent"),
    ("aig:Policy", "aig:regulates", "aig:Place", "aig:regulates goes to"),
    ("aig:Organization", "aig:actsAgainst", "aig:Policy", "aig:actsAgainst goes to"),
    ("aig:Person", "aig:supports", "aig:Organization", "aig:supports goes to"),
    ("aig:Person", "aig:opposes", "aig:Place", "aig:opposes goes to"),
    ("aig:Person", "aig:proposes", "aig:Policy", "aig:proposes goes to"),
    ("aig:Policy", "aig:addressedTo", "aig:Person", "aig:addressedTo comes from"),
    ("aig:Person", "aig:warnsOf", "aig:Proposal", "aig:warnsOf goes to a risk"),
    ("aig:Person", "aig:mitigates", "aig:Risk", "aig:mitigates comes from"),
    ("aig:AISystem", "aig:hasMetric", "aig:Risk", "aig:hasMetric goes to a metric"),
    ("aig:Organization", "schema:mentions", "aig:Person", "schema:mentions comes from"),
    ("aig:Person", "aig:riskDomain", "risk:Misinformation", "aig:riskDomain comes from"),
    ("claim:aig:develops", "aig:attributedTo", "aig:Place", "one agent or document"),
    ("claim:aig:develops", "prov:wasDerivedFrom", "aig:Person", "at least one evidence"),
]


@pytest.mark.parametrize(("name", "predicate", "other", "rule"), MISPLACED)
def test_a_property_in_the_wrong_place_is_found(name: str, predicate: str, other: str, rule: str) -> None:
    assert any(node(name).value in finding and rule in finding for finding in findings_of_misplaced())


@cache
def findings_of_misplaced() -> list[str]:
    """All of them on one graph: each has a message of its own, and a validation takes a third of a second."""
    added = {
        Triple(node(name), to_term(predicate), to_term(other) if other.startswith("risk:") else first_of(other))
        for name, predicate, other, _ in MISPLACED
    }
    return findings_of({*small(), *added})


ALONE = [
    ("aig:Person", "aig:plainText", Literal("text"), "only a news article has aig:plainText"),
    ("aig:Person", "aig:measures", Literal("text"), "only a metric has"),
    ("aig:Person", "aig:baseline", Literal("text"), "only a metric has"),
    ("aig:Person", "aig:period", Literal("text"), "only a metric has"),
    ("aig:Person", "aig:rule", Literal("text"), "only a claim has"),
    ("aig:Person", "aig:roleTitle", Literal("text"), "only a claim has aig:roleTitle"),
    ("aig:Person", "oa:exact", Literal("text"), "is evidence"),
    ("claim:aig:develops", "aig:roleTitle", Literal("text"), "aig:worksFor and aig:formerlyAt"),
    ("aig:Person", "owl:sameAs", Literal("text"), "the same thing elsewhere is an IRI"),
    ("aig:Person", "aig:comparator", to_term("aig:Exactly"), "only a metric has"),
    ("aig:Person", "aig:polarity", to_term("aig:Affirmed"), "only a claim has"),
]


@pytest.mark.parametrize(("name", "predicate", "value", "rule"), ALONE)
def test_what_belongs_to_another_class_is_found(
    name: str, predicate: str, value: NamedNode | Literal, rule: str
) -> None:
    assert_found(plus(name, predicate, value), name, rule)


def test_an_alternative_label_that_is_the_label_is_found() -> None:
    assert_found(
        plus("aig:Organization", "skos:altLabel", Literal("Norvik")), "aig:Organization", "other than the label"
    )


@pytest.mark.parametrize("stance", [("aig:polarity", "aig:Denied"), ("aig:modality", "aig:Planned")])
def test_a_fact_that_is_denied_or_planned_is_found(stance: tuple[str, str]) -> None:
    findings = findings_of(swapped("claim:aig:develops", stance[0], to_term(stance[1])))
    assert any("no claim that is affirmed and actual" in finding for finding in findings)


def test_a_finding_tells_the_label_of_its_node() -> None:
    assert any(finding.startswith(f"Ilse Brandt <{node('aig:Person').value}>: ") for finding in findings_of_misplaced())


ODD = [
    "plain",
    "",
    " leading and trailing ",
    'a "quoted" word',
    "it's",
    "a, comma; and semicolon",
    "a\ttab",
    "two\nlines",
    "back\\slash \\n \\t",
    "<b>&amp;</b> & ]]>",
    "Zürich – 東京 – 🚀",
    "{brace} [bracket] (paren)",
    "=1+1",
    "?x $y @z #w",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_comes_back_from_every_table_format(text: str) -> None:
    rows = Rows(("a", "b"), ((Literal(text), Literal("end")),))
    (_, cells) = csv.reader(io.StringIO(write_result(rows, "csv").decode(), newline=""))
    assert cells == [text, "end"]
    assert json.loads(write_result(rows, "jsonl")) == {"a": text, "b": "end"}
    (binding,) = json.loads(write_result(rows, "json"))["results"]["bindings"]
    assert binding["a"] == {"type": "literal", "value": text}
    theirs = rdflib.query.Result.parse(io.BytesIO(write_result(rows, "xml")), format="xml")
    assert [str(row[0]) for row in theirs] == [text]  # type: ignore[index]


@pytest.mark.parametrize("text", ODD)
def test_a_row_of_tab_separated_text_is_one_line(text: str) -> None:
    made = write_result(Rows(("a", "b"), ((Literal(text), Literal("end")),)), "tsv").decode()
    head, line, rest = made.split("\n")
    assert (head, rest) == ("?a\t?b", "")
    first, second = line.split("\t")
    assert second == '"end"'
    (back,) = parse(f"<http://e.example/s> <http://e.example/p> {first} .".encode(), format=RdfFormat.TURTLE)
    assert back.object == Literal(text)


def make_odd(text: str) -> set[Triple]:
    """The small graph whose organization bears an odd name besides."""
    return plus("aig:Organization", "skos:altLabel", Literal(text))


RDF_FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
    "trig": RdfFormat.TRIG,
}


@pytest.mark.parametrize("name", RDF_FORMATS)
def test_an_export_holds_every_triple_however_odd_its_text(name: str) -> None:
    triples = set(small()) | {t for text in ODD for t in make_odd(text)}
    written = export(to_memory(triples), name)
    back = {Triple(q.subject, q.predicate, q.object) for q in parse(written, format=RDF_FORMATS[name], base_iri=BASE)}
    assert back == triples


@pytest.mark.parametrize("name", EXPORT_FORMATS)
def test_an_export_does_not_depend_on_the_order_of_its_triples(name: str) -> None:
    forth, back = sorted(small(), key=str), sorted(small(), key=str, reverse=True)
    assert export(to_memory(forth), name) == export(to_memory(back), name)


@pytest.mark.parametrize("name", EXPORT_FORMATS)
def test_an_empty_graph_has_an_export(name: str) -> None:
    written = export(Store(), name)
    assert b"Norvik" not in written
    assert b"Norvik" in export(to_memory(small()), name)


def test_a_row_of_claims_says_what_its_claim_says() -> None:
    rows = list(csv.DictReader(io.StringIO(export(to_memory(small()), "csv").decode(), newline="")))
    told = [(row["subject"], row["predicate"], row["object"]) for row in rows]
    assert told[:2] == [("Norvik", "develops", "Pavo"), ("Ilse Brandt", "worksFor", "Norvik")]
    assert told[-1] == ("Oslo", "enacts", "Beacon Act")
    assert [row["role"] for row in rows if row["role"]] == ["chair"]
    assert [row["attributed_to"] for row in rows if row["attributed_to"]] == ["Norvik"]
    assert [TEXT[int(row["start"]) : int(row["end"])] for row in rows] == [row["sentence"] for row in rows]
    assert {(row["article"], row["published"], row["url"]) for row in rows} == {
        ("Small", "2026-03-01", "https://news.example/small")
    }


def test_a_frame_has_the_claims_columns_and_numbers() -> None:
    pandas = pytest.importorskip("pandas")
    frame = to_frame(small())
    assert list(frame.columns) == list(CLAIM_COLUMNS)
    assert len(frame) == 6
    assert frame["subject_class"].tolist()[0] == "Organization"
    assert frame.loc[frame["predicate"] == "hasMetric", ["value", "unit"]].to_numpy().tolist() == [[64.0, "PERCENT"]]
    assert frame["value"].isna().sum() == 5
    assert all(pandas.api.types.is_numeric_dtype(frame[name]) for name in ("confidence", "start", "end", "value"))
    assert frame["confidence"].between(0, 1).all()


def test_rdflib_holds_the_same_values() -> None:
    graph = to_rdflib(small())
    assert len(graph) == len(small())
    value = graph.value(rdflib.URIRef(node("aig:Metric").value), rdflib.URIRef(to_term("aig:value").value))
    assert isinstance(value, rdflib.Literal)
    assert value.toPython() == Decimal(64)


def test_a_store_in_memory_holds_each_triple_once() -> None:
    oxigraph = to_memory([*small(), *small()])
    assert len(oxigraph) == len(small())
    assert Quad(node("aig:Organization"), to_term("aig:develops"), node("aig:AISystem")) in oxigraph
