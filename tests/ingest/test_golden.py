"""Whole articles: those of data/sample, and the evaluation articles beside the checkout where they are present."""

import json
import re
from pathlib import Path

import pytest

from kg.ingest import read_sources
from kg.ingest.furniture import is_furniture_line
from kg.model import Article, BlockKind
from tests.conftest import ROOT

SAMPLE = ROOT / "data" / "sample"
# Words of cookie banners, share bars, newsletter boxes and footers; none of the articles is about them.
FURNITURE = re.compile(
    r"\bcookies?\b|©|all rights reserved|\bunsubscribe\b|\bsign up\b|\bread next\b|\bmost read\b|\bnewsletter\b|"
    r"view in browser|\badvertisement\b|\bsponsored\b|\bprinter-friendly\b|\bbest viewed\b|\btry .{0,20} free\b",
    re.IGNORECASE,
)


def articles(folder: Path) -> list[Article]:
    """Every article of a folder; each must be one."""
    results = list(read_sources([str(folder)]))
    assert [result for result in results if not isinstance(result, Article)] == []
    return [result for result in results if isinstance(result, Article)]


def check(article: Article) -> None:
    """What a reader would see at a glance."""
    kinds = [block.kind for block in article.blocks]
    name = Path(article.location).name
    assert kinds.count(BlockKind.TITLE) <= 1, name
    assert kinds[-1] not in (BlockKind.HEADING, BlockKind.TITLE), name
    for index, block in enumerate(article.blocks):
        line = article.cut(block)
        assert not is_furniture_line(line), line
        assert len(line) > 300 or not FURNITURE.search(line), line
        assert block.kind is not BlockKind.ITEM or block.lead is not None, line
        assert block.kind is not BlockKind.ROW or block.cells, line
        assert block.lead is None or article.blocks[block.lead].kind is not BlockKind.ITEM or block.level > 1, index


def missing_names(article: Article, gold: Path) -> list[str]:
    """The entities of the article's gold facts of which no name stands in its text or its metadata."""
    entities = json.loads((gold / f"{Path(article.location).stem}.json").read_text(encoding="utf-8"))["entities"]
    held = f"{article.text} {article.publisher} {' '.join(article.authors)}".replace("’", "'")
    named = [[entity["name"], *entity.get("aliases", [])] for entity in entities if not entity.get("optional")]
    return [names[0] for names in named if not any(name.replace("’", "'") in held for name in names)]


@pytest.mark.parametrize("folder", ["sample", "evaluation"])
def test_nothing_that_the_gold_facts_name_is_lost(folder: str, request: pytest.FixtureRequest) -> None:
    root = SAMPLE if folder == "sample" else request.getfixturevalue("shared_eval")
    lost = {article.location: missing_names(article, root / "gold") for article in articles(root / "articles")}
    assert {location: names for location, names in lost.items() if names} == {}


def test_the_sample() -> None:
    found = articles(SAMPLE / "articles")
    assert len(found) >= 15
    for article in found:
        check(article)
        assert article.blocks[0].kind is BlockKind.TITLE, article.location
        assert article.published, article.location


def test_the_samples_feeds_lead_to_its_articles() -> None:
    direct = {article.id: article for article in articles(SAMPLE / "articles")}
    fed = {article.id: article for article in articles(SAMPLE / "feeds")}
    assert len(fed) >= 10
    assert {key: direct.get(key) for key in fed} == fed


def test_the_evaluation_articles(shared_eval: Path) -> None:
    found = articles(shared_eval / "articles")
    assert len(found) == 13
    for article in found:
        check(article)
        is_seed = Path(article.location).stem == "seed"
        assert (article.blocks[0].kind is BlockKind.TITLE) is not is_seed
        if article.location.endswith(".html"):
            assert article.published, article.location
            assert article.headline, article.location


@pytest.mark.parametrize(
    ("name", "kind", "count"),
    [
        ("seed.txt", BlockKind.ITEM, 10),
        ("seed.txt", BlockKind.HEADING, 6),
        ("dev-a2.html", BlockKind.HEADING, 7),
        ("dev-a2.html", BlockKind.ITEM, 6),
        ("dev-a3.txt", BlockKind.ITEM, 3),
        ("dev-a4.html", BlockKind.QUOTATION, 1),
        ("dev-a4.html", BlockKind.ITEM, 3),
        ("dev-a5.html", BlockKind.HEADING, 2),
        ("dev-a5.html", BlockKind.CAPTION, 1),
        ("dev-a5.html", BlockKind.PARAGRAPH, 15),
        ("dev-b1.txt", BlockKind.ITEM, 9),
        ("dev-b2.html", BlockKind.CAPTION, 1),
        ("dev-b2.html", BlockKind.PARAGRAPH, 13),
        ("dev-b4.html", BlockKind.ITEM, 9),
        ("dev-b6.html", BlockKind.ITEM, 6),
        ("dev-b6.html", BlockKind.HEADING, 2),
    ],
)
def test_the_structure_of_the_evaluation_articles(shared_eval: Path, name: str, kind: BlockKind, count: int) -> None:
    (article,) = read_sources([str(shared_eval / "articles" / name)])
    assert isinstance(article, Article)
    assert sum(block.kind is kind for block in article.blocks) == count
