"""The passages about wishes and fears are written so that the measurement can read them."""

import importlib.machinery
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "data" / "wishes").glob("*.txt"))


@pytest.fixture(scope="module")
def script() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("measure_wishes", str(ROOT / "scripts" / "measure-wishes"))
    spec = importlib.util.spec_from_loader("measure_wishes", loader)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def test_reads_a_passage_with_its_statements(script):
    (passage,) = script.parse_passages(
        "# Heading\nAna Roe spoke.\n- an item\n    - asks -: a ban\n    not Bo fears: rain\n"
    )
    assert passage.text == ["Ana Roe spoke.", "- an item"]
    assert passage.lines == ["- asks -: a ban", "not Bo fears: rain"]


@pytest.mark.parametrize(
    ("line", "kind", "item"),
    [
        ("Ana Roe / Acme asks labs: a ban", "proposals", {"label": "a ban", "by": ["Ana Roe", "Acme"], "to": ["labs"]}),
        ("- asks -: a ban", "proposals", {"label": "a ban", "by": [""]}),
        ("Ana Roe fears: rain", "risks", {"label": "rain", "by": ["Ana Roe"]}),
        ("Acme opposes: a ban", "relations", {"s": ["Acme"], "p": "opposes", "o": "a ban"}),
        ("a ban mitigates: rain", "relations", {"s": ["a ban"], "p": "mitigates", "o": "rain"}),
    ],
)
def test_reads_a_statement(script, line, kind, item):
    assert script.to_item(line) == (kind, item)


def test_refuses_a_line_without_a_verb(script):
    with pytest.raises(ValueError, match="no verb"):
        script.to_item("Ana Roe: a ban")


def test_marks_say_what_may_and_must_not_be_read(script):
    gold = script.to_gold(script.Passage([], ["? Ana Roe fears: rain", "not Bo supports: a ban", "not Bo fears: rain"]))
    assert gold["risks"] == [{"label": "rain", "by": ["Ana Roe"], "optional": True}]
    assert gold["must_not"] == [
        {"kind": "relation", "s": "Bo", "p": "supports", "o": "a ban"},
        {"kind": "risk", "label": "rain", "by": "Bo"},
    ]


def test_of_several_subjects_the_one_found_counts(script):
    gold = {"relations": [{"s": ["Ana Roe", "Acme"], "p": "opposes", "o": "a ban"}]}
    assert script.spread(gold, {("acme", "opposes")})["relations"][0]["s"] == "Acme"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_passage_can_be_read(script, path):
    passages = list(script.parse_passages(path.read_text(encoding="utf-8")))
    golds = [script.to_gold(passage) for passage in passages]
    assert len(golds) > 50
    assert all(passage.text for passage in passages)
    assert sum(len(gold["must_not"]) for gold in golds) >= 10
