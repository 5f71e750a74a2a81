"""The example of the contract as a graph in memory."""

import pytest
from pyoxigraph import Store

from kg.graph import to_memory, to_triples
from tests.graph.examples import NameLinker, make_contract_example


@pytest.fixture(scope="session")
def example() -> Store:
    made = make_contract_example()
    return to_memory(to_triples(made, NameLinker().link([made])))
