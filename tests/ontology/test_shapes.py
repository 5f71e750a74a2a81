"""Every shape checks something that is right and objects to something that is wrong."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, SH, SKOS
from rdflib.term import Node

from .conftest import AIG, RESOURCE, RISK, Violation

HERE = Path(__file__).parent
EXPECTED = re.findall(r"^#! (\S+) (.+)$", (HERE / "invalid.ttl").read_text(encoding="utf-8"), re.MULTILINE)
Find = Callable[[Graph], set[Violation]]


@pytest.fixture(scope="module")
def valid() -> Graph:
    return Graph().parse(HERE / "valid.ttl")


@pytest.fixture(scope="module")
def found(violations: Find) -> set[Violation]:
    return violations(Graph().parse(HERE / "valid.ttl").parse(HERE / "invalid.ttl"))


@pytest.fixture(scope="module")
def misplaced(shapes: Graph, violations: Find) -> set[Violation]:
    """What is said of a graph where every fact predicate leads from an event to an event."""
    data = Graph()
    for predicate in fact_predicates(shapes):
        name = str(predicate).rsplit("#", 1)[1]
        ends = RESOURCE[f"bad/{name}/subject"], RESOURCE[f"bad/{name}/object"]
        for end in ends:
            data.add((end, RDF.type, AIG.Event)).add((end, RDFS.label, Literal(name)))
        claim = RESOURCE[f"bad/{name}/claim"]
        data.add((ends[0], predicate, ends[1])).add((claim, RDF.type, AIG.Claim))
        data.add((claim, RDF.subject, ends[0])).add((claim, RDF.predicate, predicate)).add((claim, RDF.object, ends[1]))
    return violations(data)


def fact_predicates(shapes: Graph) -> list[URIRef]:
    """The closed list of predicates that a claim may state, as the shapes give it."""
    for constraint in shapes.subjects(SH.path, RDF.predicate):
        members = list(shapes.items(shapes.value(constraint, SH["in"], any=False) or RDF.nil))
        if len(members) > 2:  # the other list says where a role's title may stand
            return [member for member in members if isinstance(member, URIRef)]
    raise AssertionError("the shapes have no list of fact predicates")


def is_targeted(shapes: Graph, shape: Node, data: Graph) -> bool:
    """Whether a node of the data is in the shape's target."""
    classes = (data.value(None, RDF.type, c) for c in shapes.objects(shape, SH.targetClass))
    subjects = (next(data.subjects(p), None) for p in shapes.objects(shape, SH.targetSubjectsOf))
    objects = (next(data.objects(None, p), None) for p in shapes.objects(shape, SH.targetObjectsOf))
    return any((*classes, *subjects, *objects, *shapes.objects(shape, SH.targetNode)))


def test_what_is_right_passes(valid: Graph, violations: Find) -> None:
    assert violations(valid) == set()


def test_every_target_of_every_shape_is_in_what_is_right(shapes: Graph, valid: Graph) -> None:
    named = [s for s in shapes.subjects(RDF.type, SH.NodeShape) if not str(s).endswith("#Agent")]
    assert [s for s in named if not is_targeted(shapes, s, valid)] == []
    for cls in shapes.objects(None, SH.targetClass):
        assert (None, RDF.type, cls) in valid, cls


@pytest.mark.parametrize(("node", "message"), EXPECTED)
def test_what_is_wrong_is_found(found: set[Violation], node: str, message: str) -> None:
    about = {said for focus, value, said in found if RESOURCE[node] in (focus, value)}
    assert any(message in said for said in about), about


def test_a_wrong_predicate_end_is_found_for_every_fact(shapes: Graph, misplaced: set[Violation]) -> None:
    for predicate in fact_predicates(shapes):
        name = str(predicate).rsplit("#", 1)[1]
        said = {message for focus, value, message in misplaced if f"/bad/{name}/" in f"{focus} {value}"}
        assert any(m.startswith(f"aig:{name} goes to ") for m in said), name
        assert any(m.startswith("the object of this claim does not fit") for m in said), name
        assert any("has no claim that is affirmed" in m for m in said), name
        assert any(m.startswith(f"aig:{name} comes from ") for m in said) == (name != "hasMetric"), name
        assert any(m.startswith("the subject of this claim") for m in said) == (name != "hasMetric"), name


def test_every_message_is_provoked(shapes: Graph, found: set[Violation], misplaced: set[Violation]) -> None:
    said = "\n".join(message for _, _, message in found | misplaced)
    for message in shapes.objects(None, SH.message):
        fixed = max(re.split(r"\{[^}]*\}", str(message)), key=len)
        assert fixed in said, message


def test_every_shape_says_what_is_wrong_in_words(shapes: Graph) -> None:
    properties = set(shapes.objects(None, SH.property)) | set(shapes.objects(None, SH.sparql))
    assert properties
    assert all(isinstance(p, BNode) for p in properties)
    assert [p for p in properties if (p, SH.message, None) not in shapes] == []


def test_fact_predicates_are_those_with_a_shape_and_a_term(shapes: Graph, terms: Graph) -> None:
    facts = set(fact_predicates(shapes))
    assert facts <= set(shapes.objects(None, SH.targetSubjectsOf))
    assert all((fact, RDFS.range, None) in terms or (fact, SH.path, None) not in terms for fact in facts)
    assert len(facts) == 22


def test_risk_domains_are_those_of_the_scheme(shapes: Graph, risks: Graph) -> None:
    listed: set[Node] = set()
    for constraint in shapes.subjects(SH.path, AIG.riskDomain):
        listed |= set(shapes.items(shapes.value(constraint, SH["in"]) or RDF.nil))
    assert listed == set(risks.subjects(SKOS.inScheme, RISK.Domains))
