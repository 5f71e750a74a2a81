"""What a store holds depends on the articles alone: not on order, repetition, or what was there before."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.house.stories import HELDE, Command

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample" / "articles"
NORTHWIND = """Northwind bets on Osprey

Northwind Capital invested $40 million in Osprey Labs. Tomas Arkwright founded Osprey Labs in 2021.

Helde Robotics denied that it plans to acquire Osprey Labs.
"""


@pytest.fixture
def articles(here: Path) -> list[Path]:
    """Six articles: three of ours that share names, and three of the sample."""
    (here / "news" / "northwind.txt").write_text(NORTHWIND, encoding="utf-8")
    return sorted((here / "news").iterdir()) + sorted(SAMPLE.glob("*.html"))[:3]


def graph_of(kg: Command, store: str) -> list[str]:
    """The store's triples, sorted."""
    said = kg("export", "-o", "-", "--format", "ntriples", "--store", store)
    assert said.status == 0, said.err
    return sorted(said.out.splitlines())


def ingest(kg: Command, store: str, paths: Sequence[Path]) -> None:
    """Takes the articles in, in this order, in one go."""
    said = kg("--quiet", "ingest", *paths, "--store", store)
    assert said.status == 0, said.err


def test_ingesting_again_changes_nothing(kg: Command, articles: list[Path]) -> None:
    ingest(kg, "once", articles)
    before = graph_of(kg, "once")
    assert len(before) > 100
    ingest(kg, "once", articles[::-1])
    assert graph_of(kg, "once") == before


@pytest.mark.parametrize("seed", range(3))
def test_any_order_and_any_split_give_the_same_graph(kg: Command, articles: list[Path], seed: int) -> None:
    ingest(kg, "plain", articles)
    shuffled = random.Random(seed).sample(articles, len(articles))
    cut = random.Random(seed).randrange(1, len(shuffled))
    ingest(kg, "shuffled", shuffled[:cut])
    ingest(kg, "shuffled", shuffled[cut:])
    assert graph_of(kg, "shuffled") == graph_of(kg, "plain")


def test_a_changed_article_takes_the_place_of_its_earlier_version(kg: Command, articles: list[Path]) -> None:
    changing = next(path for path in articles if path.name == "helde.txt")
    ingest(kg, "changed", articles)
    changing.write_text(HELDE.replace("Bergen", "Lillehammer"), encoding="utf-8")
    said = kg("ingest", *articles, "--store", "changed")
    assert said.out == f"0 new, 1 changed, {len(articles) - 1} unchanged, 0 failed\n"
    ingest(kg, "fresh", articles)
    assert graph_of(kg, "changed") == graph_of(kg, "fresh")
    assert not any("Bergen" in line for line in graph_of(kg, "changed"))


def test_what_is_removed_leaves_nothing_behind(kg: Command, articles: list[Path]) -> None:
    ingest(kg, "less", articles)
    assert kg("remove", articles[0], articles[-1], "--store", "less").status == 0
    ingest(kg, "never", articles[1:-1])
    assert graph_of(kg, "less") == graph_of(kg, "never")
    kg("remove", *articles[1:-1], "--store", "less")
    assert graph_of(kg, "less") == []


def test_what_two_articles_say_outlives_one_of_them(kg: Command, here: Path, articles: list[Path]) -> None:
    ingest(kg, "kg-store", [here / "news" / "osprey.txt", here / "news" / "northwind.txt"])
    founded = "ASK { ?o aig:foundedBy ?p . ?o rdfs:label 'Osprey Labs' }"
    assert kg("query", founded).out == "true\n"
    kg("remove", "osprey.txt")
    assert kg("query", founded).out == "true\n"
    kg("remove", "northwind.txt")
    assert kg("query", founded).out == "false\n"
