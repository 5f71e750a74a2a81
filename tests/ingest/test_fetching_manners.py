"""Fetching as a guest: robots.txt, one request at a time and at a rate, and waiting when asked to."""

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.fetching import Fetched, Fetcher, FetchError, FetchSettings, Trouble
from kg.ingest.fetching.deadline import Deadline
from kg.ingest.fetching.memory import Memory
from kg.ingest.fetching.patience import MAX_CLOSED_S, to_retry_after_s
from kg.ingest.fetching.robots import FRESH_S, MAX_BYTES, STALE_S, Robots
from tests.ingest.server import FAST, Asked, Reply, Server, page, redirect, serve

OTHERS = "User-agent: otherbot\nDisallow: /\n"


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        yield running


def try_fetch(server: Server, path: str, settings: FetchSettings = FAST, memory: Path | None = None) -> Trouble | None:
    """What keeps a path from being fetched, None where nothing does."""
    with Fetcher(settings, memory) as fetcher:
        try:
            fetcher.fetch(server.url + path)
        except FetchError as error:
            return error.kind
    return None


def give_robots(server: Server, text: str) -> None:
    """Sets the server's robots.txt."""
    server.say("/robots.txt", Reply(200, {"Content-Type": "text/plain"}, text.encode()))


@pytest.mark.parametrize(
    ("text", "path", "trouble"),
    [
        ("User-agent: *\nDisallow: /private", "/private/a", Trouble.ROBOTS),
        ("User-agent: *\nDisallow: /private", "/public", None),
        ("User-agent: *\nDisallow: /private\nAllow: /private/but", "/private/but", None),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", Trouble.ROBOTS),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", None),
        ("User-agent: *\nDisallow: /\n\nUser-agent: kg\nDisallow: /not-us", "/a", None),
        ("User-agent: *\nAllow: /\n\nUser-agent: KG\nDisallow: /not-us", "/not-us", Trouble.ROBOTS),
        ("User-agent: KG/2.0\nDisallow: /", "/a", None),
        (OTHERS, "/a", None),
        (OTHERS + "User-agent: anotherbot\nUser-agent: kg\nDisallow: /", "/a", Trouble.ROBOTS),
        ("\ufeffUser-agent: *\r\nDisallow: /\r\n", "/a", Trouble.ROBOTS),
        ("user agent *\nDisallow: /", "/a", Trouble.ROBOTS),
        ("User-agent: * # all\nDisallow: / # everything", "/a", Trouble.ROBOTS),
        ("User-agent: *\nDisallow:", "/a", None),
        ("<html>no robots here</html>", "/a", None),
        ("", "/a", None),
    ],
)
def test_robots_decide(server: Server, text: str, path: str, trouble: Trouble | None) -> None:
    give_robots(server, text)
    server.say(path, page())
    assert try_fetch(server, path) is trouble
    assert server.paths() == ([path] if trouble is None else [])


def test_robots_are_not_read_where_that_is_agreed(server: Server) -> None:
    give_robots(server, "User-agent: *\nDisallow: /\nCrawl-delay: 5")
    server.say("/page", page())
    assert try_fetch(server, "/page", replace(FAST, obey_robots=False)) is None
    assert [asked.path for asked in server.asked] == ["/page"]


def test_robots_decide_on_every_hop(server: Server) -> None:
    server.say("/open", redirect(302, "/closed"))
    server.say("/closed", page())
    give_robots(server, "User-agent: *\nDisallow: /closed")
    assert try_fetch(server, "/open") is Trouble.ROBOTS
    assert server.paths() == ["/open"]


@pytest.mark.parametrize(
    ("reply", "trouble"),
    [
        (Reply(404), None),
        (Reply(403), None),
        (Reply(301, {"Location": "/rules"}), Trouble.ROBOTS),
        (Reply(301, {"Location": "/robots.txt"}), None),
        (Reply(301, {"Location": "http://user@x.example/"}), None),
        (Reply(200, {"Content-Type": "image/png"}, b"\x89PNG"), None),
        (Reply(500), Trouble.LATER),
        (Reply(503), Trouble.LATER),
        (Reply(429), Trouble.LATER),
        (Reply(raw=list), Trouble.LATER),
        (Reply(200, {"Content-Length": "90"}, b"User-agent"), Trouble.LATER),
    ],
)
def test_where_the_rules_cannot_be_had(server: Server, reply: Reply, trouble: Trouble | None) -> None:
    server.say("/rules", page("User-agent: *\nDisallow: /"))
    server.say("/robots.txt", reply)
    server.say("/page", page())
    assert try_fetch(server, "/page") is trouble
    assert ("/page" in server.paths()) is (trouble is None)


