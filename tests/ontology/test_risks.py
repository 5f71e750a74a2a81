"""The schemes are whole, and every subdomain can be told by its words."""

import re

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS
from rdflib.term import Node

from .conftest import RISK

LEAST_LABELS = 10  # fewer leave a subdomain that news is hardly ever told to belong to


def concepts(risks: Graph, scheme: URIRef) -> dict[str, Node]:
    """The concepts of a scheme by notation."""
    return {str(risks.value(c, SKOS.notation)): c for c in risks.subjects(SKOS.inScheme, scheme)}


def domain_of(risks: Graph, wording: str) -> str:
    """The notation that a wording leads to: the longest hidden label that begins where a word does."""
    found = [
        (len(str(label)), str(risks.value(concept, SKOS.notation)))
        for concept, label in risks.subject_objects(SKOS.hiddenLabel)
        if re.search(rf"(?<!\w){re.escape(str(label))}", wording.lower())
    ]
    return max(found, default=(0, ""))[1]


def test_the_scheme_has_seven_domains_and_twenty_four_subdomains(risks: Graph) -> None:
    by_notation = concepts(risks, RISK.Domains)
    assert {n for n in by_notation if "." not in n} == set("1234567")
    subdomains = sorted(n for n in by_notation if "." in n)
    assert subdomains == [f"{d}.{s}" for d, last in enumerate((3, 2, 2, 3, 2, 6, 6), 1) for s in range(1, last + 1)]
    for notation in subdomains:
        assert risks.value(by_notation[notation], SKOS.broader) == by_notation[notation[0]]


def test_the_second_scheme_has_twelve_risks_and_each_is_mapped_to(risks: Graph) -> None:
    twelve = set(concepts(risks, RISK.GenerativeAI).values())
    assert len(twelve) == 12
    matches = (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
    assert {o for m in matches for o in risks.objects(None, m)} == twelve


def test_top_concepts_are_said_from_both_sides(risks: Graph) -> None:
    assert set(risks.subject_objects(SKOS.hasTopConcept)) == {
        (s, c) for c, s in risks.subject_objects(SKOS.topConceptOf)
    }


def test_every_concept_has_one_name_notation_and_definition(risks: Graph) -> None:
    for concept in risks.subjects(RDF.type, SKOS.Concept):
        for predicate in (SKOS.prefLabel, SKOS.notation, SKOS.definition, SKOS.inScheme):
            assert len(list(risks.objects(concept, predicate))) == 1, (concept, predicate)
    notations = list(risks.objects(None, SKOS.notation))
    assert len(notations) == len(set(notations))


def test_hidden_labels_are_lowercase_many_and_of_one_concept(risks: Graph) -> None:
    labels = [str(label) for label in risks.objects(None, SKOS.hiddenLabel)]
    assert [label for label in labels if label != label.lower().strip()] == []
    assert len(labels) == len(set(labels))
    for notation, concept in concepts(risks, RISK.Domains).items():
        assert "." not in notation or len(list(risks.objects(concept, SKOS.hiddenLabel))) >= LEAST_LABELS


def test_whoever_is_owed_credit_is_named(risks: Graph) -> None:
    assert (RISK.Domains, DCTERMS.license, URIRef("https://creativecommons.org/licenses/by/4.0/")) in risks
    assert "Slattery" in str(risks.value(RISK.Domains, DCTERMS.bibliographicCitation))


@pytest.mark.parametrize(
    ("wording", "notation"),
    [
        ("discrimination against older applicants", "1.1"),
        ("chatbots that encourage self-harm", "1.2"),
        ("higher error rates for darker skin", "1.3"),
        ("leaks of personal data", "2.1"),
        ("theft of model weights by foreign spies", "2.2"),
        ("hallucinated court decisions", "3.1"),
        ("erosion of trust in what people read", "3.2"),
        ("mass surveillance of protesters", "4.1"),
        ("help for novices in making bioweapons", "4.2"),
        ("voice cloning scams against pensioners", "4.3"),
        ("emotional dependence of teenagers on companions", "5.1"),
        ("Loss of human agency", "5.2"),
        ("concentration of power in a handful of firms", "6.1"),
        ("mass unemployment", "6.2"),
        ("copyright infringement on a grand scale", "6.3"),
        ("an arms race between laboratories", "6.4"),
        ("a patchwork of state laws", "6.5"),
        ("the carbon footprint of training", "6.6"),
        ("Loss of human control", "7.1"),
        ("models with dangerous capabilities", "7.2"),
        ("malfunctions in hospital software", "7.3"),
        ("opaque decisions about benefits", "7.4"),
        ("suffering of AI systems", "7.5"),
        ("collusion of pricing algorithms", "7.6"),
        ("misuse by criminals", "4"),
        ("loss of interest", ""),
    ],
)
def test_a_wording_leads_to_its_domain(risks: Graph, wording: str, notation: str) -> None:
    assert domain_of(risks, wording) == notation
