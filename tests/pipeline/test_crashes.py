"""Killed at any moment, a run loses nothing that it reported, does nothing of it twice, and ends in the same graph."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg import pipeline
from kg.config import Config
from kg.graph import KgStore, Quarantine, export
from kg.model import Article
from kg.protocols import Engine
from kg.runs import Ending, Report
from tests.graph.examples import MEMORY
from tests.pipeline.shelves import POISON, SimpleEngine, make_numbered

ROOT = Path(__file__).parents[2]
NUMBERS = range(40)

PLACES = [
    ("kg.graph.ledger.Ledger.write", 5),
    ("kg.graph.runs.RunBook.write_pending", 1),
    ("kg.graph.runs.RunBook.write", 4),
    ("kg.graph.quarantine.Quarantine.add", 0),
    ("kg.graph.index.Index.note", 0),
    ("kg.graph.changes.Delta.apply", 0),
    ("kg.graph.changes.Delta.apply", 3),
    ("kg.graph.ledger.Ledger.write_loaded", 0),
    ("kg.graph.runs.RunBook.clear_pending", 0),
    ("kg.graph.runs.RunBook.prune", 0),
]
"""Where the process is killed, and after how many calls that go well."""


def to_config(folder: Path) -> Config:
    return Config(store=folder, judgements=folder / "none", batch_articles=3)


def to_article(number: int) -> Article:
    return make_numbered(number, f"{POISON} Claude." if number % 10 == 7 else "builds Claude.")


def fill(folder: Path) -> None:
    """A run in this process that says on stdout which articles it has extracted, and which are safe."""
    import kg.graph.folder
    import kg.pipeline.ingesting

    class Aloud(list[str]):
        def extend(self, ids) -> None:  # type: ignore[no-untyped-def]
            say("extracted", *ids)

    @contextmanager
    def make_engine(_config: Config) -> Iterator[Engine]:
        yield SimpleEngine(Aloud(), shard=4)

    def tell(report: Report) -> None:
        if report.outcome in ("new", "failed"):
            say("safe", report.article_id)

    kg.pipeline.ingesting.make_engine = make_engine
    kg.ingest.read_sources = lambda *_, **__: map(to_article, NUMBERS)
    kg.graph.folder.PARTS_AT_ONCE = 9  # so that linking has many steps to be killed between
    kg.graph.folder.BULK_TRIPLES = 50
    with pipeline.open_store(to_config(folder)) as store:
        say("open")
        pipeline.ingest_sources(store, ["news"], to_config(folder), tell)


def say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def start(folder: Path, before: str = "") -> "subprocess.Popen[str]":
    code = f"from pathlib import Path\nfrom tests.pipeline.test_crashes import *\n{before}\nfill(Path({str(folder)!r}))"
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def words_of(said: str, kind: str) -> set[str]:
    """What was said of that kind, in lines that were written to their end."""
    lines = [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]
    return {word for first, *words in lines if first == kind for word in words}


@contextmanager
def opened(folder: Path) -> Iterator[KgStore]:
    with pipeline.open_store(to_config(folder)) as store:
        yield store


def content_of(folder: Path) -> bytes:
    with opened(folder) as store:
        return export(store.oxigraph, "ntriples")


@pytest.fixture(scope="module")
def whole() -> bytes:
    """The graph of an undisturbed run."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        with start(Path(name) / "store") as process:
            process.communicate(timeout=60)
        assert process.returncode == 0
        return content_of(Path(name) / "store")


@pytest.mark.parametrize(("place", "calls"), PLACES)
def test_killed_at_a_step_the_next_run_completes_it(tmp_path: Path, whole: bytes, place: str, calls: int) -> None:
    module, owner, method = place.rsplit(".", 2)
    kill = f"""
import os, signal, {module} as module
sound, left = module.{owner}.{method}, {calls}
def kill(*arguments):
    global left
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    return sound(*arguments)
module.{owner}.{method} = kill
"""
    folder = tmp_path / "store"
    with start(folder, kill) as process:
        said, _ = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    safe = words_of(said, "safe")
    with opened(folder) as store:
        assert safe <= {article.id for article in store.articles()} | {c.article.id for c in Quarantine(folder)}
        assert store.runs.find("last").ending is Ending.INTERRUPTED
    with start(folder) as process:
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert not safe & words_of(said, "extracted"), "nothing is done twice"
    assert content_of(folder) == whole


def test_killed_at_random_moments_it_ends_in_the_same_graph(whole: bytes) -> None:
    chance = random.Random(11)
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        folder, safe = Path(name) / "store", set[str]()
        for _ in range(8):
            with start(folder) as process:
                assert process.stdout
                assert process.stdout.readline() == "open\n"
                time.sleep(chance.uniform(0, 0.25))
                os.kill(process.pid, signal.SIGKILL)
                said, _ = process.communicate()
            assert not safe & words_of(said, "extracted"), "nothing is done twice"
            safe |= words_of(said, "safe")
        with start(folder) as process:
            said, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        assert not safe & words_of(said, "extracted")
        assert content_of(folder) == whole
