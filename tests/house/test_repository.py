"""What the repository as a whole promises: its requirements, its scripts, what it does not say."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SCRIPTS = sorted(path for path in (ROOT / "scripts").iterdir() if path.is_file() and not path.suffix)
TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True).stdout.splitlines()


def to_name(requirement: str) -> str:
    """The package that a requirement is about, as package indexes write it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[ <>=!~;\[]", requirement.strip())[0]).lower()


def pinned(file: str) -> dict[str, list[str]]:
    """The versions that a requirements file pins, by package."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(to_name(name), []).append(version)
    return found


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_pinned_and_hashed_and_name_no_address(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all(re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry, re.DOTALL) for entry in entries)
    assert "://" not in text
    assert "--index" not in text


def test_requirements_hold_what_the_project_asks_for() -> None:
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]
    wanted += PROJECT["project"]["optional-dependencies"]["pandas"]
    assert {to_name(requirement) for requirement in wanted} <= pinned("requirements.txt").keys()
    developing = {to_name(requirement) for requirement in PROJECT["dependency-groups"]["dev"]}
    assert developing <= pinned("requirements-dev.txt").keys()


def test_tests_run_on_what_users_run_on() -> None:
    runtime, developing = pinned("requirements.txt"), pinned("requirements-dev.txt")
    assert {name: developing.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_says_what_it_does_and_can_be_run(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[1].startswith(("# ", '"""')) or lines[0].startswith("# Sourced")
    assert path.stat().st_mode & 0o111 or lines[0].startswith("# Sourced")
    if lines[0].endswith("bash") or lines[0].startswith("# Sourced"):
        assert subprocess.run(["bash", "-n", str(path)]).returncode == 0


@pytest.mark.parametrize(
    "path", [name for name in TRACKED if name.endswith((".py", ".md", ".toml", ".txt", ".ttl", ".rq"))]
)
def test_a_file_names_no_machine(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8", errors="replace")
    found = re.findall(r"/(?:root|home|work|Users)/\w+", text) if not path.startswith("data/") else []
    assert not found
