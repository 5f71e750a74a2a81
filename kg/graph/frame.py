"""The graph as an analyst holds it: an rdflib graph, or a pandas table of claims."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pyoxigraph import Quad, RdfFormat, Store, Triple, serialize

from kg.errors import KgError, QueryError
from kg.graph.results import Result, Rows, write_result
from kg.graph.tables import CLAIM_COLUMNS, find_claim_rows
from kg.graph.terms import to_prefixes
from kg.iris import DEFAULT_BASE

if TYPE_CHECKING:
    import pandas
    import rdflib

_NUMBERS = ("confidence", "start", "end", "value")


def to_rdflib(triples: Iterable[Triple], base: str = DEFAULT_BASE) -> "rdflib.Graph":
    """The triples as an rdflib graph with the usual prefixes bound."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, start in to_prefixes(base).items():
        graph.bind(prefix, start)
    # N-Triples is what both sides read and write fastest
    graph.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES) or b"", format="nt")
    return graph


def to_frame(triples: Iterable[Triple] | Store, base: str = DEFAULT_BASE) -> "pandas.DataFrame":
    """One row for every claim, columns `kg.graph.tables.CLAIM_COLUMNS`; confidence, offsets and values are numbers.

    Raises:
        KgError: pandas is not installed.
    """
    rows = find_claim_rows(triples if isinstance(triples, Store) else to_memory(triples), base)
    frame = _make_frame(rows, CLAIM_COLUMNS)
    import pandas

    for name in _NUMBERS:
        frame[name] = pandas.to_numeric(frame[name])
    return frame


def to_result_frame(result: Result) -> "pandas.DataFrame":
    """A query's rows in its order: numbers as numbers, all else as text, None where nothing is bound.

    Raises:
        QueryError: the query gives no table.
        KgError: pandas is not installed.
    """
    if not isinstance(result, Rows):
        raise QueryError("the query gives no table", "ask with SELECT")
    rows = [json.loads(line) for line in write_result(result, "jsonl").splitlines()]
    return _make_frame(rows, result.variables)


def _make_frame(rows: Iterable[Any], columns: Iterable[str]) -> "pandas.DataFrame":
    try:
        import pandas
    except ImportError as error:
        raise KgError("pandas is not installed", "pip install 'kg[pandas]'") from error
    return pandas.DataFrame(list(rows), columns=list(columns))


def to_memory(triples: Iterable[Triple]) -> Store:
    """The triples in a store in memory, to be queried."""
    oxigraph = Store()
    oxigraph.extend(Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    return oxigraph
