"""The shapes stay usable on a graph as large as a year of reading."""

import time
from collections.abc import Callable

from rdflib import Graph
from rdflib.namespace import RDF

from .conftest import AIG, Violation
from .crowd import crowd

# 2.0 ms a claim were measured (4 s for 33,000 triples, 11 s for 94,000); quadratic rules took fifty times as long.
MOST_MS_PER_CLAIM = 20


def test_time_grows_with_the_graph_and_not_with_its_square(violations: Callable[[Graph], set[Violation]]) -> None:
    data = crowd(1000)
    assert len(data) > 15_000
    begun = time.process_time()
    assert violations(data) == set()
    spent_ms = (time.process_time() - begun) * 1000
    assert spent_ms / len(list(data.subjects(RDF.type, AIG.Claim))) < MOST_MS_PER_CLAIM
