"""Metadata: what a page says of its article, from the best part of the page that says it."""

import json

import pytest

from kg.ingest.authors import clean_authors
from kg.ingest.dates import parse_date
from kg.ingest.header import find_byline, is_meta_line
from kg.ingest.metadata import clean_url, read_metadata
from kg.ingest.tree import parse_tree
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, linked, read_body

BODY = OPENING + MIDDLE + CLOSING


NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Council hands sluices to a machine",
    "datePublished": "2025-05-02T08:00:00Z",
    "author": [{"@type": "Person", "name": "Ana Reed"}, {"@type": "Person", "name": "Tom Vale"}],
    "publisher": {"@type": "Organization", "name": "Shore Courier"},
    "url": "https://shore.example/sluices",
    "inLanguage": "en-GB",
}


@pytest.mark.parametrize("node", [NEWS, [{"@type": "WebSite"}, NEWS], {"@graph": [{"@type": "WebPage"}, NEWS]}])
def test_linked_data_is_read_wherever_it_nests(node: object) -> None:
    article = read_body(BODY, linked(node))
    assert article.authors == ("Ana Reed", "Tom Vale")
    assert article.publisher == "Shore Courier"
    assert article.published == "2025-05-02T08:00:00+00:00"
    assert article.url == "https://shore.example/sluices"
    assert dict(article.origins)["published"] == "json-ld datePublished"


def test_references_within_the_graph_are_followed() -> None:
    person = {"@type": "Person", "@id": "#ana", "name": "Ana Reed"}
    article = read_body(BODY, linked({"@graph": [{**NEWS, "author": {"@id": "#ana"}}, person]}))
    assert article.authors == ("Ana Reed",)


def test_broken_linked_data_leaves_the_rest() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    deep = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    article = read_body(BODY, broken + deep + '<meta name="author" content="Ana Reed">')
    assert article.authors == ("Ana Reed",)
    assert dict(article.origins)["authors"] == "meta author"


def test_open_graph_and_meta_elements() -> None:
    head = (
        '<link rel="canonical" href="https://shore.example/a?id=7&amp;utm_source=feed#top">'
        '<meta property="og:site_name" content="Shore Courier"><meta property="og:title" content="Another name">'
        '<meta property="article:published_time" content="2025-05-02">'
        '<meta name="author" content="By Ana Reed and T. Vale">'
    )
    article = read_body(BODY, head)
    assert article.url == "https://shore.example/a?id=7"
    assert (article.publisher, article.published) == ("Shore Courier", "2025-05-02")
    assert article.authors == ("Ana Reed", "T. Vale")
    assert dict(article.origins) | {"headline": ""} == {
        "authors": "meta author",
        "headline": "",
        "language": "html lang",
        "published": "meta article:published_time",
        "publisher": "meta og:site_name",
        "url": "link canonical",
    }


def test_time_elements_and_the_sites_name_in_the_title() -> None:
    article = read_body(f'<time datetime="2025-05-02T10:00:00+02:00">2 May</time>{BODY}')
    assert article.published == "2025-05-02T10:00:00+02:00"
    assert article.publisher == "Shore Courier"
    assert dict(article.origins)["publisher"] == "title"


def test_the_article_is_named_by_its_canonical_address() -> None:
    head = '<link rel="canonical" href="https://shore.example/a">'
    assert read_body(BODY, head).id == read_body(BODY + MIDDLE.replace("Farmers", "Others"), head).id
    assert read_body(BODY).id != read_body(BODY + MIDDLE.replace("Farmers", "Others")).id


def test_a_canonical_address_that_is_the_front_page_is_not_believed() -> None:
    head = (
        '<link rel="canonical" href="https://shore.example/"><meta property="og:url" content="https://shore.example/a">'
    )
    assert read_body(BODY, head).url == "https://shore.example/a"


def test_relative_addresses_are_resolved_against_the_pages() -> None:
    tree = parse_tree('<html><head><link rel="canonical" href="/a"></head></html>')
    assert read_metadata(tree, "https://shore.example/b?x=1").url == "https://shore.example/a"
    assert read_metadata(tree).url is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-05-02", "2025-05-02"),
        ("2025-05-02T08:00:00Z", "2025-05-02T08:00:00+00:00"),
        ("2025-05-02T08:00:00.123+0200", "2025-05-02T08:00:00+02:00"),
        ("Fri, 02 May 2025 08:00:00 GMT", "2025-05-02T08:00:00+00:00"),
        ("May 2, 2025", "2025-05-02"),
        ("2nd of nothing", None),
        ("Posted Friday, 2 May 2025, 10 am", "2025-05-02"),
        ("2025/5/2", "2025-05-02"),
        ("31 February 2025", None),
        ("0001-01-01T00:00:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates(text: str, iso: str | None) -> None:
    assert parse_date(text) == iso


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ana Reed", ("Ana Reed",)),
        ("Ana Reed, Tom Vale & Una Ost", ("Ana Reed", "Tom Vale", "Una Ost")),
        ("Ana Reed and Ana Reed", ("Ana Reed",)),
        ("https://facebook.com/shore", ()),
        ("desk@shore.example", ()),
        ("admin", ()),
        ("Martin King, Jr.", ("Martin King, Jr.",)),
    ],
)
def test_authors(text: str, names: tuple[str, ...]) -> None:
    assert clean_authors([text]) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ana Reed, Shore Courier", ("Ana Reed",)),
        ("Shore Courier, 13 August 2025. By Ana Reed", ("Ana Reed",)),
        ("By Ana Reed, Tom Vale and Una Ost", ("Ana Reed", "Tom Vale", "Una Ost")),
        ("By Ana Reed on 3 May 2025 in Water", ("Ana Reed",)),
        ("3 May 2025", ()),
    ],
)
def test_by_lines(text: str, names: tuple[str, ...]) -> None:
    assert find_byline(text) == names


@pytest.mark.parametrize(
    "line",
    [
        "May 2, 2025",
        "Friday, 2 May 2025 9:42 AM UTC",
        "By Ana Reed",
        "Published: 2025-05-02",
        "3 hours ago",
        "5 min read",
        "Water | May 2, 2025 | 4 minute read",
        "Issue 88. By Ana Reed. Friday, 30 January 2026",
    ],
)
def test_lines_of_metadata(line: str) -> None:
    assert is_meta_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday it was over.",
        "Published in May, the report names nobody.",
        "The vote was close.",
        "It takes 14 days.",
        "Statement of the lake council on its vote of 3 May 2025",
    ],
)
def test_sentences_are_not_metadata(line: str) -> None:
    assert not is_meta_line(line)


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "ftp://shore.example/a", "mailto:a@b.example", "http://", "[", ""]
)
def test_only_web_addresses_are_addresses(text: str) -> None:
    assert clean_url(text) is None


def test_halves_of_characters_in_linked_data_reach_no_field() -> None:
    half = "a\ud800b"
    hostile = {
        "@type": "NewsArticle", "headline": half, "author": {"name": half}, "publisher": {"name": half},
        "url": f"https://news.example/{half}", "inLanguage": half, "datePublished": half,
    }  # fmt: skip
    article = read_body(BODY, head=linked(hostile))
    assert json.dumps([article.url, *article.authors, article.publisher, article.language], ensure_ascii=False).encode()
    assert article.headline is None or article.headline.encode()
