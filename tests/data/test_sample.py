"""The sample articles, their feeds and their gold facts fit each other."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.model import Comparator, EntityClass

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample"
ARTICLES = sorted((SAMPLE / "articles").iterdir())
PAGES = [path for path in ARTICLES if path.suffix == ".html"]
GOLD = sorted((SAMPLE / "gold").glob("*.json"))
FEEDS = sorted((SAMPLE / "feeds").iterdir())

CLASSES = {str(entity_class) for entity_class in EntityClass}
COMPARATORS = {str(comparator) for comparator in Comparator}
PREDICATES = {
    *("develops", "releases", "foundedBy", "worksFor", "formerlyAt", "partOf", "basedIn", "funds", "acquires"),
    *("collaboratesWith", "competesWith", "enacts", "signs", "regulates", "actsAgainst", "supports", "opposes"),
    "mitigates",
}
UNITS = {"UNITLESS", "PERCENT", "Times", "SEC", "MIN", "HR", "DAY", "WK", "MO", "YR", "USD", "EUR", "GBP", "KRW"}
FURNITURE = {
    "navigation": r"<nav|class=.(?:nav|mainnav|hero-nav|menu|left).",
    "consent": r"cookie|consent|gdpr",
    "advertisement": r"advert|class=.ad|promo|sponsored|shop|attorney advertising",
    "links": r"related|recent posts|most read|more long reads|keep reading|on the calendar|from the archive|rail",
    "reader's voice": r"comments|readers write",
    "newsletter": r"newsletter|class=.nl.|subscribe",
    "foot": r"<footer|class=.(?:foot|footer|bottom).|id=.foot.|align=.center.",
}


class Words(HTMLParser):
    """Collects what a page shows, scripts and styles left out."""

    def __init__(self):
        super().__init__()
        self.shown, self.hidden = [], 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in {"script", "style"}

    def handle_endtag(self, tag):
        self.hidden -= tag in {"script", "style"}

    def handle_data(self, data):
        if not self.hidden:
            self.shown.append(data)


def read_words(path):
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        parser = Words()
        parser.feed(text)
        text = " ".join(parser.shown)
    return normal(text.replace("**", ""))


def normal(text):
    return re.sub(r"\s+", " ", text.replace("’", "'")).lower()


def read_gold(path):
    return json.loads(path.read_text("utf-8"))


def names(entity):
    return [entity["name"], *entity.get("aliases", [])]


def article_of(gold_path):
    return SAMPLE / "articles" / read_gold(gold_path)["article"]


each_gold = pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)


def test_every_article_has_its_gold():
    assert [path.stem for path in ARTICLES] == [path.stem for path in GOLD]
    assert [article_of(path) for path in GOLD] == ARTICLES


def test_articles_are_many_and_of_three_kinds():
    kinds = [path.suffix for path in ARTICLES]
    assert len(kinds) >= 16
    assert set(kinds) == {".html", ".txt", ".md"}
    assert 0.55 <= len(PAGES) / len(kinds) <= 0.8


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_article_has_the_length_of_news(path):
    assert 300 <= len(read_words(path).split()) <= 900


@each_gold
def test_gold_names_occur_in_the_article(path):
    words = read_words(article_of(path))
    missing = [n for entity in read_gold(path)["entities"] for n in names(entity) if normal(n) not in words]
    assert not missing


@each_gold
def test_gold_wordings_are_of_words_that_occur_in_the_article(path):
    gold, words = read_gold(path), read_words(article_of(path))
    labels = [item["label"] for item in gold["proposals"] + gold["risks"]]
    assert not [(label, w) for label in labels for w in re.findall(r"\w+", normal(label)) if w not in words]


@each_gold
def test_gold_speaks_the_terms_of_the_graph(path):
    gold = read_gold(path)
    assert {entity["class"] for entity in gold["entities"]} <= CLASSES
    assert {fact["p"] for fact in gold["relations"]} <= PREDICATES
    assert {metric["unit"] for metric in gold["metrics"]} <= UNITS
    assert {metric.get("comparator", "About") for metric in gold["metrics"]} <= COMPARATORS
    assert all(metric["measures"] for metric in gold["metrics"] if not metric.get("optional"))


@each_gold
def test_gold_refers_only_to_what_it_lists(path):
    gold = read_gold(path)
    listed = {n for entity in gold["entities"] for n in names(entity)} | {""}
    worded = {item["label"] for item in gold["proposals"] + gold["risks"]}
    used = {end for fact in gold["relations"] for end in (fact["s"], fact["o"])}
    assert used <= listed | worded
    assert {n for metric in gold["metrics"] for n in metric["about"]} <= listed
    assert {n for item in gold["proposals"] + gold["risks"] for n in item["by"] + item.get("to", [])} <= listed


@each_gold
def test_forbidden_facts_tempt_and_contradict_nothing(path):
    gold, words = read_gold(path), read_words(article_of(path))
    stated = {(fact["s"], fact["p"], fact["o"]) for fact in gold["relations"]}
    assert gold["must_not"]
    for ban in gold["must_not"]:
        assert ban["why"]
        if ban["kind"] == "relation":
            assert (ban["s"], ban["p"], ban["o"]) not in stated
            assert normal(ban["s"]) in words
            assert normal(ban["o"]) in words
        elif ban["kind"] == "entity":
            assert normal(ban["name"]) in words
            assert not [e for e in gold["entities"] if e["class"] == ban["class"] and ban["name"] in names(e)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_page_wears_furniture(path):
    page = path.read_text("utf-8").lower()
    worn = [kind for kind, pattern in FURNITURE.items() if re.search(pattern, page)]
    assert "foot" in worn
    assert len(worn) >= 3, worn


def test_pages_differ_in_design():
    pages = [path.read_text("utf-8") for path in PAGES]
    marks = ("<article", 'type="application/ld+json"', 'property="og:title"', 'name="author"', "<time", "<figcaption",
             "<blockquote", "<table", "<aside", "<ul>", "<ol>")  # fmt: skip
    for mark in marks:
        assert 1 <= sum(mark in page for page in pages) < len(pages), mark


def links_of(feed):
    root = ElementTree.parse(feed).getroot()
    rss = [item.findtext("link") for item in root.iter("item")]
    atom = [e.find("{*}link[@rel='alternate']").get("href") for e in root.iter("{http://www.w3.org/2005/Atom}entry")]
    return rss + atom


def test_there_is_one_feed_of_each_kind():
    roots = {ElementTree.parse(feed).getroot().tag for feed in FEEDS}
    assert roots == {"rss", "{http://www.w3.org/2005/Atom}feed"}


def test_feeds_lead_to_every_article_once():
    reached = [(feed.parent / link).resolve() for feed in FEEDS for link in links_of(feed)]
    assert sorted(reached) == [path.resolve() for path in ARTICLES]


def test_three_articles_tell_one_event():
    telling = [path.stem for path in GOLD if any("AI Action Summit" in names(e) for e in read_gold(path)["entities"])]
    assert len(telling) >= 3


def test_a_plan_in_one_article_is_a_fact_in_a_later_one():
    def relations(stem, kind):
        return {(f["s"], f["p"], f["o"]) for f in read_gold(SAMPLE / "gold" / f"{stem}.json")[kind] if "p" in f}

    investment = ("Amazon", "funds", "Anthropic")
    assert investment in relations("amazon-anthropic-2023", "must_not")
    assert investment in relations("amazon-anthropic-2024", "relations")
    assert ("California", "enacts", "SB 1047") in relations("sb1047-vetoed", "must_not")
    assert ("California", "enacts", "SB 53") in relations("sb53-alert", "relations")
