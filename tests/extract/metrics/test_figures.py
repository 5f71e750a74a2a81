"""How many of the figures in sentences of all kinds are read, and of those how many are told right."""

import pytest

from tests.extract.metrics.reading import Figure, figures
from tests.extract.metrics.told import Told, load_told

Read = list[tuple[Told, Figure | None]]


@pytest.fixture(scope="module")
def readings() -> list[tuple[Read, list[Figure]]]:
    """For each sentence its figures with how each was read, and what was read besides."""
    found = []
    for sentence, told in load_told():
        left, read = figures(sentence), []
        for figure in told:
            same = next((other for other in left if figure.is_read_as(other)), None)
            if same is not None:
                left.remove(same)
            read.append((figure, same))
        found.append((read, left))
    return found


def share(readings: list[tuple[Read, list[Figure]]], is_right: str) -> float:
    """The share of figures that were read of which something is right."""
    pairs = [(told, figure) for read, _ in readings for told, figure in read if figure is not None]
    return sum(bool(getattr(told, is_right)(figure)) for told, figure in pairs) / len(pairs)


def test_there_are_many_sentences_of_many_kinds() -> None:
    told = list(load_told())
    assert len(told) >= 150
    assert len({figure.unit for _, figures in told for figure in figures}) >= 25


def test_figures_are_read(readings: list[tuple[Read, list[Figure]]]) -> None:
    all_told = [figure for read, _ in readings for _, figure in read]
    assert sum(figure is not None for figure in all_told) / len(all_told) >= 0.98


def test_nothing_else_is_read(readings: list[tuple[Read, list[Figure]]]) -> None:
    assert sum(len(left) for _, left in readings) <= 3


@pytest.mark.parametrize(("is_right", "floor"), [("is_of", 0.98), ("is_worded_as", 0.95), ("is_bound_as", 0.99)])
def test_figures_are_told_right(readings: list[tuple[Read, list[Figure]]], is_right: str, floor: float) -> None:
    assert share(readings, is_right) >= floor
