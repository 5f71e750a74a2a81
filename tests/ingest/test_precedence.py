"""Which part of a page is believed when several say different things, and what its origin is then called."""

import json

import pytest

from kg.ingest.metadata import Metadata, clean_url, fill, find_site, read_metadata
from kg.ingest.tree import parse_tree


def linked(**node: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **node})}</script>'


def read(head: str, body: str = "", address: str | None = None) -> Metadata:
    return read_metadata(parse_tree(f"<html><head>{head}</head><body>{body}</body></html>"), address)


DATES = [
    (linked(datePublished="2025-01-01"), "json-ld datePublished", "2025-01-01"),
    (linked(dateCreated="2025-01-02"), "json-ld dateCreated", "2025-01-02"),
    ('<meta property="article:published_time" content="2025-01-03">', "meta article:published_time", "2025-01-03"),
    ('<meta itemprop="datePublished" content="2025-01-04">', "meta datepublished", "2025-01-04"),
    ('<meta name="DC.date.issued" content="2025-01-06">', "meta dc.date.issued", "2025-01-06"),
    ('<meta name="citation_publication_date" content="2025/01/07">', "meta citation_publication_date", "2025-01-07"),
    ('<time datetime="2025-01-08">last week</time>', "time", "2025-01-08"),
    ('<meta name="date" content="2025-01-09">', "meta date", "2025-01-09"),
]


@pytest.mark.parametrize("best", range(len(DATES)))
def test_the_date_comes_from_the_best_that_is_there(best: int) -> None:
    metadata = read("".join(markup for markup, *_ in reversed(DATES[best:])))
    assert metadata.published == DATES[best][2]
    assert dict(metadata.origins)["published"] == DATES[best][1]


def test_a_date_that_is_none_gives_way_to_the_next() -> None:
    metadata = read(f'{linked(datePublished="yesterday")}<meta name="date" content="3 May 2025">')
    assert metadata.published == "2025-05-03"
    assert dict(metadata.origins)["published"] == "meta date"


@pytest.mark.parametrize("mark", ["pubdate", 'itemprop="datePublished"'])
def test_the_time_that_is_marked_as_publication_goes_before_others(mark: str) -> None:
    body = f'<time datetime="2024-01-01">old</time><time {mark} datetime="2025-02-03">new</time>'
    assert read("", body).published == "2025-02-03"


def test_a_time_without_attribute_is_read_as_text() -> None:
    assert read("", "<time>3rd May 2025</time>").published == "2025-05-03"


AUTHORS = [
    (linked(author={"name": "Ana Reed"}), "json-ld author", "Ana Reed"),
    ('<meta name="author" content="Bo Lind">', "meta author", "Bo Lind"),
    ('<meta property="article:author" content="Cy Vale">', "meta article:author", "Cy Vale"),
    ('<meta name="parsely-author" content="Di Marsh">', "meta parsely-author", "Di Marsh"),
    ('<meta name="dc.creator" content="Ed Moor">', "meta dc.creator", "Ed Moor"),
    ('<meta name="byl" content="By Flo Hart">', "meta byl", "Flo Hart"),
    ('<a rel="author" href="/g">Gus Wold</a>', "rel author", "Gus Wold"),
]


@pytest.mark.parametrize("best", range(len(AUTHORS)))
def test_authors_come_from_the_best_that_is_there(best: int) -> None:
    metadata = read("".join(markup for markup, *_ in reversed(AUTHORS[best:])))
    assert metadata.authors == (AUTHORS[best][2],)
    assert dict(metadata.origins)["authors"] == AUTHORS[best][1]


def test_an_author_who_is_an_address_gives_way_to_a_name() -> None:
    head = '<meta name="author" content="https://shore.example/ana"><meta name="dc.creator" content="Ana Reed">'
    assert read(head).authors == ("Ana Reed",)


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ana Reed", ("Ana Reed",)),
        (["Ana Reed", {"name": "Tom Vale"}], ("Ana Reed", "Tom Vale")),
        ({"name": ["Ana Reed", "Tom Vale"]}, ("Ana Reed", "Tom Vale")),
        ([{"name": "Ana Reed"}, {"name": "Ana Reed"}], ("Ana Reed",)),
        ([None, 7, {}, {"name": None}], ()),
    ],
)
def test_linked_authors_in_every_shape(author: object, names: tuple[str, ...]) -> None:
    assert read(linked(author=author)).authors == names


