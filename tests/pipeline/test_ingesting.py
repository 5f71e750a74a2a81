"""What becomes of each article in a run, over a real store with a simple extractor."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import ResourceError
from kg.model import Article, Failure, Skipped
from kg.runs import Ending
from tests.pipeline.shelves import POISON, Bench, make_numbered


def test_what_is_new_changed_and_unchanged(bench: Bench) -> None:
    bench.ingest([make_numbered(1), make_numbered(2)])
    assert bench.outcomes() == ["new", "new"]
    record = bench.ingest([make_numbered(1), make_numbered(2, "sells Claude."), make_numbered(3)])
    assert sorted(bench.outcomes()) == ["changed", "new", "unchanged"]
    assert record.counts == {"unchanged": 1, "changed": 1, "new": 1}


def test_unchanged_articles_start_no_engine(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.ingest([make_numbered(1)])
    monkeypatch.setattr("kg.pipeline.ingesting.make_engine", None)
    assert bench.ingest([make_numbered(1, location="/elsewhere.txt")]).counts == {"unchanged": 1}


def test_failures_and_what_was_skipped_are_passed_on(bench: Bench) -> None:
    items = [Failure("x", "is empty", "leave it out"), Skipped("y", "not in English", "de"), make_numbered(1)]
    record = bench.ingest(items)
    assert [(report.outcome, report.location, report.reason) for report in bench.told] == [
        ("failed", "x", "is empty"),
        ("skipped", "y", "not in English"),
        ("new", "/news/1.txt", ""),
    ]
    assert record.skips == {"not in English": 1}
    with bench.open() as store:
        assert list(store.runs.reports(record.id)) == bench.told


def test_what_is_the_same_leaves_no_line_in_the_record(bench: Bench) -> None:
    bench.ingest([make_numbered(1)])
    record = bench.ingest([make_numbered(1), Skipped("https://example.org/feed", "unchanged")])
    assert record.counts == {"unchanged": 2}
    with bench.open() as store:
        assert list(store.runs.reports(record.id)) == []


def test_two_versions_in_one_run_are_taken_one_after_the_other(bench: Bench) -> None:
    first, second = make_numbered(1), make_numbered(1, "sells Claude.")
    bench.ingest([first, first, second, second])
    assert sorted(bench.outcomes()) == ["changed", "new", "unchanged", "unchanged"]
    with bench.open() as store:
        assert [article.text for article in store.articles()] == [second.text]


def test_an_article_that_breaks_the_extractor_is_quarantined_with_its_text(bench: Bench) -> None:
    poison = make_numbered(2, POISON)
    record = bench.ingest([make_numbered(1), poison, make_numbered(3)])
    assert record.counts == {"new": 2, "failed": 1}
    kept = (bench.config.store / "quarantine" / f"{poison.id}.json").read_text(encoding="utf-8")
    assert poison.text in kept
    assert poison.location in kept
    assert "cannot read this" in kept


def test_what_is_in_quarantine_is_not_tried_again_until_it_changes(bench: Bench) -> None:
    poison = make_numbered(2, POISON)
    bench.ingest([poison])
    bench.extracted.clear()
    record = bench.ingest([poison, make_numbered(1)])
    assert record.counts == {"quarantined": 1, "new": 1}
    assert poison.id not in bench.extracted
    report = next(report for report in bench.told if report.outcome == "quarantined")
    assert "cannot read this" in report.reason
    assert poison.id in report.advice
    assert bench.ingest([replace(poison, text="Lab2 builds Claude.")]).counts == {"new": 1}
    assert list((bench.config.store / "quarantine").iterdir()) == []


def test_another_version_of_the_extractor_tries_what_is_in_quarantine(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.ingest([make_numbered(2, POISON)])
    monkeypatch.setattr("kg.pipeline.running.to_extractor_version", lambda: "another")
    assert bench.ingest([make_numbered(2, POISON)]).counts == {"failed": 1}


def test_a_retry_takes_what_the_extractor_can_read_now(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = make_numbered(1, f"{POISON} Claude."), make_numbered(2, f"{POISON} Claude.")
    bench.ingest([one, two])
    assert bench.retry(one.id).counts == {"failed": 1}
    monkeypatch.setattr("tests.pipeline.shelves.POISON", "venom")
    bench.told.clear()
    assert bench.retry(two.location).counts == {"new": 1}
    assert bench.retry().counts == {"new": 1}
    assert bench.retry().counts == {}
    with bench.open() as store:
        assert {article.id for article in store.articles()} == {one.id, two.id}


def test_a_retry_counts_attempts_and_keeps_since_when(bench: Bench) -> None:
    from kg.graph import Quarantine

    poison = make_numbered(1, POISON)
    bench.ingest([poison])
    before = Quarantine(bench.config.store).find(poison.id)
    bench.retry()
    after = Quarantine(bench.config.store).find(poison.id)
    assert before
    assert after == replace(before, attempts=2)


def test_a_retry_of_what_is_not_there_fails(bench: Bench) -> None:
    assert bench.retry("nothing").counts == {"failed": 1}
    assert "not in quarantine" in bench.told[0].reason


def test_a_file_in_quarantine_that_is_damaged_is_no_case(bench: Bench) -> None:
    poison = make_numbered(2, POISON)
    bench.ingest([poison])
    (bench.config.store / "quarantine" / f"{poison.id}.json").write_text("{", encoding="utf-8")
    assert bench.ingest([poison]).counts == {"failed": 1}


def test_what_was_told_stays_when_a_run_is_broken_off(bench: Bench) -> None:
    def break_off() -> Iterator[Article]:
        yield from (make_numbered(number) for number in range(100))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bench.ingest(break_off())
    told = {report.article_id for report in bench.told}
    with bench.open() as store:
        held = {article.id for article in store.articles()}
    assert told
    assert told == held
    assert bench.records()[0].ending is Ending.INTERRUPTED
    bench.extracted.clear()
    bench.ingest([make_numbered(number) for number in range(100)])
    assert not told & set(bench.extracted), "nothing is done twice"


def test_a_broken_installation_stops_the_run_and_the_record_says_why(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_article: Article) -> None:
        raise ResourceError("ontology/lexicon is missing from the installation")

    monkeypatch.setattr("tests.pipeline.shelves.read_simply", fail)
    with pytest.raises(ResourceError):
        bench.ingest([make_numbered(1)])
    record = bench.records()[0]
    assert (record.ending, record.reason) == (Ending.FAILED, "ontology/lexicon is missing from the installation")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["good", "same", POISON, "skip", "fail"]), max_size=12), st.integers(1, 5))
def test_every_item_has_one_outcome_whatever_the_batches(bench: Bench, kinds: list[str], size: int) -> None:
    made = Bench(replace(bench.config, store=bench.config.store / str(len(list(bench.config.store.glob("*")))),
                         batch_articles=size), bench.patch)  # fmt: skip
    made.ingest([make_numbered(0)])
    made.told.clear()
    wanted = {"good": "new", "same": "unchanged", POISON: "failed", "skip": "skipped", "fail": "failed"}
    items = [to_item(kind, number) for number, kind in enumerate(kinds, 1)]
    record = made.ingest(items)
    assert sorted(made.outcomes()) == sorted(wanted[kind] for kind in kinds)
    assert sum(record.counts.values()) == len(kinds)


def to_item(kind: str, number: int) -> Article | Skipped | Failure:
    """An item of a source that comes to that end."""
    if kind == "skip":
        return Skipped(f"/news/{number}", "not in English")
    if kind == "fail":
        return Failure(f"/news/{number}", "is empty")
    return make_numbered(0) if kind == "same" else make_numbered(number, POISON if kind == POISON else "builds Claude.")
