"""The pyvis network: a network of ours as pyvis holds it, with positions, sizes and shapes, without pyvis's page."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import networkx as nx
import pyvis
from pyvis.network import Network

from kg.view.elements import Node
from kg.view.layout import place_nodes
from kg.view.palette import to_look, to_size
from kg.view.ties import Tie

VIS_SCRIPT = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"


class OfflineNetwork(Network):  # type: ignore[misc]  # pyvis ships no types
    """A pyvis network whose nodes are numbers into our list of nodes, already placed.

    Its own page is never made: that one asks two content networks for files and lets labels run as scripts.
    """

    def __init__(self, nodes: Sequence[Node], ties: Sequence[Tie]) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.toggle_physics(False)
        index = {node.iri: number for number, node in enumerate(nodes)}
        network = to_networkx(index, ties)
        sizes = {n: to_size(node.cls, network.degree(n)) for n, node in enumerate(nodes)}
        satellites = [n for n, node in enumerate(nodes) if not to_look(node.cls).is_shown]
        places = place_nodes(network, sizes, satellites)
        for number, node in enumerate(nodes):
            x, y = places[number]
            self.add_node(number, node.label, to_look(node.cls).shape, x=x, y=y, size=sizes[number], group=node.cls)
        for tie in ties:
            self.add_edge(index[tie.source], index[tie.target], width=to_width(tie), arrowStrikethrough=False)

    def fill_template(self, template: str, **values: object) -> str:
        """The page that a template of ours makes of these values, each escaped unless the template says otherwise."""
        page: str = self.templateEnv.overlay(autoescape=True).from_string(template).render(values)
        return page

    def generate_html(self, *_: Any, **__: Any) -> str:
        """Nothing.

        Raises:
            NotImplementedError: always; `kg.view.page` makes the page.
        """
        raise NotImplementedError("pyvis's own page is neither offline nor safe; use kg.view.draw_network")


def to_networkx(index: dict[str, int], ties: Sequence[Tie]) -> Any:
    """An undirected networkx graph of the nodes' numbers, one edge for any number of ties."""
    network = nx.Graph()
    network.add_nodes_from(range(len(index)))
    network.add_edges_from((index[tie.source], index[tie.target]) for tie in ties)
    return network


def to_width(tie: Tie) -> float:
    """The line's width in pixels: the more articles say so, the wider, up to 5."""
    return round(min(1.3 + 0.8 * math.sqrt(tie.article_count - 1), 5.0), 1)
