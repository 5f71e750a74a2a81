"""Records of runs: kept with the batch they are about, bounded, and in the graph without changing what it says."""

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg.errors import QueryError, StoreError
from kg.graph import KgStore, Quarantine, export, find_query, read_status, run_query, validate
from kg.graph.runs import MOST_REPORTS
from kg.model import Failure
from kg.runs import Ending, Outcome, Report, RunRecord, begin_record
from tests.graph.examples import make_contract_example
from tests.graph.test_store import make_numbered, open_store

EXACT = ("turtle", "ntriples", "trig", "jsonld", "rdfxml", "graphml", "csv")


def run(store: KgStore, *numbers: int, ending: Ending = Ending.DONE) -> RunRecord:
    """A run that brought those articles."""
    record = begin_record(("news",), "1")
    store.keep([], "1", record)
    for number in numbers:
        store.keep([make_numbered(number)], "1", replace(record, counts={"new": 1}), [report(number)])
    store.settle()
    store.keep([], "1", replace(record, ending=ending, counts={"new": len(numbers)}))
    return record


def report(number: int) -> Report:
    return Report(Outcome.NEW, f"/news/{number}.txt", article_id=make_numbered(number).article.id)


def test_what_is_kept_is_held_at_once_and_in_the_graph_when_settled(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.keep([make_numbered(1)], "1", begin_record((), "1"))
        assert store.has(make_numbered(1).article, "1") == "unchanged"
        assert list(store.triples()) == []
        assert store.runs.count_pending() == 1
        store.settle()
        assert store.runs.count_pending() == 0
        assert any(triple.object == NamedNode(f"{store.base}article/{make_numbered(1).article.id}")
                   for triple in store.triples())  # fmt: skip


@pytest.mark.parametrize("read_only", [False, True])
def test_what_was_kept_and_not_settled_is_settled_at_the_next_opening(tmp_path: Path, read_only: bool) -> None:
    with open_store(tmp_path / "one") as store:
        store.keep([make_numbered(1), make_contract_example()], "1", begin_record((), "1"))
    with open_store(tmp_path / "whole") as store:
        store.put([make_numbered(1), make_contract_example()])
        wanted = export(store.oxigraph, "ntriples")
    with open_store(tmp_path / "one", read_only) as store:
        assert export(store.oxigraph, "ntriples") == wanted


def test_a_later_version_that_is_kept_replaces_what_is_in_the_graph(tmp_path: Path) -> None:
    with open_store(tmp_path / "one") as store, open_store(tmp_path / "fresh") as fresh:
        store.put([make_numbered(1), make_numbered(2)])
        changed = replace(make_numbered(1), claims=make_numbered(1).claims[:1])
        store.keep([changed], "1", begin_record((), "1"))
        store.settle()
        fresh.put([changed, make_numbered(2)])
        assert export(store.oxigraph, "ntriples") == export(fresh.oxigraph, "ntriples")


@pytest.mark.parametrize("name", EXACT)
def test_an_export_is_the_same_whichever_runs_brought_the_articles(tmp_path: Path, name: str) -> None:
    with open_store(tmp_path / "one") as one, open_store(tmp_path / "two") as two, open_store(tmp_path / "put") as put:
        run(one, 1, 2, 3)
        for number in (3, 1, 2):
            run(two, number)
        put.put([make_numbered(number) for number in (1, 2, 3)])
        assert export(one.oxigraph, name) == export(two.oxigraph, name) == export(put.oxigraph, name)


def test_a_run_is_an_activity_that_generated_what_it_brought(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        record = run(store, 1, 2)
        query = """SELECT ?run ?start ?end (COUNT(?article) AS ?articles) {
            ?run a prov:Activity ; prov:startedAtTime ?start ; prov:endedAtTime ?end ; prov:generated ?article .
            ?article a schema:NewsArticle } GROUP BY ?run ?start ?end"""
        rows = run_query(store.oxigraph, query).texts()  # type: ignore[union-attr]
        assert [list(row) for row in rows] == [[f"res:run/{record.id}", record.started, record.started, "2"]]
        assert record.id in export(store.oxigraph, "turtle", with_runs=True).decode()
        assert record.id not in export(store.oxigraph, "turtle").decode()


def test_the_shipped_query_lists_the_runs(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        first, second = run(store, 1, 2), run(store, 3)
        rows = run_query(store.oxigraph, find_query("runs").text).texts()  # type: ignore[union-attr]
        assert {(row[0], row[2], row[3], row[4]) for row in rows} == {
            (record.started, str(count), "1", f"res:run/{record.id}") for record, count in ((first, 2), (second, 1))
        }


def test_a_run_that_brought_nothing_leaves_the_graph_as_it_was(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        run(store, 1)
        before = set(store.triples())
        run(store)
        assert set(store.triples()) == before


def test_a_run_leaves_the_graph_with_its_last_article(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        first, second = run(store, 1), run(store, 2)
        store.remove([make_numbered(1).article.id])
        told = "".join(map(str, store.triples()))
        assert first.id not in told
        assert second.id in told
        store.remove([make_numbered(2).article.id])
        assert list(store.triples()) == []


def test_a_version_belongs_to_the_run_that_brought_it(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        first, second = run(store, 1), run(store, 1, 2)
        assert [activity.record.id for activity in store.runs.activities()] == [second.id]
        store.put([make_numbered(2)])
        assert store.runs.activities()[0].articles == (make_numbered(1).article.id,)
        assert first.id in {record.id for record in store.runs.records()}


def test_graphs_with_runs_keep_their_shapes(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        run(store, 1)
        assert validate(store.triples()) == len(set(store.triples()))


def test_a_run_that_was_killed_is_interrupted_when_the_store_is_opened(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        record = run(store, 1, ending=Ending.RUNNING)
    assert read_status(tmp_path).last == replace(
        record, ending=Ending.INTERRUPTED, ended=record.kept, counts={"new": 1}
    )
    with open_store(tmp_path) as store:
        assert store.runs.find("last").ending is Ending.INTERRUPTED


def test_old_runs_are_forgotten_but_for_what_they_brought(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        first, empty, third, last = run(store, 1), run(store), run(store, 3), run(store, 4)
        store.prune_runs(2)
        assert [record.id for record in store.runs.records()] == [last.id, third.id, first.id]
        assert empty.id not in {record.id for record in store.runs.records()}
        assert list(store.runs.reports(first.id)) == []
        assert list(store.runs.reports(third.id)) == [report(3)]


def test_what_a_run_says_is_bounded(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        record = begin_record((), "1")
        for _ in range(3):
            store.keep([], "1", record, [report(1)] * (MOST_REPORTS // 2))
        assert len(list(store.runs.reports(record.id))) == MOST_REPORTS


def test_a_run_is_found_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        with pytest.raises(QueryError, match="no runs begin with"):
            store.runs.find("last")
        first, second = run(store), run(store)
        assert store.runs.find(first.id[:-1] if first.id[:-1] != second.id[:-1] else first.id).id == first.id
        assert store.runs.find("last").id == second.id
        with pytest.raises(QueryError, match="2 runs"):
            store.runs.find("20")


def test_a_store_of_an_earlier_version_has_no_runs_yet(tmp_path: Path) -> None:
    import sqlite3

    with open_store(tmp_path) as store:
        store.put([make_numbered(1)])
    with sqlite3.connect(tmp_path / "ledger.sqlite") as rows:
        for table in ("run", "report", "brought", "pending"):
            rows.execute(f"DROP TABLE {table}")
    with open_store(tmp_path, read_only=True) as store:
        assert list(store.runs.records()) == []
    assert read_status(tmp_path).articles == 1
    with open_store(tmp_path) as store:
        run(store, 2)
        assert len(store) == 2


def test_the_status_of_a_store_that_is_being_written(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        record = begin_record(("news",), "1")
        store.keep([make_numbered(1)], "1", record)
        found = read_status(tmp_path)
        assert (found.running, found.articles, found.pending, found.last) == (True, 1, 1, record)
    found = read_status(tmp_path)
    assert (found.running, found.articles, found.pending) == (False, 1, 1)
    assert found.bytes_on_disk == sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file())


def test_no_status_without_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store in"):
        read_status(tmp_path)


def test_the_quarantine_knows_a_version_again(tmp_path: Path) -> None:
    article = make_numbered(1).article
    quarantine = Quarantine(tmp_path)
    quarantine.add(article, Failure(article.location, "breaks", "report it"), "1")
    quarantine = Quarantine(tmp_path)
    assert [case.article for case in quarantine] == [article]
    assert quarantine.holds(replace(article, location="/elsewhere"), "1")
    assert not quarantine.holds(article, "2")
    assert not quarantine.holds(replace(article, text="Other."), "1")
    quarantine.drop(article.id)
    assert len(Quarantine(tmp_path)) == 0
