"""From rows of a query to elements, from elements to ties."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.view import Edge, Node, read_articles, read_edges, read_nodes
from kg.view.elements import Stance
from kg.view.rows import MAX_CONTEXT_CHARACTERS, cut_passage
from kg.view.ties import to_ties
from tests.view.examples import BASE, make_article, make_edge, make_newsroom

ARTICLE = {
    "iri": "a",
    "title": "T",
    "url": "",
    "published": "2026-01-02",
    "publisher": "P",
    "text": "One.\nHe sang. Ada left. So it was.\nEnd.",
}
CLAIM = {
    "iri": "c", "source": "s", "target": "t", "predicate": "formerlyAt", "polarity": "Affirmed", "modality": "Actual",
    "confidence": "0.75", "attributed_to": "", "speaker": "", "role": "", "start": "14", "end": "23", "article": "a",
}  # fmt: skip


def test_the_rows_of_one_node_become_one_node() -> None:
    row = {"iri": "n", "label": "Helde", "class": "Organization", "note": ""}
    rows = [row | {"name": "the lab"}, row | {"name": "Helde"}, row | {"name": "A lab"}, row | {"iri": "m", "name": ""}]
    assert read_nodes(rows) == [
        Node("m", "Helde", "Organization"),
        Node("n", "Helde", "Organization", ("A lab", "the lab")),
    ]


def test_of_several_classes_a_node_has_one_that_we_know() -> None:
    row = {"iri": "n", "label": "Helde", "note": "", "name": ""}
    rows = [row | {"class": name} for name in ("Bakery", "Person", "Organization", "Zoo")]
    assert [node.cls for node in read_nodes(rows)] == ["Organization"]
    assert [node.cls for node in read_nodes(rows[::3])] == ["Bakery"]


def test_an_edge_quotes_its_article() -> None:
    (edge,) = read_edges([CLAIM], read_articles([ARTICLE]))
    assert (edge.before, edge.quote, edge.after) == ("He sang. ", "Ada left.", " So it was.")
    assert edge.article.title == "T"
    assert edge.confidence == 0.75
    assert edge.stance is Stance.FACT


def test_what_a_row_leaves_unbound_is_empty() -> None:
    bare = {name: value for name, value in CLAIM.items() if value}
    assert read_edges([bare], read_articles([ARTICLE])) == read_edges([CLAIM], read_articles([ARTICLE]))


def test_an_unknown_article_is_an_error() -> None:
    with pytest.raises(KeyError):
        read_edges([CLAIM], {})


@given(st.text(alphabet="ab \n😀", max_size=900), st.data())
def test_a_passage_is_cut_out_of_its_paragraph(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, quoted, after = cut_passage(text, start, end)
    assert quoted == text[start:end]
    assert text[:start].endswith(before.removeprefix("…"))
    assert text[end:].startswith(after.removesuffix("…"))
    assert "\n" not in before + after
    assert max(len(before), len(after)) <= MAX_CONTEXT_CHARACTERS + 1


@pytest.mark.parametrize(
    ("polarity", "modality", "stance"),
    [
        ("Affirmed", "Actual", Stance.FACT),
        ("Affirmed", "Planned", Stance.PLANNED),
        ("Affirmed", "Possible", Stance.POSSIBLE),
        ("Affirmed", "Conditional", Stance.POSSIBLE),
        ("Denied", "Actual", Stance.DENIED),
        ("Denied", "Planned", Stance.DENIED),
        ("Affirmed", "Unheard", Stance.POSSIBLE),
    ],
)
def test_a_stance_follows_from_polarity_and_modality(polarity: str, modality: str, stance: Stance) -> None:
    assert make_edge("a", "funds", "b", polarity=polarity, modality=modality).stance is stance


@pytest.mark.parametrize(
    ("stances", "together"),
    [
        ([("Affirmed", "Actual"), ("Affirmed", "Planned")], Stance.FACT),
        ([("Affirmed", "Possible"), ("Affirmed", "Planned")], Stance.PLANNED),
        ([("Affirmed", "Actual"), ("Denied", "Actual")], Stance.DISPUTED),
        ([("Affirmed", "Planned"), ("Denied", "Actual")], Stance.DISPUTED),
        ([("Denied", "Actual"), ("Denied", "Planned")], Stance.DENIED),
    ],
)
def test_edges_that_say_the_same_are_one_tie(stances: list[tuple[str, str]], together: Stance) -> None:
    edges = [make_edge("a", "funds", "b", polarity=polarity, modality=modality) for polarity, modality in stances]
    (tie,) = to_ties(edges)
    assert tie.stance is together
    assert len(tie.edges) == 2


def test_the_latest_article_comes_first_and_is_counted_once() -> None:
    dates = ("2025-01-01", "2026-01-01", "", "2026-01-01")
    articles = [make_article(f"a{number}", published=date) for number, date in enumerate(dates)]
    edges = [make_edge("a", "funds", "b", iri=str(number), article=article) for number, article in enumerate(articles)]
    (tie,) = to_ties([*edges, make_edge("a", "funds", "b", iri="twice", article=articles[0])])
    assert [edge.iri for edge in tie.edges] == ["1", "3", "0", "twice", "2"]
    assert tie.article_count == 4


def test_what_holds_both_ways_is_one_tie_without_direction() -> None:
    (tie,) = to_ties([make_edge("a", "competesWith", "b"), make_edge("b", "competesWith", "a")])
    assert not tie.is_directed
    assert len(to_ties([make_edge("a", "funds", "b"), make_edge("b", "funds", "a")])) == 2


def test_ties_between_the_same_two_are_bent_apart() -> None:
    ties = to_ties(
        [
            make_edge("a", "funds", "b"),
            make_edge("b", "opposes", "a"),
            make_edge("a", "signs", "b"),
            make_edge("a", "signs", "c"),
        ]
    )
    assert sorted(tie.bend for tie in ties) == [0, 0, 1, 2]
    assert next(tie for tie in ties if tie.target == f"{BASE}c").bend == 0


@given(st.integers())
def test_ties_do_not_depend_on_the_order_of_edges(seed: int) -> None:
    edges: list[Edge] = make_newsroom()[1]
    mixed = edges.copy()
    random.Random(seed).shuffle(mixed)
    assert to_ties(mixed) == to_ties(edges)
