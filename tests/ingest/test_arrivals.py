"""How bytes arrive: their encodings, the files that a location names, the feeds and the addresses."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.ingest.decoding import decode
from kg.ingest.files import find_files, is_address, to_location
from tests.ingest.holding import list_entries

MARKED = ["utf-8-sig", "utf-16", "utf-32"]


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=5), st.sampled_from(MARKED))
def test_a_byte_order_mark_decides_whatever_the_label(text: str, encoding: str) -> None:
    if text.strip():
        assert decode(text.encode(encoding), "cp1252") == text


@pytest.mark.parametrize(
    ("text", "encoding", "charset"),
    [
        ("Ana Reed of the council — “never”", "cp1252", None),
        ("Ana Reed of the council — “never”", "cp1252", "ISO-8859-1"),
        ("Ana Reed of the council — “never”", "cp1252", "no-such-charset"),
        ("Плотина открыта", "cp1251", "windows-1251"),
        ("ダムが開いた", "shift_jis", "shift_jis"),
        ("<meta charset='koi8-r'>Плотина", "koi8-r", None),
        ("<?xml version='1.0' encoding=\"iso-8859-2\"?><p>Žďár</p>", "iso-8859-2", None),
        ("The gates were opened in May.", "utf-16-le", None),
        ("The gates were opened in May.", "utf-16-be", "utf-8"),
    ],
)
def test_encodings_with_and_without_labels(text: str, encoding: str, charset: str | None) -> None:
    assert decode(text.encode(encoding), charset) == text


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02\x03" * 50, b"\x1f\x8b" + b"x" * 50, b"\xff\xfe", b"\xef\xbb\xbf \n"]
)
def test_bytes_that_are_no_text(content: bytes) -> None:
    with pytest.raises(SourceError):
        decode(content)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles, notes, hidden files and other files, two levels deep."""
    names = "b.txt a.HTML sub/c.md sub/d.rss README.md sub/LICENSE.txt .hidden.txt .git/e.txt f.pdf g"
    for name in names.split():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", "a.HTML b.txt f.pdf sub/c.md sub/d.rss"),
        ("*.txt", "b.txt"),
        ("**/*.md", "README.md sub/c.md"),
        ("[ab].*", "a.HTML b.txt"),
        ("README.md", "README.md"),
        ("f.pdf", "f.pdf"),
        ("sub", "sub/c.md sub/d.rss"),
    ],
)
def test_the_files_that_a_location_names(folder: Path, asked: str, found: str) -> None:
    assert [str(path.relative_to(folder)) for path in find_files(str(folder / asked))] == found.split()


@pytest.mark.parametrize(
    ("asked", "reason"),
    [("nowhere.txt", "no such file"), ("*.doc", "no article files"), ("ftp://a.example/b", "no address")],
)
def test_locations_that_name_nothing(folder: Path, asked: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        list(find_files(asked if "://" in asked else str(folder / asked)))


def test_a_location_is_absolute_and_text(folder: Path) -> None:
    assert to_location(folder / "sub" / ".." / "b.txt") == str(folder / "b.txt")
    to_location(folder / "x\udcff.txt").encode("utf-8")


@pytest.mark.parametrize(
    ("location", "is_one"), [("https://a", True), ("HTTP://a", True), ("ftp://a", False), ("a/http://b", False)]
)
def test_addresses(location: str, is_one: bool) -> None:
    assert is_address(location) is is_one


def json_feed(**feed: object) -> bytes:
    return json.dumps({"version": "https://jsonfeed.org/version/1", **feed}).encode()


@pytest.mark.parametrize(
    ("item", "field", "value"),
    [
        ({"content_text": "One & two.\n\n<Three>"}, "content", "<p>One &amp; two.</p><p>&lt;Three></p>"),
        ({"summary": "Short."}, "content", "<p>Short.</p>"),
        ({"content_html": "<p>a</p>", "content_text": "b"}, "content", "<p>a</p>"),
        ({"author": {"name": "Ana Reed"}}, "authors", ("Ana Reed",)),
        ({"authors": [{"name": "Ana Reed"}, "x", {"name": None}]}, "authors", ("Ana Reed",)),
        ({}, "authors", ("The Desk",)),
        ({"date_published": "never"}, "published", None),
        ({"url": None}, "link", "https://lake.example/1"),
        ({}, "publisher", "Lake Wire"),
        ({}, "language", "sv"),
    ],
)
def test_entries_of_json_feeds(item: dict[str, object], field: str, value: object) -> None:
    item = {"external_url": "https://lake.example/1"} | item
    feed = json_feed(title="Lake Wire", language="sv", authors=[{"name": "The Desk"}], items=[item, "no item", None])
    (entry,) = list_entries(feed)
    assert getattr(entry, field) == value


@pytest.mark.parametrize("feed", [json_feed(), json_feed(items={}), json_feed(items=[])[:-3], b"<rss></rss>"])
def test_feeds_without_entries(feed: bytes) -> None:
    with pytest.raises(SourceError):
        list_entries(feed)


LINK = '<link href="https://lake.example/1"/>'


@pytest.mark.parametrize(
    ("entry", "field", "value"),
    [
        ("<updated>2025-05-02</updated>", "published", "2025-05-02"),
        ("<published>2025-05-01</published><updated>2025-05-02</updated>", "published", "2025-05-01"),
        ("<summary>Short.</summary><content>Much longer content.</content>", "content", "Much longer content."),
        ("<summary>The longer of the two.</summary><content>Short.</content>", "content", "The longer of the two."),
        ("<title type='html'>A &amp;lt;b&amp;gt; &lt;i&gt;c&lt;/i&gt;</title>", "title", "A <b> c"),
        ("<author><name>Ana</name></author><author><name>Bo</name></author>", "authors", ("Ana", "Bo")),
    ],
)  # fmt: skip
def test_entries_of_atom_feeds(entry: str, field: str, value: object) -> None:
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Lake Wire</title><entry>{entry}{LINK}</entry></feed>'
    (found,) = list_entries(feed.encode())
    assert getattr(found, field) == value
    assert found.publisher == "Lake Wire"
