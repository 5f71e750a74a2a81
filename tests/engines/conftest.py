"""One engine of each kind with the obedient extractor, shared by all tests: starting workers is what costs."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.engines.limits import Limits
from kg.engines.local import LocalEngine
from kg.engines.processes import ProcessEngine
from kg.engines.task import Task
from kg.protocols import Engine
from tests.conftest import ROOT
from tests.engines.extractors import obey

OBEDIENT = Task(obey, Limits(seconds=0.5, megabytes=30))


@pytest.fixture(scope="session")
def process_engine() -> Iterator[ProcessEngine]:
    with ProcessEngine(2, OBEDIENT) as engine:
        yield engine


@contextmanager
def start_dask(*arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A process of the command `dask`, as an operator would start it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "error"}
    command = [sys.executable, "-m", "dask", *arguments]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two Dask workers, all in processes of their own."""
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    folder = tmp_path_factory.mktemp("dask")
    note = folder / "scheduler.json"
    shared = ("--scheduler-file", str(note))
    workers = ("--nworkers", "2", "--nthreads", "1", "--no-dashboard", "--local-directory", str(folder))
    with (
        start_dask("scheduler", *shared, "--port", "0", "--host", "127.0.0.1", "--no-dashboard"),
        start_dask("worker", *shared, *workers, "--host", "127.0.0.1"),
    ):
        yield wait_for_address(note)


def wait_for_address(note: Path) -> str:
    """The address that a scheduler writes down when it is ready."""
    import json

    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if note.is_file() and note.stat().st_size:
            return json.loads(note.read_text(encoding="utf-8"))["address"]
        time.sleep(0.1)
    raise TimeoutError("no Dask scheduler came up")


@pytest.fixture(scope="session")
def dask_engine(cluster: str) -> Iterator[Engine]:
    from kg.engines.cluster import DaskEngine

    with DaskEngine(cluster, OBEDIENT) as engine:
        yield engine


@pytest.fixture(scope="session", params=["local", "processes", "dask"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each kind of engine in turn."""
    names = {"processes": "process_engine", "dask": "dask_engine"}
    return LocalEngine(OBEDIENT) if request.param == "local" else request.getfixturevalue(names[request.param])


@pytest.fixture(scope="session", params=["processes", "dask"])
def spread_engine(request: pytest.FixtureRequest) -> Engine:
    """Each kind of engine that works outside of this process."""
    return request.getfixturevalue({"processes": "process_engine", "dask": "dask_engine"}[request.param])
