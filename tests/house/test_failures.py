"""What goes wrong is said in one line, with what to do; nothing is lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.stories import Command, Said

COUNT = "SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }"


def is_one_line(said: Said) -> bool:
    """Whether the command failed and said why in one line of its own."""
    return said.status == 1 and said.err.startswith("kg: ") and said.err.count("\n") == 1 and said.err.count(": ") >= 2


BAD_SOURCES = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8,
    "no-text.html": b"<!doctype html><html><head><title>x</title></head><body><script>1</script></body></html>",
    "charset.html": b'<html><head><meta charset="klingon-7"></head><body><p>'
    + b"\xff\xfe\xd8\x81" * 40
    + b"</p></body></html>",
}


@pytest.mark.parametrize("name", BAD_SOURCES)
@pytest.mark.parametrize("command", ["extract", "ingest"])
def test_a_bad_source_is_named_and_the_rest_goes_on(kg: Command, here: Path, command: str, name: str) -> None:
    (here / name).write_bytes(BAD_SOURCES[name])
    out = ["--out", "graphs"] if command == "extract" else []
    said = kg("--quiet", command, name, "news/helde.txt", *out)
    assert is_one_line(said)
    assert name in said.err
    if command == "extract":
        assert (here / "graphs" / "helde.ttl").exists()
    else:
        assert kg("query", COUNT).out.split() == ["n", "1"]


def test_a_missing_file(kg: Command, here: Path) -> None:
    assert is_one_line(kg("--quiet", "extract", "missing.html", "--out", "graphs"))


def test_no_store_to_ask(kg: Command, here: Path) -> None:
    said = kg("query", COUNT)
    assert is_one_line(said)
    assert not (here / "kg-store").exists(), "a question makes no store"


def test_a_store_that_another_process_writes(kg: Command, here: Path, store: Path) -> None:
    hold = (
        "import sys; from kg import pipeline; from kg.config import Config; from pathlib import Path\n"
        f"with pipeline.open_store(Config(store=Path({str(store)!r}))): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        holder.stdout.readline()
        said = kg("ingest", "news", "--store", store)
        holder.communicate()
    assert is_one_line(said)
    assert "another process" in said.err
    assert kg("query", COUNT, "--store", store).out.split() == ["n", "2"]


def test_a_query_that_does_not_parse_says_where(kg: Command, store: Path) -> None:
    said = kg("query", "SELECT ?a {\n  ?a a aig:Claim ;; }\n  oops", "--store", store)
    assert is_one_line(said)
    assert "line 3, column" in said.err


def test_an_unknown_query_name_gets_the_nearest(kg: Command, store: Path) -> None:
    names = [line.split("\t")[0] for line in kg("query", "--list").out.splitlines()]
    said = kg("query", f"{names[0]}x", "--store", store)
    assert is_one_line(said)
    assert names[0] in said.err


@pytest.mark.parametrize(
    ("query", "name"),
    [(COUNT, "turtle"), ("ASK {}", "ntriples"), ("CONSTRUCT WHERE { ?s a ?o }", "csv"), (COUNT, "nope")],
)
def test_a_format_that_the_kind_of_query_lacks(kg: Command, here: Path, store: Path, query: str, name: str) -> None:
    said = kg("query", query, "--format", name, "-o", "answer", "--store", store)
    assert is_one_line(said)
    assert "use one of" in said.err
    assert not (here / "answer").exists()


def test_an_ending_that_means_nothing(kg: Command, here: Path, store: Path) -> None:
    assert is_one_line(kg("query", COUNT, "-o", "answer.docx", "--store", store))
    assert list(here.glob("*answer*")) == []


@pytest.mark.parametrize("command", ["query", "remove", "verify", "explain"])
def test_only_ingestion_makes_a_store(kg: Command, here: Path, command: str) -> None:
    said = kg(command, *(["ask"] if command != "verify" else []))
    assert said.status == 1
    assert said.err.count("\n") == 1
    assert not (here / "kg-store").exists()


def damage_rows(store: Path) -> None:
    with (store / "ledger.sqlite").open("r+b") as stream:
        size = stream.seek(0, 2)
        stream.seek(8192)  # what lies before says that it is a ledger
        stream.write(b"\xa7" * (size - 8192))


def damage_ledger(store: Path) -> None:
    (store / "ledger.sqlite").write_bytes(b"no ledger at all" * 500)


def damage_graph(store: Path) -> None:
    (store / "graph" / "CURRENT").unlink()


@pytest.mark.parametrize("damage", [damage_rows, damage_ledger, damage_graph])
def test_a_damaged_store(kg: Command, here: Path, store: Path, damage: Callable[[Path], None]) -> None:
    damage(store)
    said = kg("ingest", "news/helde.txt", "--store", store)
    assert is_one_line(said)
    assert "unexpected" not in said.err


def test_a_graph_that_is_lost_is_made_anew(kg: Command, store: Path) -> None:
    before = kg("export", "-o", "-", "--store", store).out
    damage_graph(store)
    said = kg("query", COUNT, "--store", store)
    assert is_one_line(said)
    assert f"delete {store / 'graph'}" in said.err
    shutil.rmtree(store / "graph")
    assert kg("export", "-o", "-", "--store", store).out == before


def test_a_file_name_that_is_no_text(kg: Command, here: Path) -> None:
    name = os.fsdecode(b"bad\xff.txt")
    (here / "news" / "helde.txt").rename(here / name)
    assert kg("ingest", here / name).status == 0
    assert kg("ingest", here / name).out.startswith("0 new, 0 changed, 1 unchanged")
    assert kg("remove", here / name).out == "1 removed\n"


def test_an_address_of_another_kind(kg: Command, here: Path) -> None:
    said = kg("--quiet", "ingest", "ftp://news.example/a.html")
    assert is_one_line(said)
    assert "http://" in said.err


def test_an_update_is_refused(kg: Command, store: Path) -> None:
    assert is_one_line(kg("query", "DELETE WHERE { ?s ?p ?o }", "--store", store))
    assert kg("query", COUNT, "--store", store).out.split() == ["n", "2"]


def test_a_folder_that_cannot_be_written(kg: Command, here: Path, store: Path) -> None:
    assert is_one_line(kg("export", "-o", "no/such/folder/graph.ttl", "--store", store))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("sotre = 'x'", "did you mean 'store'"),
        ("batch_articles = 0", "not above 0"),
        ("batch_articles = 'many'", "not a whole number"),
        ("store = 3", "not a path"),
        ("port = true", "not a whole number"),
        ("allow_private = 1", "not true or false"),
        ("store = ", "not TOML"),
    ],
)
def test_a_wrong_setting(kg: Command, here: Path, content: str, said: str) -> None:
    (here / "kg.toml").write_text(content, encoding="utf-8")
    failed = kg("ingest", "news")
    assert is_one_line(failed)
    assert said in failed.err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("qury",),
        ("query",),
        ("query", "ASK {}", "-f", "x.rq"),
        ("extract", "a.txt"),
        ("export",),
        ("view",),
        ("ingest", "--nope"),
        ("serve", "--port", "99999"),
    ],
)
def test_wrong_usage_is_2(kg: Command, here: Path, arguments: tuple[str, ...]) -> None:
    assert kg(*arguments).status == 2


def test_an_article_that_breaks_the_extractor_costs_only_itself(
    kg: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import kg.extract as stage

    sound = stage.extract_articles

    def break_on_osprey(articles):
        for extraction in sound(articles):
            if "Osprey" in extraction.article.text:
                raise RecursionError("too deep")
            yield extraction

    monkeypatch.setattr(stage, "extract_articles", break_on_osprey)
    for number in range(5):
        (here / "news" / f"aster-{number}.txt").write_text(
            f"Aster {number}\n\nAster Labs released Aster-{number} in Oslo.\n"
        )
    said = kg("ingest", "news")
    assert said.status == 1
    assert said.out == "6 new, 0 changed, 0 unchanged, 1 failed\n"
    assert "osprey.txt" in said.err
    assert "RecursionError" in said.err


def test_a_fault_of_ours_is_one_line_too_and_a_traceback_only_on_demand(
    kg: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import kg.graph as stage

    def fail(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(stage, "run_query", fail)
    kg("ingest", "news/helde.txt")
    assert is_one_line(kg("query", COUNT))
    with pytest.raises(ZeroDivisionError):
        kg("--debug", "query", COUNT)


def test_a_hostile_name_cannot_steer_the_terminal(kg: Command, here: Path) -> None:
    name = "a\x1b[31m\nb.txt"
    (here / name).write_bytes(b"")
    said = kg("--quiet", "ingest", name)
    assert is_one_line(said)
    assert "\x1b" not in said.err
