"""Batches, halving and outcomes, with stages that are as simple as their contracts allow."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest

import kg.extract
import kg.ingest
from kg import pipeline
from kg.config import Config
from kg.model import Article, Block, BlockKind, Extraction, Failure, Span


def make_article(name: str, text: str = "Some text.") -> Article:
    return Article(name, text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), f"/news/{name}.txt")


@dataclass
class Shelf:
    """A store that remembers how it was used."""

    held: dict[str, str] = field(default_factory=dict)
    batches: list[list[str]] = field(default_factory=list)

    def has(self, article: Article, extractor_version: str) -> str:
        if article.id not in self.held:
            return "new"
        return "unchanged" if self.held[article.id] == article.text else "changed"

    def relink(self, decided_by: str) -> None:
        """No judgements: nothing to do."""
        assert decided_by == ""

    def put(self, extractions: Iterable[Extraction], extractor_version: str) -> None:
        batch = [extraction.article for extraction in extractions]
        self.held |= {article.id: article.text for article in batch}
        self.batches.append([article.id for article in batch])


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many articles each call of the extractor got; articles whose text says so break it."""
    calls: list[int] = []

    def extract(articles: Sequence[Article]) -> Iterator[Extraction]:
        calls.append(len(articles))
        for article in articles:
            if "poison" in article.text:
                raise ValueError("cannot read this")
            yield Extraction(article)

    monkeypatch.setattr(kg.extract, "extract_articles", extract)
    return calls


def ingest(
    shelf: Shelf, items: list[Article | Failure], monkeypatch: pytest.MonkeyPatch, size: int = 64
) -> list[object]:
    monkeypatch.setattr(kg.ingest, "read_sources", lambda _locations, **_: iter(items))
    return list(pipeline.ingest_sources(shelf, ["anything"], Config(batch_articles=size)))


def outcomes(done: list[object]) -> list[str]:
    return ["failed" if isinstance(item, Failure) else item.outcome.value for item in done]


def test_articles_reach_the_store_in_batches(extracted: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    done = ingest(shelf, [make_article(str(i)) for i in range(7)], monkeypatch, size=3)
    assert [len(batch) for batch in shelf.batches] == [3, 3, 1]
    assert outcomes(done) == ["new"] * 7


def test_unchanged_articles_are_not_extracted(extracted: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf({"a": "Some text.", "b": "Old text."})
    done = ingest(shelf, [make_article("a"), make_article("b"), make_article("c")], monkeypatch)
    assert sorted(outcomes(done)) == ["changed", "new", "unchanged"]
    assert extracted == [2]


def test_a_failure_is_passed_on_and_counts_for_nothing_else(
    extracted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf()
    done = ingest(shelf, [Failure("x", "is empty"), make_article("a"), make_article("p", "poison")], monkeypatch)
    assert outcomes(done) == ["failed", "new", "failed"]
    assert shelf.batches == [["a"]]


def test_two_versions_in_one_run_are_taken_one_after_the_other(
    extracted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf()
    done = ingest(
        shelf, [make_article("a", "First."), make_article("a", "First."), make_article("a", "Second.")], monkeypatch
    )
    assert shelf.batches == [["a"], ["a"]]
    assert shelf.held == {"a": "Second."}
    assert sorted(outcomes(done)) == ["changed", "new", "unchanged"]


def test_what_was_stored_stays_when_a_run_is_broken_off(extracted: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()

    def break_off(_locations: object, **_: object) -> Iterator[Article]:
        yield from (make_article(str(i)) for i in range(5))
        raise KeyboardInterrupt

    monkeypatch.setattr(kg.ingest, "read_sources", break_off)
    with pytest.raises(KeyboardInterrupt):
        list(pipeline.ingest_sources(shelf, ["x"], Config(batch_articles=2)))
    assert shelf.batches == [["0", "1"], ["2", "3"]]
