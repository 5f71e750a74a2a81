"""Every term is documented, its example says what it claims to, and the contract's terms are all there."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from kg.iris import PREFIXES, expand_iri
from kg.model import Comparator, EntityClass, Modality, Polarity

from .conftest import AIG, ONTOLOGY, load

SCHEMA = Namespace("https://schema.org/")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property, OWL.NamedIndividual)
HEADER = "@base <https://w3id.org/aigov/resource/> .\n" + "".join(
    f"@prefix {p}: <{n}> .\n" for p, n in PREFIXES.items()
)
TERMS = sorted({s for kind in KINDS for s in load("aigov.ttl").subjects(RDF.type, kind) if isinstance(s, URIRef)})


def ends(terms: Graph, term: Node, strict: URIRef, loose: URIRef) -> list[Node]:
    """The classes on one side of a property."""
    return [*terms.objects(term, strict), *terms.objects(term, loose)]


def closed_list(terms: Graph, cls: URIRef) -> set[str]:
    """The local names of the only members of a class."""
    return {str(i).removeprefix(AIG) for i in terms.items(terms.value(cls, OWL.oneOf) or RDF.nil)}


@pytest.mark.parametrize("term", TERMS)
def test_a_term_has_a_label_a_comment_and_an_example(terms: Graph, term: URIRef) -> None:
    assert len(list(terms.objects(term, RDFS.label))) == 1
    assert str(terms.value(term, RDFS.comment)).endswith(".")
    assert (term, SKOS.example, None) in terms


@pytest.mark.parametrize("term", TERMS)
def test_an_example_is_a_sentence_and_turtle_that_uses_the_term(terms: Graph, term: URIRef) -> None:
    sentence, _, turtle = str(terms.value(term, SKOS.example)).partition("\n")
    assert sentence
    assert not sentence.startswith("<")
    example = Graph().parse(data=HEADER + turtle, format="turtle")
    used = {part for triple in example for part in triple}
    if term in (AIG.Agent, AIG.Polarity, AIG.Modality, AIG.Comparator):  # which resources carry only by their members
        assert used & set(terms.items(next(terms.objects(term, OWL.oneOf | OWL.disjointUnionOf))))
    else:
        assert term in used


@pytest.mark.parametrize("term", TERMS)
def test_a_property_has_a_domain_and_a_range(terms: Graph, term: URIRef) -> None:
    if {OWL.Class, OWL.NamedIndividual} & set(terms.objects(term, RDF.type)):
        return
    assert ends(terms, term, RDFS.domain, SCHEMA.domainIncludes)
    assert ends(terms, term, RDFS.range, SCHEMA.rangeIncludes)


def test_examples_that_quote_a_passage_quote_it(terms: Graph) -> None:
    oa = "http://www.w3.org/ns/oa#"
    for example in terms.objects(None, SKOS.example):
        sentence, _, turtle = str(example).partition("\n")
        graph = Graph().parse(data=HEADER + turtle, format="turtle")
        for passage, exact in graph.subject_objects(URIRef(f"{oa}exact")):
            start, end = (int(n) for n in str(passage).rpartition("=")[2].split(","))
            assert sentence[start:end] == str(exact)
        for value in graph.objects(None, AIG.value):
            assert isinstance(value.toPython(), Decimal)  # type: ignore[attr-defined]


def test_the_values_that_travel_between_stages_have_terms(terms: Graph) -> None:
    assert closed_list(terms, AIG.Polarity) == {p.value for p in Polarity}
    assert closed_list(terms, AIG.Modality) == {m.value for m in Modality}
    assert closed_list(terms, AIG.Comparator) == {c.value for c in Comparator}
    assert {AIG[c.value] for c in EntityClass} <= set(terms.subjects(RDF.type, OWL.Class))


def test_members_of_closed_lists_are_individuals_of_their_class(terms: Graph) -> None:
    for cls in (AIG.Polarity, AIG.Modality, AIG.Comparator):
        assert closed_list(terms, cls) == {str(i).removeprefix(AIG) for i in terms.subjects(RDF.type, cls)}


def test_every_term_of_the_contract_is_in_the_ontology(terms: Graph) -> None:
    contract = Path(__file__).resolve().parents[3] / "shared" / "GRAPH.md"
    if not contract.is_file():
        pytest.skip("the graph contract is not part of the repository and absent here")
    named = set(
        re.findall(r"\b(?:aig|schema|prov|oa|rdf|skos|dcterms):[A-Za-z]+", contract.read_text(encoding="utf-8"))
    )
    assert len(named) > 60
    assert {n for n in named if (URIRef(expand_iri(n)), RDFS.comment, None) not in terms} == set()


@pytest.mark.parametrize("path", sorted(ONTOLOGY.glob("*.ttl")), ids=lambda path: path.name)
def test_terms_of_ours_that_are_used_exist(path: Path) -> None:
    known = set(load("aigov.ttl").subjects()) | set(load("risks.ttl").subjects())
    text = path.read_text(encoding="utf-8")  # and not the graph: queries in strings use terms too
    used = set(re.findall(r"(?<![\w-])(?:aig|risk):[A-Za-z]+", text))
    assert used
    assert {name for name in used if URIRef(expand_iri(name)) not in known} == set()


def test_alignments_reach_all_seven_vocabularies(terms: Graph) -> None:
    aligned = load("alignments.ttl")
    said = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
    targets = {str(o) for predicate in said for o in aligned.objects(None, predicate)}
    for namespace in (
        "https://schema.org/", "http://www.w3.org/ns/prov#", "http://www.w3.org/ns/oa#", "http://qudt.org/schema/qudt/",
        "http://semanticweb.cs.vu.nl/2009/11/sem/", "https://w3id.org/airo#", "https://w3id.org/dpv#",
    ):  # fmt: skip
        assert any(target.startswith(namespace) for target in targets), namespace
    things = set(terms.subjects(RDFS.subClassOf, AIG.Agent)) | {
        AIG.AISystem,
        AIG.Policy,
        AIG.Event,
        AIG.Place,
        AIG.Risk,
    }
    assert things | {AIG.Metric, AIG.Claim, AIG.Evidence, AIG.Document, AIG.Proposal} <= set(aligned.subjects())


def test_alignments_to_schema_and_prov_name_terms_that_exist() -> None:
    from rdflib import PROV, SDO  # rdflib knows the terms of both

    for part in {part for triple in load("alignments.ttl") for part in triple}:
        for vocabulary in (SDO, PROV):
            if str(part).startswith(str(vocabulary)) and str(part) != str(vocabulary):
                assert vocabulary.__contains__(str(part)), part
