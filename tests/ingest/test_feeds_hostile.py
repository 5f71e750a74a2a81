"""Feeds as nobody should write them: each is a value, nothing but web addresses comes out, and none takes long."""

import io
import json
import random
import time
from contextlib import suppress
from pathlib import Path

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.ingest import feeds
from kg.ingest.entries import Entry, to_link
from kg.ingest.feeds import read_feed
from kg.ingest.json_feed import read_json_feed
from kg.model import Article, Failure, Skipped
from tests.ingest.holding import Web, list_entries, read

SITE = "https://shore.example"
BASES = (None, f"{SITE}/feed.xml")
SAMPLES = sorted(Path("data/sample/feeds").iterdir())
ODD_LINKS = [
    "javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "file:///etc/passwd",
    "vbscript:x", "ftp://a/b", "mailto:a@b.example", "//", "///etc/passwd", "/etc/passwd", "\\\\host\\share", "http://",
    "http:///a", "http://[::1", "https://\ud800.example/a", "C:\\a.html", "about:blank", "http://a b/c", "\x00https://a/b",
]  # fmt: skip


def entry(number: int) -> str:
    return (
        f"<item><title>News {number} &amp; more</title><link>{SITE}/{number}</link><guid>{number}</guid>"
        f"<pubDate>Fri, 02 May 2025 08:00:00 GMT</pubDate><description>&lt;p&gt;Vote {number}.&lt;/p&gt;</description>"
        "</item>"
    )


def rss(*items: str) -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{"".join(items)}</channel></rss>'.encode()


def is_clean(found: list[Entry | Failure]) -> bool:
    return all(
        isinstance(one, Failure) or not one.link or one.link.startswith(("http://", "https://")) for one in found
    )


@pytest.mark.parametrize("link", ODD_LINKS)
@pytest.mark.parametrize("base", BASES)
def test_no_link_but_to_the_web_is_kept(link: str, base: str | None) -> None:
    found, path = to_link(link, base)
    assert not found or found.startswith(("http://", "https://"))
    assert not path or not path.startswith(("/", "\\"))
    assert ":" not in path.partition("/")[0]


@given(st.text(max_size=80), st.sampled_from(BASES))
def test_any_text_as_a_link(text: str, base: str | None) -> None:
    found, path = to_link(text, base)
    assert not found or found.startswith(("http://", "https://"))
    assert not (found and path)
    found.encode()


@pytest.mark.parametrize("link", ODD_LINKS)
def test_odd_links_in_feeds_lead_nowhere(link: str) -> None:
    web = Web()
    feed = json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"url": link, "external_url": link}]})
    plain = link.encode("utf-8", "replace").decode().replace("\x00", "&#0;")
    for content in (feed.encode(), rss(f"<item><link>{plain}</link><guid>{plain}</guid></item>")):
        assert is_clean(list_entries(content, "-"))
        assert all(isinstance(result, Failure) for result in read("-", web, content))
    assert not [url for url in web.asked if not url.startswith(("http://", "https://"))]


JSON_FEEDS: dict[str, tuple[object, int]] = {
    "no items": ({}, 0),
    "items is null": ({"items": None}, 0),
    "items is an object": ({"items": {"url": SITE}}, 0),
    "items of all types": ({"items": [None, 1, "x", [], True, {"url": SITE}]}, 1),
    "an empty item": ({"items": [{}]}, 1),
    "fields of wrong types": (
        {"items": [{"url": 1, "title": [], "content_html": {}, "date_published": 7, "id": {}}]},
        1,
    ),
    "authors of all types": ({"items": [{"authors": [None, 1, {"name": 2}, {"name": "Ana"}], "author": "x"}]}, 1),
    "ids are numbers": ({"items": [{"id": 1, "content_text": "a"}, {"id": 2.5, "content_text": "b"}]}, 2),
    "lone surrogates": ({"items": [{"url": f"{SITE}/\ud800", "title": "a\udfff", "content_text": "b\ud800" * 50}]}, 1),
    "a nul": ({"items": [{"url": f"{SITE}/a\x00b", "title": "a\x00", "content_text": "b\x00" * 3}]}, 1),
    "a date of year 0": ({"items": [{"date_published": "0000-13-99T99:99:99Z", "content_text": "x"}]}, 1),
    "a huge number": ({"items": [{"id": 10**400, "url": SITE}]}, 1),
    "external only": ({"items": [{"external_url": f"{SITE}/a"}]}, 1),
    "version 1.1 with www": ({"version": "https://www.jsonfeed.org/version/1.1", "items": [{"url": SITE}]}, 1),
}


@pytest.mark.parametrize("name", JSON_FEEDS)
def test_json_feeds_that_are_odd(name: str) -> None:
    told, count = JSON_FEEDS[name]
    assert isinstance(told, dict)
    content = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "x"} | told).encode()
    try:
        found = list(read_json_feed(content, f"{SITE}/feed.json"))
    except SourceError:
        found = []
    assert len(found) == count
    for result in read("-", Web(), content):
        assert isinstance(result, Article | Failure | Skipped)
        repr(result).encode("utf-8")


