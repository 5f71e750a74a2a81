"""Serves the graph to this machine: SPARQL at /sparql, read-only; the query page at /, the network at /network."""

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from kg.errors import StoreError
from kg.graph.endpoint import REFUSED_UPDATE, Reply, Served, answer, refuse
from kg.graph.page import to_policy, to_query_page

HOST = "127.0.0.1"
MAX_BODY_BYTES = 1_000_000  # a query of this length has never been seen; more is a mistake or an attack
MAX_DISCARDED_BYTES = 20_000_000
LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})

_HTML = "text/html; charset=utf-8"
_NETWORK_POLICY = "connect-src 'none'; form-action 'none'; base-uri 'none'"


def make_server(served: Served, port: int) -> ThreadingHTTPServer:
    """A server on the loopback address, which `serve_forever` runs; port 0 takes a free one, see `server_port`.

    Raises:
        StoreError: the port is taken.
    """
    handler = type("Handler", (_Handler,), {"served": served})
    try:
        return ThreadingHTTPServer((HOST, port), handler)
    except OSError as error:
        raise StoreError(f"port {port} cannot be used: {error.strerror}", "choose another by --port") from error


class _Handler(BaseHTTPRequestHandler):
    served: Served
    protocol_version = "HTTP/1.1"
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(message)s\n"
    timeout = 30  # seconds without a byte from the other side, so that idle connections do not pile up

    def do_GET(self) -> None:
        self._send(self._answer(""))

    do_HEAD = do_GET  # noqa: N815 - the name is the base class's

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > MAX_BODY_BYTES:
            self.close_connection = True  # the body is not read to its end, so what follows on the line is no request
            self._discard(int(length) if length.isdecimal() else 0)
            self._send(refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a query has at most {MAX_BODY_BYTES} bytes"))
            return
        try:
            body = self.rfile.read(int(length)).decode()
        except UnicodeDecodeError:
            self._send(refuse(HTTPStatus.BAD_REQUEST, "the query is not UTF-8"))
            return
        self._send(self._answer(body))

    def do_PUT(self) -> None:
        self.close_connection = True
        self._send(refuse(HTTPStatus.METHOD_NOT_ALLOWED, REFUSED_UPDATE))

    do_DELETE = do_PATCH = do_PUT  # noqa: N815 - the same

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Nothing: only the command line prints."""

    def _answer(self, body: str) -> Reply:
        name = (self.headers.get("Host") or "").rpartition(":")[0] or self.headers.get("Host")
        if name not in LOCAL_NAMES:  # a page elsewhere may have its own name point here to read what it must not
            return refuse(HTTPStatus.FORBIDDEN, "this server answers to this machine only")
        parts = urlsplit(self.path)
        if parts.path == "/sparql":
            return answer(self.served, self.command, parts.query, self.headers, body)
        if self.command == "POST":
            return refuse(HTTPStatus.METHOD_NOT_ALLOWED, "POST queries to /sparql")
        if parts.path == "/":
            page = to_query_page(self.served.network is not None)
            return Reply(page, _HTML, headers={"Content-Security-Policy": to_policy()})
        if parts.path == "/network" and self.served.network is not None:
            return Reply(self.served.network, _HTML, headers={"Content-Security-Policy": _NETWORK_POLICY})
        return refuse(HTTPStatus.NOT_FOUND, "there are /, /network and /sparql")

    def _discard(self, size: int) -> None:
        """Reads some of what comes, for a client that is cut off while it sends never hears why."""
        left = min(size, MAX_DISCARDED_BYTES)
        while left > 0 and (read := self.rfile.read(min(left, 65536))):
            left -= len(read)

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.media_type)
        self.send_header("Content-Length", str(len(reply.body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)
