"""The drawing can be read: on light and dark ground, and by readers who see fewer colours."""

import itertools
import re

import numpy as np
import pytest

from kg.model import EntityClass
from kg.view.elements import Stance
from kg.view.page import to_colours
from kg.view.palette import DASHES, LOOKS, MAX_SIZE, OTHER, Look, to_look, to_size, to_words
from kg.view.payload import find_classes

GROUND = {"light": "#fdfcfa", "dark": "#15171b"}

# Full loss of one kind of cone, in linear RGB: Machado, Oliveira, Fernandes 2009, https://doi.org/10.1109/TVCG.2009.113
_RED_BLIND = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
_GREEN_BLIND = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
SIGHTS = {"full": np.eye(3), "protanopia": np.array(_RED_BLIND), "deuteranopia": np.array(_GREEN_BLIND)}
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
MIN_DIFFERENCE = 12  # of CIE 1976 colours: five times what is just seen side by side


def to_linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def to_lab(linear: np.ndarray) -> np.ndarray:
    scaled = XYZ @ np.clip(linear, 0, 1) / np.array([0.9505, 1, 1.089])
    x, y, z = np.where(scaled > 0.008856, np.cbrt(scaled), 7.787 * scaled + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def to_contrast(one: str, other: str) -> float:
    """https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio"""
    low, high = sorted(float(to_linear(colour) @ XYZ[1]) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


ALIKE = [
    (one, other)
    for one, other in itertools.combinations(LOOKS.values(), 2)
    if one.shape == other.shape and one.scale == other.scale
]


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("ground", GROUND)
@pytest.mark.parametrize(("one", "other"), ALIKE, ids=lambda look: look.name)
def test_classes_of_one_shape_differ_for_every_reader(one: Look, other: Look, ground: str, sight: str) -> None:
    seen = [to_lab(SIGHTS[sight] @ to_linear(getattr(look, ground))) for look in (one, other)]
    assert np.linalg.norm(seen[0] - seen[1]) > MIN_DIFFERENCE


@pytest.mark.parametrize("ground", GROUND)
@pytest.mark.parametrize("look", [*LOOKS.values(), OTHER], ids=lambda look: look.name)
def test_every_class_stands_out_from_the_ground(look: Look, ground: str) -> None:
    """Graphics need 3 to 1: https://www.w3.org/TR/WCAG21/#non-text-contrast"""
    assert to_contrast(getattr(look, ground), GROUND[ground]) >= 3


def test_every_class_of_the_model_has_a_look() -> None:
    assert {*EntityClass, "Metric", "Proposal", "Risk"} == LOOKS.keys()


def test_stances_differ_without_colour() -> None:
    assert set(DASHES) == set(Stance)
    solid = {stance for stance, dashes in DASHES.items() if not dashes}
    assert solid == {Stance.FACT, Stance.DISPUTED}  # the latter bears a mark
    assert len(set(DASHES.values())) == len(Stance) - 1


def test_a_node_grows_with_its_ties_up_to_a_limit() -> None:
    sizes = [to_size("Person", degree) for degree in (0, 1, 5, 50, 5000)]
    assert sizes == sorted(set(sizes))
    assert sizes[-1] == MAX_SIZE
    assert to_size("Metric", 5) < to_size("Risk", 5) < to_size("Person", 5)


def test_unknown_classes_look_alike_and_come_last_in_the_legend() -> None:
    from kg.view import Node

    nodes = [Node("1", "a", "Weather"), Node("2", "b", "Risk"), Node("3", "c", "Person"), Node("4", "d", "Animal")]
    assert find_classes(nodes) == ["Person", "Risk", "Animal", "Weather"]
    assert to_look("Weather") == OTHER
    assert re.findall(r"--class-(\d):(#\w+)", to_colours(["Person", "Weather"]))[1] == ("1", OTHER.light)


@pytest.mark.parametrize(("name", "words"), [("formerlyAt", "formerly at"), ("develops", "develops"), ("", "")])
def test_a_predicate_is_written_in_words(name: str, words: str) -> None:
    assert to_words(name) == words
