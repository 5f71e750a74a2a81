"""What a source is told by its bytes, whatever it is called."""

import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.ingest import opening
from kg.ingest.kinds import SNIFFED_BYTES, Kind, find_kind
from kg.ingest.opening import open_bytes, open_stream

MAIL = b"Received: by mx\r\nFrom: Ana <ana@shore.example>\r\nSubject: Sluices\r\n folded\r\nDate: x\r\n\r\nText."

HEADS = {
    b'<?xml version="1.0"?><rss version="2.0"><channel>': Kind.FEED,
    b'\xef\xbb\xbf\n<!-- a comment --><feed xmlns="http://www.w3.org/2005/Atom">': Kind.FEED,
    b'<rdf:RDF xmlns:rdf="x">': Kind.FEED,
    '<?xml version="1.0" encoding="utf-16"?><rss>'.encode("utf-16"): Kind.FEED,
    b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1"': Kind.JSON_FEED,
    b'{"version": "https://jsonfeed.org/version/1", "items": []': Kind.JSON_FEED,
    b'{"version": 3}': Kind.TEXT,
    b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">': Kind.SITEMAP,
    b"<?xml version='1.0'?>\n<sm:sitemapindex xmlns:sm='x'>": Kind.SITEMAP,
    b"<!DOCTYPE html><html><body><p>About <rss> feeds": Kind.PAGE,
    b"<p>A fragment</p>": Kind.PAGE,
    b"WARC/1.0\r\nWARC-Type: warcinfo": Kind.WARC,
    b"From ana@shore.example Fri May  2 08:00:00 2025\nFrom: Ana": Kind.MBOX,
    MAIL: Kind.MAIL,
    b"From: Ana Reed\nDate: 2 May 2025\n\nThe council voted.": Kind.TEXT,
    b"Dear reader: this is no mail.\n\nFrom: Ana\nSubject: x\nDate: y\nReceived: z": Kind.TEXT,
    b"%PDF-1.7": Kind.PDF,
    b"# a comment\n[[source]]\nlocation = 'x'": Kind.LIST,
    b"https://shore.example/a\nhttps://shore.example/b\n": Kind.ADDRESSES,
    b"https://shore.example/a is where it stands.\n": Kind.TEXT,
    b"The council voted on Tuesday.": Kind.TEXT,
    b"": Kind.TEXT,
}


@pytest.mark.parametrize("head", HEADS, ids=[f"{number}-{kind}" for number, kind in enumerate(HEADS.values())])
def test_a_kind_is_told_by_its_bytes(head: bytes) -> None:
    assert find_kind(head) is HEADS[head]


@given(st.binary(max_size=300))
def test_any_bytes_are_of_some_kind(head: bytes) -> None:
    assert find_kind(head) in Kind
    assert find_kind(b"<" + head) in Kind


def test_a_long_list_of_addresses_is_told_though_the_head_cuts_a_line() -> None:
    addresses = b"".join(b"https://shore.example/article-%d\n" % number for number in range(5000))
    assert find_kind(addresses[:SNIFFED_BYTES]) is Kind.ADDRESSES


DATA = b"".join(b"line %d of the archive\n" % number for number in range(9000))


@pytest.mark.parametrize("size", [7, 777, 100_000_000])
@pytest.mark.parametrize("padding", [b"", b"\0" * 600])
def test_gzip_of_any_number_of_members_is_unpacked(size: int, padding: bytes) -> None:
    data = DATA[:5000] if size == 7 else DATA
    packed = b"".join(gzip.compress(data[start : start + size]) for start in range(0, len(data), size))
    opened = open_bytes(packed + padding, "a.gz")
    assert opened.read() == data
    assert opened.trouble is None


@pytest.mark.parametrize("cut", [11, 300, -9, -1])
def test_gzip_that_is_cut_short_gives_what_is_there_and_says_so(cut: int) -> None:
    opened = open_bytes(gzip.compress(DATA)[:cut], "a.gz")
    assert DATA.startswith(opened.stream.read())
    assert "cut short" in str(opened.trouble)
    with pytest.raises(SourceError, match="cut short"):
        open_bytes(gzip.compress(DATA)[:cut], "a.gz").read()


def test_broken_gzip_is_said_to_be() -> None:
    packed = bytearray(gzip.compress(DATA))
    packed[200:300] = bytes(100)
    with pytest.raises(SourceError, match="broken"):
        open_bytes(bytes(packed), "a.gz").read()


def test_a_gzip_bomb_ends_early_and_takes_no_memory() -> None:
    bomb = open_bytes(gzip.compress(bytes(300_000_000)), "a.gz")
    size = sum(len(part) for part in iter(lambda: bomb.stream.read(opening.CHUNK_BYTES), b""))
    assert size <= opening.TRUSTED_BYTES + opening.CHUNK_BYTES
    assert "unpacks to far more" in str(bomb.trouble)


class Pipe(io.RawIOBase):
    """Gives three bytes at a time."""

    def __init__(self, content: bytes) -> None:
        self.rest = content

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        given, self.rest = self.rest[:3], self.rest[3:]
        memoryview(buffer)[: len(given)] = given  # type: ignore[arg-type]
        return len(given)


@pytest.mark.parametrize("content", [MAIL, gzip.compress(MAIL)])
def test_a_slow_pipe_is_told_as_well(content: bytes) -> None:
    opened = open_stream(io.BufferedReader(Pipe(content)), "-")
    assert opened.kind is Kind.MAIL
    assert opened.read() == MAIL
