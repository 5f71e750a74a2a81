"""The commands about runs: what they print, in every format, and with which status they end."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli.pace import Pace, to_duration
from kg.runs import Outcome
from tests.house.stories import Command
from tests.house.test_terminal import run_on_terminal


@pytest.fixture
def poisoned(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The extractor breaks on the article about Osprey, until this is undone."""
    import kg.extract as stage

    sound = stage.extract_articles

    def break_on_osprey(articles):  # type: ignore[no-untyped-def]
        for extraction in sound(articles):
            if "Osprey" in extraction.article.text:
                raise RecursionError("too deep")
            yield extraction

    monkeypatch.setattr(stage, "extract_articles", break_on_osprey)
    return monkeypatch


def events_of(said: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in said.splitlines()]


def test_json_lines_tell_of_each_article_and_of_the_run(kg: Command, here: Path) -> None:
    said = kg("ingest", "news", "missing.txt", "--json")
    *articles, run = events_of(said.out)
    assert said.status == 1
    assert {(event["event"], event["outcome"]) for event in articles} == {("article", "new"), ("article", "failed")}
    assert all({"location", "reason", "advice", "article_id"} <= event.keys() for event in articles)
    assert (run["event"], run["ending"], run["sources"]) == ("run", "done", ["news", "missing.txt"])
    assert run["counts"] == dict.fromkeys(map(str, Outcome), 0) | {"new": 2, "failed": 1}
    assert said.err.count("\n") == 1, "what failed is said to people, too"


def test_what_is_unchanged_makes_no_line(kg: Command, here: Path) -> None:
    kg("ingest", "news")
    (run,) = events_of(kg("ingest", "news", "--json").out)
    assert run["counts"] == dict.fromkeys(map(str, Outcome), 0) | {"unchanged": 2}


def test_runs_are_listed_the_newest_first(kg: Command, here: Path) -> None:
    kg("ingest", "news/helde.txt")
    kg("ingest", "news", "missing.txt")
    rows = list(csv.DictReader(io.StringIO(kg("runs").out)))
    assert [(row["ending"], row["new"], row["unchanged"], row["failed"], row["sources"]) for row in rows] == [
        ("done", "1", "1", "1", "news missing.txt"),
        ("done", "1", "0", "0", "news/helde.txt"),
    ]
    assert all(row["started"] <= row["ended"] for row in rows)
    assert len(kg("runs", "--limit", 1).out.splitlines()) == 2
    assert [run["id"] for run in json.loads(kg("runs", "--format", "json").out)] == [row["id"] for row in rows]
    assert [json.loads(line)["id"] for line in kg("runs", "--format", "jsonl").out.splitlines()] == [
        row["id"] for row in rows
    ]


def test_one_run_shows_what_became_of_each_article(kg: Command, here: Path) -> None:
    kg("ingest", "news/helde.txt", "missing.txt")
    (failed, new) = sorted(csv.DictReader(io.StringIO(kg("runs", "last").out)), key=lambda row: row["outcome"])
    assert (failed["location"], failed["reason"]) == ("missing.txt", "there is no such file or folder")
    assert failed["advice"]
    assert new["location"].endswith("helde.txt")
    assert re.fullmatch("[0-9a-f]{16}", new["article"])
    whole = json.loads(kg("runs", "last", "--format", "json").out)
    assert len(whole["articles"]) == 2
    kg("runs", whole["id"], "-o", "run.csv")
    assert "missing.txt" in (here / "run.csv").read_text(encoding="utf-8")
    shown = kg("runs", "last", "--format", "table").out
    assert shown.startswith(whole["id"])
    assert "1 new, 0 changed, 0 unchanged, 1 failed" in shown


@pytest.mark.parametrize(
    "arguments", [("runs", "nonsense"), ("runs", "--format", "turtle"), ("status", "--format", "x")]
)
def test_what_cannot_be_shown_is_one_line(kg: Command, store: Path, arguments: tuple[str, ...]) -> None:
    said = kg(*arguments, "--store", store)
    assert (said.status, said.err.count("\n")) == (1, 1)


@pytest.mark.parametrize("command", ["runs", "status", "retry"])
def test_no_store_to_tell_of(kg: Command, here: Path, command: str) -> None:
    said = kg(command)
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert "no store" in said.err


