"""The documentation shows what its commands print."""

import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "readme"


@pytest.fixture(scope="module")
def readme() -> ModuleType:
    spec = spec_from_loader("readme", SourceFileLoader("readme", str(SCRIPT)))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules["readme"] = module
    spec.loader.exec_module(module)
    return module


def test_every_command_of_the_readme_prints_what_it_shows() -> None:
    ran = subprocess.run([sys.executable, str(SCRIPT), "--check"], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_block_is_read_as_commands_with_their_output(readme: ModuleType) -> None:
    body = "$ echo a \\\n> b\na b\n$ true\n"
    steps = readme.parse_steps("console", body)
    assert [(step.command, step.output) for step in steps] == [("echo a \\\nb\n", "a b\n"), ("true\n", "")]
    assert readme.format_steps("console", steps) == body


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb\n", "a  \nb\n\n", True),
        ("a\n...\nz\n", "a\nb\nc\nz\n", True),
        ("...\n", "", True),
        ("a\n...\n", "b\n", False),
        ("a.c\n", "abc\n", False),
        ("", "warning\n", False),
    ],
)
def test_output_is_compared_line_by_line(readme: ModuleType, shown: str, printed: str, same: bool) -> None:
    assert readme.is_same(shown, printed) is same


def test_differences_are_found_and_put_right(readme: ModuleType) -> None:
    text = "x\n\n```console\n$ echo new\nold\n```\n\n```python\n>>> 1 + 1\n3\n>>> a = 2\n>>> a\n2\n```\n"
    renewed, findings = readme.run_readme(text)
    assert len(findings) == 2
    assert renewed == text.replace("\nold\n", "\nnew\n").replace("1 + 1\n3\n", "1 + 1\n2\n")
    assert readme.run_readme(renewed) == (renewed, [])


def test_a_command_that_fails_is_a_difference(readme: ModuleType) -> None:
    _, findings = readme.run_readme("```console\n$ exit 3\n```\n")
    assert "exit status 3" in findings[0]


def test_what_cannot_be_run_here_is_left_alone(readme: ModuleType) -> None:
    text = "```console\n$ kg serve\nhttp://127.0.0.1:8731/\n```\n"
    assert readme.run_readme(text) == (text, [])
