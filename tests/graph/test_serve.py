"""SPARQL 1.1 Protocol over a real socket, and the pages beside it."""

import http.client
import json
import threading
import urllib.parse
from collections.abc import Iterator

import pytest
from pyoxigraph import Store

from kg.errors import StoreError
from kg.graph import Served, list_queries, make_server
from kg.graph.negotiation import choose_format
from kg.graph.page import to_query_page

ASK = "ASK { ?s aig:develops ?o }"
SELECT = "SELECT ?o { ?s aig:develops ?o }"
CONSTRUCT = "CONSTRUCT WHERE { ?s aig:develops ?o }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
QUERY = {"Content-Type": "application/sparql-query"}


class Client:
    """One connection for each request, to the server that the tests share."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(
        self, method: str, path: str, body: str | bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body, headers or {})
        reply = connection.getresponse()
        text = reply.read().decode()
        connection.close()
        return reply.status, reply.headers.get("Content-Type", ""), text


@pytest.fixture(scope="module")
def client(example: Store) -> Iterator[Client]:
    server = make_server(Served(example, network=b"<!doctype html><title>The network</title>", limit_s=2), 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Client(server.server_port)
    server.shutdown()
    server.server_close()
    thread.join()


def encode(**parameters: str) -> str:
    return urllib.parse.urlencode(parameters)


def test_get(client: Client) -> None:
    status, kind, text = client.ask("GET", f"/sparql?{encode(query=ASK)}")
    assert (status, kind, json.loads(text)["boolean"]) == (200, "application/sparql-results+json", True)


def test_post_as_a_form_and_as_it_is(client: Client) -> None:
    as_form = client.ask("POST", "/sparql", encode(query=SELECT), FORM)
    as_is = client.ask("POST", "/sparql", SELECT, QUERY)
    assert as_form == as_is
    assert json.loads(as_is[2])["results"]["bindings"][0]["o"]["value"].endswith("system/claude")


def test_head_has_no_body(client: Client) -> None:
    assert client.ask("HEAD", f"/sparql?{encode(query=ASK)}") == (200, "application/sparql-results+json", "")


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        (SELECT, "text/csv", "text/csv"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/tab-separated-values;q=0.9, text/csv;q=0.1", "text/tab-separated-values"),
        (SELECT, "text/html, application/xml;q=0.5, */*;q=0.1", "application/sparql-results+xml"),
        (CONSTRUCT, "*/*", "text/turtle"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml, text/turtle;q=0", "application/rdf+xml"),
        (ASK, "text/*", "text/csv"),
    ],
)
def test_the_format_is_that_which_is_accepted(client: Client, query: str, accept: str, kind: str) -> None:
    status, found, _ = client.ask("GET", f"/sparql?{encode(query=query)}", headers={"Accept": accept})
    assert (status, found.partition(";")[0]) == (200, kind)


def test_a_format_that_does_not_fit(client: Client) -> None:
    status, _, text = client.ask("GET", f"/sparql?{encode(query=SELECT)}", headers={"Accept": "text/turtle"})
    assert (status, "application/sparql-results+json" in text) == (406, True)
    assert " , " not in text


@pytest.mark.parametrize(
    ("method", "path", "body", "headers"),
    [
        ("POST", "/sparql", "DROP ALL", {"Content-Type": "application/sparql-update"}),
        ("POST", "/sparql", encode(update="DROP ALL"), FORM),
        ("GET", f"/sparql?{encode(update='DROP ALL')}", None, {}),
        ("PUT", "/sparql", "x", {}),
        ("DELETE", "/sparql", None, {}),
    ],
)
def test_updates_are_not_allowed(
    client: Client, method: str, path: str, body: str | None, headers: dict[str, str]
) -> None:
    status, _, text = client.ask(method, path, body, headers)
    assert (status, "only reads" in text) == (405, True)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/sparql", "give one query, not 0"),
        (f"/sparql?{encode(query=ASK)}&{encode(query=ASK)}", "give one query, not 2"),
        (f"/sparql?{encode(query='ASK {')}", "syntax error at line 1, column"),
        (f"/sparql?{encode(query='DROP ALL')}", "only read"),
        ("/sparql?" + encode(query="ASK { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"), "another machine"),
    ],
)
def test_bad_requests_say_what_is_wrong(client: Client, path: str, message: str) -> None:
    status, kind, text = client.ask("GET", path)
    assert (status, kind, message in text) == (400, "text/plain; charset=utf-8", True)


def test_other_bad_requests(client: Client) -> None:
    assert client.ask("POST", "/sparql", ASK, {"Content-Type": "text/plain"})[0] == 415
    assert client.ask("POST", "/sparql", b"\xff", QUERY)[0] == 400
    assert client.ask("POST", "/sparql", "x" * 1_000_001, QUERY)[0] == 413
    assert client.ask("POST", "/", ASK, QUERY)[0] == 405
    assert client.ask("GET", "/etc/passwd")[0] == 404


def test_a_method_that_is_unknown_is_told_in_plain_text(client: Client) -> None:
    status, kind, text = client.ask("OPTIONS", "/sparql")
    assert (status, kind, "OPTIONS" in text, "<" in text) == (501, "text/plain; charset=utf-8", True, False)


@pytest.mark.parametrize("text", ["SELECT * " + "{" * 9990 + "}" * 9990, "ASK { FILTER(" + "!" * 19980 + "true) }"])
def test_a_query_nested_without_end_does_not_end_the_server(client: Client, text: str) -> None:
    assert client.ask("POST", "/sparql", text, QUERY)[0] == 200
    assert client.ask("POST", "/sparql", text.replace("{", "{" * 9, 1), QUERY)[0] == 400
    status, _, said = client.ask("POST", "/sparql", text + " " + "{" * 40, QUERY)
    assert (status, "more than 20,000 words" in said) == (400, True)
    assert client.ask("GET", f"/sparql?{encode(query=ASK)}")[0] == 200


def test_a_page_elsewhere_cannot_read_it_under_its_own_name(client: Client) -> None:
    assert client.ask("GET", "/", headers={"Host": "evil.example:80"})[0] == 403
    assert client.ask("GET", "/", headers={"Host": f"localhost:{client.port}"})[0] == 200


def test_the_pages(client: Client) -> None:
    status, kind, page = client.ask("GET", "/")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert all(json.dumps(query.title)[1:-1] in page for query in list_queries())
    assert "http://" not in page.split('id="shipped"')[0]
    assert client.ask("GET", "/network")[2].endswith("<title>The network</title>")


def test_a_query_text_cannot_end_its_element() -> None:
    page = to_query_page(False).decode()
    shipped = page.split('id="shipped">', 1)[1].split("</script>", 1)[0]
    assert "<" not in shipped
    assert len(json.loads(shipped)) == len(list_queries())
    assert "/network" not in page


def test_many_at_once(client: Client) -> None:
    outcomes: list[int] = []
    threads = [
        threading.Thread(target=lambda: outcomes.append(client.ask("GET", f"/sparql?{encode(query=ASK)}")[0]))
        for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == [200] * 20


def test_a_port_that_is_taken(client: Client, example: Store) -> None:
    with pytest.raises(StoreError, match=f"port {client.port} cannot be used"):
        make_server(Served(example), client.port)


@pytest.mark.parametrize(("accept", "expected"), [("", "json"), ("text/csv;q=x", None), ("text/csv;q=0, */*", "json")])
def test_odd_accept_headers(accept: str, expected: str | None) -> None:
    assert choose_format(accept, ("table", "json", "csv")) == expected
