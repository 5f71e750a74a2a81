"""How well names must be found, at least; `scripts/measure-mentions` prints the figures. Floors only rise."""

from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]
SAMPLE_FLOOR = 0.96  # F1 by name on real news
EVALUATION_FLOOR = 0.95  # the same on the evaluation articles, half of whose names are made up
LINES_FLOOR = 0.60  # F1 by place on held-out lines, each read alone, without an article around it


@pytest.fixture(scope="module")
def measure() -> ModuleType:
    loader = SourceFileLoader("measure_mentions", str(ROOT / "scripts" / "measure-mentions"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def f1(measure: ModuleType, counts: dict[str, object]) -> float:
    return float(measure.together(counts).figures()[2])


def test_names_in_real_news(measure: ModuleType) -> None:
    assert f1(measure, measure.measure_articles(measure.SAMPLE, set(measure.LAYERS))) >= SAMPLE_FLOOR


def test_names_in_evaluation_articles(measure: ModuleType, shared_eval: Path) -> None:
    assert f1(measure, measure.measure_articles(shared_eval, set(measure.LAYERS))) >= EVALUATION_FLOOR


def test_names_in_lines_alone(measure: ModuleType) -> None:
    assert f1(measure, measure.measure_lines(set(measure.LAYERS))) >= LINES_FLOOR


def test_every_layer_adds_something(measure: ModuleType) -> None:
    whole = f1(measure, measure.measure_articles(measure.SAMPLE, set(measure.LAYERS)))
    for layer in ("gazetteer", "ner"):
        assert f1(measure, measure.measure_articles(measure.SAMPLE, set(measure.LAYERS) - {layer})) < whole
