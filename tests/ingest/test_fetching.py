"""Fetching, from a real server on this machine: what it gives, where it redirects to, what is remembered of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from kg.errors import StoreError
from kg.ingest.fetching import Fetched, Fetcher, FetchError, Stamp, Trouble, Unchanged
from kg.ingest.fetching.answers import Answer
from kg.ingest.fetching.asking import Asker
from kg.ingest.fetching.deadline import Deadline
from kg.ingest.fetching.journey import MAX_REDIRECTS, Journey, fetch_address
from kg.ingest.fetching.memory import Known, Memory
from tests.ingest.server import FAST, Reply, Server, page, redirect, serve


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        yield running


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    """The file of a memory that outlives a run."""
    return tmp_path / "store" / "fetching.sqlite"


def run_once(memory: Path | None, url: str, *, keeps: bool = True) -> Fetched | Unchanged:
    """What a run of its own gets from a conditional fetch, remembered where it `keeps`."""
    with Fetcher(FAST, memory) as fetcher:
        outcome = fetcher.fetch(url, conditional=True)
        if keeps and isinstance(outcome, Fetched):
            fetcher.remember(outcome)
        return outcome


def fetch(url: str) -> Fetched:
    """What an address gives to a run that remembers nothing."""
    with Fetcher(FAST) as fetcher:
        outcome = fetcher.fetch(url)
    assert isinstance(outcome, Fetched)
    return outcome


def fail(url: str, memory: Path | None = None) -> FetchError:
    """Why an address gives nothing."""
    with Fetcher(FAST, memory) as fetcher, pytest.raises(FetchError) as raised:
        fetcher.fetch(url, conditional=True)
    assert raised.value.advice
    return raised.value


def test_a_page_comes_with_what_its_reader_needs(server: Server) -> None:
    fetched = fetch(server.say("/page", page("<p>Hej</p>", ETag='"1"')) + "#part")
    assert fetched.content == b"<p>Hej</p>"
    assert (fetched.asked, fetched.url, fetched.moved_to) == (f"{server.url}/page", f"{server.url}/page", None)
    assert (fetched.content_type, fetched.charset) == ("text/html", "utf-8")


@pytest.mark.parametrize(
    ("named", "kind", "charset"),
    [
        ("text/html; charset=no-such-charset", "text/html", "no-such-charset"),
        ('application/rss+xml;charset="ISO-8859-1"', "application/rss+xml", "iso-8859-1"),
        ("TEXT/HTML", "text/html", None),
        ("", "", None),
        ("nonsense", "text/plain", None),
        ("text/html; charset*=utf-8''%ff%00", "text/html", None),
    ],
)
def test_what_the_server_names_is_passed_on(server: Server, named: str, kind: str, charset: str | None) -> None:
    fetched = fetch(server.say("/", Reply(200, {"Content-Type": named}, "é".encode("latin-1"))))
    assert fetched.content == b"\xe9"
    assert fetched.content_type == kind
    assert charset is None or fetched.charset == charset


def test_we_say_who_we_are_and_carry_nothing_along(server: Server) -> None:
    server.say("/page", page(Set_Cookie="id=7; Path=/"))
    with Fetcher(FAST) as fetcher:
        fetcher.fetch(f"{server.url}/page")
        fetcher.fetch(f"{server.url}/page")
    first, second = (asked.headers for asked in server.asked if asked.path == "/page")
    assert first["user-agent"].startswith("kg/")
    assert "+http" in first["user-agent"]
    assert "cookie" not in second
    assert "if-none-match" not in second


@pytest.mark.parametrize(
    "validator", [{"ETag": '"abc"'}, {"ETag": 'W/"abc"'}, {"Last-Modified": "Mon, 02 Jun 2025 08:00:00 GMT"}]
)
def test_what_is_remembered_is_fetched_only_when_it_has_changed(
    server: Server, memory: Path, validator: dict[str, str]
) -> None:
    url = server.say("/feed", Reply(200, validator, b"<rss/>"))
    assert isinstance(run_once(memory, url), Fetched)
    assert run_once(memory, url) == Unchanged(url, url, None)
    server.say("/feed", Reply(200, {name: value.replace("b", "B").replace("02", "03") for name, value in
                                    validator.items()}, b"<rss>new</rss>"))  # fmt: skip
    assert isinstance(run_once(memory, url), Fetched)


def test_an_answer_that_says_unchanged_is_one_small_request(server: Server, memory: Path) -> None:
    url = server.say("/feed", Reply(200, {"ETag": '"1"'}, b"<rss/>"))
    run_once(memory, url)
    server.asked.clear()
    run_once(memory, url)
    (asked,) = server.asked  # not even the robots.txt again
    assert asked.headers["if-none-match"] == '"1"'


def test_the_same_content_is_unchanged_without_validators(server: Server, memory: Path) -> None:
    url = server.say("/feed", Reply(200, {}, b"<rss/>"), Reply(200, {}, b"<rss/>"), Reply(200, {}, b"<rss>new</rss>"))
    outcomes = [run_once(memory, url) for _ in range(3)]
    assert [type(outcome) for outcome in outcomes] == [Fetched, Unchanged, Fetched]


def test_what_was_not_remembered_is_fetched_again(server: Server, memory: Path) -> None:
    url = server.say("/feed", page(ETag='"1"'))
    assert isinstance(run_once(memory, url, keeps=False), Fetched)
    assert isinstance(run_once(memory, url, keeps=False), Fetched)


def test_only_who_asks_for_it_gets_unchanged(server: Server, memory: Path) -> None:
    url = server.say("/feed", page(ETag='"1"'))
    run_once(memory, url)
    with Fetcher(FAST, memory) as fetcher:
        assert isinstance(fetcher.fetch(url), Fetched)


def test_unchanged_without_having_been_asked_is_a_failure(server: Server) -> None:
    assert "304" in str(fail(server.say("/page", Reply(304))))


@pytest.mark.parametrize("status", [301, 308])
def test_a_permanent_redirect_is_reported_and_remembered(server: Server, memory: Path, status: int) -> None:
    old, new = server.say("/old", redirect(status, "/new")), server.say("/new", page(ETag='"1"'))
    outcome = run_once(memory, old)
    assert isinstance(outcome, Fetched)
    assert (outcome.asked, outcome.url, outcome.moved_to) == (old, new, new)
    assert run_once(memory, old) == Unchanged(old, new, new)
    assert server.paths() == ["/old", "/new", "/new"]


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_passing_redirect_is_followed_each_time(server: Server, memory: Path, status: int) -> None:
    old, new = server.say("/old", redirect(status, "/new")), server.say("/new", page(ETag='"1"'))
    outcome = run_once(memory, old)
    assert isinstance(outcome, Fetched)
    assert (outcome.url, outcome.moved_to) == (new, None)
    assert run_once(memory, old) == Unchanged(old, new, None)
    assert server.paths() == ["/old", "/new", "/old", "/new"]


def test_validators_are_shown_to_nobody_else(server: Server, memory: Path) -> None:
    url = server.say("/feed", redirect(302, "/a"), redirect(302, "/b"))
    server.say("/a", page("<p>a</p>", ETag='"1"'))
    server.say("/b", page("<p>b</p>", ETag='"1"'))
    run_once(memory, url)
    outcome = run_once(memory, url)
    assert isinstance(outcome, Fetched)
    assert outcome.content == b"<p>b</p>"


class Answers:
    """Stands for the servers of both schemes: the tests' own speaks no TLS."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self._answers = answers

    def ask(self, address: str, stamp: Stamp | None, deadline: Deadline) -> Answer:
        return self._answers[address]


