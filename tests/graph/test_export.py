"""Exports: read back by others' readers, equal for equal graphs."""

import csv
import io
import random
from pathlib import Path

import networkx
import pytest
import rdflib
from pyoxigraph import Quad, Store

from kg.errors import KgError, UnknownFormat
from kg.graph import EXPORT_FORMATS, KgStore, export, to_frame, to_rdflib, to_triples, to_turtle
from kg.graph.tables import CLAIM_COLUMNS
from kg.model import EntityClass
from tests.graph.examples import Builder, NameLinker, make_article, make_contract_example

THEIRS = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}


@pytest.fixture
def two_articles(tmp_path: Path) -> Store:
    b = Builder(make_article("Anthropic builds Claude.", "https://example.org/two"))
    b.claim(b.chain("Anthropic"), "develops", b.chain("Claude", EntityClass.SYSTEM))
    with KgStore.open(tmp_path, NameLinker()) as store:
        store.put([b.made, make_contract_example()])
        kept = Store()
        kept.extend(store.oxigraph)
    return kept


@pytest.mark.parametrize("name", EXPORT_FORMATS)
def test_equal_graphs_give_equal_bytes(two_articles: Store, name: str) -> None:
    shuffled = list(two_articles)
    random.Random(1).shuffle(shuffled)
    other = Store()
    for quad in shuffled:
        other.add(quad)
    assert export(two_articles, name) == export(other, name)


@pytest.mark.parametrize("name", THEIRS)
def test_rdflib_reads_every_triple(two_articles: Store, name: str) -> None:
    read = rdflib.Graph().parse(data=export(two_articles, name), format=THEIRS[name])
    assert len(read) == len(two_articles)


def test_turtle_of_one_article_is_what_it_says(example: Store) -> None:
    made = make_contract_example()
    turtle = to_turtle(made, NameLinker().link([made]))
    assert turtle == export(example, "turtle")
    assert b"org:anthropic a aig:Organization" in turtle


def test_trig_has_a_graph_for_each_article_that_holds_its_facts(two_articles: Store) -> None:
    read = rdflib.Dataset()
    read.parse(data=export(two_articles, "trig"), format="trig")
    graphs = [graph for graph in read.graphs() if len(graph)]
    assert len(graphs) == 2
    develops = rdflib.URIRef("https://w3id.org/aigov/ontology#develops")
    assert all(len(list(graph.triples((None, develops, None)))) == 1 for graph in graphs)
    union = {triple for graph in graphs for triple in graph}
    assert len(union) == len(two_articles)


def test_networkx_reads_graphml(two_articles: Store) -> None:
    network = networkx.read_graphml(io.BytesIO(export(two_articles, "graphml")))
    lab = "https://w3id.org/aigov/resource/org/anthropic"
    assert network.nodes[lab] == {"label": "Anthropic", "class": "Organization", "articles": 2}
    (edge,) = [data for *_, data in network.out_edges(lab, data=True)]
    assert edge["predicate"] == "develops"
    assert edge["articles"] == 2
    assert "Claude" in edge["sentence"]


def test_graphml_keeps_two_facts_about_the_same_pair() -> None:
    b = Builder(make_article("Anthropic builds and ships Claude, \x0bsays <b>it</b>."))
    ends = b.chain("Anthropic"), b.chain("Claude", EntityClass.SYSTEM)
    for predicate in ("develops", "releases"):
        b.claim(ends[0], predicate, ends[1])
    oxigraph = Store()
    triples = to_triples(b.made, NameLinker().link([b.made]))
    oxigraph.extend(Quad(t.subject, t.predicate, t.object) for t in triples)
    network = networkx.read_graphml(io.BytesIO(export(oxigraph, "graphml")), force_multigraph=True)
    assert sorted(data["predicate"] for *_, data in network.edges(data=True)) == ["develops", "releases"]


def test_csv_has_a_row_for_each_claim(two_articles: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(export(two_articles, "csv").decode(), newline="")))
    assert len(rows) == 10
    assert tuple(rows[0]) == CLAIM_COLUMNS
    (denied,) = [row for row in rows if row["polarity"] == "Denied"]
    assert (denied["subject"], denied["predicate"], denied["object"]) == ("Anthropic", "acquires", "Humanloop")
    assert denied["sentence"].startswith("It denied")


def test_an_unknown_format_names_those_there_are(example: Store) -> None:
    with pytest.raises(UnknownFormat) as caught:
        export(example, "table")
    assert caught.value.allowed == tuple(EXPORT_FORMATS)


def test_rdflib_graph_has_the_prefixes(example: Store) -> None:
    graph = to_rdflib(quad.triple for quad in example)
    assert len(graph) == len(example)
    assert dict(graph.namespaces())["aig"] == rdflib.URIRef("https://w3id.org/aigov/ontology#")


def test_frame_has_numbers_where_numbers_are(example: Store) -> None:
    pandas = pytest.importorskip("pandas")
    frame = to_frame(example)
    assert list(frame.columns) == list(CLAIM_COLUMNS)
    assert frame["confidence"].min() == 0.7
    assert frame.loc[frame["predicate"] == "hasMetric", "value"].tolist() == [80.0]
    assert pandas.api.types.is_integer_dtype(frame["start"])
    assert len(to_frame(Store())) == 0


def test_without_pandas_one_line_says_so(example: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(KgError, match="pandas is not installed") as caught:
        to_frame(example)
    assert "pip install" in caught.value.advice
