"""The sample articles linked together: one thing, one IRI, and no two things in one."""

import importlib.machinery
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.link import NameLinker
from kg.model import Chain, EntityClass
from tests.link.builders import ORG, SYSTEM, make_chain, make_extraction

ROOT = Path(__file__).resolve().parent.parent.parent
GOLDS = sorted((ROOT / "data" / "linking").glob("*.toml"))
ARTICLES = ROOT / "data" / "sample" / "articles"


@pytest.fixture(scope="module")
def measuring() -> ModuleType:
    """The script, as a module."""
    loader = importlib.machinery.SourceFileLoader("measure_linking", str(ROOT / "scripts" / "measure-linking"))
    spec = importlib.util.spec_from_loader("measure_linking", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    sys.modules["measure_linking"] = module  # where dataclasses look for the annotations
    loader.exec_module(module)
    return module


def test_sample_is_linked_within_the_limits(measuring: ModuleType) -> None:
    report = measuring.compare(measuring.read_gold(GOLDS), measuring.read_linked([ARTICLES]))
    assert report.seen >= 100, "the extractor must find the names that are to be linked"
    assert not report.merged
    assert report.missed <= 0.03, report.split


def test_every_name_of_the_gold_stands_in_its_articles(measuring: ModuleType) -> None:
    texts = {path.stem: measuring.fold(path.read_text(encoding="utf-8")) for path in ARTICLES.iterdir()}
    gold = measuring.read_gold(GOLDS)
    for thing in (*gold.things, *(side for pair in gold.apart for side in pair)):
        found = {place for place in thing.places(texts) if is_word(place[1], texts[place[0]])}
        assert {name for _, name in found} == {measuring.fold(name) for name in thing.names}, thing
        assert not thing.articles or {stem for stem, _ in found} == set(thing.articles), thing


def is_word(name: str, text: str) -> bool:
    """Whether a folded name stands in a folded text."""
    plain = re.sub(r"&#8217;|&rsquo;", "'", text)
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain))


def test_no_name_of_the_gold_means_two_things_in_one_article(measuring: ModuleType) -> None:
    meant: dict[tuple[str, str, str], object] = {}
    for thing in measuring.read_gold(GOLDS).things:
        for place in thing.places(()):
            for cls in thing.classes:
                assert meant.setdefault((*place, cls), thing) is thing, place


def compare(measuring: ModuleType, gold: str, folder: Path, *chains: Chain | str) -> Any:
    """The report on articles a1, a2, … of one chain each, by a gold in TOML."""
    path = folder / "gold.toml"
    path.write_text(gold, encoding="utf-8")
    extractions = [make_extraction(f"a{number}", chain) for number, chain in enumerate(chains, 1)]
    seen = measuring.to_seen(extractions, NameLinker().link(extractions))
    return measuring.compare(measuring.read_gold([path]), seen)


def test_thing_with_two_iris_is_missed(measuring: ModuleType, tmp_path: Path) -> None:
    gold = '[[thing]]\nclass = "Organization"\nnames = ["Halden Systems", "Orrin"]\n'
    report = compare(measuring, gold, tmp_path, "Halden Systems", "Orrin", "Halden Systems")
    assert (report.seen, report.missed, report.merged) == (1, 1.0, [])
    assert "org/orrin <- orrin in a2" in report.split[0]


def test_thing_read_with_two_classes_is_missed(measuring: ModuleType, tmp_path: Path) -> None:
    gold = '[[thing]]\nclass = "Organization"\nnames = ["Tern"]\n'
    report = compare(measuring, gold, tmp_path, make_chain("Tern", EntityClass.PLACE), make_chain("Tern", SYSTEM))
    assert len(report.split) == 1


def test_name_of_another_thing_is_not_counted_for_this_one(measuring: ModuleType, tmp_path: Path) -> None:
    gold = "\n".join(f'[[thing]]\nclass = "{cls}"\nnames = ["Tern"]' for cls in ("Organization", "AISystem"))
    report = compare(measuring, gold, tmp_path, make_chain("Tern", ORG), make_chain("Tern", SYSTEM))
    assert (report.split, report.merged) == ([], [])


@pytest.mark.parametrize(
    "gold",
    [
        """[[thing]]\nclass = "Organization"\nnames = ["Halden"]\narticles = ["a1"]
           [[thing]]\nclass = "Organization"\nnames = ["Halden"]\narticles = ["a2"]""",
        """[[apart]]\none = { class = "Organization", name = "Halden", articles = ["a1"] }
           other = { class = "Organization", name = "Halden", articles = ["a2"] }""",
    ],
)
def test_two_things_with_one_iri_are_wrong(measuring: ModuleType, gold: str, tmp_path: Path) -> None:
    report = compare(measuring, gold, tmp_path, "Halden", "Halden")
    assert len(report.merged) == 1
    assert report.merged[0].startswith("Halden (a1) = Halden (a2): ")


def test_name_that_was_not_found_is_no_fault(measuring: ModuleType, tmp_path: Path) -> None:
    gold = '[[thing]]\nclass = "Organization"\nnames = ["Halden", "Orrin", "Kestrel"]\n'
    report = compare(measuring, gold, tmp_path, "Halden")
    assert (report.seen, report.split) == (0, [])