URLS = [
    ('<link rel="canonical" href="https://shore.example/1">', "link canonical", "https://shore.example/1"),
    ('<meta property="og:url" content="https://shore.example/2">', "meta og:url", "https://shore.example/2"),
    (linked(url="https://shore.example/3", headline="Sluices"), "json-ld url", "https://shore.example/3"),
    (
        linked(mainEntityOfPage={"@type": "WebPage", "@id": "https://shore.example/4"}),
        "json-ld mainEntityOfPage",
        "https://shore.example/4",
    ),
    ("", "address", "https://shore.example/asked"),
]


@pytest.mark.parametrize("best", range(len(URLS)))
def test_the_address_comes_from_the_best_that_is_there(best: int) -> None:
    head = "".join(markup for markup, *_ in reversed(URLS[best:]))
    metadata = read(head, address="https://shore.example/asked")
    assert metadata.url == URLS[best][2]
    assert dict(metadata.origins)["url"] == URLS[best][1]


@pytest.mark.parametrize("href", ["", "javascript:alert(1)", "mailto:a@b.example", "http://[broken"])
def test_a_canonical_address_that_is_none_gives_way(href: str) -> None:
    metadata = read(f'<link rel="canonical" href="{href}"><meta property="og:url" content="https://shore.example/2">')
    assert metadata.url == "https://shore.example/2"


def test_a_front_page_is_better_than_no_address() -> None:
    assert read('<link rel="canonical" href="https://shore.example">').url == "https://shore.example/"


def test_other_links_are_no_canonical_address() -> None:
    assert read('<link rel="amphtml" href="https://shore.example/amp">').url is None
    assert read('<link rel="nofollow CANONICAL" href="https://shore.example/a">').url == "https://shore.example/a"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("HTTPS://Shore.Example/A", "https://shore.example/A"),
        ("https://shore.example", "https://shore.example/"),
        (" https://shore.example/a#part ", "https://shore.example/a"),
        ("https://shore.example/a?utm_source=x&id=2&utm_medium=y", "https://shore.example/a?id=2"),
        ("https://shore.example/a?fbclid=1&gclid=2&mc_cid=3&mc_eid=4&ref_src=5", "https://shore.example/a"),
        ("https://shore.example/a?b=1&&c=", "https://shore.example/a?b=1&c="),
        ("https://shore.example:8080/a?my_utm_x=1", "https://shore.example:8080/a?my_utm_x=1"),
    ],
)
def test_addresses_lose_what_names_nothing(text: str, url: str) -> None:
    assert clean_url(text) == url
    assert clean_url(url) == url


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("../b", "https://shore.example/b"),
        ("?p=2", "https://shore.example/news/a?p=2"),
        ("//lake.example/c", "https://lake.example/c"),
    ],
)
def test_relative_addresses(text: str, url: str) -> None:
    assert clean_url(text, "https://shore.example/news/a") == url
    assert clean_url(text) is None


PUBLISHERS = [
    (linked(publisher={"name": "Shore Courier"}), "json-ld publisher", "Shore Courier"),
    ('<meta property="og:site_name" content="Lake Wire">', "meta og:site_name", "Lake Wire"),
    ('<meta name="application-name" content="Dam Daily">', "meta application-name", "Dam Daily"),
    ('<meta name="citation_publisher" content="Weir Press">', "meta citation_publisher", "Weir Press"),
]


@pytest.mark.parametrize("best", range(len(PUBLISHERS)))
def test_the_publisher_comes_from_the_best_that_is_there(best: int) -> None:
    metadata = read("".join(markup for markup, *_ in reversed(PUBLISHERS[best:])))
    assert metadata.publisher == PUBLISHERS[best][2]
    assert dict(metadata.origins)["publisher"] == PUBLISHERS[best][1]


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        ("Sluices close | Lake Wire", "Sluices close"),
        ("Lake Wire - Sluices close", "Sluices close"),
        ("Sluices close: why | News | Lake Wire", "Sluices close: why | News"),
        ("Sluices close | Another Paper", "Sluices close | Another Paper"),
        ("Lake-Wire sluices close", "Lake-Wire sluices close"),
    ],
)
def test_a_headline_does_not_repeat_its_publisher(name: str, headline: str) -> None:
    head = f'<meta property="og:site_name" content="Lake Wire"><meta property="og:title" content="{name}">'
    assert read(head).headline == headline