def test_the_rules_are_asked_once_a_day(server: Server, tmp_path: Path) -> None:
    memory = tmp_path / "memory.sqlite"
    give_robots(server, "User-agent: *\nDisallow: /private")
    for path in ("/a", "/b", "/private"):
        server.say(path, page())
        try_fetch(server, path, memory=memory)
    assert [asked.path for asked in server.asked] == ["/robots.txt", "/a", "/b"]


class Clock:
    """A time that tests move."""

    def __init__(self) -> None:
        self.now = 1_750_000_000.0

    def time(self) -> float:
        return self.now


def test_old_rules_hold_for_a_month_where_no_new_ones_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr("kg.ingest.fetching.robots.time", clock)
    monkeypatch.setattr("kg.ingest.fetching.memory.time", clock)
    answers: list[str | FetchError] = ["User-agent: *\nDisallow: /private", FetchError(Trouble.LATER, "off")]

    def read(url: str, deadline: Deadline) -> str:
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, FetchError):
            raise answer
        return answer

    robots = Robots("kg/0.1", Memory(None), read)
    assert robots.check("https://shore.example/a", Deadline(1)) == 0
    for later, kind in ((FRESH_S + 1, Trouble.ROBOTS), (STALE_S, Trouble.LATER)):
        clock.now += later
        with pytest.raises(FetchError) as raised:
            robots.check("https://shore.example/private", Deadline(1))
        assert raised.value.kind is kind


def test_a_large_file_counts_as_far_as_the_standard_reads(server: Server) -> None:
    server.say("/early", page())
    server.say("/late", page())
    comment = "# " + "x" * 97 + "\n"
    give_robots(server, "User-agent: *\nDisallow: /early\n" + comment * (MAX_BYTES // 100) + "Disallow: /late\n")
    assert try_fetch(server, "/early") is Trouble.ROBOTS
    assert try_fetch(server, "/late") is None


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"User-agent: a{number}\n" for number in range(14_000)) + "Disallow: /abc\n" * 16_000,
        "".join(f"User-agent: k{'*' * number}g\n" for number in range(700)) + "Disallow: /abc\n" * 16_000,
        "User-agent: *\n" + "Disallow: /" + "*a" * 240_000 + "\n",
        "User-agent: *\n" + f"Disallow: /{'*a' * 20}b\n" * 9_000,
        "User-agent: *\n" + "Crawl-delay: " + "9" * 100_000 + "\n",
        "User-agent: *\n" + "Disallow: /" + "%" * 400_000 + "\n",
        "\x00\xff" * 100_000,
        " " * 500_000,
        "User-agent:" + " " * 400_000 + "x",
        "user" * 100_000,
        "\n" * 500_000,
    ],
    ids=["agents", "spellings", "stars", "many-stars", "delay", "percents", "binary", "blanks", "gap", "word", "lines"],
)  # fmt: skip
def test_hostile_rules_cost_little(text: str) -> None:
    robots = Robots("kg/0.1", Memory(None), lambda url, deadline: text)
    started = time.process_time()
    for _ in range(3):
        robots.check("https://shore.example/" + "a" * 2000, Deadline(1))
    assert time.process_time() - started < 2


def times(server: Server, path: str = "/page") -> list[float]:
    """The seconds between the requests for a path."""
    moments = [asked.at for asked in server.asked if asked.path == path]
    return [later - earlier for earlier, later in pairwise(moments)]


def fetch_often(server: Server, settings: FetchSettings, count: int) -> float:
    """The seconds that it takes to fetch a page that often."""
    url = server.say("/page", page())
    started = time.monotonic()
    with Fetcher(settings) as fetcher:
        for _ in range(count):
            fetcher.fetch(url)
    return time.monotonic() - started


def test_a_host_is_asked_at_its_rate_after_a_short_burst(server: Server) -> None:
    took = fetch_often(server, replace(FAST, rate_per_s=10), 6)  # with the robots.txt 7, of which 3 at once
    assert 0.35 < took < 5  # a busy machine makes it longer, and lets turns add up for the next ones


def test_a_wait_for_the_hosts_turn_is_no_part_of_the_deadline(server: Server) -> None:
    assert fetch_often(server, replace(FAST, rate_per_s=4, deadline_s=0.2), 5) > 0.6


@pytest.mark.parametrize(
    ("asked", "least", "most"), [("0.15", 0.13, 0.3), ("100", 0.23, 0.45), ("-1", 0, 0.1), ("inf", 0, 0.1)]
)
def test_a_crawl_delay_is_kept_up_to_a_cap(server: Server, asked: str, least: float, most: float) -> None:
    give_robots(server, f"User-agent: *\nCrawl-delay: {asked}")
    fetch_often(server, replace(FAST, max_crawl_delay_s=0.25), 3)
    assert all(least <= gap < most for gap in times(server))


