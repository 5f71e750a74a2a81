"""The store's folder: locks, crashes, versions of articles, what is found by which name."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Triple

from kg.errors import StoreBusy, StoreError
from kg.graph import KgStore, rebuild, to_triples
from kg.model import EntityClass, Extraction
from tests.graph.examples import MEMORY, Builder, NameLinker, make_article, make_contract_example

ROOT = Path(__file__).parents[2]


def make_numbered(number: int) -> Extraction:
    b = Builder(
        make_article(
            f"Lab {number} and Anthropic build Claude.", f"https://example.org/{number}", f"/news/{number}.txt"
        )
    )
    lab, other = b.chain(f"Lab {number}"), b.chain("Anthropic")
    claude = b.chain("Claude", EntityClass.SYSTEM)
    b.claim(lab, "develops", claude)
    b.claim(other, "develops", claude)
    return b.made


def open_store(path: Path, read_only: bool = False) -> KgStore:
    return KgStore.open(path, NameLinker(), read_only=read_only)


def content_of(path: Path) -> set[Triple]:
    with open_store(path, read_only=True) as store:
        return set(store.triples())


def test_holds_what_one_article_says(tmp_path: Path) -> None:
    example = make_contract_example()
    with open_store(tmp_path) as store:
        store.put([example])
        assert set(store.triples()) == set(to_triples(example, NameLinker().link([example])))
        assert list(store.extractions()) == [example]
        assert list(store.articles()) == [example.article]


def test_knows_what_is_new_unchanged_and_changed(tmp_path: Path) -> None:
    example = make_contract_example()
    with open_store(tmp_path) as store:
        assert store.has(example.article, "1") == "new"
        store.put([example], "1")
        assert store.has(example.article, "1") == "unchanged"
        assert store.has(replace(example.article, location="/elsewhere.txt"), "1") == "unchanged"
        assert store.has(replace(example.article, headline="Other"), "1") == "changed"
        assert store.has(example.article, "2") == "changed"


def test_a_second_writer_and_a_reader_are_told_that_it_is_held(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.put([make_contract_example()])
        for read_only in (False, True):
            with pytest.raises(StoreBusy, match="held by another process") as caught:
                open_store(tmp_path, read_only)
            assert caught.value.advice
        store.put([make_numbered(1)])
    assert len(content_of(tmp_path)) > 100


def test_several_readers_share_it_and_keep_a_writer_out(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    with open_store(tmp_path, read_only=True), open_store(tmp_path, read_only=True), pytest.raises(StoreBusy):
        open_store(tmp_path)
    open_store(tmp_path).close()


def test_another_process_is_refused(tmp_path: Path) -> None:
    with open_store(tmp_path):
        done = run_python(f"from tests.graph.test_store import *; open_store(Path({str(tmp_path)!r}))")
    assert "StoreBusy" in done.stderr


@pytest.mark.parametrize("prepare", [lambda path: None, lambda path: path.mkdir(), lambda path: path.write_text("x")])
def test_reading_where_no_store_is(tmp_path: Path, prepare) -> None:  # type: ignore[no-untyped-def]
    prepare(tmp_path / "none")
    with pytest.raises(StoreError, match="no store in"):
        open_store(tmp_path / "none", read_only=True)


def test_a_file_in_the_place_of_a_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be made"):
        open_store(tmp_path / "file")


def test_a_ledger_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"not a database, " * 100)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path)


def test_a_store_of_another_format_says_so(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    with sqlite3.connect(tmp_path / "ledger.sqlite") as rows:
        rows.execute("UPDATE setting SET value = '0' WHERE name = 'format'")
    with pytest.raises(StoreError, match="has format 0; this version reads 1"):
        open_store(tmp_path)


def test_a_store_of_another_base_says_so(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    with pytest.raises(StoreError, match=r"was made for https://w3id\.org"):
        KgStore.open(tmp_path, NameLinker(), "https://example.org/")


def test_an_article_without_address_is_replaced_by_what_its_file_holds_now(tmp_path: Path) -> None:
    old, new = (Builder(make_article(text, location="/news/a.txt")).made for text in ("Old text.", "New text."))
    other = Builder(make_article("Another.", location="/news/b.txt")).made
    with open_store(tmp_path) as store:
        store.put([old, other])
        assert store.has(new.article) == "changed"
        store.put([new])
        assert {article.text for article in store.articles()} == {"New text.", "Another."}


@pytest.mark.parametrize("location", ["-", ""])
def test_standard_input_is_no_place(tmp_path: Path, location: str) -> None:
    with open_store(tmp_path) as store:
        for text in ("One.", "Two."):
            store.put([Builder(make_article(text, location=location)).made])
        assert len(store) == 2


def test_articles_with_addresses_do_not_replace_each_other(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        for number in (1, 2):  # a feed: one location, many articles
            store.put([Builder(make_article("One.", f"https://example.org/{number}", "/feed.xml")).made])
        assert len(store) == 2


def test_finds_an_article_by_what_a_user_calls_it(tmp_path: Path) -> None:
    article = replace(make_article("One."), location=str(tmp_path / "a.txt"), url="https://example.org/one")
    with open_store(tmp_path / "store") as store:
        store.put([Builder(article).made, make_numbered(1)])
        names = [article.id, f"{store.base}article/{article.id}", article.url, article.location, "a.txt", "a"]
        assert [store.find_articles(name) for name in names if name] == [[article.id]] * 6
        assert store.find_articles("nothing") == []


def test_the_graph_is_made_anew_from_the_ledger(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.put([make_contract_example(), make_numbered(1)])
        before = set(store.triples())
    shutil.rmtree(tmp_path / "graph")
    assert content_of(tmp_path) == before
    rebuild(tmp_path, NameLinker())
    assert content_of(tmp_path) == before


def test_a_linker_that_decides_otherwise_is_followed(tmp_path: Path) -> None:
    class Renaming(NameLinker):
        def link(self, extractions):  # type: ignore[no-untyped-def]
            linkage = super().link(extractions)
            named = {iri: replace(entity, label=entity.label.upper()) for iri, entity in linkage.entities.items()}
            return replace(linkage, entities=named)

    with open_store(tmp_path) as store:
        store.put([make_numbered(1)])
    with KgStore.open(tmp_path, Renaming()) as store:
        store.relink("another linker")
        labels = {t.object.value for t in store.triples() if t.predicate.value.endswith("#label")}  # type: ignore[union-attr]
        assert {"LAB 1", "ANTHROPIC", "CLAUDE"} <= labels
        assert "Anthropic" not in labels


def test_a_graph_that_cannot_be_written_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path) as store:
        store.put([make_numbered(1)])
        before = set(store.triples())
        with monkeypatch.context() as patch:
            patch.setattr("kg.graph.changes.Delta.apply", fail_for_want_of_room)
            with pytest.raises(StoreError, match="cannot be written"):
                store.put([make_numbered(2)])
        assert (set(store.triples()), len(store)) == (before, 1)
        store.put([make_numbered(2)])
        assert len(store) == 2


def fail_for_want_of_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def test_killed_at_any_moment_it_holds_whole_puts_alone() -> None:
    """Kills at random moments of puts, replacements and removals; then the rest, and all is as if undisturbed."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        folder = Path(name)
        code = f"from tests.graph.test_store import *; put_all(Path({str(folder / 'killed')!r}))"
        for _ in range(10):
            process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE)
            assert process.stdout is not None
            assert process.stdout.readline()  # it has opened the store and begins
            time.sleep(chance.uniform(0, 0.2))
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            with open_store(folder / "killed") as store:
                assert_whole(store, folder)
        put_all(folder / "killed")
        put_all(folder / "whole")
        assert content_of(folder / "killed") == content_of(folder / "whole")