def test_all_names_of_the_article_are_kept_once_and_the_best_is_its_headline() -> None:
    head = (
        f'<title>Sluices</title><meta name="twitter:title" content="Gates"><meta property="og:title" content="Sluices">'
        f"{linked(headline='Dam gates')}"
    )
    metadata = read(head)
    assert metadata.names == ("Dam gates", "Sluices", "Gates")
    assert metadata.headline == "Dam gates"
    assert dict(metadata.origins)["headline"] == "json-ld headline"


@pytest.mark.parametrize(
    ("page_title", "site"),
    [
        ("Sluices close | Lake Wire", "Lake Wire"),
        ("Lake Wire: Sluices close", "Lake Wire"),
        ("Sluices close", None),
        ("News | Sluices close | Lake Wire", None),
        ("Sluices close | News | Lake Wire", None),
        ("Gates open | Lake Wire", None),
        (f"Sluices close | {'long ' * 30}", None),
    ],
)
def test_the_site_is_what_the_page_title_adds_to_the_headline(page_title: str, site: str | None) -> None:
    assert find_site(parse_tree(f"<html><head><title>{page_title}</title></head></html>"), "Sluices close") == site


@pytest.mark.parametrize(
    ("markup", "language", "origin"),
    [
        ('<html lang="EN-us"><head><meta property="og:locale" content="fr_FR">', "en-us", "html lang"),
        ('<html><head><meta property="og:locale" content="fr_FR">', "fr-FR", "meta og:locale"),
        ('<html lang="english language"><head><meta name="language" content="de">', "de", "meta language"),
        (f"<html><head>{linked(inLanguage='sv')}", "sv", "json-ld inLanguage"),
        ("<html><head>", "en", None),
    ],
)
def test_the_language_and_who_says_it(markup: str, language: str, origin: str | None) -> None:
    metadata = read_metadata(parse_tree(markup))
    assert (metadata.language, dict(metadata.origins).get("language")) == (language, origin)


def test_the_node_that_says_most_describes_the_article() -> None:
    poor, rich = linked(headline="Poor"), linked(headline="Rich", datePublished="2025-01-01", author="Ana Reed")
    other = f'<script type="application/ld+json">{json.dumps({"@type": "Person", "headline": "Nobody"})}</script>'
    assert read(other + poor + rich).names == ("Rich",)


@pytest.mark.parametrize("kind", ["Article", "BlogPosting", "ReportageNewsArticle", ["Thing", "Report"]])
def test_kinds_of_articles(kind: object) -> None:
    assert read(linked(**{"@type": kind, "headline": "Sluices"})).headline == "Sluices"


@pytest.mark.parametrize("kind", ["WebPage", "Articles", "", None, 7, {"a": "Article"}])
def test_kinds_of_other_things(kind: object) -> None:
    assert read(linked(**{"@type": kind, "headline": "Sluices"})).headline is None


@pytest.mark.parametrize("wrapping", ["<!--{}-->", "//<![CDATA[{}//]]>", "<![CDATA[{}]]>", "{}"])
def test_linked_data_in_the_wrappings_of_old(wrapping: str) -> None:
    node = json.dumps({"@type": "Article", "headline": "Sluices"})
    script = f'<script type="application/ld+json; charset=utf-8">{wrapping.format(node)}</script>'
    assert read(script).headline == "Sluices"


def test_filling_adds_only_what_is_missing_with_its_origin() -> None:
    known = Metadata(authors=("Ana Reed",), origins=(("authors", "meta author"),))
    other = Metadata(
        authors=("Tom Vale",), published="2025-01-01", origins=(("authors", "opening"), ("published", "opening"))
    )
    filled = fill(known, other)
    assert (filled.authors, filled.published) == (("Ana Reed",), "2025-01-01")
    assert filled.origins == (("authors", "meta author"), ("published", "opening"))
    assert fill(filled, other) == filled
