"""The files of the ontology as graphs, and what the shapes say of a graph."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph, Namespace
from rdflib.namespace import RDF, SH
from rdflib.term import Node

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
AIG = Namespace("https://w3id.org/aigov/ontology#")
RESOURCE = Namespace("https://w3id.org/aigov/resource/")
RISK = Namespace("https://w3id.org/aigov/risk#")

Violation = tuple[Node | None, Node | None, str]  # focus node, value, message


def load(name: str) -> Graph:
    """One file of the ontology."""
    return Graph().parse(ONTOLOGY / name)


@pytest.fixture(scope="session")
def terms() -> Graph:
    """The ontology proper."""
    return load("aigov.ttl")


@pytest.fixture(scope="session")
def shapes() -> Graph:
    """The shapes."""
    return load("shapes.ttl")


@pytest.fixture(scope="session")
def risks() -> Graph:
    """The risk schemes."""
    return load("risks.ttl")


@pytest.fixture(scope="session")
def violations(shapes: Graph) -> Callable[[Graph], set[Violation]]:
    """What the shapes object to in a graph."""

    def find(data: Graph) -> set[Violation]:
        _, report, _ = validate(data, shacl_graph=shapes)
        assert isinstance(report, Graph)
        return {
            (report.value(result, SH.focusNode), report.value(result, SH.value), str(message))
            for result in report.subjects(RDF.type, SH.ValidationResult)
            for message in report.objects(result, SH.resultMessage)
        }

    return find
