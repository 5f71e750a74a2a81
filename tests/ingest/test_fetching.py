"""Fetching, from a real server on this machine: what it gives is read, what it tries is refused."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.errors import SourceError
from kg.ingest import read_sources
from kg.ingest.fetching import fetch
from kg.ingest.fetching import once as fetching
from kg.model import Article, BlockKind, Failure
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, page, texts

PAGE = page(OPENING + MIDDLE + CLOSING)
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
    "/gzip": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/bomb": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(bytes(30_000_000))),
    "/broken": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"no gzip at all"),
    "/moved": (301, {"Location": "/page"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/to-file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/to-nowhere": (302, {"Location": "http://[broken"}, b""),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/gone": (410, {}, b"gone"),
    "/busy": (429, {"Retry-After": "10"}, b""),
    "/latin": (
        200,
        {"Content-Type": "text/html; charset=iso-8859-1"},
        "<p>Une décision très étrange</p>".encode("latin-1"),
    ),
    "/short": (200, {"Content-Type": "text/html", "Content-Length": "99999"}, PAGE),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/drip":
            return self.drip()
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        if self.path == "/feed":
            host = self.headers["Host"]
            link = f"<item><title>Sluices</title><link>http://{host}/page</link></item>"
            body = f'<?xml version="1.0"?><rss version="2.0"><channel>{link}</channel></rss>'.encode()
            status, headers = 200, {"Content-Type": "application/rss+xml"}
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        return None

    def drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"<p>")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass  # the client hung up, as it should

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.mark.parametrize("path", ["/page", "/gzip", "/moved", "/feed"])
def test_pages_and_feeds_are_read(server: str, path: str) -> None:
    (article,) = read_sources([server + path], allow_private=True)
    assert isinstance(article, Article), article
    assert article.location == article.url == f"{server}{'/gzip' if path == '/gzip' else '/page'}"
    assert len(texts(article, BlockKind.PARAGRAPH)) == 3


def test_the_servers_encoding_counts(server: str) -> None:
    (article,) = read_sources([f"{server}/latin"], allow_private=True)
    assert isinstance(article, Article)
    assert article.text == "Une décision très étrange"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/bomb", "larger"),
        ("/broken", "answer"),
        ("/loop", "redirects"),
        ("/to-file", "http"),
        ("/to-nowhere", ""),
        ("/picture", "image/png"),
        ("/gone", "410"),
        ("/busy", "429"),
        ("/nothing", "404"),
        ("/short", "answer"),
    ],
)
def test_what_cannot_be_read_is_one_failure(server: str, path: str, reason: str) -> None:
    (result,) = read_sources([server + path], allow_private=True)
    assert isinstance(result, Failure), result
    assert reason in result.reason
    assert result.advice


def test_a_slow_drip_ends_at_the_deadline(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "DEADLINE_S", 0.3)
    started = time.monotonic()
    with pytest.raises(SourceError, match="longer"):
        fetch(f"{server}/drip", allow_private=True)
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    "url",
    [
        *("http://127.0.0.1/", "http://localhost:9/", "http://[::1]/", "http://10.0.0.1/", "http://192.168.1.1/"),
        *("http://169.254.169.254/latest", "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/", "http://2130706433/"),
        "http://224.0.0.1/",
    ],
)
def test_private_addresses_are_not_asked(url: str) -> None:
    with pytest.raises(SourceError, match="private"):
        fetch(url)


def test_a_redirect_is_vetted_too(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def vet_after_first(url: str, allow_private: bool) -> None:
        asked.append(url)
        if len(asked) > 1:
            raise SourceError("it leads to a private address", "no")

    monkeypatch.setattr(fetching, "_vet_url", vet_after_first)
    with pytest.raises(SourceError, match="private"):
        fetch(f"{server}/moved", allow_private=True)
    assert asked == [f"{server}/moved", f"{server}/page"]


def test_a_name_that_leads_elsewhere_when_connecting_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_vet_url", lambda url, allow_private: None)  # the first look-up was harmless
    with pytest.raises(SourceError, match="private"):
        fetch(f"{server}/page")


@pytest.mark.parametrize("url", ["ftp://shore.example/a", "http://", "http://no.such.host.invalid/", "https://a b/"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(SourceError):
        fetch(url)
