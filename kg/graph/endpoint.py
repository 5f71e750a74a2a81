"""Answers one request of the SPARQL 1.1 Protocol, read-only: https://www.w3.org/TR/sparql11-protocol/"""

from dataclasses import dataclass, field
from email.message import Message
from http import HTTPStatus
from urllib.parse import parse_qs

from pyoxigraph import Store

from kg.errors import KgError, QueryError, QuerySyntax
from kg.graph.negotiation import choose_format, media_type_of
from kg.graph.query import DEFAULT_LIMIT_S, run_query
from kg.graph.results import formats_of, write_result
from kg.iris import DEFAULT_BASE

REFUSED_UPDATE = "this endpoint only reads; `kg ingest` and `kg remove` change the store"


@dataclass(frozen=True)
class Served:
    """What is served: the graph, the base of its IRIs, and the network as a finished page, or None."""

    oxigraph: Store
    base: str = DEFAULT_BASE
    network: bytes | None = None
    limit_s: float = DEFAULT_LIMIT_S


@dataclass(frozen=True)
class Reply:
    """One answer over HTTP."""

    body: bytes
    media_type: str = "text/plain; charset=utf-8"
    status: HTTPStatus = HTTPStatus.OK
    headers: dict[str, str] = field(default_factory=dict)


def answer(served: Served, method: str, query_string: str, headers: Message, body: str) -> Reply:
    """What /sparql says to one request: section 2.1 of the protocol, with 405 for any update."""
    parameters = parse_qs(query_string, keep_blank_values=True)
    kind = headers.get_content_type() if method == "POST" else ""
    if kind == "application/sparql-update" or "update" in parameters:
        return refuse(HTTPStatus.METHOD_NOT_ALLOWED, REFUSED_UPDATE)
    if kind == "application/x-www-form-urlencoded":
        parameters |= parse_qs(body, keep_blank_values=True)
        if "update" in parameters:
            return refuse(HTTPStatus.METHOD_NOT_ALLOWED, REFUSED_UPDATE)
    elif kind == "application/sparql-query":
        parameters.setdefault("query", []).append(body)
    elif method == "POST":
        return refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send a form or application/sparql-query")
    queries = parameters.get("query", [])
    if len(queries) != 1:
        return refuse(HTTPStatus.BAD_REQUEST, f"give one query, not {len(queries)}")
    if {"default-graph-uri", "named-graph-uri"} & parameters.keys():
        return refuse(HTTPStatus.BAD_REQUEST, "the graph has no parts; leave default-graph-uri and named-graph-uri out")
    return _run(served, queries[0], headers.get("Accept", "*/*"))


def _run(served: Served, text: str, accept: str) -> Reply:
    try:
        result = run_query(served.oxigraph, text, served.base, served.limit_s)
    except QuerySyntax as error:
        return refuse(HTTPStatus.BAD_REQUEST, str(error))
    except QueryError as error:
        return refuse(HTTPStatus.BAD_REQUEST, f"{error}; {error.advice}" if error.advice else str(error))
    except KgError as error:
        return refuse(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))
    name = choose_format(accept, formats_of(result))
    if name is None:
        types = filter(None, map(media_type_of, formats_of(result)))
        return refuse(HTTPStatus.NOT_ACCEPTABLE, f"the result comes as {', '.join(types)}")
    return Reply(write_result(result, name), media_type_of(name))


def refuse(status: HTTPStatus, text: str) -> Reply:
    """An error as one line of text."""
    allowed = {"Allow": "GET, HEAD, POST"} if status is HTTPStatus.METHOD_NOT_ALLOWED else {}
    return Reply(f"{text}\n".encode(), status=status, headers=allowed)
