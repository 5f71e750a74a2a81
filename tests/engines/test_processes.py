"""Worker processes: what they cost when there is little to do, and that none is lost or left behind."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.engines.batches import SHARD_ARTICLES
from kg.engines.processes import ProcessEngine
from kg.engines.task import Task
from kg.errors import EngineError
from kg.model import Article, Extraction
from tests.conftest import ROOT
from tests.engines.extractors import make_article, make_articles, obey

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs Linux's list of processes")

PROMPT_S = 5.0  # what ends does so within it


def children_of(parent: int) -> set[int]:
    found = set()
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == parent and fields[0] != "Z":
                found.add(int(folder.name))
    return found


def is_gone(process: int) -> bool:
    """Whether a process has ended within the time that is prompt."""
    deadline = time.monotonic() + PROMPT_S
    while time.monotonic() < deadline:
        try:
            if (Path("/proc") / str(process) / "stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def started() -> set[int]:
    """The children that this process had before the test."""
    return children_of(os.getpid())


def test_workers_start_when_they_are_needed_and_end_with_the_block(started: set[int]) -> None:
    with ProcessEngine(3, Task(obey)) as engine:
        assert children_of(os.getpid()) == started
        list(engine.extract(make_articles("fine")))
        assert len(children_of(os.getpid()) - started) == 1
        list(engine.extract(make_articles(*["sleep 0.01"] * 6 * SHARD_ARTICLES)))
        assert len(children_of(os.getpid()) - started) == 3
    assert children_of(os.getpid()) == started


def test_a_worker_is_started_anew_before_its_memory_grows(started: set[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.engines.lanes.LIFE_SHARDS", 2)
    workers = []
    with ProcessEngine(1, Task(obey)) as engine:
        for _ in range(4):
            assert list(engine.extract(make_articles("fine"))) == [Extraction(make_articles("fine")[0])]
            workers.append(children_of(os.getpid()) - started)
    first, gone, second, _ = workers
    assert not gone
    assert first
    assert second.isdisjoint(first)


def test_workers_that_are_killed_in_the_midst_cost_nothing(started: set[int]) -> None:
    articles = make_articles(*["sleep 0.01"] * 8 * SHARD_ARTICLES)
    results = []
    with ProcessEngine(2, Task(obey)) as engine:
        for number, result in enumerate(engine.extract(articles)):
            results.append(result)
            if number in (5, 3 * SHARD_ARTICLES, 5 * SHARD_ARTICLES):
                for child in children_of(os.getpid()) - started:
                    os.kill(child, signal.SIGKILL)
    assert results == [Extraction(article) for article in articles]


def test_leaving_early_ends_workers_that_are_busy(started: set[int]) -> None:
    start = time.monotonic()
    with ProcessEngine(2, Task(obey)) as engine:
        texts = ["fine"] * SHARD_ARTICLES + ["sleep 60"] * 4 * SHARD_ARTICLES
        next(engine.extract(make_articles(*texts)))
    assert time.monotonic() - start < PROMPT_S
    assert children_of(os.getpid()) == started


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_worker_outlives_its_parent(number: signal.Signals) -> None:
    program = """
        from kg.engines.processes import ProcessEngine
        from kg.engines.task import Task
        from tests.engines.extractors import make_articles, obey

        with ProcessEngine(2, Task(obey)) as engine:
            list(engine.extract(make_articles(*["spin"] * 100)))
    """
    parent = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)], cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True
    )
    deadline = time.monotonic() + 20
    while len(workers := children_of(parent.pid)) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)  # they are at work
    os.killpg(parent.pid, number)
    assert len(workers) == 2
    assert is_gone(parent.pid)
    assert all(is_gone(worker) for worker in workers)
    parent.wait()
    said = parent.stderr.read().decode() if parent.stderr else ""
    assert said.count("Traceback") == (number == signal.SIGINT), "a worker complains of what was meant for its parent"


def test_an_extractor_that_cannot_load_stops_the_run_and_says_why() -> None:
    with ProcessEngine(1, Task(obey, version="another")) as engine, pytest.raises(EngineError, match="version"):
        list(engine.extract([make_article("a")]))


def leave_at_once(_articles: object) -> list[Extraction]:
    os._exit(1)


def test_a_worker_that_never_gets_ready_stops_the_run() -> None:
    with ProcessEngine(1, Task(leave_at_once)) as engine, pytest.raises(EngineError, match="no worker process"):
        list(engine.extract([make_article("a")]))


def chatter(articles: list[Article]) -> Iterator[Extraction]:
    sys.stdout.write("a library says something\n")
    os.write(1, b"and so does another\n")
    yield from map(Extraction, articles)


def test_what_is_printed_in_a_worker_is_not_taken_for_an_answer(capfd: pytest.CaptureFixture[str]) -> None:
    with ProcessEngine(1, Task(chatter)) as engine:
        assert len(list(engine.extract(make_articles("fine", "fine")))) == 2
    assert "says something" not in capfd.readouterr().out