@pytest.mark.parametrize("place", ["kg.graph.changes.Delta.apply", "kg.graph.ledger.Ledger.write_loaded"])
def test_killed_before_and_after_the_graph_changes_the_put_is_undone(tmp_path: Path, place: str) -> None:
    with open_store(tmp_path / "store") as store:
        store.put([make_numbered(1), make_contract_example()])
        before = set(store.triples())
    module, owner, method = place.rsplit(".", 2)
    done = run_python(
        "import os, signal\nfrom tests.graph.test_store import *\n"
        f"store = open_store(Path({str(tmp_path / 'store')!r}))\n"
        f"import {module} as module\n"
        f"module.{owner}.{method} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "store.put([make_numbered(2), replace(make_numbered(1), claims=())])"
    )
    assert done.returncode == -signal.SIGKILL
    with open_store(tmp_path / "store") as store:
        assert set(store.triples()) == before
        assert len(store) == 2


def put_all(path: Path) -> None:
    """Puts forty articles by fours, each four once more in another version, and takes one of them out again."""
    with open_store(path) as store:
        sys.stdout.write("open\n")
        sys.stdout.flush()
        for start in range(0, 40, 4):
            batch = [make_numbered(number) for number in range(start, start + 4)]
            if any(store.has(extraction.article, "2") != "unchanged" for extraction in batch[1:]):
                store.put(batch, "1")
                store.put([replace(e, claims=e.claims[:1]) for e in batch], "2")
            store.remove([batch[0].article.id])


def assert_whole(store: KgStore, folder: Path) -> None:
    shutil.rmtree(folder / "fresh", ignore_errors=True)
    with open_store(folder / "fresh") as fresh:
        fresh.put(list(store.extractions()))
        assert set(fresh.triples()) == set(store.triples())
