"""What fetching keeps between runs: how long, how much, and that it can be dropped."""

from pathlib import Path

import pytest

from kg.ingest.fetching import Fetched, Fetcher, Stamp, Unchanged
from kg.ingest.fetching.memory import KEPT_S, TRUST_S, Known, Memory
from tests.ingest.server import FAST, Reply, serve

URL = "https://lake.example/feed"
STAMP = Stamp(URL, '"1"', "Mon, 02 Jun 2025 08:00:00 GMT", "0" * 64)


class Clock:
    """A time that tests move."""

    def __init__(self) -> None:
        self.now = 1_750_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    moved = Clock()
    monkeypatch.setattr("kg.ingest.fetching.memory.time", moved)
    return moved


def test_what_is_kept_is_there_in_the_next_run(tmp_path: Path) -> None:
    first = Memory(tmp_path / "memory.sqlite")
    first.keep_stamp(URL, STAMP)
    first.keep_move(URL, f"{URL}/2")
    first.keep_closing("lake.example", 5e9)
    first.keep_robots("https://lake.example", "User-agent: *")
    first.close()
    second = Memory(tmp_path / "memory.sqlite")
    assert second.recall(URL) == Known(STAMP, f"{URL}/2")
    assert second.recall_closing("lake.example") == 5e9
    assert (second.recall_robots("https://lake.example") or ("",))[0] == "User-agent: *"


def test_one_thing_that_is_kept_leaves_the_others(clock: Clock) -> None:
    memory = Memory(None)
    memory.keep_move(URL, f"{URL}/2")
    memory.keep_end(URL)
    memory.keep_stamp(URL, STAMP)
    assert memory.recall(URL) == Known(STAMP, f"{URL}/2", clock.now)
    memory.keep_move(URL, None)
    assert memory.recall(URL).moved_to is None
    memory.forget(URL)
    assert memory.recall(URL) == Known()


def test_validators_are_trusted_for_a_week_and_content_for_good(clock: Clock) -> None:
    memory = Memory(None)
    memory.keep_stamp(URL, STAMP)
    clock.now += TRUST_S - 1
    assert memory.recall(URL).stamp == STAMP
    clock.now += 2
    assert memory.recall(URL).stamp == Stamp(URL, None, None, STAMP.digest)


def test_after_a_week_the_content_is_fetched_and_its_validators_are_trusted_anew(clock: Clock, tmp_path: Path) -> None:
    with serve() as server:
        url = server.say("/feed", Reply(200, {"ETag": '"1"'}, b"<rss/>"))
        with Fetcher(FAST, tmp_path / "memory.sqlite") as fetcher:
            fetched = fetcher.fetch(url)
            assert isinstance(fetched, Fetched)
            fetcher.remember(fetched)
            clock.now += TRUST_S + 1
            assert all(isinstance(fetcher.fetch(url, conditional=True), Unchanged) for _ in range(2))
        asked = [asked.headers.get("if-none-match") for asked in server.asked if asked.path == "/feed"]
    assert asked == [None, None, '"1"']


def test_what_nobody_asks_for_is_dropped_after_half_a_year(clock: Clock, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory.sqlite")
    memory.keep_end(URL)
    memory.keep_robots("https://lake.example", "")
    memory.close()
    clock.now += KEPT_S - 1
    assert memory.recall(URL).ended
    memory.close()
    clock.now += 2
    assert memory.recall(URL) == Known()
    assert memory.recall_robots("https://lake.example") is None


def test_what_is_asked_for_stays(clock: Clock, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory.sqlite")
    memory.keep_move(URL, f"{URL}/2")
    for _ in range(20):
        clock.now += KEPT_S / 10
        memory.close()
        assert memory.recall(URL).moved_to == f"{URL}/2"


def test_it_says_nothing_of_what_it_does_not_know() -> None:
    memory = Memory(None)
    assert memory.recall(URL) == Known()
    assert memory.recall_closing("lake.example") == 0
    assert memory.recall_robots("https://lake.example") is None
