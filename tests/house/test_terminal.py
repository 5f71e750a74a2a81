"""Pipes, terminals, interrupts: what only a process of its own shows."""

import os
import pty
import signal
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.house.stories import HELDE

KG = [sys.executable, "-m", "kg"]
ALL = "SELECT * { ?s ?p ?o }"


def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    """One command in a process of its own."""
    return subprocess.run([*KG, *map(str, arguments)], capture_output=True, timeout=120, **options)


def run_on_terminal(*arguments: object, command: Sequence[str] = KG, **environment: str) -> tuple[int, str]:
    """Exit status of a command and all that it shows on a terminal of 100 columns."""
    ours, theirs = pty.openpty()
    variables = os.environ | {"COLUMNS": "100", "LINES": "40", "TERM": "xterm-256color"} | environment
    process = subprocess.Popen(
        [*command, *map(str, arguments)], stdin=theirs, stdout=theirs, stderr=theirs, env=variables
    )
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 65536):
            shown += chunk
    except OSError:
        pass
    os.close(ours)
    return process.wait(120), shown.decode(errors="replace")


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    ran = run("ingest", "-", input=HELDE.encode(), cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (0, b"1 new, 0 changed, 0 unchanged, 0 failed\n")


def test_standard_input_is_a_query(store: Path) -> None:
    ran = run("query", "-", "--store", store, input=b"ASK { ?a a schema:NewsArticle }")
    assert (ran.returncode, ran.stdout) == (0, b"true\n")


def test_a_closed_pipe_is_quiet(store: Path) -> None:
    command = f"{sys.executable} -m kg query '{ALL}' --store {store} | head -c 10; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert ran.stdout.splitlines()[-1].endswith(b"0")
    assert ran.stderr == b""


def test_an_interrupt_is_quiet(tmp_path: Path) -> None:
    with subprocess.Popen([*KG, "ingest", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as process:
        time.sleep(1.5)  # it waits for its input by then
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.strip() == b""


def test_the_server_answers_until_it_is_stopped(store: Path) -> None:
    command = [*KG, "serve", "--port", "0", "--store", str(store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdout
        address = server.stdout.readline().decode().split()[0]
        query = urllib.parse.urlencode({"query": "ASK { ?a a schema:NewsArticle }"})
        with urllib.request.urlopen(f"{address}sparql?{query}", timeout=30) as answer:
            assert b"true" in answer.read()
        with urllib.request.urlopen(address, timeout=30) as page:
            assert b"<html" in page.read().lower()
        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=60)
    assert said.strip() == b""
    assert server.returncode == 130


def test_a_terminal_gets_a_table(store: Path) -> None:
    status, shown = run_on_terminal("query", "SELECT ?h { ?a schema:headline ?h }", "--store", store)
    assert status == 0
    assert "2 rows" in shown
    assert "Osprey Labs opposes licensing bill" in shown


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_a_terminal_that_lacks_characters(store: Path, encoding: str) -> None:
    query = "SELECT ('“Brisk” – Zürich → 東京' AS ?t) {}"
    status, shown = run_on_terminal("query", query, "--store", store, PYTHONIOENCODING=encoding)
    assert status == 0
    assert "Brisk" in shown


def test_a_pipe_gets_utf_8_whatever_the_locale(store: Path) -> None:
    variables = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1"}
    ran = run("query", "SELECT ('東京' AS ?t) {}", "--store", store, env=variables)
    assert ran.stdout.decode("utf-8").split() == ["t", "東京"]


SLOW = """
import time
from kg.cli import terminal
terminal.PATIENCE_S = {patience}
speaker = terminal.Terminal()
with speaker.busy("reading") as advance:
    advance("/news/first.txt")
    time.sleep(1)
    speaker.complain("second.txt: is empty", "leave it out")
speaker.complain("the end")
"""


def test_what_takes_long_shows_how_far_it_is() -> None:
    _, shown = run_on_terminal("-c", SLOW.format(patience=0.1), command=[sys.executable])
    assert "reading: 1 done, /news/first.txt" in shown
    assert "kg: second.txt: is empty: leave it out\r\n" in shown
    assert shown.endswith("kg: the end\r\n")


def test_what_is_fast_shows_nothing() -> None:
    _, shown = run_on_terminal("-c", SLOW.format(patience=60), command=[sys.executable])
    assert shown == "kg: second.txt: is empty: leave it out\r\nkg: the end\r\n"


def test_no_display_where_no_terminal_is() -> None:
    ran = subprocess.run([sys.executable, "-c", SLOW.format(patience=0.1)], capture_output=True, text=True)
    assert ran.stderr == "kg: second.txt: is empty: leave it out\nkg: the end\n"


def test_help_is_fast_and_loads_nothing_heavy() -> None:
    listed = subprocess.run([sys.executable, "-X", "importtime", "-m", "kg", "--help"], capture_output=True, text=True)
    loaded = {line.rpartition("|")[2].strip() for line in listed.stderr.splitlines()}
    heavy = {"spacy", "rdflib", "pyoxigraph", "numpy", "pandas", "trafilatura", "networkx", "rich.console", "msgspec"}
    assert not loaded & heavy
    total_us = int(listed.stderr.splitlines()[-1].split("|")[1])
    started = min(_time_of_help() for _ in range(3))
    assert started < 0.3 or total_us < 300_000


def _time_of_help() -> float:
    begun = time.perf_counter()
    subprocess.run([*KG, "--help"], capture_output=True, check=True)
    return time.perf_counter() - begun
