"""Networks for the tests of the view, made from nothing but words."""

import random

import networkx as nx

from kg.view import CitedArticle, Edge, Node

BASE = "https://example.org/"

HOSTILE = (
    "<img src=x onerror=\"alert('image')\">",
    "</script><script>alert('script')</script>",
    "</noscript><script>alert('noscript')</script>",
    "</title><svg onload=alert('svg')>",
    "<!--<script>",
    "{{ 7 * 7 }}{% raw %}",
    "\"><a href='javascript:alert(1)'>href</a>",
    "]]>\u2028\u2029\u202e\x00\x1b[31m",
    "javascript:alert('address')",
    "constructor __proto__ toString",
)


def make_article(name: str = "a1", **given: str) -> CitedArticle:
    stated = {"title": f"Title of {name}", "url": f"https://news.example/{name}", "published": "2026-05-04"}
    return CitedArticle(BASE + name, **(stated | given))


def make_edge(source: str, predicate: str, target: str, **given: object) -> Edge:
    """An edge whose IRI follows from what it says."""
    stance = f"{given.get('polarity', '')}{given.get('modality', '')}"
    stated = {
        "iri": f"{BASE}claim/{source}-{predicate}-{target}-{stance}",
        "quote": f"{source} {predicate} {target}, it says here.",
        "article": make_article(),
    }
    return Edge(source=BASE + source, predicate=predicate, target=BASE + target, **(stated | given))


def make_newsroom() -> tuple[list[Node], list[Edge]]:
    """A small network that has every stance, a figure, and two parts."""
    nodes = [
        Node(f"{BASE}lab", "Helde Robotics", "Organization", ("Helde", "the lab")),
        Node(f"{BASE}chief", "Ada Grohl", "Person"),
        Node(f"{BASE}model", "Orrery", "AISystem"),
        Node(f"{BASE}act", "Automata Act", "Policy"),
        Node(f"{BASE}ban", "a ban on night work by machines", "Proposal"),
        Node(f"{BASE}share", "40% of lamps", "Metric", note="lamps"),
        Node(f"{BASE}town", "Veldt", "Place"),
        Node(f"{BASE}union", "Lamplighters' Union", "Organization"),
    ]
    late = make_article("a2", title="Second thoughts", published="2026-06-01T08:00:00Z", publisher="Lantern")
    said = {"speaker": "Ada Grohl", "attributed_to": f"{BASE}chief"}
    edges = [
        make_edge("lab", "develops", "model", before="Nobody else did. ", after=" That was all.", confidence=0.93),
        make_edge("lab", "develops", "model", polarity="Denied", article=late, **said),
        make_edge("chief", "worksFor", "lab", role="chief lamplighter"),
        make_edge("lab", "supports", "act", modality="Planned"),
        make_edge("lab", "signs", "act", modality="Possible"),
        make_edge("union", "opposes", "act", polarity="Denied"),
        make_edge("lab", "proposes", "ban"),
        make_edge("model", "hasMetric", "share"),
        make_edge("union", "basedIn", "town"),
    ]  # fmt: skip
    return nodes, edges


def make_hostile() -> tuple[list[Node], list[Edge]]:
    """A network in which every text is hostile, each kind of text with each kind of hostility."""
    nodes = [
        Node(f"{BASE}n{number}\"'<b>{text}", text, "Organization" if number % 2 else text, HOSTILE, text)
        for number, text in enumerate(HOSTILE)
    ]
    edges = []
    for number, text in enumerate(HOSTILE):
        other = HOSTILE[(number + 1) % len(HOSTILE)]
        article = CitedArticle(f"{BASE}a{text}", text, text, text, text)
        texts = {"quote": text, "before": text, "after": other, "speaker": text, "attributed_to": nodes[0].iri}
        ends = {"source": nodes[number].iri, "target": nodes[(number + 1) % len(nodes)].iri}
        edges.append(Edge(f"{BASE}c{text}", predicate=text, article=article, role=text, modality=text, **ends, **texts))
    return nodes, edges


def make_crowd(count: int, seed: int = 1) -> tuple[list[Node], list[Edge]]:
    """A large network with a few hubs, as news has them."""
    choice = random.Random(seed)
    classes = ("Organization", "Person", "AISystem", "Policy", "Risk")
    nodes = [Node(f"{BASE}n{n}", f"Name {n}", choice.choice(classes)) for n in range(count)]
    pairs = nx.barabasi_albert_graph(count, 2, seed=seed).edges()
    return nodes, [make_edge(f"n{a}", choice.choice(("funds", "opposes")), f"n{b}") for a, b in pairs]
