"""The learnt model of names' classes: what it says, from what, and what it refuses."""

import subprocess
import sys
from pathlib import Path

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ResourceError
from kg.extract.language import parse_texts
from kg.extract.mentions import classes
from kg.extract.mentions.classes import BUCKETS, CLASSES, WEIGHTS, bucket, find_signs, weigh_classes
from kg.extract.tokens import Doc
from kg.model import EntityClass
from tests.extract.mentions.reading import unmark

ROOT = Path(__file__).resolve().parents[3]
KILOBYTE = 1000


def parse(text: str) -> Doc:
    return next(iter(parse_texts([text])))


def signs_of(marked: str) -> set[str]:
    text, [(start, end, _)] = unmark(marked)
    doc = parse(text)
    span = doc.char_span(start, end)
    assert span is not None
    return set(find_signs(doc, span))


def class_of(marked: str) -> str:
    text, [(start, end, _)] = unmark(marked)
    shares = weigh_classes(parse(text), start, end)
    return max(shares, key=lambda cls: shares[cls]).value


@pytest.mark.parametrize(
    ("marked", "cls"),
    [
        ("[Tarrow|x], a Dublin lab whose only model came out in May, raised $40 million.", "Organization"),
        ("The regulator sued [Quillon|x], which trains its own models.", "Organization"),
        ("The company's writing assistant, [Inkwell|x], made it up.", "AISystem"),
        ("They built a chatbot called [Wrenna|x] for schools.", "AISystem"),
        ('"It was late," said [Marit Oldervik|x], who chairs the board.', "Person"),
        ("Lawmakers passed the [Quiet Machines Act|x] in June.", "Policy"),
        ("She runs a bakery in [Torpley|x], where rents are low.", "Place"),
    ],
)
def test_the_words_around_a_name_tell_its_class(marked: str, cls: str) -> None:
    assert class_of(marked) == cls


@settings(max_examples=20, deadline=None)
@given(st.text("abcXYZ ,.'0123456789", min_size=1, max_size=40), st.data())
def test_shares_are_of_one_whole(text: str, data: st.DataObject) -> None:
    doc = parse(text)
    start = data.draw(st.integers(0, len(text) - 1))
    shares = weigh_classes(doc, start, data.draw(st.integers(start + 1, len(text))))
    assert not shares or sum(shares.values()) == pytest.approx(1, abs=1e-4)
    assert all(0 <= share <= 1 for share in shares.values())


@pytest.mark.parametrize("end", [0, 400])
def test_what_is_no_run_of_words_has_no_class(end: int) -> None:
    assert weigh_classes(parse("Someone won."), 0, end) == {}


def test_signs_tell_the_apposition_and_the_verb() -> None:
    signs = signs_of("[Halden|x], a start-up, sued the council.")
    assert "role nsubj sue" in signs
    assert any(sign.startswith("has appos") for sign in signs)


def test_signs_tell_what_stands_in_a_row_with_a_name() -> None:
    assert "row Organization" in signs_of("She joined [Halden|x], Microsoft and Google.")


def test_other_names_beside_a_name_are_all_alike() -> None:
    assert signs_of("Zoe Quell met [Halden|x].") == signs_of("Ann Orrin met [Halden|x].")


def test_classes_are_those_of_the_model() -> None:
    assert {EntityClass(cls) for cls in CLASSES} == set(EntityClass) - {EntityClass.GROUP} - _UNNAMED


_UNNAMED = {cls for cls in EntityClass if cls.value in ("Metric", "Proposal", "Risk")}


def test_the_weights_are_small() -> None:
    assert WEIGHTS.stat().st_size < 400 * KILOBYTE
    with numpy.load(WEIGHTS, allow_pickle=False) as arrays:
        assert arrays["weights"].shape == (BUCKETS, len(CLASSES))


@given(st.text(max_size=20))
def test_every_sign_has_a_row(sign: str) -> None:
    assert 0 <= bucket(sign) < BUCKETS


def test_missing_weights_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classes, "WEIGHTS", tmp_path / "none.npz")
    classes._weights.cache_clear()
    with pytest.raises(ResourceError, match=r"none\.npz are missing"):
        weigh_classes(parse("Halden won."), 0, 6)
    classes._weights.cache_clear()


def test_it_still_trains() -> None:
    run = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "train-classes"), "--slice"], capture_output=True, text=True, check=True
    )
    losses = [float(line.rsplit(" ", 1)[1]) for line in run.stdout.splitlines() if line.startswith("round")]
    assert losses[-1] < losses[0]
