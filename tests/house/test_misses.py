"""`kg misses`: what it lists, of a store or of sources, by sentence, article and publisher."""

import json
from pathlib import Path

import pytest

from tests.house.stories import Command

PAGE = """<html><head><title>Ferry fares</title><meta property="og:site_name" content="{publisher}"></head>
<body><article><h1>Ferry fares</h1><p>{text}</p><p>Residents of the islands have long looked at the mainland with some
envy, and they will go on doing so for as long as the old ferry sails at its own pace. The quay is empty at night and
full of gulls by day, and the ticket office keeps its own hours, as it always has.</p></article></body></html>"""
SILENT = "There had been talk of a petition. The old boat would need a new coat of paint, they said."


@pytest.fixture
def shelf(here: Path) -> Path:
    folder = here / "shelf"
    folder.mkdir()
    for name, publisher, text in (("one", "The Quay", SILENT), ("two", "The Gull", "It was a quiet day at sea.")):
        (folder / f"{name}.html").write_text(PAGE.format(publisher=publisher, text=text), encoding="utf-8")
    return folder


def test_sources_and_their_store_list_the_same(kg: Command, shelf: Path) -> None:
    of_sources = kg("misses", shelf, "--format", "jsonl")
    assert (of_sources.status, of_sources.err) == (0, "")
    kg("ingest", shelf)
    assert kg("misses", "--format", "jsonl").out == of_sources.out


def test_a_silent_sentence_is_listed_with_what_speaks_for_it(kg: Command, shelf: Path) -> None:
    rows = json.loads(kg("misses", shelf, "--format", "json").out)
    assert "There had been talk of a petition." in [row["sentence"] for row in rows if row["signals"] == "asking"]
    scores = [float(row["score"]) for row in rows]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores)


def test_a_limit_shows_the_first_and_counts_all(kg: Command, shelf: Path) -> None:
    kg("ingest", shelf)
    whole = kg("misses").out.splitlines()
    assert whole[0] == "score,signals,publisher,start,sentence,article"
    assert len(whole) > 2
    assert kg("misses", "--limit", 1).out.splitlines() == whole[:2]
    assert kg("misses", "--limit", 1, "--format", "table").out.splitlines()[-1] == f"1 of {len(whole) - 1} rows"


@pytest.mark.parametrize(("by", "groups"), [("publisher", {"The Quay", "The Gull"}), ("article", {"Ferry fares"})])
def test_misses_add_up_by_group(kg: Command, shelf: Path, by: str, groups: set[str]) -> None:
    single = json.loads(kg("misses", shelf, "--format", "json").out)
    rows = json.loads(kg("misses", shelf, "--by", by, "--format", "json").out)
    assert {row[by] for row in rows} == groups
    assert len(rows) == 2
    assert sum(int(row["silent"]) for row in rows) == len(single)
    expected = [float(row["expected"]) for row in rows]
    assert expected == sorted(expected, reverse=True)
    assert sum(expected) == pytest.approx(sum(float(row["score"]) for row in single), abs=0.1)
    assert all(int(row["silent"]) <= int(row["sentences"]) for row in rows)


def test_a_source_that_cannot_be_read_costs_only_itself(kg: Command, shelf: Path) -> None:
    said = kg("misses", shelf / "one.html", "absent.txt", "--by", "article")
    assert said.status == 1
    assert "absent.txt" in said.err
    assert len(said.out.splitlines()) == 2


def test_without_store_or_source_the_command_says_what_to_do(kg: Command, here: Path) -> None:
    said = kg("misses")
    assert said.status == 1
    assert said.err.startswith("kg: ")
