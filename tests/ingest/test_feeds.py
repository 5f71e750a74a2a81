"""Feeds lead to their entries' pages, and stand in for those that cannot be had."""

import json
from pathlib import Path

import pytest

from kg.ingest import read_sources
from kg.ingest.feeds import read_feed
from kg.ingest.kinds import Kind, find_kind
from kg.model import Article, BlockKind, Failure
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, page, texts

CONTENT = "<p>The <b>vote</b> was close.</p><p>It will:</p><ul><li>open</li><li>close</li></ul>"
ITEM = (
    "<item><title>Council &amp; sluices</title><link>{link}</link><pubDate>Fri, 02 May 2025 08:00:00 GMT</pubDate>"
    "<dc:creator>Ana Reed</dc:creator>{content}</item>"
)
ENCODED = f"<content:encoded><![CDATA[{CONTENT}]]></content:encoded>"


def rss(*items: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Shore Courier</title>'
        f"<language>en-GB</language>{''.join(items)}</channel></rss>"
    ).encode()


def atom(link: str) -> bytes:
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Shore Courier</title>'
        f'<entry><title>Council</title><link href="{link}"/><updated>2025-05-02T08:00:00Z</updated>'
        f'<author><name>Ana Reed</name></author><content type="html"><![CDATA[{CONTENT}]]></content></entry></feed>'
    ).encode()


def json_feed(link: str) -> bytes:
    item = {"url": link, "title": "Council", "content_html": CONTENT, "authors": [{"name": "Ana Reed"}]}
    item |= {"date_published": "2025-05-02T08:00:00Z"}
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Shore Courier", "items": [item]}
    ).encode()


FEEDS = {
    "feed.rss": lambda link: rss(ITEM.format(link=link, content=ENCODED)),
    "feed.atom": atom,
    "feed.json": json_feed,
}


@pytest.fixture
def feeds(tmp_path: Path) -> Path:
    """A folder for feeds beside a folder with one page."""
    (tmp_path / "feeds").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "lake story.html").write_bytes(page(OPENING + MIDDLE + CLOSING))
    return tmp_path / "feeds"


def read(feeds: Path, name: str, content: bytes) -> list[Article | Failure]:
    (feeds / name).write_bytes(content)
    return list(read_sources([str(feeds / name)]))


@pytest.mark.parametrize("name", FEEDS)
def test_relative_links_lead_to_files_beside_the_feed(feeds: Path, name: str) -> None:
    (article,) = read(feeds, name, FEEDS[name]("../articles/lake%20story.html"))
    assert isinstance(article, Article)
    assert article.location == str(feeds.parent / "articles" / "lake story.html")
    (direct,) = read_sources([article.location])
    assert article == direct, "by way of a feed or not, it is the same article"


@pytest.mark.parametrize("name", FEEDS)
def test_an_entry_without_page_becomes_an_article_of_its_content(feeds: Path, name: str) -> None:
    (article,) = read(feeds, name, FEEDS[name]("https://127.0.0.1/sluices?utm_source=rss"))
    assert isinstance(article, Article)
    assert article.url == "https://127.0.0.1/sluices"
    assert article.text.split("\n\n")[1:] == ["The vote was close.", "It will:", "open", "close"]
    assert texts(article, BlockKind.ITEM) == ["open", "close"]
    assert (article.authors, article.published) == (("Ana Reed",), "2025-05-02T08:00:00+00:00")
    assert (article.publisher, dict(article.origins)["authors"]) == ("Shore Courier", "feed")


def test_markup_in_titles_is_text(feeds: Path) -> None:
    (article,) = read(feeds, "a.rss", rss(ITEM.format(link="x", content=ENCODED)))
    assert isinstance(article, Article)
    assert article.headline == "Council & sluices"


def test_an_entry_with_nothing_to_read_is_a_failure_and_the_rest_goes_on(feeds: Path) -> None:
    empty, good = ITEM.format(link="gone.html", content=""), ITEM.format(link="../articles/lake story.html", content="")
    results = read(feeds, "a.rss", rss(empty, good))
    assert [type(result) for result in results] == [Failure, Article]


@pytest.mark.parametrize(
    "link", ["file:///etc/hostname", "/etc/hostname", "../secret.key", "//host/x.html", "javascript:1"]
)
def test_a_feed_leads_to_no_other_files(feeds: Path, link: str) -> None:
    (feeds.parent / "secret.key").write_text("A secret that nobody should read, and that is no article at all.\n" * 5)
    (result,) = read(feeds, "a.rss", rss(ITEM.format(link=link, content="")))
    assert isinstance(result, Failure)


def test_a_folder_with_its_feed_gives_each_article_once(feeds: Path) -> None:
    (feeds / "a.rss").write_bytes(rss(ITEM.format(link="../articles/lake%20story.html", content=ENCODED)))
    assert len(list(read_sources([str(feeds.parent)]))) == 1


@pytest.mark.parametrize("cut", range(150, 900, 50))
def test_a_truncated_feed_gives_what_is_there_or_one_failure(feeds: Path, cut: int) -> None:
    results = read(feeds, "a.rss", rss(*[ITEM.format(link="x", content=ENCODED)] * 2)[:cut])
    assert len(results) >= 1


def test_pages_are_no_feeds() -> None:
    assert find_kind(page(OPENING)) is Kind.PAGE
    assert find_kind(b"A text about <b>rss</b>") is Kind.TEXT
    assert find_kind(rss(ITEM.format(link="x", content=""))) is Kind.FEED
    assert len(list(read_feed(rss(ITEM.format(link="x", content=""))))) == 1