def test_the_status_of_a_store(kg: Command, here: Path) -> None:
    kg("ingest", "news")
    told = dict(row for row in csv.reader(io.StringIO(kg("status").out)) if row[0])
    assert (told["articles"], told["waiting to be linked"], told["in quarantine"]) == ("2", "0", "0")
    assert re.fullmatch(r"\d+\.\d MB", told["size"])
    whole = json.loads(kg("status", "--format", "json").out)
    assert whole["last"]["id"] == told["last run"]
    assert (whole["running"], whole["quarantine"]) == (False, [])


def test_an_article_in_quarantine_is_shown_and_retried(kg: Command, here: Path, poisoned: pytest.MonkeyPatch) -> None:
    assert kg("ingest", "news").status == 1
    (case,) = json.loads(kg("status", "--format", "json").out)["quarantine"]
    assert case["location"].endswith("osprey.txt")
    assert "RecursionError" in case["reason"]
    assert case["article"] in kg("status").out
    again = kg("ingest", "news")
    assert (again.status, again.err) == (0, "")
    assert again.out == "0 new, 0 changed, 1 unchanged, 0 failed, 1 quarantined\n"
    assert kg("retry").status == 1
    poisoned.undo()
    poisoned.chdir(here)
    said = kg("retry", case["article"])
    assert (said.status, said.out) == (0, "1 new, 0 changed, 0 unchanged, 0 failed\n")
    assert kg("ingest", "news").out == "0 new, 0 changed, 2 unchanged, 0 failed\n"
    assert json.loads(kg("status", "--format", "json").out)["quarantine"] == []


def test_retrying_what_is_not_there(kg: Command, store: Path) -> None:
    said = kg("retry", "0123", "--store", store)
    assert (said.status, said.err.count("\n")) == (1, 1)


def test_an_export_can_have_the_runs_in_it(kg: Command, store: Path) -> None:
    assert "prov:Activity" not in kg("export", "-o", "-", "--store", store).out
    assert "prov:Activity" in kg("export", "-o", "-", "--with-runs", "--store", store).out
    assert kg("export", "-o", "-", "--format", "csv", "--with-runs", "--store", store).status == 1


LONG = """
import time
from kg.cli import terminal
terminal.PATIENCE_S, terminal.LINE_EVERY_S = 0.1, 0.5
with terminal.Terminal().busy("reading", {total}) as advance:
    for number in range(30):
        advance(f"/news/{{number}}.txt")
        time.sleep(0.06)
"""


def test_a_terminal_shows_rate_and_time_left() -> None:
    _, shown = run_on_terminal("-c", LONG.format(total=40), command=[sys.executable])
    assert re.search(r"reading: \d+ of 40 done, \d+\.\d/s, \d s left, /news/\d+\.txt", shown)


def test_a_log_gets_a_line_at_intervals() -> None:
    ran = subprocess.run([sys.executable, "-c", LONG.format(total=40)], capture_output=True, text=True)
    lines = ran.stderr.splitlines()
    assert 2 <= len(lines) <= 4
    assert all(re.fullmatch(r"reading: \d+ of 40 done(, [\d.]+/s, \d+ s left)?", line) for line in lines)
    assert ran.stdout == ""


def test_a_pace_is_that_of_the_last_minute() -> None:
    pace = Pace(1000)
    for second in range(100):
        pace.add(float(second) / 10)  # ten a second, as when articles are there already
    for second in range(100, 200):
        pace.add(float(second))  # then one a second
    assert pace.rate(199.0) == pytest.approx(1.0, abs=0.05)
    assert pace.describe(199.0) == "200 of 1000 done, 1.0/s, 13 min left"


def test_a_pace_without_an_end() -> None:
    pace = Pace()
    assert pace.describe(0.0) == "0 done"
    for number in range(500):
        pace.add(number / 250)
    assert pace.describe(2.0) == "500 done, 250/s"


def test_there_may_be_more_than_could_be_seen() -> None:
    pace = Pace(1)
    pace.add(0.0)
    pace.add(0.0)
    assert pace.describe(0.0) == "2 done"


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.4, "0 s"), (59, "59 s"), (90, "2 min"), (3599, "1 h 0 min"), (7500, "2 h 5 min"),
                          (100_000, "1 d 3 h")]
)  # fmt: skip
def test_durations_are_said_in_one_or_two_units(seconds: float, said: str) -> None:
    assert to_duration(seconds) == said
