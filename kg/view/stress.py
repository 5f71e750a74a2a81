"""Places the nodes of a small component so that distances on the page follow path lengths in the network."""

from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

ITERATIONS = 120  # the last 20 lower the stress of trees of 80 and 300 nodes by less than 0.06 %
HUB_STRETCH = 0.22  # how much longer a tie is for each neighbour (as a root) of its busier end: room for its fan


def place_by_stress(network: Any, seed: int) -> Points:
    """One row (x, y) a node, in the network's order; a tie is about 1 long, a hub's ties are longer.

    Stress majorisation, https://doi.org/10.1007/978-3-540-31843-9_25. The same network gives the same points.
    """
    wanted = _to_distances(network)
    count = len(wanted)
    weights = 1 / np.where(wanted > 0, wanted, 1) ** 2
    np.fill_diagonal(weights, 0)
    laplacian = np.diag(weights.sum(1)) - weights
    inverse = np.linalg.inv(laplacian + 1 / count) - 1 / count  # its pseudo-inverse, since its rows sum to 0
    points = _start(wanted, seed)
    for _ in range(ITERATIONS):
        distances = np.linalg.norm(points[:, None] - points[None], axis=2)
        pull = np.where(distances > 0, -weights * wanted / np.where(distances > 0, distances, 1), 0)
        np.fill_diagonal(pull, -pull.sum(1))
        points = inverse @ (pull @ points)
    return points


def _to_distances(network: Any) -> Points:
    """The length of the shortest path between any two nodes."""
    degrees = dict(network.degree())
    lengths = {(a, b): 1 + HUB_STRETCH * max(0.0, max(degrees[a], degrees[b]) ** 0.5 - 1) for a, b in network.edges()}
    weighted = nx.Graph()
    weighted.add_nodes_from(network)
    weighted.add_weighted_edges_from((a, b, length) for (a, b), length in lengths.items())
    return np.asarray(nx.floyd_warshall_numpy(weighted), dtype=np.float64)


def _start(wanted: Points, seed: int) -> Points:
    """Classical scaling, a little shaken, since twins would start in one place and never part."""
    count = len(wanted)
    centring = np.eye(count) - 1 / count
    values, vectors = np.linalg.eigh(-0.5 * centring @ wanted**2 @ centring)
    points: Points = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 0))
    return points + np.random.default_rng(seed).normal(scale=0.05, size=(count, 2))
