"""What each command prints, writes and ends with."""

import json
from pathlib import Path

import pytest

from tests.house.stories import Command

COUNT = "SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }"


def test_extract_writes_one_file_per_article(kg: Command, here: Path) -> None:
    said = kg("extract", "news", "--out", "graphs")
    assert said.status == 0
    assert said.out == ""
    assert {path.name for path in (here / "graphs").iterdir()} == {"helde.ttl", "osprey.ttl"}
    assert "Helde Robotics" in (here / "graphs" / "helde.ttl").read_text(encoding="utf-8")


def test_extract_tells_articles_of_one_name_apart(kg: Command, here: Path) -> None:
    (here / "other").mkdir()
    (here / "other" / "HELDE.txt").write_text(
        "Another story\n\nAnother lab released Aster-9 in Oslo.\n", encoding="utf-8"
    )
    said = kg("extract", "news/helde.txt", "other", "--out", "graphs")
    assert said.status == 0
    assert {path.name for path in (here / "graphs").iterdir()} == {"helde.ttl", "HELDE-2.ttl"}
    assert "HELDE-2.ttl" in said.err


def test_ingest_says_what_was_new(kg: Command, here: Path) -> None:
    assert kg("ingest", "news").out == "2 new, 0 changed, 0 unchanged, 0 failed\n"
    assert kg("ingest", "news").out == "0 new, 0 changed, 2 unchanged, 0 failed\n"
    assert (here / "kg-store").is_dir()


def test_one_bad_source_costs_only_itself(kg: Command, here: Path) -> None:
    said = kg("ingest", "news/helde.txt", "missing.txt", "news/osprey.txt")
    assert said.status == 1
    assert said.out == "2 new, 0 changed, 0 unchanged, 1 failed\n"
    assert said.err.count("\n") == 1
    assert said.err.startswith("kg: missing.txt: ")


def test_the_store_is_named_by_option_or_environment(kg: Command, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE", "from-environment")
    kg("ingest", "news/helde.txt")
    kg("ingest", "news/helde.txt", "--store", "from-option")
    assert (here / "from-environment").is_dir()
    assert (here / "from-option").is_dir()
    assert not (here / "kg-store").exists()


def test_the_store_is_named_by_the_settings_file(kg: Command, here: Path) -> None:
    (here / "kg.toml").write_text('store = "from-settings"\n', encoding="utf-8")
    kg("ingest", "news/helde.txt")
    assert (here / "from-settings").is_dir()


def test_remove_takes_by_path_and_names_what_is_unknown(kg: Command, here: Path) -> None:
    kg("ingest", "news")
    said = kg("remove", "news/helde.txt", "never-seen")
    assert said.status == 1
    assert said.out == "1 removed\n"
    assert "never-seen" in said.err
    assert kg("query", COUNT).out.split() == ["n", "1"]


def test_a_query_in_a_pipe_is_csv(kg: Command, store: Path) -> None:
    said = kg("query", COUNT, "--store", store)
    assert (said.status, said.out, said.err) == (0, "n\r\n2\r\n", "")


@pytest.mark.parametrize(
    ("name", "shown"), [("json", '"2"'), ("jsonl", '{"n": 2}'), ("tsv", "?n\n"), ("table", "1 row")]
)
def test_a_query_in_the_format_asked_for(kg: Command, store: Path, name: str, shown: str) -> None:
    said = kg("query", COUNT, "--format", name, "--store", store)
    assert said.status == 0
    assert shown in said.out


def test_the_output_file_decides_the_format(kg: Command, here: Path, store: Path) -> None:
    assert kg("query", COUNT, "-o", "n.json", "--store", store).status == 0
    assert json.loads((here / "n.json").read_text())["head"]["vars"] == ["n"]
    assert kg("query", "CONSTRUCT WHERE { ?s schema:headline ?o }", "-o", "g.nt", "--store", store).status == 0
    assert len((here / "g.nt").read_text(encoding="utf-8").splitlines()) == 2
    assert kg("query", COUNT, "-o", "n.txt", "--store", store).status == 0
    assert "1 row" in (here / "n.txt").read_text(encoding="utf-8")


def test_a_query_from_a_file(kg: Command, here: Path, store: Path) -> None:
    (here / "count.rq").write_text(COUNT, encoding="utf-8")
    assert kg("query", "-f", "count.rq", "--store", store).out.split() == ["n", "2"]


def test_a_limit_shows_the_first_rows_and_says_so(kg: Command, store: Path) -> None:
    asked = "SELECT ?h { ?a schema:headline ?h } ORDER BY ?h"
    assert kg("query", asked, "--limit", 1, "--store", store).out == "h\r\nHelde Robotics unveils Brisk-2\r\n"
    assert "1 of 2 rows" in kg("query", asked, "--limit", 1, "--format", "table", "--store", store).out


def test_no_rows_are_no_failure(kg: Command, store: Path) -> None:
    said = kg("query", "SELECT ?a { ?a a aig:Nothing }", "--store", store)
    assert (said.status, said.out) == (0, "a\r\n")


def test_yes_or_no(kg: Command, store: Path) -> None:
    assert kg("query", "ASK { ?a a schema:NewsArticle }", "--store", store).out == "true\n"


def test_every_shipped_query_is_listed_and_runs(kg: Command, store: Path) -> None:
    shipped = [line.split("\t") for line in kg("query", "--list").out.splitlines()]
    assert len(shipped) >= 12
    for name, values, title in shipped:
        assert title
        needed = [f"{value}=Osprey Labs" for value in values.split() if not value.startswith("[")]
        assert kg("query", name, *needed, "--store", store).status == 0, name


def test_a_shipped_query_takes_values_by_place_and_by_name(kg: Command, store: Path) -> None:
    by_place = kg("query", "about", "Osprey Labs", "--store", store)
    assert by_place.status == 0
    assert "Frontier Licensing Act" in by_place.out
    assert kg("query", "about", "name=Osprey Labs", "--store", store) == by_place
    assert kg("query", "about", "Nobody", "--store", store).out.count("\n") == 1
    assert kg("query", "about", "--store", store).status == 1
    assert kg("query", "about", "Osprey Labs", "and more", "--store", store).status == 1


@pytest.mark.parametrize("name", ["turtle", "ntriples", "trig", "jsonld", "graphml", "csv"])
def test_export_in_every_format(kg: Command, here: Path, store: Path, name: str) -> None:
    assert kg("export", "-o", "graph.out", "--format", name, "--store", store).status == 0
    assert b"Helde Robotics" in (here / "graph.out").read_bytes()


def test_export_to_standard_output(kg: Command, here: Path, store: Path) -> None:
    kg("export", "-o", "graph.nt", "--store", store)
    said = kg("export", "-o", "-", "--format", "ntriples", "--store", store)
    assert said.out == (here / "graph.nt").read_text(encoding="utf-8")


def test_validate_and_verify_what_was_ingested(kg: Command, store: Path) -> None:
    assert kg("validate", "--store", store).status == 0
    assert kg("verify", "--store", store).status == 0


def test_view_writes_one_page(kg: Command, here: Path, store: Path) -> None:
    assert kg("view", "-o", "network.html", "--store", store).status == 0
    assert "Helde Robotics" in (here / "network.html").read_text(encoding="utf-8")


def test_quiet_leaves_answers_alone(kg: Command, here: Path) -> None:
    said = kg("--quiet", "ingest", "news")
    assert (said.status, said.out, said.err) == (0, "", "")
    assert kg("--quiet", "query", COUNT).out.split() == ["n", "2"]


def test_version(kg: Command) -> None:
    assert kg("--version").out.startswith("kg 0.")