def test_threads_share_one_connection_and_one_rate(server: Server) -> None:
    url = server.say("/page", Reply(200, {}, b"x", wait_s=0.02))
    with Fetcher(FAST) as fetcher:
        threads = [Thread(target=fetcher.fetch, args=(url,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert min(times(server)) > 0.015
    assert len({asked.client for asked in server.asked if asked.path == "/page"}) == 1


def clients(asked: list[Asked]) -> set[tuple[str, int]]:
    return {each.client for each in asked}


def test_the_connection_stays_for_the_next_article(server: Server) -> None:
    server.say("/moved", replace(redirect(302, "/page"), body=b"<p>elsewhere</p>"))
    url = server.say("/page", page(ETag='"1"'))
    with Fetcher(FAST) as fetcher:
        fetched = fetcher.fetch(url)
        assert isinstance(fetched, Fetched)
        fetcher.remember(fetched)
        for path in ("/page", "/moved", "/missing", "/page"):
            with suppress(FetchError):
                fetcher.fetch(server.url + path, conditional=True)
    assert server.paths() == ["/page", "/page", "/moved", "/page", "/missing", "/page"]
    assert len(clients(server.asked)) == 1


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_to_wait_is_asked_again_after_that(server: Server, status: int) -> None:
    url = server.say("/page", Reply(status, {"Retry-After": "1"}), page())
    with Fetcher(FAST) as fetcher:
        assert isinstance(fetcher.fetch(url), Fetched)
    assert 1 <= times(server)[0] < 1.5


@pytest.mark.parametrize("first", [Reply(500), Reply(502), Reply(408), Reply(raw=list), Reply(raw=lambda: [b"?"])])
def test_a_passing_trouble_is_tried_again(server: Server, first: Reply) -> None:
    url = server.say("/page", first, first, page())
    with Fetcher(FAST) as fetcher:
        assert isinstance(fetcher.fetch(url), Fetched)
    first_wait, second_wait = times(server)
    assert 0.004 < first_wait < 0.1
    assert 0.009 < second_wait < 0.1


def test_what_does_not_pass_is_tried_three_times(server: Server) -> None:
    server.say("/page", Reply(500))
    assert try_fetch(server, "/page") is Trouble.LATER
    assert len(server.paths()) == 3


def test_a_connection_that_is_refused_is_a_passing_trouble(server: Server) -> None:
    with serve() as other:
        url = other.say("/", page())
    with Fetcher(FAST) as fetcher, pytest.raises(FetchError, match="refused") as raised:
        fetcher.fetch(url)
    assert raised.value.is_passing


@pytest.mark.parametrize("date", [False, True])
def test_a_long_wait_is_left_to_a_later_run(server: Server, tmp_path: Path, date: bool) -> None:
    wait = format_datetime(datetime.now(UTC) + timedelta(minutes=50), usegmt=True) if date else "3000"
    url, memory = server.say("/page", Reply(503, {"Retry-After": wait}), page()), tmp_path / "memory.sqlite"
    with Fetcher(FAST, memory) as fetcher, pytest.raises(FetchError) as raised:
        fetcher.fetch(url)
    assert 2990 < raised.value.wait_s <= 3000
    with Fetcher(FAST, memory) as fetcher, pytest.raises(FetchError, match=r"left alone for another \d{4} s") as raised:
        fetcher.fetch(url)
    assert raised.value.is_passing
    assert len(server.paths()) == 1


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        (" 7 ", 7.0),
        ("0", 0.0),
        ("-5", 0.0),
        ("1e3", 0.0),
        ("9" * 5000, MAX_CLOSED_S),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", MAX_CLOSED_S),
        ("soon", 0.0),
        ("", 0.0),
        ("٣", 0.0),
    ],
)
def test_what_a_server_asks_to_wait(value: str, seconds: float) -> None:
    assert to_retry_after_s(value) == seconds


@given(st.text(max_size=30) | st.datetimes().map(format_datetime) | st.integers().map(str))
def test_any_wait_is_within_an_hour(value: str) -> None:
    assert 0 <= to_retry_after_s(value) <= MAX_CLOSED_S


def test_the_rules_of_made_up_hosts_do_not_fill_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.ingest.fetching.memory.MAX_ROBOTS_CHARS", 100_000)
    memory = Memory(tmp_path / "memory.sqlite")
    for number in range(200):
        memory.keep_robots(f"https://{number}.shore.example", "#" * 10_000)
    memory.close()
    kept = [number for number in range(200) if memory.recall_robots(f"https://{number}.shore.example")]
    assert kept == list(range(190, 200))
