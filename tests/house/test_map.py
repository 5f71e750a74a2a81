"""The map names only what is there, and names every stage."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAP = (ROOT / "kg" / "README.md").read_text(encoding="utf-8")
PATHS = sorted({path for path in re.findall(r"`([\w./-]+)`", MAP) if "/" in path and not path.startswith("http")})


@pytest.mark.parametrize("path", PATHS)
def test_a_path_on_the_map_exists(path: str) -> None:
    assert (ROOT / path).exists()
    assert path.endswith("/") == (ROOT / path).is_dir() or path == "kg/cli", "folders end in a slash"


NAMES = sorted(
    p.name for p in (ROOT / "kg").iterdir() if not p.name.startswith("_") and (p.is_dir() or p.suffix == ".py")
)


@pytest.mark.parametrize("name", NAMES)
def test_everything_in_the_package_is_on_the_map(name: str) -> None:
    assert f"kg/{name}" in MAP
