"""Moves nodes apart where they overlap, a little at a time, so that the picture keeps its shape."""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

ROUNDS = 60  # two nodes in one place part at once; forty are 10 px apart after 20 rounds, 15 after 60, 18 after 100
NEIGHBOURS = 14  # nodes ahead in a strip that are looked at: what a crowd hides from one round, the next ones find


def spread_apart(points: Points, sizes: Points, gap: float) -> Points:
    """The points with at least `gap` between any two discs of these radii, as far as `ROUNDS` of pushing reach."""
    placed = points.copy()
    height = float(2 * sizes.max() + gap) if len(sizes) else 1.0
    for turn in range(ROUNDS):
        # strips, alternately shifted by half and turned by 90 degrees, so that no border keeps two nodes apart for ever
        axis, shift = turn % 2, (turn // 2 % 2) * height / 2
        strips = np.floor((placed[:, 1 - axis] + shift) / height)
        order = np.lexsort((placed[:, axis], strips))
        if not _push(placed, sizes, gap, order) and turn >= 4:
            break
    return placed


def _push(placed: Points, sizes: Points, gap: float, order: NDArray[np.intp]) -> bool:
    """Pushes each node and those next to it in the order half their overlap apart; whether there was any."""
    moved = False
    for ahead in range(1, min(NEIGHBOURS, len(order) - 1) + 1):
        one, other = order[:-ahead], order[ahead:]
        apart = placed[other] - placed[one]
        lengths = np.linalg.norm(apart, axis=1)
        overlap = sizes[one] + sizes[other] + gap - lengths
        near = overlap > 0
        if not near.any():
            continue
        moved = True
        still = lengths < 1e-6  # the same place: part sideways, by number, so that the outcome is always the same
        apart[still] = (1.0, 0.0)
        step = apart / np.where(still, 1, lengths)[:, None] * (np.where(near, overlap, 0) / 2)[:, None]
        np.add.at(placed, other, step)
        np.add.at(placed, one, -step)
    return moved
