"""Reads marked text (see data/coreference/README.md) and says what each anaphor is resolved to."""

import importlib.util
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

from kg.extract.coreference import resolve
from kg.extract.language import parse_articles
from kg.model import Chain

SCRIPT = Path(__file__).resolve().parents[3] / "scripts" / "measure-coreference"


def load_script() -> ModuleType:
    """The measuring script as a module; its reader of marked text is used here too."""
    if "measure_coreference" not in sys.modules:
        loader = SourceFileLoader("measure_coreference", str(SCRIPT))
        spec = importlib.util.spec_from_loader("measure_coreference", loader)
        assert spec
        module = importlib.util.module_from_spec(spec)
        sys.modules["measure_coreference"] = module
        loader.exec_module(module)
    return sys.modules["measure_coreference"]


def resolve_marked(marked: str) -> tuple[Chain, ...]:
    """The chains of a marked text, read after a headline that says nothing."""
    gold = load_script().parse_gold("test", f"News\n\n{marked}")
    (parsed,) = parse_articles([gold.article])
    return resolve(parsed, tuple(gold.mentions))


def wrong_ones(marked: str) -> list[str]:
    """The anaphors of a marked text that did not get the antecedent they are marked with, none included."""
    script = load_script()
    gold = script.parse_gold("test", f"News\n\n{marked}")
    (parsed,) = parse_articles([gold.article])
    tally = script.Tally()
    script.compare(gold, resolve(parsed, tuple(gold.mentions)), tally)
    return list(tally.faults)


def names_of(marked: str) -> list[tuple[str, ...]]:
    """The names of each chain."""
    return [chain.names for chain in resolve_marked(marked)]
