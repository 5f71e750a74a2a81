"""Fetching from hostile servers: every answer ends within its deadline, in bounded memory, with a reason."""

import gzip
import socket
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.ingest.fetching import Fetched, Fetcher, FetchError, FetchSettings, Trouble
from kg.ingest.fetching.bodies import MAX_MEMBERS, read_body
from tests.ingest.server import FAST, Reply, Server, dripping, page, serve

MAX_BYTES = 100_000
SMALL = replace(FAST, max_bytes=MAX_BYTES, deadline_s=0.5, step_timeout_s=0.2)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve() as running:
        yield running


def fetch(server: Server, reply: Reply, settings: FetchSettings = SMALL) -> bytes | FetchError:
    """What the reply comes to."""
    url = server.say("/", reply)
    try:
        with Fetcher(settings) as fetcher:
            outcome = fetcher.fetch(url)
    except FetchError as error:
        return error
    assert isinstance(outcome, Fetched)
    return outcome.content


def packed(content: bytes, window: int) -> bytes:
    """Compressed in the envelope that the window stands for."""
    stream = zlib.compressobj(wbits=window)
    return stream.compress(content) + stream.flush()


TEXT = b"<p>" + bytes(range(32, 127)) * 50 + b"</p>"
HALVES = gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:])
BOMB = gzip.compress(bytes(20_000_000))
BOMB_REPLY = Reply(200, {"Content-Encoding": "gzip"}, BOMB)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(TEXT)),
        ("X-GZIP ", gzip.compress(TEXT)),
        ("gzip", HALVES),
        ("gzip", gzip.compress(TEXT) + bytes(100)),
        ("deflate", packed(TEXT, zlib.MAX_WBITS)),
        ("deflate", packed(TEXT, -zlib.MAX_WBITS)),
        ("identity", TEXT),
        ("", TEXT),
    ],
)
def test_compressed_bodies_are_read(server: Server, encoding: str, body: bytes) -> None:
    assert fetch(server, Reply(200, {"Content-Encoding": encoding}, body)) == TEXT


@pytest.mark.parametrize(
    ("encoding", "body", "kind"),
    [
        ("gzip", BOMB, Trouble.CONTENT),
        ("deflate", packed(bytes(20_000_000), zlib.MAX_WBITS), Trouble.CONTENT),
        ("br", b"\xcf\xff\xff\x7f\xf8'\x00\xe2\xb1@ \xf7\xfe\x9f", Trouble.CONTENT),
        ("zstd", b"(\xb5/\xfd", Trouble.CONTENT),
        ("gzip, gzip", gzip.compress(BOMB), Trouble.CONTENT),
        ("gzip", b"no gzip at all", Trouble.CONTENT),
        ("gzip", gzip.compress(b"") * (MAX_MEMBERS + 1), Trouble.CONTENT),
        ("gzip", gzip.compress(TEXT)[:-20], Trouble.LATER),
        ("", bytes(MAX_BYTES + 1), Trouble.CONTENT),
    ],
)
def test_bodies_that_are_refused(server: Server, encoding: str, body: bytes, kind: Trouble) -> None:
    outcome = fetch(server, Reply(200, {"Content-Encoding": encoding}, body))
    assert isinstance(outcome, FetchError)
    assert outcome.kind is kind
    assert outcome.advice


def endless(piece: bytes) -> Callable[[], Iterable[bytes]]:
    """The piece over and over, as fast as it goes."""
    return dripping(piece, 0.0)


EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"  # a stored block of deflate that holds nothing
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def after(head: bytes, piece: bytes, every_s: float = 0.0) -> Callable[[], Iterator[bytes]]:
    """The head once, then the piece for ever."""

    def answer() -> Iterator[bytes]:
        yield head
        yield from dripping(piece, every_s)()

    return answer


