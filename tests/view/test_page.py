"""The page as a file: the same for the same graph, and with all that the graph says."""

import json
import random
import re
from pathlib import Path

import pytest

from kg.config import Config
from kg.model import Article, Block, BlockKind, Chain, Claim, EntityClass, Extraction, Mention, Polarity, Span
from kg.view import Node, draw_network
from kg.view.network import OfflineNetwork, to_width
from kg.view.page import MAX_STATIC_EDGES, to_period
from kg.view.ties import to_ties
from tests.view.examples import BASE, make_article, make_crowd, make_edge, make_newsroom


def read_data(page: bytes) -> dict[str, list[dict[str, object]]]:
    found = re.search(
        r'<script type="application/json" id="data" data-packing="">(.*?)</script>', page.decode(), re.DOTALL
    )
    assert found
    return json.loads(found[1])


def test_the_same_graph_is_the_same_page_in_any_order() -> None:
    nodes, edges = make_newsroom()
    page = draw_network(nodes, edges)
    for seed in range(3):
        random.Random(seed).shuffle(nodes)
        random.Random(seed).shuffle(edges)
        assert draw_network(nodes, edges) == page


def test_the_page_carries_every_claim_with_its_article() -> None:
    nodes, edges = make_newsroom()
    data = read_data(draw_network(nodes, edges))
    assert [node["iri"] for node in data["nodes"]] == sorted(node.iri for node in nodes)
    carried = [edge for tie in data["ties"] for edge in tie["edges"]]
    assert {edge["iri"] for edge in carried} == {edge.iri for edge in edges}
    assert {edge["quote"] for edge in carried} == {edge.quote for edge in edges}
    assert [article["title"] for article in data["articles"]] == ["Title of a1", "Second thoughts"]
    denied = next(edge for edge in carried if edge["speaker"])
    assert data["nodes"][denied["by"]]["label"] == "Ada Grohl"
    assert data["stances"][denied["stance"]]["id"] == "denied"


def test_loose_ends_are_left_out() -> None:
    nodes, edges = make_newsroom()
    more = [*nodes, Node(f"{BASE}alone", "Nobody's Concern", "Person")]
    page = draw_network(more, [*edges, make_edge("lab", "funds", "unheard-of")])
    assert page == draw_network(nodes, edges)


def test_a_lone_surrogate_does_not_stop_the_page() -> None:
    nodes, edges = make_newsroom()
    assert b"Broken ? name" in draw_network(
        [*nodes[1:], Node(f"{BASE}lab", "Broken \ud800 name", "Organization")], edges
    )


def test_the_static_list_is_bounded_and_says_so() -> None:
    page = draw_network(*make_crowd(400)).decode()
    assert page.count("<tr><td>") == MAX_STATIC_EDGES
    assert "the first 500 of 796 claims" in page


def test_the_period_spans_the_dated_articles() -> None:
    dates = ("2026-05-04T10:00:00Z", "", "2025-12-31")
    assert (
        to_period([make_article(str(number), published=date) for number, date in enumerate(dates)])
        == "2025-12-31 to 2026-05-04"
    )
    assert to_period([make_article()]) == "2026-05-04"
    assert to_period([make_article(published="")]) == ""


def test_a_line_is_wider_the_more_articles_say_so() -> None:
    edges = [make_edge("a", "funds", "b", iri=str(number), article=make_article(str(number))) for number in range(40)]
    widths = [to_width(to_ties(edges[:count])[0]) for count in (1, 2, 9, 40)]
    assert widths == sorted(set(widths))
    assert widths[-1] == 5


def test_pyvis_own_page_cannot_be_made(tmp_path: Path) -> None:
    nodes, edges = make_newsroom()
    ties = to_ties(edges)
    network = OfflineNetwork(sorted(nodes, key=lambda node: node.iri), ties)
    assert network.num_nodes() == len(nodes)
    assert network.num_edges() == len(ties)
    with pytest.raises(NotImplementedError):
        network.write_html(str(tmp_path / "page.html"))


def make_extraction() -> Extraction:
    text = "Helde’s day\n\nRain fell. 😀 Ada denies that Helde Robotics owns Orrery Ltd. It rained on."
    start = text.index("Ada")
    sentence = Span(start, text.index(" It rained"))
    blocks = (Block(BlockKind.TITLE, Span(0, 11)), Block(BlockKind.PARAGRAPH, Span(13, len(text))))

    def chain(number: int, cls: EntityClass, name: str) -> Chain:
        where = text.index(name)
        return Chain(f"e{number}", cls, name, (name,), (Mention(Span(where, where + len(name)), cls, "test"),))

    chains = (
        chain(1, EntityClass.ORGANIZATION, "Helde Robotics"),
        chain(2, EntityClass.ORGANIZATION, "Orrery Ltd"),
        chain(3, EntityClass.PERSON, "Ada"),
    )
    claim = Claim("e2", "partOf", "e1", sentence, Polarity.DENIED, attributed_to="e3", confidence=0.5)
    article = Article(
        "0123456789abcdef", text, blocks, "/x", "https://news.example/x", "Helde’s day", published="2026-05-04"
    )
    return Extraction(article, chains, claims=(claim,))


def test_a_store_is_drawn_with_the_passage_behind_each_line(tmp_path: Path) -> None:
    from kg import pipeline

    with pipeline.open_store(Config(store=tmp_path / "store")) as store:
        store.put([make_extraction()])
        data = read_data(pipeline.draw_store(store))
    assert [node["label"] for node in data["nodes"]] == ["Helde Robotics", "Orrery Ltd"]
    (tie,) = data["ties"]
    (edge,) = tie["edges"]
    assert data["nodes"][tie["from"]]["label"] == "Orrery Ltd"
    assert edge["quote"] == "Ada denies that Helde Robotics owns Orrery Ltd."
    assert (edge["before"], edge["after"]) == ("Rain fell. 😀 ", " It rained on.")
    assert (edge["speaker"], edge["confidence"]) == ("Ada", 0.5)
    assert data["stances"][tie["stance"]]["id"] == "denied"
    assert data["articles"] == [
        {"title": "Helde’s day", "url": "https://news.example/x", "date": "2026-05-04", "publisher": ""}
    ]
