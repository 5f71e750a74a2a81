"""What the annotated corpus must hold: it is well formed, varied, and its held-out part is apart from the rest."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPTS = ROOT / "scripts"
sys.path.insert(0, str(SCRIPTS))

from corpus_lines import CLASSES, CORPUS, parse_line, read_corpus  # noqa: E402
from corpus_names import NameMaker  # noqa: E402

LEAST_LINES = 1500
LEAST_NEGATIVE = 0.08  # of the lines hold no name


def test_it_is_large_and_has_negatives() -> None:
    lines = [line for file in read_corpus() for line in file]
    assert len(lines) >= LEAST_LINES
    assert sum(not line.marks for line in lines) >= LEAST_NEGATIVE * len(lines)


def test_every_class_is_there() -> None:
    assert {cls for file in read_corpus() for line in file for _, _, cls in line.marks} == set(CLASSES)


def test_no_line_comes_twice() -> None:
    texts = [line.text for file in [*read_corpus(), *read_corpus(heldout=True)] for line in file if len(line.text) > 40]
    assert sorted({text for text in texts if texts.count(text) > 1}) == []


def test_held_out_lines_are_apart() -> None:
    trained = {line.text for file in read_corpus() for line in file}
    assert not [line for file in read_corpus(heldout=True) for line in file if line.text in trained and line.marks]


def test_no_name_of_the_evaluation_articles_occurs(shared_eval: Path) -> None:
    names = [name for name in (shared_eval / "invented-names.txt").read_text(encoding="utf-8").split("\n") if name]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("hand-*/*.txt")))
    assert [name for name in names if f"[{name}|" in text] == []


@pytest.mark.parametrize("marked", ["[Halden|Firm] said", "[Halden said", "Halden] said"])
def test_broken_lines_are_refused(marked: str) -> None:
    with pytest.raises(ValueError, match=r"class|mark"):
        parse_line(marked)


def test_marks_stand_where_the_names_are() -> None:
    line = parse_line("[Halden|Organization] met [Zyra Quell|Person].")
    assert line.text == "Halden met Zyra Quell."
    assert [line.text[start:end] for start, end, _ in line.marks] == ["Halden", "Zyra Quell"]


@pytest.mark.parametrize("seed", range(5))
def test_substitution_keeps_the_words_around_the_names(seed: int) -> None:
    line = parse_line(
        "[Halden|Organization] said [Orbel-3|AISystem] broke [SB 12|Policy], [Zyra Quell|Person] wrote in [Oslo|Place]."
    )
    made = NameMaker(seed).substitute(line, share=1.0)
    rest, last = [], 0
    for start, end, _ in made.marks:
        rest.append(made.text[last:start])
        last = end
    assert "".join(rest) + made.text[last:] == " said  broke ,  wrote in ."
    assert [cls for _, _, cls in made.marks] == [cls for _, _, cls in line.marks]
    assert all(made.text[start:end].strip() for start, end, _ in made.marks)


def test_the_same_seed_makes_the_same_names() -> None:
    line = parse_line("[Halden|Organization] met [Zyra Quell|Person].")
    assert NameMaker(1).substitute(line, 1.0) == NameMaker(1).substitute(line, 1.0)


def test_it_still_trains() -> None:
    run = subprocess.run(
        [sys.executable, str(SCRIPTS / "train-mentions"), "--slice"], capture_output=True, text=True, check=True
    )
    losses = [float(line.rsplit(" ", 1)[1]) for line in run.stdout.splitlines() if line.startswith("round")]
    assert len(losses) == 2
    assert losses[-1] < losses[0]