@pytest.mark.parametrize(
    "content",
    [
        b"{", b"[]", b"null", b"{" * 100_000, b'{"items":' + b"[" * 100_000, b'{"items": [{"url": "\xff\xfe"}]}',
        b'{"version": "https://jsonfeed.org/version/1", "items": [NaN]}', b"", b'{"items": [{}]',
        '{"version": "https://jsonfeed.org/version/1", "items": [{"title": "ü"}]}'.encode("utf-16"),
        b'\xef\xbb\xbf{"version": "https://jsonfeed.org/version/1", "items": []}', b'{"items": [1e999999]}',
    ],
)  # fmt: skip
def test_json_that_is_broken(content: bytes) -> None:
    with suppress(SourceError):
        assert len(list(read_json_feed(content))) <= 1


@settings(deadline=None, max_examples=60)
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
            ["items", "url", "title", "authors", "name", "content_html", "content_text", "id", "date_published"]
        ), inner, max_size=5),
    )
)  # fmt: skip
def test_any_json_is_a_value(data: object) -> None:
    content = json.dumps({"version": "https://jsonfeed.org/version/1", "items": data}).encode()
    with suppress(SourceError):
        assert is_clean(list(read_json_feed(content, SITE)))


def mutate(content: bytes, chance: random.Random) -> bytes:
    """The content with some bytes changed, cut, doubled, or hostile ones among them."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed) + 1)
        end = at + chance.randint(1, 200)
        piece = chance.choice(
            [b"", changed[at:end] * 2, bytes([chance.randrange(256)]), b"&#xD800;", b"]]>", b"<item>"]
        )
        changed[at : end if chance.random() < 0.5 else at] = piece
    return bytes(changed)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_what_a_fuzzer_makes_of_our_own_feeds(sample: Path) -> None:
    chance = random.Random(7)
    for _ in range(120):
        content = mutate(sample.read_bytes(), chance)
        with suppress(SourceError):
            assert is_clean(list_entries(content))


def test_there_are_samples_to_break() -> None:
    assert len(SAMPLES) >= 2


@pytest.mark.parametrize("size", [2, 3, 7])
@pytest.mark.parametrize("count", [1, 2, 6, 7, 20])
def test_a_feed_in_parts_gives_the_same_entries(monkeypatch: pytest.MonkeyPatch, size: int, count: int) -> None:
    feed = rss(*map(entry, range(count)))
    atom = feed.replace(b"<item>", b"<entry>").replace(b"</item>", b"</entry>")
    attributed = feed.replace(b"<item>", b"\n<item rdf:about='x'>\n")
    empty = rss(*["<item/>"] * count)
    for content in (feed, atom, attributed, empty):
        monkeypatch.setattr(feeds, "PART_ENTRIES", 10**6)
        whole = list(read_feed(content))
        monkeypatch.setattr(feeds, "PART_ENTRIES", size)
        assert list(read_feed(content)) == whole
        assert len(whole) == count


def test_a_feed_of_20000_items_is_read_whole_and_begins_at_once() -> None:
    content = rss(*map(entry, range(20_000)))
    started = time.process_time()
    reading = read_feed(content)
    first = next(reading)
    assert time.process_time() - started < 3
    assert [first.link, sum(1 for _ in reading)] == [f"{SITE}/0", 19_999]
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    "body",
    [
        "<item>" * 5_000,
        "<item/>" * 300_000,
        "<a>" * 50_000,
        f"<item><description>{'&lt;div&gt;' * 50_000}x</description></item>",
        f"<item><description>{'&lt;' * 100_000}</description></item>",
        f"<item><description><![CDATA[<p {' '.join(f'a{n}=1' for n in range(20_000))}>x</p>]]></description></item>",
        f"<item><title>{'&amp;#38;' * 50_000}</title></item>",
        f"<item><link>https://{'a' * 1_000_000}</link></item>",
        f"<item><category>{'x, ' * 200_000}</category></item>",
    ],
    ids=["items", "empty items", "nested", "divs", "angles", "attributes", "entities", "address", "categories"],
)
def test_huge_things_in_a_feed_take_seconds_at_most(body: str) -> None:
    started = time.process_time()
    results = read("-", Web(), rss(body))
    assert all(isinstance(result, Article | Failure | Skipped) for result in results)
    assert time.process_time() - started < 10


def test_entries_are_saved_where_feedparser_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_stream: io.BytesIO) -> object:
        raise KeyError("links")

    monkeypatch.setattr(feedparser, "parse", breaks)
    first, second = read_feed(rss(entry(1), entry(2)))
    assert (first.title, first.link, first.published) == ("News 1 & more", f"{SITE}/1", "2025-05-02T08:00:00+00:00")
    assert (second.content, is_clean([first, second])) == ("<p>Vote 2.</p>", True)
    with pytest.raises(SourceError):
        list(read_feed(b""))