HOSTILE = {
    "endless body": Reply(body=endless(bytes(65_536))),
    "endless body of nothing": Reply(200, {"Content-Encoding": "deflate"}, endless(EMPTY_BLOCK * 9000)),
    "slow drip of a body": Reply(body=dripping(b"x", 0.05)),
    "slow drip of a header": Reply(raw=after(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x", 0.05)),
    "slow drip of a status": Reply(raw=dripping(b"H", 0.05)),
    "endless header": Reply(raw=after(b"HTTP/1.1 200 OK\r\nX-Long: ", b"x" * 10_000)),
    "endless headers": Reply(raw=after(b"HTTP/1.1 200 OK\r\n", b"X-Many: x\r\n" * 1000)),
    "endless promises": Reply(raw=endless(b"HTTP/1.1 100 Continue\r\n\r\n")),
    "slow promises": Reply(raw=dripping(b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.05)),
    "endless chunk size": Reply(raw=after(CHUNKED, b"0" * 1000)),
    "endless chunk extension": Reply(raw=after(CHUNKED, b"1;x=" + b"y" * 1000)),
    "slow single bytes in chunks": Reply(raw=after(CHUNKED, b"1\r\nx\r\n", 0.02)),
    "endless single bytes in chunks": Reply(raw=after(CHUNKED, b"1\r\nx\r\n" * 10_000)),
    "a long length": Reply(200, {"Content-Length": "9" * 30}, dripping(b"x", 0.05)),
    "many headers": Reply(raw=after(b"HTTP/1.1 302 Found\r\n" + b"Location: /\r\n" * 7000, b"\r\n", 0.05)),
    "many cookies": Reply(raw=after(HEAD + b"Set-Cookie: a=b; expires=" + b" 1-1-1" * 15_000, b"\r\n", 0.02)),
    "endless trailers": Reply(raw=after(CHUNKED + b"0\r\n", b"X: y\r\n" * 100)),
    "silence": Reply(wait_s=1.0),
    "silence after the header": Reply(raw=after(HEAD + b"\r\n", b"", 0.1)),
    "hanging up": Reply(raw=list),
    "no http": Reply(raw=lambda: [b"220 mail.shore.example ESMTP\r\n"]),
    "too little": Reply(200, {"Content-Length": "5000"}, b"<p>cut"),
    "a length that is no number": Reply(200, {"Content-Length": "-1"}, b""),
    "two lengths": Reply(raw=lambda: [HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx"]),
    "an unfinished chunk": Reply(raw=lambda: [CHUNKED + b"5\r\nab"]),
    "a picture": Reply(200, {"Content-Type": "image/png"}, endless(bytes(65_536))),
    "another protocol": Reply(101, {"Upgrade": "x", "Connection": "Upgrade"}),
}  # fmt: skip
LARGE = [name for name in HOSTILE if name.startswith(("endless", "many"))]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_answers_end_with_a_reason(server: Server, name: str) -> None:
    started = time.monotonic()
    outcome = fetch(server, HOSTILE[name])
    assert isinstance(outcome, FetchError)
    assert outcome.advice
    assert str(outcome).isprintable()
    assert time.monotonic() - started < SMALL.deadline_s + 0.5


@pytest.mark.parametrize("reply", [*(HOSTILE[name] for name in LARGE), BOMB_REPLY], ids=[*LARGE, "bomb"])
def test_memory_stays_bounded(server: Server, reply: Reply) -> None:
    tracemalloc.start()
    try:
        fetch(server, reply)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 10_000_000


def test_the_deadline_holds_over_redirects(server: Server) -> None:
    for number in range(9):
        server.say(f"/{number}", Reply(302, {"Location": f"/{number + 1}"}, wait_s=0.15))
    started = time.monotonic()
    with Fetcher(SMALL) as fetcher, pytest.raises(FetchError, match=r"longer than 0\.5 s"):
        fetcher.fetch(f"{server.url}/0")
    assert time.monotonic() - started < 1


def test_a_hostile_host_is_left_alone_after_a_few_failures(server: Server) -> None:
    url = server.say("/hangup", Reply(raw=list))
    server.asked.clear()
    with Fetcher(FAST) as fetcher:
        for _ in range(20):
            with pytest.raises(FetchError) as raised:
                fetcher.fetch(url)
            assert raised.value.is_passing
    assert "failed too often" in str(raised.value)
    assert len(server.paths()) == 15


def test_a_host_that_recovers_is_asked_on(server: Server) -> None:
    bad, good = server.say("/bad", Reply(500)), server.say("/good", page())
    with Fetcher(FAST) as fetcher:
        for _ in range(3):
            for _ in range(3):
                with pytest.raises(FetchError):
                    fetcher.fetch(bad)
            assert isinstance(fetcher.fetch(good), Fetched)


def test_what_comes_to_nothing_is_not_read_for_ever() -> None:
    taken = 0

    def pieces() -> Iterator[bytes]:
        nonlocal taken
        while taken < 100 * MAX_BYTES:
            taken += 1000
            yield EMPTY_BLOCK * 200

    with pytest.raises(FetchError, match="larger"):
        read_body(pieces(), "deflate", MAX_BYTES)
    assert taken < 2 * MAX_BYTES


pieces = st.lists(st.binary(max_size=300), max_size=8)


@given(pieces, st.sampled_from(["gzip", "deflate", "", "br"]), st.integers(0, 400))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_body_is_content_under_its_cap_or_a_reason(parts: list[bytes], encoding: str, cap: int) -> None:
    with suppress(FetchError):
        assert len(read_body(iter(parts), encoding, cap)) <= cap + 1


@given(st.binary(max_size=2000), st.integers(1, 50), st.sampled_from([16 + zlib.MAX_WBITS, zlib.MAX_WBITS]))
def test_pieces_of_any_size_come_to_the_same_content(content: bytes, size: int, window: int) -> None:
    body = packed(content, window)
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    assert read_body(parts, "gzip" if window > zlib.MAX_WBITS else "deflate", 10_000) == content


def test_who_does_not_speak_tls_is_no_secure_server(server: Server) -> None:
    with Fetcher(SMALL) as fetcher, pytest.raises(FetchError) as raised:
        fetcher.fetch(f"https://{server.host}/")
    assert raised.value.is_passing


def test_a_greeting_that_never_comes_ends_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        started = time.monotonic()
        with Fetcher(SMALL) as fetcher, pytest.raises(FetchError, match="longer than"):
            fetcher.fetch(f"https://127.0.0.1:{silent.getsockname()[1]}/")
        assert time.monotonic() - started < SMALL.deadline_s + 0.5
