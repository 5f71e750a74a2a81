"""Places the nodes of a large component: ties attract, a random sample of all other nodes repels."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

ITERATIONS = 300  # 10,000 nodes and 20,000 ties take 11 to 20 s with all else on two busy cores
SAMPLE = 12  # nodes that repel a node in one step; all of them would take hours at 10,000


def place_by_force(network: Any, seed: int) -> Points:
    """One row (x, y) a node, in the network's order, centred; a tie is about 1 long.

    The same network and seed give the same points.
    """
    index = {node: number for number, node in enumerate(network)}
    ends = np.array([(index[a], index[b]) for a, b in network.edges()], dtype=np.intp)
    random = np.random.default_rng(seed)
    count = len(index)
    points: Points = random.normal(size=(count, 2)) * np.sqrt(count) * 0.5
    degrees: Points = np.bincount(ends.ravel(), minlength=count) + np.float64(1)
    for step in range(ITERATIONS):
        push = _attract(points, ends, degrees)
        others = random.integers(0, count, (count, SAMPLE))
        push += _repel(points, others) * (count / SAMPLE) / np.sqrt(count) * 1.2
        push -= points * 0.02  # keeps loose ends from drifting away
        lengths = np.linalg.norm(push, axis=1, keepdims=True) + 1e-9
        reach = np.sqrt(count) * 0.12 * (1 - step / ITERATIONS) + 0.02
        points += push / lengths * np.minimum(lengths, reach)
    centred: Points = points - points.mean(0)
    return centred


def _attract(points: Points, ends: NDArray[np.intp], degrees: Points) -> Points:
    """The pull along every tie, shared out among a node's ties, growing with the square of its length."""
    count = len(points)
    apart = points[ends[:, 1]] - points[ends[:, 0]]
    pull = apart * (np.linalg.norm(apart, axis=1, keepdims=True) + 1e-9) / 3
    sums = [
        np.bincount(ends[:, 0], pull[:, axis] / degrees[ends[:, 0]], count)
        - np.bincount(ends[:, 1], pull[:, axis] / degrees[ends[:, 1]], count)
        for axis in (0, 1)
    ]
    return np.stack(sums, axis=1)


def _repel(points: Points, others: NDArray[np.intp]) -> Points:
    apart = points[:, None] - points[others]
    squares = (apart * apart).sum(2, keepdims=True) + 0.05
    pushed: Points = (apart / squares).sum(1)
    return pushed
