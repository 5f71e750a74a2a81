"""The real extractor: whatever the engine, the number of workers and the cuts between shards, the results are one."""

from collections.abc import Iterator

import pytest

from kg.engines import batches, to_extractor_version
from kg.engines.cluster import DaskEngine
from kg.engines.local import LocalEngine
from kg.engines.processes import ProcessEngine
from kg.engines.shards import Result
from kg.engines.task import Task
from kg.ingest import read_sources
from kg.model import Article
from tests.conftest import ROOT

SAMPLE = ROOT / "data" / "sample" / "articles"
FEW_CHARACTERS = 5_000  # so that the sample makes several shards


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [item for item in read_sources([str(SAMPLE)]) if isinstance(item, Article)][:10]


@pytest.fixture(scope="module")
def expected(articles: list[Article]) -> list[Result]:
    """Each article extracted by itself."""
    return [result for article in articles for result in LocalEngine().extract([article])]


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "SHARD_CHARACTERS", FEW_CHARACTERS)


@pytest.fixture(scope="module")
def workers() -> Iterator[ProcessEngine]:
    with ProcessEngine(2) as engine:
        yield engine


@pytest.mark.parametrize("characters", [1, FEW_CHARACTERS, 1_000_000])
def test_where_shards_are_cut_does_not_matter(
    characters: int, articles: list[Article], expected: list[Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "SHARD_CHARACTERS", characters)
    assert list(LocalEngine().extract(articles)) == expected


def test_worker_processes_give_the_same(
    workers: ProcessEngine, articles: list[Article], expected: list[Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(workers.extract(articles)) == expected
    monkeypatch.setattr(batches, "SHARD_CHARACTERS", 1)
    assert list(workers.extract(reversed(articles))) == expected[::-1]


def test_a_cluster_gives_the_same(cluster: str, articles: list[Article], expected: list[Result]) -> None:
    with DaskEngine(cluster, Task(version=to_extractor_version())) as engine:
        assert list(engine.extract(articles)) == expected
