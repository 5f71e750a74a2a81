"""A real HTTP server on this machine that says what a test tells it to, and remembers what it was asked."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from kg.ingest.fetching import FetchSettings

# Everything allowed on this machine, and nothing waits long.
FAST = FetchSettings(allow_private=True, rate_per_s=1000, deadline_s=2, step_timeout_s=1, retry_wait_s=0.01)


@dataclass(frozen=True)
class Reply:
    """What the server says to one request.

    A `body` of pieces is sent as they come, and then the connection is closed. `raw` is sent instead of everything.
    `wait_s` is the time before the first byte.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | Callable[[], Iterable[bytes]] = b""
    raw: Callable[[], Iterable[bytes]] | None = None
    wait_s: float = 0.0


@dataclass(frozen=True)
class Asked:
    """One request: its path with query, its headers in lower case, when it came (monotonic seconds)."""

    path: str
    headers: dict[str, str]
    at: float
    client: tuple[str, int]


def page(body: bytes | str = b"<p>Hello.</p>", **headers: str) -> Reply:
    """A page; underscores in the names of headers stand for dashes."""
    content = body if isinstance(body, bytes) else body.encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(200, {"Content-Type": "text/html; charset=utf-8", **named}, content)


def redirect(status: int, location: str) -> Reply:
    """A redirect."""
    return Reply(status, {"Location": location})


def dripping(piece: bytes, every_s: float) -> Callable[[], Iterator[bytes]]:
    """A body, or whole answer, of such pieces without end."""

    def drip() -> Iterator[bytes]:
        while True:
            yield piece
            time.sleep(every_s)

    return drip


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Clients hang up on hostile answers, as they should."""


class Server:
    """The running server: `say` sets its replies, `asked` are the requests so far, `url` and `host` where it is."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self._replies: dict[str, list[Reply]] = {}
        self._http = _Quiet(("127.0.0.1", 0), _to_handler(self))
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        self.host = f"127.0.0.1:{self._http.server_port}"
        self.url = f"http://{self.host}"

    def say(self, path: str, *replies: Reply) -> str:
        """Sets the replies to a path, one after the other, the last one for ever; gives its address."""
        self._replies[path] = list(replies)
        return self.url + path

    def paths(self) -> list[str]:
        """The paths that were asked, in order, without those of robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def answer(self, asked: Asked) -> Reply:
        """The next reply to a request."""
        self.asked.append(asked)
        replies = self._replies.get(asked.path) or [Reply(404)]
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        etag, modified = reply.headers.get("ETag"), reply.headers.get("Last-Modified")
        if (etag and asked.headers.get("if-none-match") == etag) or (
            modified and asked.headers.get("if-modified-since") == modified
        ):
            return replace(reply, status=304, body=b"")
        return reply

    def close(self) -> None:
        """Ends the server."""
        self._http.shutdown()
        self._http.server_close()


@contextmanager
def serve() -> Iterator[Server]:
    """A server for the time of the block."""
    server = Server()
    try:
        yield server
    finally:
        server.close()


def _to_handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # or each answer waits 40 ms for the client's acknowledgement

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            reply = server.answer(Asked(self.path, headers, time.monotonic(), self.client_address))
            with suppress(OSError):  # the client hung up, as it should
                self.send(reply)

        def send(self, reply: Reply) -> None:
            time.sleep(reply.wait_s)
            if reply.raw:
                self.send_pieces(reply.raw())
                return
            self.send_response(reply.status)
            given = reply.headers
            if isinstance(reply.body, bytes) and reply.status != 304:
                given = {"Content-Length": str(len(reply.body)), **given}
            for name, value in given.items():
                self.send_header(name, value)
            self.end_headers()
            if isinstance(reply.body, bytes):
                self.wfile.write(reply.body)
                self.close_connection = int(given.get("Content-Length", 0)) != len(reply.body) and reply.status != 304
            else:
                self.send_pieces(reply.body())

        def send_pieces(self, pieces: Iterable[bytes]) -> None:
            self.close_connection = True
            for piece in pieces:
                self.wfile.write(piece)
                self.wfile.flush()

        def log_message(self, *args: object) -> None:
            pass

    return Handler
