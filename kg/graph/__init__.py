"""Turns extractions and their linkage into a graph, keeps it, and answers from it.

terms        plain values -> RDF terms
scope        one article's claims and nodes with their IRIs
nodes        describes entities, metrics, proposals, risks
triples      what one article says -> triples
parts        finds in the graph what belongs to one article or resource
ledger       keeps articles and extractions (SQLite)
changes      what must change in the graph when articles do
folder       the folder of the graph: opened, changed in parts
index        the graph as an index of the ledger: follows it, repairs itself
store        the two together: put, keep, settle, remove, find
runs, activities      keeps the records of runs; describes runs in the graph
status       how a store stands, also while another process writes it
quarantine   keeps the articles on which the extractor broke
syntax, query, results, shipped      checks, runs and writes a query; the queries of `ontology/queries`
export, tables, frame                the graph as RDF, CSV, GraphML, rdflib, pandas
validate, verify                     holds it against its shapes; against the articles' texts
negotiation, endpoint, page, serve   SPARQL 1.1 Protocol and the query page over HTTP
"""

from kg.graph.endpoint import Served
from kg.graph.export import EXPORT_FORMATS, export, to_turtle
from kg.graph.frame import to_frame, to_memory, to_rdflib, to_result_frame
from kg.graph.quarantine import Case, Quarantine
from kg.graph.query import run_query
from kg.graph.results import Answer, Result, Rows, Triples, formats_of, write_result
from kg.graph.serve import make_server
from kg.graph.shipped import ShippedQuery, find_query, list_queries
from kg.graph.status import read_status
from kg.graph.store import KgStore, rebuild
from kg.graph.triples import to_quads, to_triples
from kg.graph.validate import validate
from kg.graph.verify import verify

__all__ = [
    "EXPORT_FORMATS", "Answer", "Case", "KgStore", "Quarantine", "Result", "Rows", "Served", "ShippedQuery", "Triples",
    "export", "find_query", "formats_of", "list_queries", "make_server", "read_status", "rebuild", "run_query",
    "to_frame", "to_memory", "to_quads", "to_rdflib", "to_result_frame", "to_triples", "to_turtle", "validate",
    "verify", "write_result",
]  # fmt: skip
