"""Turns extractions and their linkage into a graph, keeps it, and answers from it.

scope, nodes, triples   what an article says -> triples            terms      plain values -> RDF terms
ledger, changes, store  keeps articles and the graph of them       export     writes the graph
query, syntax, results  asks the graph                             tables     writes it for tools without RDF
"""

from kg.graph.export import EXPORT_FORMATS, export, to_turtle
from kg.graph.query import run_query
from kg.graph.results import Answer, Result, Rows, Triples, formats_of, write_result
from kg.graph.store import KgStore
from kg.graph.triples import to_quads, to_triples

__all__ = [
    "EXPORT_FORMATS", "Answer", "KgStore", "Result", "Rows", "Triples", "export", "formats_of", "run_query",
    "to_quads", "to_triples", "to_turtle", "write_result",
]  # fmt: skip
