"""The options of `kg extract` and `kg ingest`: the same files whatever the engine."""

from pathlib import Path

import pytest

from kg.cli import main
from tests.conftest import ROOT

SAMPLE = ROOT / "data" / "sample" / "articles"
SEVERAL = sorted(SAMPLE.glob("*.txt"))  # two shards or so


def extract(folder: Path, *options: str) -> dict[str, bytes]:
    """The files that `kg extract` writes."""
    assert main(["--quiet", "extract", *map(str, SEVERAL), "--out", str(folder), *options]) == 0
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return extract(tmp_path_factory.mktemp("local") / "out", "--engine", "local")


def test_worker_processes_write_the_same_files(
    expected: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.engines.batches.SHARD_CHARACTERS", 3_000)
    assert extract(tmp_path / "out", "--engine", "processes", "--workers", "2") == expected


def test_shards_that_are_kept_need_no_extractor(
    expected: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ("--engine", "local", "--shards", str(tmp_path / "shards"))
    assert extract(tmp_path / "first", *options) == expected
    monkeypatch.setattr("kg.extract.extract_articles", lambda _: pytest.fail("the extractor was called"))
    assert extract(tmp_path / "second", *options) == expected


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--engine", "dsak"), "there is no engine 'dsak'"),
        (("--engine", "dask"), "needs the address of a scheduler"),
        (("--workers", "0"), "--workers"),
    ],
)
@pytest.mark.parametrize("command", [("extract", "--out", "out"), ("ingest", "--store", "store")])
def test_what_cannot_be_is_refused(
    command: tuple[str, ...],
    options: tuple[str, ...],
    complaint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([command[0], str(SEVERAL[0]), *command[1:], *options]) in (1, 2)
    assert complaint in capsys.readouterr().err


def test_the_settings_file_chooses_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kg.toml").write_text('engine = "dask"\naddress = "nonsense://"\n')
    assert main(["extract", str(SEVERAL[0]), "--out", "out"]) == 1
    assert "no Dask scheduler answers at nonsense://" in capsys.readouterr().err
    assert main(["extract", str(SEVERAL[0]), "--out", "out", "--engine", "local"]) == 0
