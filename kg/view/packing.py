"""Packs the components of a network around the largest, as close as their names allow."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Flags = NDArray[np.bool_]

CELL_PX = 22.0  # the grid's step: about a line and a half of text
SIDE_PX, BELOW_PX = 44.0, 26.0  # what a node's name takes beside and below it
ASPECT = 1.15  # width to height of the canvas on a laptop, between the panels


def pack_parts(parts: Sequence[Points]) -> list[Points]:
    """Each part's points moved so that no two parts touch, the first in the middle, the rest as near as they fit.

    The order matters: earlier parts stand nearer to the middle. What is not a part's own ground, such as the bay
    between two arms of a large one, may hold a small one.
    """
    prints = [_to_footprint(part) for part in parts]
    side = _to_side(prints)
    taken = np.zeros((int(side / ASPECT**0.5) + 1, int(side * ASPECT**0.5) + 1), dtype=np.bool_)
    ranks = _to_ranks(taken.shape)
    packed = []
    for part, (corner, footprint) in zip(parts, prints, strict=True):
        row, column = _find_place(taken, footprint, ranks)
        height, width = footprint.shape
        taken[row : row + height, column : column + width] |= footprint
        packed.append(part - corner + np.array([column, row]) * CELL_PX)
    return packed


def _to_footprint(part: Points) -> tuple[Points, Flags]:
    """The corner of the cells that a part takes, and which of them: around each point the room for its name."""
    room = np.array([SIDE_PX, BELOW_PX])
    low = part.min(0) - room
    cells = np.ceil((part.max(0) + room - low) / CELL_PX).astype(int) + 1
    footprint = np.zeros((cells[1], cells[0]), dtype=np.bool_)
    starts = ((part - room - low) / CELL_PX).astype(int)
    ends = np.ceil((part + room - low) / CELL_PX).astype(int)
    for (left, top), (right, bottom) in zip(starts, ends, strict=True):
        footprint[top:bottom, left:right] = True
    return low, footprint


def _to_side(prints: Sequence[tuple[Points, Flags]]) -> float:
    """Cells along the side of a square with room for all parts, were each a rectangle, and for the largest twice."""
    area = sum((footprint.shape[0] + 1) * (footprint.shape[1] + 1) for _, footprint in prints)
    longest = max((max(footprint.shape) for _, footprint in prints), default=1)
    return float(2 * area**0.5 + 2 * longest)


def _to_ranks(shape: tuple[int, ...]) -> Points:
    """How far each cell lies from the middle, heights counting `ASPECT` times as much as widths."""
    rows, columns = np.indices(shape, dtype=np.float64)
    ranks: Points = np.hypot((rows - shape[0] / 2) * ASPECT, columns - shape[1] / 2)
    return ranks


def _find_place(taken: Flags, footprint: Flags, ranks: Points) -> tuple[int, int]:
    """The corner nearest to the middle (of the footprint) from which none of its cells is taken."""
    height, width = footprint.shape
    sums = np.pad(taken.astype(np.int64).cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    crowd = sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    middle = ranks[height // 2 : height // 2 + crowd.shape[0], width // 2 : width // 2 + crowd.shape[1]]
    free = np.where(crowd == 0, middle, np.inf)
    row, column = np.unravel_index(int(free.argmin()), free.shape)
    return int(row), int(column)
