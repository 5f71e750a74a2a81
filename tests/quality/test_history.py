"""The history of blind measurements: its table is made from data, each set is measured blind once, no sooner read."""

import importlib.util
import json
import shutil
import sys
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "Lab hires\n\nNorthfen Labs launched Tarn, its first model, in May. Tarn was trained by Northfen Labs.\n"
GOLD = {
    "entities": [{"class": "Organization", "name": "Northfen Labs"}, {"class": "AISystem", "name": "Tarn"}],
    "relations": [{"s": "Northfen Labs", "p": "develops", "o": "Tarn"}],
    "must_not": [{"kind": "relation", "s": "Tarn", "p": "develops", "o": "Northfen Labs"}],
}


@pytest.fixture
def evaluation() -> Iterator[ModuleType]:
    sys.path.insert(0, str(ROOT / "scripts"))
    import evaluation

    yield evaluation
    sys.path.remove(str(ROOT / "scripts"))


@pytest.fixture
def copied(evaluation: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of sets without the sets, where a test may write; one new set, "z", lies in it."""
    import verdicts

    for name in ("README.md", "history.csv", "first-readings.csv"):
        shutil.copy(evaluation.OWN / name, tmp_path / name)
    for module, name, path in (
        (evaluation, "OWN", tmp_path),
        (evaluation, "HISTORY", tmp_path / "history.csv"),
        (evaluation, "README", tmp_path / "README.md"),
        (verdicts, "FIRST", tmp_path / "first-readings.csv"),
    ):
        monkeypatch.setattr(module, name, path)
    (tmp_path / "z" / "articles").mkdir(parents=True)
    (tmp_path / "z" / "gold").mkdir()
    (tmp_path / "z" / "articles" / "z1.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "z" / "gold" / "z1.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


@pytest.fixture
def measuring(evaluation: ModuleType) -> ModuleType:
    loader = SourceFileLoader("measure_quality", str(ROOT / "scripts" / "measure-quality"))
    spec = importlib.util.spec_from_loader("measure_quality", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def to_row(evaluation: ModuleType, name: str) -> dict[str, str]:
    figures = dict.fromkeys(evaluation.KINDS, "0.5")
    return {"set": name, "date": "2026-12-01 10:00", "articles": "1", **figures} | {
        "forbidden": "0", "of": "2", "evidence": "1"
    }  # fmt: skip


def test_the_table_and_the_data_agree(evaluation: ModuleType) -> None:
    text = evaluation.README.read_text(encoding="utf-8")
    assert evaluation.find_table(text) == evaluation.to_table()
    assert len(evaluation.to_table().splitlines()) == len(evaluation.read_history()) + 2


def test_every_measured_set_is_there_with_its_first_reading(evaluation: ModuleType) -> None:
    from verdicts import read_first

    measured = [row["set"] for row in evaluation.read_history()]
    assert len(measured) == len(set(measured))
    assert set(measured) == {claim.name for claim in read_first()}
    for row in evaluation.read_history():
        assert len(list(evaluation.find_own(row["set"]).pairs())) == int(row["articles"])
        assert all(0 <= float(row[kind]) <= 1 for kind in (*evaluation.KINDS, "evidence"))
        assert 0 <= int(row["forbidden"]) <= int(row["of"])


def test_a_blind_set_is_not_read(evaluation: ModuleType, copied: Path) -> None:
    assert "z" not in evaluation.list_sets()
    evaluation.add_to_history(to_row(evaluation, "z"))
    assert "z" in evaluation.list_sets()


def test_a_measurement_adds_a_line_and_a_row(evaluation: ModuleType, copied: Path) -> None:
    before, text = evaluation.read_history(), evaluation.README.read_text(encoding="utf-8")
    evaluation.add_to_history(to_row(evaluation, "z"))
    assert evaluation.read_history() == [*before, to_row(evaluation, "z")]
    now = evaluation.README.read_text(encoding="utf-8")
    assert set(text.splitlines()) < set(now.splitlines())
    assert "| `z` | 2026-12-01 10:00 | 1 | .500 |" in now
    assert evaluation.find_table(now) == evaluation.to_table()


def test_a_set_is_blind_once(evaluation: ModuleType, measuring: ModuleType, copied: Path) -> None:
    text = evaluation.README.read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="blind no more"):
        evaluation.add_to_history(to_row(evaluation, "a"))
    with pytest.raises(ValueError, match="blind no more"):
        measuring.measure_blind("a")
    with pytest.raises(ValueError, match="not there"):
        measuring.measure_blind("nowhere")
    with pytest.raises(ValueError, match="blind until"):
        measuring.measure_all(["z"])
    assert evaluation.README.read_text(encoding="utf-8") == text


def test_a_blind_measurement_keeps_figures_and_claims(
    evaluation: ModuleType, measuring: ModuleType, copied: Path, shared_eval: Path
) -> None:
    from verdicts import read_first

    known = len(read_first())
    figures = measuring.measure_blind("z")
    (row,) = (row for row in evaluation.read_history() if row["set"] == "z")
    assert float(row["relation"]) == figures["relation"] > 0
    assert (row["articles"], row["forbidden"], row["of"], row["evidence"]) == ("1", "0", "1", "1")
    claims = read_first()[known:]
    assert {claim.name for claim in claims} == {"z"}
    assert {claim.predicate for claim in claims if claim.right} == {"develops"}
    with pytest.raises(ValueError, match="blind no more"):
        measuring.measure_blind("z")
