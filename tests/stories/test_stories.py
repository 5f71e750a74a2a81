"""The golden stories: what each stage makes of them is what is written down beside them."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
STORIES = sorted(path.name for path in HERE.iterdir() if (path / "4-graph.ttl").exists())


@pytest.fixture(scope="module")
def changed() -> str:
    """The files that `scripts/stories` would change, a line each."""
    script = HERE.parent.parent / "scripts" / "stories"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert not done.stderr, done.stderr
    return done.stdout


@pytest.mark.parametrize("story", STORIES)
def test_is_told_as_it_is_written(story: str, changed: str) -> None:
    lines = [line for line in changed.splitlines() if f"/{story}/" in line]
    assert not lines, f"{lines}: look at `scripts/stories` and `git diff tests/stories`; keep what is better"


def test_stories_hold_every_stage() -> None:
    files = ("1-ingest.txt", "2-extract.txt", "3-link.txt", "4-graph.ttl")
    assert len(STORIES) >= 2
    assert all((HERE / story / name).exists() for story in STORIES for name in files)