@pytest.mark.parametrize(
    ("old", "new", "is_move"),
    [
        ("http://lake.example/", "https://lake.example/", True),
        ("https://lake.example/", "https://shore.example/", True),
        ("https://lake.example/", "http://lake.example/", False),
    ],
)
def test_no_move_leads_out_of_encryption(old: str, new: str, is_move: bool) -> None:
    asker = Answers({old: Answer(301, {"location": new}), new: Answer(200, {}, b"x")})
    journey = Journey(old, Known(), cast(Asker, asker), Deadline(1))
    outcome = fetch_address(None, journey, Memory(None))
    assert (outcome.url, outcome.moved_to) == (new, new if is_move else None)


def test_a_move_ends_where_redirects_are_no_longer_permanent(server: Server, memory: Path) -> None:
    server.say("/a", redirect(301, "/b"))
    server.say("/b", redirect(302, "/c"))
    server.say("/c", redirect(301, "/d"))
    server.say("/d", page())
    outcome = run_once(memory, f"{server.url}/a")
    assert outcome.moved_to == f"{server.url}/b"
    assert outcome.url == f"{server.url}/d"


def test_a_move_that_leads_nowhere_is_forgotten(server: Server, memory: Path) -> None:
    old = server.say("/old", redirect(301, "/new"), page("<p>back</p>"))
    server.say("/new", page(), Reply(404))
    run_once(memory, old)
    fail(old, memory)
    outcome = run_once(memory, old)
    assert isinstance(outcome, Fetched)
    assert (outcome.content, outcome.moved_to) == (b"<p>back</p>", None)


