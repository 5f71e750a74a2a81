"""Fetching whatever comes: any bytes are an answer or a reason, and nothing else is ever raised."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.ingest.fetching import Fetched, Fetcher, FetchError, Unchanged
from tests.ingest.server import FAST, Reply, Server, serve

HASTY = replace(FAST, deadline_s=0.3, step_timeout_s=0.3, retry_wait_s=0.0001, max_bytes=5000, rate_per_s=1e6)
WHOLE = (
    b'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nETag: "1"\r\nContent-Length: 2\r\n\r\nHi',
    b"HTTP/1.1 301 Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nHello\r\n0\r\n\r\n",
    b"HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n",
)  # fmt: skip
PARTS = (b"\r\n", b"\n", b": ", b"\x00", b"\xff", b"Content-Length: 3\r\n", b"Content-Encoding: gzip\r\n", b" " * 50)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve() as running:
        yield running


@st.composite
def broken_answers(draw: st.DrawFn) -> bytes:
    """A sound answer after a few cuts and insertions."""
    answer = draw(st.sampled_from(WHOLE))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(answer)))
        end = min(len(answer), start + draw(st.integers(0, 6)))
        answer = answer[:start] + draw(st.sampled_from(PARTS) | st.binary(max_size=4)) + answer[end:]
    return answer


def fetch_all(server: Server, reply: Reply) -> None:
    """Fetches the reply as a robots.txt and as a page, remembers it, and fetches it again."""
    server.say("/robots.txt", reply)
    url = server.say("/page", reply)
    for obeys in (True, False):
        with Fetcher(replace(HASTY, obey_robots=obeys)) as fetcher:
            outcomes = [try_fetch(fetcher, url) for _ in range(2)]
        for outcome in outcomes:
            assert not isinstance(outcome, Fetched) or len(outcome.content) <= HASTY.max_bytes
            assert not isinstance(outcome, FetchError) or (outcome.advice and str(outcome).isprintable())


def try_fetch(fetcher: Fetcher, url: str) -> Fetched | Unchanged | FetchError:
    """What the address gives, remembered, or why it gives nothing."""
    try:
        outcome = fetcher.fetch(url, conditional=True)
    except FetchError as error:
        return error
    if isinstance(outcome, Fetched):
        fetcher.remember(outcome)
    return outcome


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(broken_answers() | st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_a_reason(server: Server, answer: bytes) -> None:
    fetch_all(server, Reply(raw=lambda: [answer]))


values = st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_characters="\x7f"), max_size=30)
ODD = [";", "charset", "=", "*", "''", "%ff", '"', "utf-8", "text/html", "\\", "=?", "?="]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["Content-Type", "Location", "ETag", "Last-Modified", "Retry-After", "Content-Encoding"]),
    values.map(str.strip) | st.lists(st.sampled_from(ODD), max_size=8).map("".join),
    st.sampled_from([200, 301, 302, 304, 404, 410, 429, 500]),
)
def test_any_header_is_taken_or_refused(server: Server, name: str, value: str, status: int) -> None:
    fetch_all(server, Reply(status, {name: value}, b"<p>Hello</p>" if status == 200 else b""))
