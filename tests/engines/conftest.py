"""One engine of each kind with the obedient extractor, shared by all tests: starting workers is what costs."""

from collections.abc import Iterator

import pytest

from kg.engines.limits import Limits
from kg.engines.local import LocalEngine
from kg.engines.processes import ProcessEngine
from kg.engines.task import Task
from kg.protocols import Engine
from tests.engines.extractors import obey

OBEDIENT = Task(obey, Limits(seconds=0.3, megabytes=100))


@pytest.fixture(scope="session")
def process_engine() -> Iterator[ProcessEngine]:
    with ProcessEngine(2, OBEDIENT) as engine:
        yield engine


@pytest.fixture(scope="session", params=["local", "processes"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each kind of engine in turn."""
    if request.param == "local":
        return LocalEngine(OBEDIENT)
    return request.getfixturevalue("process_engine")


@pytest.fixture(scope="session", params=["processes"])
def spread_engine(request: pytest.FixtureRequest) -> Engine:
    """Each kind of engine that works outside of this process."""
    return request.getfixturevalue("process_engine")
