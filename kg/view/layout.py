"""Where each node stands: each component placed alone, then packed; satellites around what they belong to."""

from collections.abc import Collection, Mapping
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.view.force import place_by_force
from kg.view.spacing import spread_apart
from kg.view.stress import place_by_stress

Points = NDArray[np.float64]
Places = dict[int, tuple[int, int]]

SEED = 20  # any will do; a fixed one makes the same graph the same page
TIE_PX = 105.0  # room for a short name between two nodes
GAP_PX = 22.0  # between two nodes: a line of text fits
MARGIN_PX = 130.0  # between two components
MAX_STRESS_NODES = 500  # 2 seconds; beyond that the cube of the number shows
ASPECT = 1.5  # width to height of a laptop's canvas
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
    places = _pack([_place_component(drawn, part, sizes) for part in _components(drawn)])
    _add_satellites(places, {node: anchor for node, anchor in anchors.items() if anchor is not None}, sizes)
    return {node: (round(x), round(y)) for node, (x, y) in sorted(places.items())}


def _find_anchor(network: Any, node: int, core: Any) -> int | None:
    """The neighbour that a satellite stands beside: the least busy one, so that it says most."""
    found = [other for other in network.neighbors(node) if other in core]
    return min(found, key=lambda other: (network.degree(other), other)) if found else None


def _components(network: Any) -> list[list[int]]:
    """The nodes of each component, sorted, the largest component first."""
    return sorted((sorted(part) for part in nx.connected_components(network)), key=lambda part: (-len(part), part))


def _place_component(network: Any, part: list[int], sizes: Mapping[int, float]) -> dict[int, tuple[float, float]]:
    ordered = nx.Graph()
    ordered.add_nodes_from(part)
    ordered.add_edges_from(sorted(tuple(sorted(ends)) for ends in network.subgraph(part).edges() if ends[0] != ends[1]))
    if len(part) == 1:
        points = np.zeros((1, 2))
    else:
        points = (place_by_stress if len(part) <= MAX_STRESS_NODES else place_by_force)(ordered, SEED)
    turned = _lay_flat(points) * TIE_PX
    spread = spread_apart(turned, np.array([sizes[node] for node in part]), GAP_PX)
    return {node: (float(x), float(y)) for node, (x, y) in zip(part, spread, strict=True)}


def _lay_flat(points: Points) -> Points:
    """The points turned so that they are wider than high, as the screen is."""
    centred = points - points.mean(0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    turned: Points = centred @ vectors[:, ::-1]
    return turned


def _pack(parts: list[dict[int, tuple[float, float]]]) -> dict[int, tuple[float, float]]:
    """All components in rows, like words in lines, in order, so that the whole is about `ASPECT` wide."""
    boxes = [_to_box(part) for part in parts]
    area = sum((width + MARGIN_PX) * (height + MARGIN_PX) for _, _, width, height in boxes)
    limit = max([(area * ASPECT) ** 0.5, *(width + MARGIN_PX for _, _, width, _ in boxes)])
    packed: dict[int, tuple[float, float]] = {}
    x = y = tallest = 0.0
    for part, (left, top, width, height) in zip(parts, boxes, strict=True):
        if x and x + width + MARGIN_PX > limit:
            x, y, tallest = 0.0, y + tallest + MARGIN_PX, 0.0
        packed |= {node: (px - left + x, py - top + y) for node, (px, py) in part.items()}
        x += width + MARGIN_PX
        tallest = max(tallest, height)
    return packed


def _to_box(part: dict[int, tuple[float, float]]) -> tuple[float, float, float, float]:
    """Left, top, width and height."""
    points = np.array(list(part.values()))
    low, high = points.min(0), points.max(0)
    return float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1])


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
