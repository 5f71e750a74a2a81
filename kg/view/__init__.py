"""Draws what the graph holds as one HTML page that needs no connection: plain values in, the page's bytes out.

elements     the values that a network is drawn from: nodes, edges with their evidence, articles
rows         rows of the queries in `ontology/queries/view` -> elements
ties         gathers all edges that say the same of the same two into one drawn line
palette      which colour and shape a class has, how a stance is drawn
layout       where each node stands: components placed alone, then packed; metrics around what they measure
stress       places a small component by its path lengths
force        places a large one by attraction and sampled repulsion
spacing      moves apart what overlaps
packing      sets the components side by side
network      the pyvis network without pyvis's page
payload      what the page's script reads
page         the page: template, styles, scripts, Content-Security-Policy
assets/      the template, the style sheet, the scripts
"""

from kg.view.elements import CitedArticle, Edge, Node
from kg.view.page import draw_network
from kg.view.rows import read_articles, read_edges, read_nodes

__all__ = ["CitedArticle", "Edge", "Node", "draw_network", "read_articles", "read_edges", "read_nodes"]