def test_a_redirect_that_leads_nowhere_is_no_move(server: Server, memory: Path) -> None:
    old = server.say("/old", redirect(301, "/new"), page())
    assert fail(old, memory).kind is Trouble.MISSING
    assert isinstance(run_once(memory, old), Fetched)


def test_what_is_gone_is_not_asked_again_until_it_is_forgotten(server: Server, memory: Path) -> None:
    url = server.say("/feed", Reply(410), page())
    assert fail(url, memory).kind is Trouble.GONE
    error = fail(url, memory)
    assert error.kind is Trouble.GONE
    assert error.is_known
    assert "since 20" in str(error)
    assert server.paths() == ["/feed"]
    with Fetcher(FAST, memory) as fetcher:
        fetcher.forget(url)
        assert isinstance(fetcher.fetch(url), Fetched)


def test_what_ends_behind_a_passing_redirect_has_not_ended(server: Server, memory: Path) -> None:
    url = server.say("/feed", redirect(302, "/today"), page())
    server.say("/today", Reply(410))
    assert fail(url, memory).kind is Trouble.MISSING
    assert isinstance(run_once(memory, url), Fetched)


@pytest.mark.parametrize("count", [1, MAX_REDIRECTS])
def test_redirects_are_followed_to_where_they_end(server: Server, count: int) -> None:
    for number in range(count):
        server.say(f"/{number}", redirect(302, str(number + 1)))
    end = server.say(f"/{count}", page())
    assert fetch(f"{server.url}/0").url == end


def test_one_redirect_too_many(server: Server) -> None:
    for number in range(MAX_REDIRECTS + 1):
        server.say(f"/{number}", redirect(302, str(number + 1)))
    assert fail(f"{server.url}/0").kind is Trouble.REDIRECTS


@pytest.mark.parametrize(("first", "second"), [("/a", "/a"), ("/b", "/a")])
def test_a_circle_of_redirects_is_seen_at_once(server: Server, first: str, second: str) -> None:
    server.say("/a", redirect(301, first))
    server.say("/b", redirect(301, second))
    error = fail(f"{server.url}/a")
    assert error.kind is Trouble.REDIRECTS
    assert len(server.paths()) <= 2


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("file:///etc/hostname", Trouble.ADDRESS),
        ("ftp://127.0.0.1/", Trouble.ADDRESS),
        ("http://[broken", Trouble.ADDRESS),
        ("http://user:secret@127.0.0.1/", Trouble.ADDRESS),
        ("http://127.0.0.1:25/", Trouble.ADDRESS),
        ("/" + "x" * 5000, Trouble.ADDRESS),
        ("", Trouble.REFUSED),
    ],
)
def test_redirects_that_are_not_followed(server: Server, location: str, kind: Trouble) -> None:
    assert fail(server.say("/", redirect(301, location))).kind is kind


@pytest.mark.parametrize(("status", "phrase"), [(404, "Not Found"), (401, "Unauthorized"), (451, ""), (299, "")])
def test_what_a_server_refuses(server: Server, status: int, phrase: str) -> None:
    error = fail(server.say("/page", Reply(status)))
    assert error.kind is (Trouble.MISSING if status == 404 else Trouble.REFUSED)
    assert f"{status} {phrase}".strip() in str(error)
    assert len(server.paths()) == 1


def test_a_memory_that_is_broken_is_begun_anew(server: Server, memory: Path) -> None:
    memory.parent.mkdir()
    memory.write_bytes(b"no database, but long enough to be taken for one" * 100)
    url = server.say("/feed", page(ETag='"1"'))
    run_once(memory, url)
    assert isinstance(run_once(memory, url), Unchanged)


def test_a_memory_that_cannot_be_written_is_said(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for memory in (tmp_path, tmp_path / "file" / "memory.sqlite"):
        with Fetcher(FAST, memory) as fetcher, pytest.raises(StoreError):
            fetcher.fetch(server.say("/page", page()))


def test_nothing_is_opened_before_it_is_needed(memory: Path) -> None:
    with Fetcher(FAST, memory):
        pass
    assert not memory.parent.exists()
