"""Writes the facts and claims for tools that know no RDF: CSV, one claim a row, and GraphML, one fact an edge."""

from pyoxigraph import Store


def to_csv(oxigraph: Store, base: str) -> bytes:
    """To be done."""
    raise NotImplementedError


def to_graphml(oxigraph: Store, base: str) -> bytes:
    """To be done."""
    raise NotImplementedError
