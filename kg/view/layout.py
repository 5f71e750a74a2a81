"""Where each node stands: each component placed alone, then packed; satellites around what they belong to."""

from collections.abc import Collection, Mapping
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.view.force import place_by_force
from kg.view.packing import pack_parts
from kg.view.spacing import spread_apart
from kg.view.stress import place_by_stress

Points = NDArray[np.float64]
Places = dict[int, tuple[int, int]]

SEED = 20  # any will do; a fixed one makes the same graph the same page
TIE_PX, SHORT_TIE_PX = 110.0, 75.0  # room for a short name between two nodes; in the smallest components
GAP_PX = 22.0  # between two nodes: a line of text fits
MAX_STRESS_NODES = 500  # 3 to 6 s on two busy cores; it grows with the cube
MAX_TILTED_NODES, TILT = 4, 0.75  # pairs and short chains stand aslant (radians): names side by side would collide
SATELLITE_PX = 15.0  # between two satellites of one node
GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))


def place_nodes(network: Any, sizes: Mapping[int, float], satellites: Collection[int]) -> Places:
    """Where each node of an undirected network stands, in pixels; the same for the same network.

    `sizes` are radii in pixels. `satellites` do not shape the picture: they stand close around a neighbour.
    """
    core = network.subgraph(sorted(set(network) - set(satellites)))
    anchors = {node: _find_anchor(network, node, core) for node in sorted(satellites)}
    loose = [node for node, anchor in anchors.items() if anchor is None]
    drawn = network.subgraph([*core, *loose])
    parts = _components(drawn)
    packed = pack_parts([_place_component(drawn, part, sizes) for part in parts])
    places = {
        node: (float(x), float(y))
        for part, points in zip(parts, packed, strict=True)
        for node, (x, y) in zip(part, points, strict=True)
    }
    _add_satellites(places, {node: anchor for node, anchor in anchors.items() if anchor is not None}, sizes)
    return {node: (round(x), round(y)) for node, (x, y) in sorted(places.items())}


def _find_anchor(network: Any, node: int, core: Any) -> int | None:
    """The neighbour that a satellite stands beside: the least busy one, so that it says most."""
    found = [other for other in network.neighbors(node) if other in core]
    return min(found, key=lambda other: (network.degree(other), other)) if found else None


def _components(network: Any) -> list[list[int]]:
    """The nodes of each component, sorted, the largest component first."""
    return sorted((sorted(part) for part in nx.connected_components(network)), key=lambda part: (-len(part), part))


def _place_component(network: Any, part: list[int], sizes: Mapping[int, float]) -> Points:
    """One row (x, y) a node, in the order of `part`."""
    ordered = nx.Graph()
    ordered.add_nodes_from(part)
    ordered.add_edges_from(sorted(tuple(sorted(ends)) for ends in network.subgraph(part).edges() if ends[0] != ends[1]))
    if len(part) == 1:
        return np.zeros((1, 2))
    points = (place_by_stress if len(part) <= MAX_STRESS_NODES else place_by_force)(ordered, SEED)
    if len(part) > MAX_TILTED_NODES:
        placed = _lay_flat(points) * TIE_PX
    else:
        placed = _tilt(_lay_flat(points) * SHORT_TIE_PX, TILT * (1 if part[0] % 2 else -1))
    return spread_apart(placed, np.array([sizes[node] for node in part]), GAP_PX)


def _lay_flat(points: Points) -> Points:
    """The points turned so that they are wider than high, as the screen is."""
    centred = points - points.mean(0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    turned: Points = centred @ vectors[:, ::-1]
    return turned


def _tilt(points: Points, angle: float) -> Points:
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    turned: Points = points @ turn
    return turned


def _add_satellites(
    places: dict[int, tuple[float, float]], anchors: dict[int, int], sizes: Mapping[int, float]
) -> None:
    """Puts each satellite on a spiral around its anchor, as seeds stand in a sunflower."""
    taken: dict[int, int] = {}
    for node, anchor in anchors.items():
        number = taken[anchor] = taken.get(anchor, 0) + 1
        distance = sizes[anchor] + SATELLITE_PX * float(number) ** 0.5
        angle = number * GOLDEN_ANGLE
        x, y = places[anchor]
        places[node] = (x + distance * float(np.cos(angle)), y + distance * float(np.sin(angle)))
