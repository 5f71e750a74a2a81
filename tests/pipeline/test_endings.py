"""How a run ends when it is told to, when the disk is full, and when another run holds the store: processes only."""

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import OUTSIDE

KG = [sys.executable, "-m", "kg"]
COUNT = "SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }"


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty short articles: some seconds of work, in several batches."""
    folder = tmp_path_factory.mktemp("news")
    for number in range(150):
        text = f"Lab{number} released Model-{number} in Oslo. Lab{number} opposes the Frontier Licensing Act.\n" * 4
        (folder / f"{number:02}.txt").write_text(f"Lab{number} opens\n\n{text}", encoding="utf-8")
    (folder.parent / "kg.toml").write_text("batch_articles = 8\nengine = 'local'\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(news: Path) -> bytes:
    """The graph of all of them."""
    store = news.parent / "whole"
    assert kg(news.parent, "ingest", news, "--store", store).returncode == 0
    return export(news.parent, store)


def kg(folder: Path, *arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*KG, *map(str, arguments)], cwd=folder, capture_output=True, text=True, timeout=300, **options
    )  # type: ignore[call-overload]


def export(folder: Path, store: Path) -> bytes:
    command = [*KG, "export", "-o", "-", "--format", "ntriples", "--store", str(store)]
    return subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=120).stdout


def last_of(folder: Path, store: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(kg(folder, "runs", "last", "--format", "json", "--store", store).stdout)
    return found


@pytest.mark.parametrize("engine", ["local", "processes"])
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_told_to_end_says_so_and_is_resumed(
    tmp_path: Path, news: Path, whole: bytes, number: signal.Signals, status: int, engine: str
) -> None:
    """As from a terminal, which tells the workers, too."""
    store = tmp_path / "store"
    command = [*KG, "ingest", str(news), "--store", str(store), "--json", "--engine", engine]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=news.parent, text=True, start_new_session=True, **pipes) as run:
        assert run.stdout
        first = json.loads(run.stdout.readline())
        os.killpg(run.pid, number)
        said, complained = run.communicate(timeout=60)
    assert run.returncode == status
    assert complained.strip() == ""
    record = last_of(news.parent, store)
    assert record["ending"] == "interrupted"
    assert record["ended"]
    safe = {first["article_id"], *(json.loads(line)["article_id"] for line in said.splitlines())}
    assert safe <= {article["article_id"] for article in record["articles"]}  # type: ignore[attr-defined]
    again = kg(news.parent, "ingest", news, "--store", store, "--json")
    events = [json.loads(line) for line in again.stdout.splitlines()]
    assert not safe & {event.get("article_id") for event in events}, "nothing is done twice"
    assert events[-1]["counts"]["unchanged"] >= len(safe)
    assert events[-1]["ending"] == "done"
    assert export(news.parent, store) == whole


def test_of_two_runs_at_once_the_second_says_so_and_stops(tmp_path: Path, news: Path, whole: bytes) -> None:
    store = tmp_path / "store"
    command = [*KG, "ingest", str(news), "--store", str(store), "--json"]
    with subprocess.Popen(command, cwd=news.parent, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout
        first.stdout.readline()  # it is in the midst of it
        second = kg(news.parent, "ingest", news, "--store", store)
        told = json.loads(kg(news.parent, "status", "--format", "json", "--store", store).stdout)
        first.communicate(timeout=120)
    assert (first.returncode, second.returncode) == (0, 1)
    assert second.stderr.count("\n") == 1
    assert "held by another process" in second.stderr
    assert told["running"]
    assert told["articles"] > 0
    assert export(news.parent, store) == whole


def test_a_disk_that_takes_no_more_ends_the_run_and_loses_nothing(tmp_path: Path, news: Path, whole: bytes) -> None:
    store = tmp_path / "store"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))  # the ledger of all of them is larger

    full = kg(news.parent, "ingest", news, "--store", store, "--json", preexec_fn=limit)
    assert_is_full(full)
    safe = {json.loads(line)["article_id"] for line in full.stdout.splitlines()}
    assert safe
    assert int(kg(news.parent, "query", COUNT, "--store", store).stdout.split()[1]) >= len(safe)
    again = kg(news.parent, "ingest", news, "--store", store, "--json")
    assert again.returncode == 0
    assert not safe & {json.loads(line).get("article_id") for line in again.stdout.splitlines()}
    assert export(news.parent, store) == whole


FILLED = """
set -e
mount -t tmpfs -o size=40m none "$1"
KG="{python} -m kg"
$KG ingest "$2/00.txt" --store "$1/store" >&2
free=$(df --output=avail -B1 "$1" | tail -1)
head -c $((free - {left})) /dev/zero > "$1/ballast"
set +e
$KG ingest "$2" --store "$1/store"
echo "status $?"
$KG query "{count}" --store "$1/store" | tail -1
rm "$1/ballast"
$KG --quiet ingest "$2" --store "$1/store" >&2
echo "status $?"
$KG --quiet export --format ntriples -o "$3" --store "$1/store"
"""


@pytest.mark.parametrize("left", [0, 200_000, 4_000_000])
def test_a_full_disk(tmp_path: Path, news: Path, whole: bytes, left: int) -> None:
    """A file system of its own in memory, in a name space of its own, so that nobody else sees it."""
    if subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "none", str(tmp_path)], capture_output=True
    ).returncode:
        pytest.skip(f"the right to mount a file system is {OUTSIDE}, and is not given here")
    (tmp_path / "disk").mkdir()
    script = FILLED.format(python=sys.executable, left=left, count=COUNT)
    command = ["unshare", "-rm", "bash", "-c", script, "bash", tmp_path / "disk", news, tmp_path / "graph.nt"]
    ran = subprocess.run(command, cwd=news.parent, capture_output=True, text=True, timeout=300)
    assert ran.stdout.split("\n")[0] == "status 1", ran.stderr
    complaint = next(line for line in ran.stderr.splitlines() if line.startswith("kg: "))
    assert "space" in complaint or "full" in complaint
    count, status = ran.stdout.split("\n")[1:3]
    assert int(count) >= 1, "the store opens on the full disk"
    assert status == "status 0", ran.stderr
    assert (tmp_path / "graph.nt").read_bytes() == whole


def assert_is_full(ran: subprocess.CompletedProcess[str]) -> None:
    assert ran.returncode == 1, ran.stderr
    assert ran.stderr.startswith("kg: ")
    assert ran.stderr.count("\n") == 1
    assert "unexpected" not in ran.stderr


def test_a_folder_that_may_not_be_written(tmp_path: Path, news: Path) -> None:
    if os.geteuid() == 0:
        folder = Path("/proc/kg-store")  # which nobody may write, root neither
    else:
        folder = tmp_path / "locked" / "store"
        folder.parent.mkdir(mode=0o500)
    said = kg(news.parent, "ingest", news, "--store", folder)
    assert_is_full(said)
