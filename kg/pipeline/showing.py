"""The store in a browser: the network as one page, and the server."""

from typing import TYPE_CHECKING

from kg.resources import ontology_path

if TYPE_CHECKING:
    from http.server import ThreadingHTTPServer

    from kg.graph import KgStore


def draw_store(store: "KgStore") -> bytes:
    """The network of all that the store holds, as one HTML page."""
    from kg.view import draw_network, read_articles, read_edges, read_nodes

    articles = read_articles(_find_rows(store, "articles"))
    return draw_network(read_nodes(_find_rows(store, "nodes")), read_edges(_find_rows(store, "claims"), articles))


def _find_rows(store: "KgStore", name: str) -> list[dict[str, str]]:
    """What one of the view's queries finds: for each row the plain text of its values, "" for what is unbound."""
    from kg.graph import Rows, run_query
    from kg.graph.terms import to_plain

    result = run_query(store.oxigraph, ontology_path("queries", "view", f"{name}.rq").read_text("utf-8"), store.base)
    assert isinstance(result, Rows)  # the view's queries are ours, and SELECT
    return [dict(zip(result.variables, map(to_plain, row), strict=True)) for row in result.rows]


def make_server(store: "KgStore", port: int) -> "ThreadingHTTPServer":
    """A server of the store and its network on this machine alone, ready to run; port 0 takes a free one.

    Raises:
        StoreError: the port is taken.
    """
    from kg.graph import Served
    from kg.graph import make_server as make

    return make(Served(store.oxigraph, store.base, draw_store(store)), port)
