"""Sitemaps lead to pages: through indexes, packed or not, and never in circles."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.ingest import contents, sitemaps
from kg.ingest.entries import Entry
from kg.ingest.following import MAX_FAILURES_IN_ROW
from kg.ingest.sifting import Reason
from kg.ingest.sitemaps import read_sitemap
from kg.model import Article, Failure, Skipped
from tests.ingest.holding import Web, list_entries, read
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, page

SITE = "https://shore.example"
XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
IMAGE = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'


def urlset(*locations: str, extra: str = "") -> bytes:
    urls = "".join(f"<url><loc>{location}</loc>{extra}</url>" for location in locations)
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {XMLNS} {NEWS} {IMAGE}>{urls}</urlset>'.encode()


def index(*locations: str, extra: str = "") -> bytes:
    maps = "".join(f"<sitemap><loc>{location}</loc>{extra}</sitemap>" for location in locations)
    return f"<sitemapindex {XMLNS}>{maps}</sitemapindex>".encode()


def links(found: list[Entry | Failure]) -> list[str]:
    return [entry.link if isinstance(entry, Entry) else f"! {entry.reason}" for entry in found]


def test_a_news_sitemap_tells_title_date_publication_and_language() -> None:
    extra = (
        f"<image:image><image:loc>{SITE}/i.png</image:loc><image:title>A picture</image:title></image:image>"
        "<news:news><news:publication><news:name>Shore Courier</news:name><news:language>en</news:language>"
        "</news:publication><news:publication_date>2025-05-02T08:00:00Z</news:publication_date>"
        "<news:title>Council &amp; sluices</news:title></news:news>"
    )
    (entry,) = read_sitemap(urlset(f"{SITE}/a?utm_source=x", extra=extra))
    assert isinstance(entry, Entry)
    assert (entry.link, entry.title, entry.publisher) == (f"{SITE}/a", "Council & sluices", "Shore Courier")
    assert (entry.published, entry.language) == ("2025-05-02T08:00:00+00:00", "en")


@pytest.mark.parametrize("loc", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a/b", ""])
def test_nothing_but_web_addresses_come_out(loc: str) -> None:
    assert list(read_sitemap(urlset(loc, f"{SITE}/a"), f"{SITE}/sitemap.xml")) == [Entry(f"{SITE}/a", name=f"{SITE}/a")]


@given(st.text(max_size=60))
def test_any_text_as_a_location_gives_a_web_address_or_none(text: str) -> None:
    from xml.sax.saxutils import escape

    try:
        found = list(read_sitemap(urlset(escape(text)), f"{SITE}/sitemap.xml"))
    except SourceError:
        return
    assert all(entry.link.startswith(("http://", "https://")) and not entry.path for entry in found)


def test_an_index_is_read_with_all_below_it_packed_or_not() -> None:
    web = Web(
        {
            f"{SITE}/index.xml": index(f"{SITE}/one.xml", f"{SITE}/two.xml.gz", f"{SITE}/gone.xml"),
            f"{SITE}/one.xml": urlset(f"{SITE}/a"),
            f"{SITE}/two.xml.gz": gzip.compress(index("three.xml")),
            f"{SITE}/three.xml": urlset("b", f"{SITE}/c"),
        }
    )
    found = list_entries(web.pages[f"{SITE}/index.xml"], f"{SITE}/index.xml", web)
    assert links(found) == [f"{SITE}/a", f"{SITE}/b", f"{SITE}/c", "! it does not answer"]


def test_an_index_that_names_itself_ends() -> None:
    web = Web({f"{SITE}/index.xml": index(f"{SITE}/index.xml", f"{SITE}/one.xml"), f"{SITE}/one.xml": urlset("a")})
    assert links(list_entries(web.pages[f"{SITE}/index.xml"], f"{SITE}/index.xml", web)) == [f"{SITE}/a"]
    assert web.asked == [f"{SITE}/index.xml", f"{SITE}/one.xml"]


def test_indexes_that_are_nested_without_end_end() -> None:
    web = Web({f"{SITE}/{n}.xml": index(f"{SITE}/{n + 1}.xml") for n in range(50)})
    (failure,) = list_entries(web.pages[f"{SITE}/0.xml"], f"{SITE}/0.xml", web)
    assert isinstance(failure, Failure)
    assert "nested" in failure.reason
    assert len(web.asked) == contents.MAX_DEPTH


def test_an_index_of_too_many_says_so_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "MAX_SITEMAPS", 3)
    web = Web({f"{SITE}/{n}.xml": urlset(f"{SITE}/a{n}") for n in range(9)})
    found = links(list_entries(index(*web.pages), f"{SITE}/index.xml", web))
    assert found == [f"{SITE}/a0", f"{SITE}/a1", f"{SITE}/a2", "! it names more than 3 sitemaps"]


def test_a_truncated_sitemap_gives_all_whole_entries_and_one_failure() -> None:
    whole = urlset(*(f"{SITE}/{number}" for number in range(5)))
    results = read("-", Web(), whole[: whole.index(b"<loc>https://shore.example/3") + 8])
    assert [type(result) for result in results] == [Failure] * 4  # three pages that cannot be had, and the end
    assert "ends too early" in results[-1].reason  # type: ignore[union-attr]


def test_a_bare_ampersand_does_no_harm() -> None:
    assert len(list(read_sitemap(urlset(f"{SITE}/a?b=1&c=2", f"{SITE}/d")))) == 2


def test_entities_are_not_expanded() -> None:
    entity = b'<!DOCTYPE urlset [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY e "evil">]>'
    sitemap = urlset(f"{SITE}/&e;", f"{SITE}/&f;", f"{SITE}/a").partition(b"?>")[2]
    assert links(list(read_sitemap(entity + sitemap)))[-1] == f"{SITE}/a"  # type: ignore[arg-type]
    assert not any("evil" in link or "root" in link for link in links(list(read_sitemap(entity + sitemap))))  # type: ignore[arg-type]
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE urlset [<!ENTITY e0 "x">{entities}]>'.encode()
    with pytest.raises(SourceError, match="broken"):
        list(read_sitemap(bomb + sitemap.replace(b"&e;", b"&e9;")))


def test_a_sitemap_of_millions_is_cut_off_with_word_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MAX_ENTRIES", 10)
    reading = read_sitemap(urlset(*(f"{SITE}/{number}" for number in range(11))))
    assert len([next(reading) for _ in range(10)]) == 10
    with pytest.raises(SourceError, match="more than 10"):
        next(reading)


@pytest.mark.parametrize("content", [b"<urlset>", b"<urlset></urlset>", b"<urlset>&#xD800;<url><loc>\xed\xa0\x80"])
def test_broken_and_empty_sitemaps_are_failures(content: bytes) -> None:
    assert all(isinstance(result, Failure) for result in read("-", Web(), content))


def test_each_sitemap_below_is_remembered_but_never_the_index() -> None:
    article = page(OPENING + MIDDLE + CLOSING)
    start = f"{SITE}/index.xml"
    web = Web({start: index(f"{SITE}/one.xml"), f"{SITE}/one.xml": urlset(f"{SITE}/a"), f"{SITE}/a": article})
    assert [type(result) for result in read(start, web)] == [Article]
    assert set(web.remembered) == {f"{SITE}/one.xml", f"{SITE}/a"}
    web.asked.clear()
    assert read(start, web) == []
    assert web.asked == [start, f"{SITE}/one.xml"], "a sitemap that is as it was leads to no page"
    web.pages[f"{SITE}/one.xml"] = urlset(f"{SITE}/a", f"{SITE}/b")
    web.pages[f"{SITE}/b"] = article.replace(b"Tuesday", b"Friday")
    assert [type(result) for result in read(start, web)] == [Skipped, Article]


def test_a_packed_sitemap_that_is_cut_short_gives_what_is_there() -> None:
    packed = gzip.compress(urlset(*(f"{SITE}/{number}" for number in range(1000))))
    reasons = [result.reason for result in read("-", Web(), packed[: len(packed) // 2]) if isinstance(result, Failure)]
    assert len(reasons) > MAX_FAILURES_IN_ROW
    assert "early" in reasons[-1]
    assert set(reasons[:-1]) == {"it does not answer"}


def test_pages_of_a_site_that_are_no_articles_or_not_in_english_are_skipped() -> None:
    german = "<news:news><news:publication><news:language>de</news:language></news:publication></news:news>"
    web = Web({f"{SITE}/about": b"<html><body></body></html>"})
    assert read("-", web, urlset(f"{SITE}/about")) == [
        Skipped(f"{SITE}/about", Reason.NO_ARTICLE, "it holds no article text")
    ]
    (skipped,) = read("-", web, urlset(f"{SITE}/nachricht", extra=german))
    assert skipped == Skipped(f"{SITE}/nachricht", Reason.NOT_ENGLISH, "de")
    assert web.asked == [f"{SITE}/about"]


def test_a_plain_list_of_addresses_is_a_sitemap() -> None:
    web = Web({f"{SITE}/a": page(OPENING + MIDDLE + CLOSING)})
    results = read("-", web, f"{SITE}/a\n{SITE}/a\n{SITE}/b\n".encode())
    assert [type(result) for result in results] == [Article, Failure]
