"""What is read stays as good as it was: the floors of tests/floors.json only rise."""

import importlib.util
import json
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "measure-quality"


@pytest.fixture(scope="module")
def measuring() -> ModuleType:
    loader = SourceFileLoader("measure_quality", str(SCRIPT))
    spec = importlib.util.spec_from_loader("measure_quality", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8")))
def test_facts_are_read_as_well_as_before(name: str, shared_eval: Path) -> None:
    run = subprocess.run([sys.executable, str(SCRIPT), "--check", name], capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


def test_floors_are_of_sets_and_whole(measuring: ModuleType) -> None:
    floors = json.loads(measuring.FLOORS.read_text())
    assert {"dev", "seed", "sample", "a", "b"} <= floors.keys() <= measuring.list_sets().keys()
    assert all(values.keys() == {*measuring.KINDS, "evidence", "forbidden"} for values in floors.values())


def test_floors_only_rise(measuring: ModuleType) -> None:
    floors = {"all": 0.5, "risk": 0.5, "forbidden": 1}
    assert measuring.to_better(floors, {"all": 0.612, "risk": 0.4, "forbidden": 2}) == {
        "all": 0.61,
        "risk": 0.5,
        "forbidden": 1,
    }
    assert measuring.to_better({}, {"all": 0.617, "forbidden": 3}) == {"all": 0.61, "forbidden": 3}


def test_a_figure_below_its_floor_is_not_held(measuring: ModuleType) -> None:
    assert measuring.is_held("all", 0.5, 0.5)
    assert not measuring.is_held("all", 0.49, 0.5)
    assert measuring.is_held("forbidden", 0, 0)
    assert not measuring.is_held("forbidden", 1, 0)
