"""Nodes stand apart, parts stand apart, and the same network always stands the same."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.force import place_by_force
from kg.view.layout import GAP_PX, place_nodes
from kg.view.packing import pack_parts
from kg.view.spacing import spread_apart
from kg.view.stress import place_by_stress


def to_points(places: dict[int, tuple[int, int]]) -> np.ndarray:
    return np.array([places[node] for node in sorted(places)], dtype=float)


def to_distances(points: np.ndarray) -> np.ndarray:
    distances = np.linalg.norm(points[:, None] - points[None], axis=2)
    return distances[np.triu_indices(len(points), 1)]


def make_news(parts: int, seed: int = 3) -> nx.Graph:
    network = nx.disjoint_union_all([nx.barabasi_albert_graph(30, 1, seed=seed), *[nx.path_graph(2)] * parts])
    network.add_nodes_from(range(network.number_of_nodes()))
    return network


def test_no_two_nodes_overlap() -> None:
    network = make_news(20)
    sizes = {node: 6.0 + 2 * network.degree(node) for node in network}
    places = place_nodes(network, sizes, ())
    points = to_points(places)
    apart = np.linalg.norm(points[:, None] - points[None], axis=2)
    radii = np.array([sizes[node] for node in sorted(network)])
    overlap = radii[:, None] + radii[None] - apart
    np.fill_diagonal(overlap, -1)
    assert overlap.max() < 0


def test_neighbours_stand_nearer_than_strangers() -> None:
    network = nx.random_labeled_tree(60, seed=5)
    points = to_points(place_nodes(network, dict.fromkeys(network, 8.0), ()))
    near = np.mean([np.linalg.norm(points[a] - points[b]) for a, b in network.edges()])
    assert near < 0.4 * to_distances(points).mean()


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 30), st.integers(0, 5))
def test_the_order_in_which_a_network_was_made_does_not_matter(parts: int, seed: int) -> None:
    network = make_news(parts, seed)
    other = nx.Graph()
    other.add_nodes_from(sorted(network, reverse=True))
    other.add_edges_from((b, a) for a, b in reversed(list(network.edges())))
    sizes = dict.fromkeys(network, 8.0)
    assert place_nodes(network, sizes, ()) == place_nodes(other, sizes, ())


def test_satellites_stand_around_the_least_busy_neighbour_and_change_nothing_else() -> None:
    network = nx.star_graph(8)
    sizes = dict.fromkeys(range(12), 10.0)
    before = place_nodes(network, sizes, ())
    network.add_edges_from([(9, 1), (9, 0), (10, 1), (11, 1)])
    after = place_nodes(network, sizes, (9, 10, 11))
    assert {node: after[node] for node in before} == before
    for satellite in (9, 10, 11):
        distance = np.hypot(*np.subtract(after[satellite], after[1]))
        assert 10 < distance < 60
    assert len({after[node] for node in (9, 10, 11)}) == 3


def test_satellites_of_each_other_alone_are_drawn_like_others() -> None:
    network = nx.path_graph(2)
    places = place_nodes(network, {0: 5.0, 1: 5.0}, (0, 1))
    assert places[0] != places[1]


def test_nothing_is_placed_where_there_is_nothing() -> None:
    assert place_nodes(nx.Graph(), {}, ()) == {}


def test_a_loop_does_no_harm() -> None:
    network = nx.Graph([(0, 0), (0, 1)])
    assert len(place_nodes(network, {0: 5.0, 1: 5.0}, ())) == 2


def test_stress_follows_path_lengths() -> None:
    points = place_by_stress(nx.path_graph(10), 1)
    lengths = [np.linalg.norm(points[0] - points[n]) for n in range(1, 10)]
    assert lengths == sorted(lengths)
    assert np.linalg.norm(points[1] - points[0]) == pytest.approx(1, abs=0.3)


def test_force_is_repeatable_and_keeps_clusters_together() -> None:
    network = nx.connected_caveman_graph(12, 50)
    points = place_by_force(network, 7)
    assert np.array_equal(points, place_by_force(network, 7))
    inside = np.mean([to_distances(points[start : start + 50]).mean() for start in range(0, 600, 50)])
    assert inside < 0.5 * to_distances(points).mean()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=2, max_size=40))
def test_a_crowd_in_one_place_is_spread_apart(places: list[tuple[int, int]]) -> None:
    points = np.array(places, dtype=float)
    spread = spread_apart(points, np.full(len(points), 5.0), 4.0)
    assert to_distances(spread).min() > 10  # no discs of radius 5 overlap, whatever is left of the gap


def test_what_stands_well_is_not_moved() -> None:
    points = np.array([[0.0, 0.0], [100.0, 0.0], [0.0, 100.0]])
    assert np.array_equal(spread_apart(points, np.full(3, 5.0), GAP_PX), points)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 12), min_size=1, max_size=25), st.integers(0, 9))
def test_parts_do_not_touch_and_keep_their_shape(counts: list[int], seed: int) -> None:
    random = np.random.default_rng(seed)
    parts = [random.uniform(0, 60 * count, size=(count, 2)) for count in sorted(counts, reverse=True)]
    packed = pack_parts(parts)
    for number, (before, after) in enumerate(zip(parts, packed, strict=True)):
        assert np.allclose(before - before[0], after - after[0])
        for other in packed[:number]:
            assert np.linalg.norm(after[:, None] - other[None], axis=2).min() > 20


def test_small_parts_gather_around_the_largest() -> None:
    large = np.random.default_rng(1).uniform(-300, 300, size=(60, 2))
    packed = pack_parts([large, *[np.array([[0.0, 0.0], [50.0, 50.0]])] * 40])
    small = np.concatenate(packed[1:]) - packed[0].mean(0)
    assert abs(small.mean(0)).max() < 150  # on all sides, not on one
    assert np.abs(small).max() < 1200
