"""A real store, and an engine that is as simple as its contract allows."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import pytest

import kg.ingest
from kg import pipeline
from kg.config import Config
from kg.graph import KgStore
from kg.model import Article, EntityClass, Extraction, Failure, Skipped
from kg.protocols import Engine
from kg.runs import Report, RunRecord
from tests.graph.examples import Builder, make_article

POISON = "poison"


def make_numbered(number: int, text: str = "builds Claude.", location: str = "") -> Article:
    """An article with an address of its own, in which a lab of its own builds what all build."""
    url = f"https://example.org/{number}"
    return make_article(f"Lab{number} {text}", url, location or f"/news/{number}.txt")


def read_simply(article: Article) -> Extraction:
    """One claim; breaks where the text says so."""
    if POISON in article.text:
        raise ValueError("cannot read this")
    b = Builder(article)
    b.claim(b.chain(article.text.split()[0]), "develops", b.chain("Claude", EntityClass.SYSTEM))
    return b.made


@dataclass(frozen=True)
class SimpleEngine:
    """A `kg.protocols.Engine` that has `shard` articles under way and notes which it got."""

    extracted: list[str]
    shard: int = 2

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction | Failure]:
        """One extraction or failure for each article, in order."""
        waiting = iter(articles)
        while shard := list(islice(waiting, self.shard)):
            self.extracted.extend(article.id for article in shard)
            for article in shard:
                try:
                    yield read_simply(article)
                except ValueError as error:
                    yield Failure(article.location, str(error), "report this")


@dataclass
class Bench:
    """A store in a folder, what was extracted, and what was told."""

    config: Config
    patch: pytest.MonkeyPatch
    extracted: list[str] = field(default_factory=list)
    told: list[Report] = field(default_factory=list)

    def open(self) -> KgStore:
        """The store, as commands open it."""
        return pipeline.open_store(self.config)

    def ingest(self, items: Iterable[Article | Skipped | Failure]) -> RunRecord:
        """A run over sources that give just these items."""
        self.patch.setattr(kg.ingest, "read_sources", lambda _locations, **_: iter(items))
        with self.open() as store:
            return pipeline.ingest_sources(store, ["news"], self.config, self.told.append)

    def retry(self, *names: str) -> RunRecord:
        """A run over what is in quarantine."""
        with self.open() as store:
            return pipeline.retry_articles(store, names, self.config, self.told.append)

    def outcomes(self) -> list[str]:
        """What was told since the last call, in order."""
        told = [report.outcome.value for report in self.told]
        self.told.clear()
        return told

    def records(self) -> list[RunRecord]:
        """The runs, the newest first."""
        with self.open() as store:
            return list(store.runs.records())


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A new store, and the simple extractor in the place of the real one."""
    made = Bench(Config(store=tmp_path / "store", judgements=tmp_path / "none", batch_articles=3), monkeypatch)

    @contextmanager
    def make_engine(_config: Config) -> Iterator[Engine]:
        yield SimpleEngine(made.extracted)

    monkeypatch.setattr("kg.pipeline.ingesting.make_engine", make_engine)
    return made
