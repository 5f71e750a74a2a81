"""Public sets are read as they are annotated, and counted as scripts/measure-public says: on texts of our own."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "measure-public"
TEXT = "Acme hired Mara Lind.\n\n“We hope to stay,” she said. Tom Okafor’s view is unknown.\n"


@pytest.fixture(scope="module")
def public() -> Iterator[ModuleType]:
    loader = SourceFileLoader("measure_public", str(SCRIPT))
    spec = importlib.util.spec_from_loader("measure_public", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    sys.modules["measure_public"] = module  # dataclasses look their module up
    loader.exec_module(module)
    yield module
    sys.path[:] = before
    del sys.modules["measure_public"]


@pytest.fixture
def polnear(tmp_path: Path) -> Path:
    for name in ("text", "attributions"):
        (tmp_path / "data/dev" / name).mkdir(parents=True)
    (tmp_path / "data/dev/text/one.txt").write_text(TEXT, "utf-8")
    she, said = TEXT.index("she"), TEXT.index("said")
    notes = f"T1\tSource {she} {she + 3}\tshe\nT2\tCue {said} {said + 4}\tsaid\nE1\tAttribution:T2 Cue:T2 Source:T1\n"
    (tmp_path / "data/dev/attributions/one_a1.ann").write_text(notes, "utf-8")
    (tmp_path / "data/dev/attributions/one_b2.ann").write_text("", "utf-8")
    return tmp_path


def test_counts_a_cue_and_its_source_and_nothing_said_within(public: ModuleType, polnear: Path) -> None:
    cues, sources = public.count_tellings(list(public.read_polnear(polnear)), with_meant=True, explain=False)
    assert (cues.right, cues.found, cues.wanted) == (1, 1, 1)
    assert (sources.right, sources.found, sources.wanted) == (1, 1, 1)


def test_reads_a_git_directory_as_it_reads_a_checkout(public: ModuleType, polnear: Path) -> None:
    checkout = list(public.read_polnear(polnear))
    git = ["git", "-C", str(polnear), "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "set"]):
        subprocess.run([*git, *words], check=True)
    assert list(public.read_polnear(polnear / ".git")) == checkout


def test_takes_tags_out_and_keeps_where_sources_stand(public: ModuleType, tmp_path: Path) -> None:
    marked = "<Source:Named:null>Mara Lind</Source:Named:null> said <Fact_No_Appeal>it rained.</Fact_No_Appeal>"
    (tmp_path / "val.csv").write_text(f'sentence,annotation\n"x","{marked}"\n', "utf-8")
    (text,) = public.read_factappeal(tmp_path)
    assert text.article.text == "Mara Lind said it rained."
    assert [telling.source[0].cut(text.article.text) for telling in text.tellings] == ["Mara Lind"]


def test_runs_words_together_and_keeps_where_things_stand(public: ModuleType, tmp_path: Path) -> None:
    sentence = ["Acme", ",", "founded", "by", "Mara", "Lind", "(", '"', "Ma", '"', ")", ",", "grew", "."]
    things = [[{"sent_id": 0, "pos": [0, 1], "type": "ORG"}], [{"sent_id": 0, "pos": [4, 6], "type": "PER"}]]
    row = {"sents": [sentence], "vertexSet": things, "labels": [{"h": 0, "r": "P112", "t": 1}]}
    (tmp_path / "data").mkdir()
    (tmp_path / "data/dev_revised.json").write_text(json.dumps([row]), "utf-8")
    (text,) = public.read_redocred(tmp_path)
    assert text.article.text == 'Acme, founded by Mara Lind ("Ma"), grew.'
    assert [spans[0].cut(text.article.text) for spans in text.things] == ["Acme", "Mara Lind"]
    assert public.to_gold(text.labels, ["P112"]) == {(0, 1)}
    assert public.to_gold(text.labels, ["-P112"]) == {(1, 0)}
