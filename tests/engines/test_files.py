"""Shards as files: a second run takes from them what is there, and only that."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg.engines.batches import SHARD_ARTICLES
from kg.engines.local import LocalEngine
from kg.engines.processes import ProcessEngine
from kg.engines.task import Task
from kg.model import Article, Extraction, Failure
from tests.engines.extractors import make_article, make_articles, obey


class Watched:
    """An extractor that remembers which articles it was given."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            self.seen.append(article.id)
            yield from obey([article])


@pytest.fixture
def watched() -> Watched:
    return Watched()


def test_a_run_that_broke_off_goes_on_where_it_was(watched: Watched, tmp_path: Path) -> None:
    articles = make_articles(*["fine"] * 3 * SHARD_ARTICLES)
    engine = LocalEngine(Task(watched, version="1", folder=tmp_path / "shards"))
    half = engine.extract(articles)
    for _ in range(SHARD_ARTICLES + 1):
        next(half)
    del watched.seen[:]
    assert list(engine.extract(articles)) == [Extraction(article) for article in articles]
    assert watched.seen == [article.id for article in articles[2 * SHARD_ARTICLES :]]
    assert len(list((tmp_path / "shards").iterdir())) == 3


@pytest.mark.parametrize(
    ("change", "is_new"),
    [({"text": "other"}, True), ({"headline": "Other"}, True), ({"id": "b"}, True), ({"location": "/moved"}, False)],
)
def test_a_shard_is_of_its_articles_contents(
    change: dict[str, str], is_new: bool, watched: Watched, tmp_path: Path
) -> None:
    engine = LocalEngine(Task(watched, version="1", folder=tmp_path))
    article = make_article("a")
    changed = replace(article, **change)  # type: ignore[arg-type]
    list(engine.extract([article]))
    assert list(engine.extract([changed])) == [Extraction(changed)]
    assert len(watched.seen) == 1 + is_new


def test_another_version_of_the_extractor_reads_again(watched: Watched, tmp_path: Path) -> None:
    for version in ("1", "2"):
        list(LocalEngine(Task(watched, version=version, folder=tmp_path)).extract([make_article("a")]))
    assert watched.seen == ["a", "a"]


def test_what_failed_is_tried_again(watched: Watched, tmp_path: Path) -> None:
    engine = LocalEngine(Task(watched, version="1", folder=tmp_path))
    for _ in range(2):
        results = list(engine.extract(make_articles("fine", "fail")))
        assert [isinstance(result, Failure) for result in results] == [False, True]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b"nonsense", zlib.compress(b"\x80"), zlib.compress(b"nonsense")])
def test_a_broken_file_is_made_anew(content: bytes, watched: Watched, tmp_path: Path) -> None:
    engine = LocalEngine(Task(watched, version="1", folder=tmp_path))
    list(engine.extract([make_article("a")]))
    [path] = tmp_path.iterdir()
    whole = path.read_bytes()
    path.write_bytes(content)
    assert list(engine.extract([make_article("a")])) == [Extraction(make_article("a"))]
    assert path.read_bytes() == whole


def test_articles_that_are_no_text_of_a_file_are_extracted_all_the_same(tmp_path: Path) -> None:
    articles = [make_article("a", "fine \ud800"), make_article("caf\udce9")]
    engine = LocalEngine(Task(obey, version="1", folder=tmp_path))
    assert list(engine.extract(articles)) == [Extraction(article) for article in articles]
    assert not list(tmp_path.iterdir())


def test_workers_keep_and_find_the_same_files(watched: Watched, tmp_path: Path) -> None:
    articles = make_articles(*["fine"] * 2 * SHARD_ARTICLES)
    with ProcessEngine(2, Task(obey, version="", folder=tmp_path)) as engine:
        results = list(engine.extract(articles))
    assert list(LocalEngine(Task(watched, version="", folder=tmp_path)).extract(articles)) == results
    assert not watched.seen


def test_a_folder_that_cannot_be_made_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with ProcessEngine(1, Task(obey, folder=tmp_path / "file")) as engine, pytest.raises(OSError, match="file"):
        list(engine.extract([make_article("a")]))
