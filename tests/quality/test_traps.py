"""Traps are asserted as seldom as before, facts beside them found as often: the shares in tests/trap-floors.json."""

import importlib.util
import json
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from kg.extract import extract_articles
from kg.model import Article, Block, BlockKind, Span

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "measure-traps"


@pytest.fixture(scope="module")
def measuring() -> ModuleType:
    loader = SourceFileLoader("measure_traps", str(SCRIPT))
    spec = importlib.util.spec_from_loader("measure_traps", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    sys.modules["measure_traps"] = module
    loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", json.loads((ROOT / "tests" / "trap-floors.json").read_text(encoding="utf-8")))
def test_no_more_traps_are_asserted_than_before(name: str) -> None:
    run = subprocess.run([sys.executable, str(SCRIPT), "--check", name], capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


def _read(text: str) -> Article:
    return Article("a", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "a")


def _reading(measuring: ModuleType, text: str):
    (extraction,) = extract_articles([_read(text)])
    return measuring.Reading(extraction)


def test_finds_what_is_asserted_and_nothing_else(measuring: ModuleType) -> None:
    reading = _reading(measuring, "Databricks acquired MosaicML for $1.3 billion. Mistral works with Anthropic.")
    assert reading.find({"s": "Databricks", "p": "acquires", "o": "MosaicML"})
    assert not reading.find({"s": "MosaicML", "p": "acquires", "o": "Databricks"})
    assert reading.find({"s": "Anthropic", "p": "collaboratesWith", "o": "Mistral"})
    assert reading.find({"entity": "Mistral", "class": "Organization"})
    assert not reading.find({"entity": "Mistral", "class": "Person"})
    assert not reading.find({"metric": {"value": 1300000000, "unit": "EUR", "about": "MosaicML"}})
    assert not reading.find({"metric": {"value": 1300000000, "unit": "USD", "about": "Anthropic"}})


def test_counts_traps_and_facts_by_kind(measuring: ModuleType) -> None:
    passage = measuring.Passage(
        _read("Databricks acquired MosaicML."),
        ({"s": "Databricks", "p": "acquires", "o": "MosaicML"},),
        ({"s": "MosaicML", "p": "acquires", "o": "Databricks"}, {"entity": "MosaicML", "class": "Organization"}),
    )
    result = measuring.tally([passage])
    assert (result.asserted["relation"], result.traps["relation"]) == (1, 1)
    assert (result.found.total(), result.facts.total()) == (1, 2)
    assert result.shares() == {"asserted": 1.0, "found": 0.5}
    assert "acquires" in result.faults[0]


def test_few_traps_and_many_facts_are_better(measuring: ModuleType) -> None:
    assert measuring.is_held("asserted", 0.01, 0.02)
    assert not measuring.is_held("asserted", 0.03, 0.02)
    assert measuring.is_held("found", 0.5, 0.5)
    assert not measuring.is_held("found", 0.4, 0.5)


@pytest.mark.parametrize("share", ["asserted", "found"])
def test_a_share_holds_the_floor_that_is_made_of_it(measuring: ModuleType, share: str) -> None:
    assert all(measuring.is_held(share, n / 239, measuring.to_floor(share, n / 239)) for n in range(240))


def test_every_line_of_the_passages_can_be_read(measuring: ModuleType) -> None:
    for path in sorted(measuring.FOLDER.glob("*.jsonl")):
        passages = list(measuring.read_passages(path.stem))
        assert len(passages) == len(path.read_text(encoding="utf-8").splitlines())
        for item in (item for passage in passages for item in (*passage.traps, *passage.facts)):
            assert measuring.to_kind(item) != "relation" or {"s", "p", "o"} <= item.keys()
