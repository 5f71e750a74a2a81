"""The command line's options: formats by ending, usage errors on one line, the exit status of each."""

from pathlib import Path

import pytest

from kg.cli.options import SUFFIXES, Target
from kg.errors import UnknownFormat
from tests.house.stories import Command

NAMES = ["extract", "ingest", "status", "runs", "retry", "remove", "query", "explain", "misses"]
NAMES += ["export", "validate", "verify", "view", "serve"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_ending_decides_unless_a_format_is_named(suffix: str) -> None:
    assert Target(Path(f"a{suffix}"), None).format == SUFFIXES[suffix]
    assert Target(Path(f"a{suffix.upper()}"), None).format == SUFFIXES[suffix]
    assert Target(Path(f"a{suffix}"), "trig").format == "trig"


@pytest.mark.parametrize("name", ["a", "a.docx", ".ttl", "ttl"])
def test_endings_that_mean_nothing(name: str) -> None:
    with pytest.raises(UnknownFormat):
        _ = Target(Path(name), None).format


def test_standard_output_has_no_ending() -> None:
    assert Target(None, None).format is None


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself(kg: Command, name: str) -> None:
    said = kg(name, "--help")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith(f"Usage: kg {name} ")
    assert name in kg("--help").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("--nonsense",),
        ("ingest",),
        ("extract", "a.txt"),
        ("remove",),
        ("query",),
        ("query", "SELECT ?a", "and more"),
        ("query", "ASK {}", "--limit", "-1"),
        ("explain",),
        ("misses", "--by", "weather"),
        ("export",),
        ("validate", "more"),
        ("view",),
        ("serve", "--port", "65536"),
        ("serve", "--port", "x"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(kg: Command, here: Path, arguments: tuple[str, ...]) -> None:
    said = kg(*arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("kg: ")
    assert said.err.count("\n") == 1
    assert "--help" in said.err
    assert not (here / "kg-store").exists()


@pytest.mark.parametrize("name", ["validate", "verify", "view", "export", "query", "explain", "remove"])
def test_without_a_store_there_is_one_line_and_status_1(kg: Command, here: Path, name: str) -> None:
    more = {"view": ["-o", "a.html"], "export": ["-o", "a.ttl"], "query": ["ASK {}"]}
    said = kg(name, *more.get(name, [] if name.startswith("v") else ["Ana"]))
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("kg: ")
    assert said.err.count("\n") == 1
    assert {path.name for path in here.iterdir()} == {"news"}
