"""Archives, mailboxes and sitemaps as nobody should write them: each ends soon, as values."""

import gzip
import io
import random
import time

import pytest

from kg.model import Article, Failure, Skipped
from tests.ingest.holding import Web, read
from tests.ingest.test_mail import TEXT, letter, mbox
from tests.ingest.test_pdf import WHOLE
from tests.ingest.test_sitemaps import SITE, index, urlset
from tests.ingest.test_warc import archive

HEAD = b"From: a@b.example\nSubject: x\nMessage-ID: <1@x>\nMIME-Version: 1.0\n"
PARTS = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(90))
EMPTY_RECORD = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/\r\nContent-Length: 0\r\n\r\n\r\n\r\n"

HUGE = {
    "a head of a million lines": HEAD + b"X: y\n" * 1_000_000 + b"\n" + TEXT.encode(),
    "a header of a million lines": HEAD + b"X: y\n" + b" z\n" * 1_000_000 + b"\n" + TEXT.encode(),
    "nested parts of many lines": HEAD + PARTS + b"Content-Type: text/plain\n\n" + TEXT.encode() * 50_000,
    "an endless line": b"a" * 30_000_000,
    "an endless head": b"WARC/1.0\r\nX: " + b"A" * 30_000_000,
    "empty records": EMPTY_RECORD * 50_000,
    "a packed page without end": gzip.compress(
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/\r\nContent-Length: 300000000\r\n\r\n"
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + bytes(300_000_000)
    ),
    "packed thrice": gzip.compress(gzip.compress(gzip.compress(bytes(100_000_000)))),
    "a sitemap of empty entries": b"<urlset>" + b"<url/>" * 300_000 + b"</urlset>",
    "a sitemap of nested elements": b"<urlset>" + b"<a>" * 1_000_000,
    "a sitemap of attributes": b"<urlset " + b" ".join(b"a%d='x'" % n for n in range(100_000)) + b"></urlset>",
    "addresses that are none": b"http://[::1\n" * 200_000,
    "objects of a PDF file": b"%PDF-1.7\n" + b"1 0 obj\n<< >>\nendobj\n" * 100_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_huge_things_take_seconds_and_are_values(name: str) -> None:
    started = time.process_time()
    results = read("-", Web(), HUGE[name])
    assert time.process_time() - started < 10
    assert len(results) <= 1


SOUND = {
    "warc": archive(3, packed=False),
    "warc.gz": archive(3),
    "mbox": mbox(letter("<p>One.</p>"), letter(Message_ID="<2@x>")),
    "sitemap": urlset(*(f"{SITE}/{number}" for number in range(5))),
    "sitemap.gz": gzip.compress(index(f"{SITE}/a.xml", "b.xml")),
    "pdf": WHOLE,
    "addresses": b"https://shore.example/a\nhttps://shore.example/b\n",
}


def damage(content: bytes, chance: random.Random) -> bytes:
    """The content with some bytes changed, cut out, doubled or cut off."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed) + 1)
        end = at + chance.randint(1, 100)
        changed[at:end] = chance.choice(
            [b"", changed[at:end] * 2, bytes([chance.randrange(256)]), b"\xff\x00", b"\r\n\r\n"]
        )
    return bytes(changed if chance.random() < 0.7 else changed[: chance.randrange(len(changed) + 1)])


@pytest.mark.parametrize("kind", SOUND)
def test_any_damage_is_a_value(kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(11)
    for _ in range(60):
        for result in read("-", Web(), damage(SOUND[kind], chance)):
            assert isinstance(result, Article | Failure | Skipped)
            assert not isinstance(result, Article) or not result.url or result.url.startswith(("http://", "https://"))
            assert not isinstance(result, Failure) or (result.reason and "\n" not in result.reason)
    assert capfd.readouterr() == ("", ""), "only the command line speaks"


def test_a_stream_that_breaks_off_is_one_failure() -> None:
    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            raise OSError(5, "Input/output error")

    from kg.ingest import read_sources

    (failure,) = read_sources(["-"], stdin=io.BufferedReader(Broken()))
    assert isinstance(failure, Failure)
