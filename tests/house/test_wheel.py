"""What is installed from a package: everything that runs, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files of the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return set(zipfile.ZipFile(next(folder.glob("*.whl"))).namelist())


def test_the_ontology_is_inside(names: set[str]) -> None:
    files = [path.relative_to(ROOT).as_posix() for path in (ROOT / "ontology").rglob("*") if path.is_file()]
    assert {f"kg/shipped/{name}" for name in files} <= names


def test_the_package_is_inside_with_its_data(names: set[str]) -> None:
    tracked = subprocess.run(["git", "ls-files", "kg"], cwd=ROOT, capture_output=True, text=True).stdout.split()
    assert {name for name in tracked if (ROOT / name).exists()} <= names


def test_nothing_else_is(names: set[str]) -> None:
    assert not [name for name in names if not name.startswith(("kg/", "kg-"))]
    assert any(name.endswith("/licenses/LICENSE") for name in names)
