from pathlib import Path

import numpy
import pytest

from kg.errors import ResourceError
from kg.extract.language import parse_texts
from kg.extract.mentions.learned import LABELS, WEIGHTS, find_learned, load_recogniser, make_recogniser, store_weights
from kg.extract.models import load_model

MEGABYTE = 1_000_000


def test_the_weights_are_small() -> None:
    assert WEIGHTS.stat().st_size < 8 * MEGABYTE


def test_they_are_loaded_once() -> None:
    assert load_recogniser() is load_recogniser()


def test_it_reads_names_that_nobody_knows() -> None:
    text = "Zyra Quellborn, the chief executive of Haldenware, told reporters that the company would appeal."
    [names] = find_learned(parse_texts([text]))
    assert {(name.cut(text), name.cls.value) for name in names} == {
        ("Zyra Quellborn", "Person"),
        ("Haldenware", "Organization"),
    }


def test_no_documents_no_names() -> None:
    assert list(find_learned([])) == []


def test_stored_weights_come_back(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    store_weights(make_recogniser(load_model()), path)
    recogniser = load_recogniser(path)
    assert {name.split("-")[-1] for name in recogniser.move_names} == {*LABELS, "O"}


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"none\.npz are missing"):
        load_recogniser(tmp_path / "none.npz")


def test_weights_of_another_shape_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.npz"
    numpy.savez_compressed(path, allow_pickle=False, odd=numpy.zeros(3))
    with pytest.raises(ResourceError, match="do not fit"):
        load_recogniser(path)
