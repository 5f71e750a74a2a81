"""The command line as a function, and a store that is read once."""

import shutil
from pathlib import Path

import pytest

from kg.cli import main
from tests.house.stories import HELDE, OSPREY, Command, Said


@pytest.fixture
def kg(capfd: pytest.CaptureFixture[str]) -> Command:
    """Runs one command in this process."""

    def run(*arguments: object) -> Said:
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        return Said(status, *capfd.readouterr())

    return run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh current folder that holds two articles."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "helde.txt").write_text(HELDE, encoding="utf-8")
    (tmp_path / "news" / "osprey.txt").write_text(OSPREY, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the two articles."""
    folder = tmp_path_factory.mktemp("made")
    for name, text in (("helde", HELDE), ("osprey", OSPREY)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    store = folder / "store"
    assert (
        main(["--quiet", "ingest", str(folder / "helde.txt"), str(folder / "osprey.txt"), "--store", str(store)]) == 0
    )
    return store


@pytest.fixture
def store(_made: Path, tmp_path: Path) -> Path:
    """A copy of it, to change at will."""
    return shutil.copytree(_made, tmp_path / "kg-store")
