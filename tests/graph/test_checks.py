"""Validation and verification find what was broken on purpose, and nothing else."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import CheckFailed
from kg.graph import validate, verify
from kg.graph.parts import find_articles
from kg.graph.terms import to_decimal, to_integer, to_term, to_text
from tests.graph.examples import BASE

ANTHROPIC = NamedNode(f"{BASE}org/anthropic")
CLAUDE = NamedNode(f"{BASE}system/claude")


@pytest.fixture
def broken(example: Store) -> Store:
    copy = Store()
    copy.extend(example)
    return copy


def change(oxigraph: Store, subject: NamedNode, predicate: str, value: NamedNode | Literal) -> None:
    for quad in list(oxigraph.quads_for_pattern(subject, to_term(predicate), None)):
        oxigraph.remove(quad)
    oxigraph.add(Quad(subject, to_term(predicate), value))


def findings_of_verify(oxigraph: Store) -> str:
    with pytest.raises(CheckFailed) as caught:
        verify(oxigraph)
    assert all("\n" not in finding for finding in caught.value.findings)
    return " | ".join(caught.value.findings)


def first_passage(oxigraph: Store) -> NamedNode:
    found = oxigraph.quads_for_pattern(None, to_term("oa:start"), to_integer(0))
    (passage,) = [quad.subject for quad in found]
    assert isinstance(passage, NamedNode)
    return passage


def test_the_example_is_sound(example: Store) -> None:
    assert validate(quad.triple for quad in example) == len(example)
    assert verify(example) == 3


def test_a_quotation_that_differs_is_found(broken: Store) -> None:
    change(broken, first_passage(broken), "oa:exact", to_text("Anthropic, which build"))
    assert "char=0,81>: quotes 'Anthropic, which build', but the article has 'Anthropic" in findings_of_verify(broken)


@pytest.mark.parametrize("end", [80, 82, 100_000])
def test_offsets_that_are_off_by_any_number_are_found(broken: Store, end: int) -> None:
    change(broken, first_passage(broken), "oa:end", to_integer(end))
    assert "quotes" in findings_of_verify(broken)


def test_a_text_that_was_changed_is_found(broken: Store) -> None:
    (article,) = find_articles(broken)
    change(broken, article, "aig:plainText", to_text("x" * 300))
    assert findings_of_verify(broken).count("quotes") == 3


def test_a_passage_of_no_article_is_found(broken: Store) -> None:
    change(broken, first_passage(broken), "oa:hasSource", ANTHROPIC)
    found = findings_of_verify(broken)
    assert "a passage of no article" in found
    assert "a claim that no passage of an article backs" in found


def test_a_fact_without_claim_is_found(broken: Store) -> None:
    broken.add(Quad(ANTHROPIC, to_term("aig:releases"), CLAUDE))
    assert "fact without a claim that affirms it" in findings_of_verify(broken)


def test_an_affirmed_claim_without_fact_is_found(broken: Store) -> None:
    broken.remove(Quad(ANTHROPIC, to_term("aig:develops"), CLAUDE))
    assert "affirmed claim without its fact" in findings_of_verify(broken)


def test_a_denied_claim_backs_no_fact(broken: Store) -> None:
    broken.add(Quad(ANTHROPIC, to_term("aig:acquires"), NamedNode(f"{BASE}org/humanloop")))
    assert "aigov/ontology#acquires" in findings_of_verify(broken)


@pytest.mark.parametrize(
    ("predicate", "value", "rule"),
    [
        ("rdfs:label", None, "label"),
        ("aig:develops", ANTHROPIC, "aig:develops goes to"),
    ],
)
def test_shapes_that_are_broken_are_named_with_the_resource(broken: Store, predicate, value, rule) -> None:  # type: ignore[no-untyped-def]
    for quad in list(broken.quads_for_pattern(ANTHROPIC, to_term(predicate), None)):
        broken.remove(quad)
    if value is not None:
        broken.add(Quad(ANTHROPIC, to_term(predicate), value))
    with pytest.raises(CheckFailed) as caught:
        validate(quad.triple for quad in broken)
    assert any("org/anthropic" in finding and rule in finding for finding in caught.value.findings)
    assert all("\n" not in finding for finding in caught.value.findings)


def test_a_confidence_above_one_breaks_its_shape(broken: Store) -> None:
    (claim,) = [q.subject for q in broken.quads_for_pattern(None, to_term("rdf:object"), CLAUDE)]
    assert isinstance(claim, NamedNode)
    from decimal import Decimal

    change(broken, claim, "aig:confidence", to_decimal(Decimal("1.5")))
    with pytest.raises(CheckFailed, match="breaks its shapes"):
        validate(quad.triple for quad in broken)
