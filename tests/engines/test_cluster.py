"""A Dask cluster: started by its own commands, its workers killed in the midst, its absence explained."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.engines import cluster as module
from kg.engines.batches import SHARD_ARTICLES
from kg.engines.cluster import DaskEngine
from kg.engines.limits import Limits
from kg.engines.task import Task
from kg.errors import EngineError
from kg.model import Extraction
from tests.engines.conftest import start_dask, wait_for_address
from tests.engines.extractors import make_article, make_articles, obey


def find_workers(address: str) -> list[int]:
    """The process ids of the Dask workers."""
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=30)
        return list(client.run(os.getpid).values())


def test_dask_workers_that_are_killed_in_the_midst_cost_nothing(cluster: str) -> None:
    articles = make_articles(*["sleep 0.01"] * 12 * SHARD_ARTICLES)
    results = []
    with DaskEngine(cluster, Task(obey, Limits(seconds=1))) as engine:
        first, second = find_workers(cluster)
        for number, result in enumerate(engine.extract(articles)):
            results.append(result)
            if number == 5:
                os.kill(first, signal.SIGKILL)
            if number == 6 * SHARD_ARTICLES:
                os.kill(second, signal.SIGKILL)
    assert results == [Extraction(article) for article in articles]


def test_workers_of_another_version_are_refused(cluster: str) -> None:
    with DaskEngine(cluster, Task(obey, version="another")) as engine, pytest.raises(EngineError, match="version"):
        list(engine.extract([make_article("a")]))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense://"])
def test_a_scheduler_that_does_not_answer_is_named(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ANSWER_S", 1)
    with pytest.raises(EngineError, match=f"no Dask scheduler answers at {address}"):
        DaskEngine(address)


@pytest.fixture
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, subprocess.Popen[bytes]]]:
    """A scheduler of the test's own: the file that it writes its address into, and its process."""
    note = tmp_path_factory.mktemp("dask") / "scheduler.json"
    arguments = ("--scheduler-file", str(note), "--port", "0", "--host", "127.0.0.1", "--no-dashboard")
    with start_dask("scheduler", *arguments) as process:
        yield note, process


def test_a_scheduler_without_workers_is_named(
    scheduler: tuple[Path, subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ANSWER_S", 1)
    address = wait_for_address(scheduler[0])
    with pytest.raises(EngineError, match="has no workers"):
        DaskEngine(address)


def test_a_scheduler_that_goes_away_stops_the_run(
    scheduler: tuple[Path, subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ANSWER_S", 5)  # also how long it is waited for to come back
    note, process = scheduler
    articles = make_articles(*["sleep 0.1"] * 6 * SHARD_ARTICLES)
    with (
        start_dask("worker", "--scheduler-file", str(note), "--nthreads", "1", "--no-dashboard", "--no-nanny"),
        DaskEngine(wait_for_address(note), Task(obey)) as engine,
    ):
        results = engine.extract(articles)
        next(results)
        process.kill()
        with pytest.raises(EngineError, match="is gone"):
            list(results)
