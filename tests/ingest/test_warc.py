"""Web archives: all whole records come out, whatever else is in the file or missing from it."""

import gzip
import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kg.ingest import warc
from kg.model import Article, Failure, Skipped
from tests.ingest.holding import read
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, page

SITE = "https://shore.example"


def body(number: int) -> bytes:
    return page(OPENING.replace("Tuesday", f"day {number}") + MIDDLE + CLOSING)


class Archive:
    """Writes records one by one."""

    def __init__(self, packed: bool = True) -> None:
        self.stream = io.BytesIO()
        self.writer = WARCWriter(self.stream, gzip=packed)
        self.writer.write_record(self.writer.create_warcinfo_record("a.warc", {"software": "a test"}))

    def add(self, url: str, content: bytes, kind: str = "text/html", status: str = "200 OK", **headers: str) -> None:
        told = [("Content-Type", kind), *((name.replace("_", "-"), value) for name, value in headers.items())]
        record = self.writer.create_warc_record(
            url, "response", payload=io.BytesIO(content), http_headers=StatusAndHeaders(status, told, "HTTP/1.1")
        )
        self.writer.write_record(record)

    def content(self) -> bytes:
        return self.stream.getvalue()


def archive(count: int, packed: bool = True) -> bytes:
    written = Archive(packed)
    for number in range(count):
        written.add(f"{SITE}/{number}", body(number))
    return written.content()


def urls(content: bytes) -> list[str | None]:
    return [result.url if isinstance(result, Article) else f"! {result.reason}" for result in read("-", stdin=content)]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "whole.warc.gz", "archive.bin"])
def test_every_page_of_an_archive_is_the_article_of_its_address(tmp_path: Path, name: str) -> None:
    plain = archive(3, packed=False)
    contents = {"a.warc": plain, "whole.warc.gz": gzip.compress(plain)}
    (tmp_path / name).write_bytes(contents.get(name, archive(3)))
    articles = read(tmp_path / name)
    assert [(a.url, a.location) for a in articles if isinstance(a, Article)] == [(f"{SITE}/{n}",) * 2 for n in range(3)]


def test_what_is_no_page_is_left_out() -> None:
    written = Archive()
    written.add(f"{SITE}/gone", body(1), status="404 Not Found")
    written.add(f"{SITE}/i.png", b"\x89PNG", kind="image/png")
    written.add(f"{SITE}/robots.txt", b"User-agent: *\nDisallow: /private\n" * 20, kind="text/plain")
    written.add("dns:shore.example", b"x", kind="text/dns")
    written.add("javascript:alert(1)", body(2))
    written.add(f"{SITE}/packed", gzip.compress(body(3)), Content_Encoding="gzip")
    written.add(
        f"{SITE}/latin", ("<p>Très étrange, une décision de la ville sur les écluses.</p>" * 3).encode("latin-1")
    )
    (article, skipped) = read("-", stdin=written.content())
    assert isinstance(article, Article)
    assert article.url == f"{SITE}/packed"
    assert isinstance(skipped, Skipped)


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("share", [0.3, 0.5, 0.77, 0.95])
def test_a_truncated_archive_gives_all_whole_records_and_one_failure(packed: bool, share: float) -> None:
    written = Archive(packed)
    ends = []
    for number in range(8):
        written.add(f"{SITE}/{number}", body(number))
        ends.append(len(written.content()))
    cut = int(share * len(written.content()))
    *whole, failure = urls(written.content()[:cut])
    assert whole == [f"{SITE}/{number}" for number in range(sum(end <= cut for end in ends))]
    assert str(failure).startswith("! ")
    assert "cut short" in str(failure)


def test_a_wrong_length_costs_one_failure_and_what_came_before_is_kept() -> None:
    content = archive(4, packed=False)
    start = content.index(f"{SITE}/2".encode())
    for wrong in (b"Content-Length: 99999999", b"Content-Length: 12", b"Content-Length: -5", b"Content-Length: x"):
        at = content.index(b"Content-Length: ", start)
        changed = content[:at] + wrong + content[content.index(b"\r\n", at) :]
        found = urls(changed)
        assert found[:2] == [f"{SITE}/0", f"{SITE}/1"], wrong
        assert sum(str(url).startswith("! ") for url in found) == 1, wrong


def test_a_page_that_is_far_too_large_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MAX_BYTES", 5_000)
    written = Archive()
    written.add(f"{SITE}/bomb", gzip.compress(bytes(30_000_000)), Content_Encoding="gzip")
    written.add(f"{SITE}/large", b"<p>x</p>" * 10_000)
    written.add(f"{SITE}/good", body(1))
    results = read("-", stdin=written.content())
    assert [type(result) for result in results] == [Failure, Failure, Article]


@pytest.mark.parametrize(
    "content", [b"WARC/1.0\r\n", b"WARC/1.0", b"WARC/9\r\n\r\n\r\n", b"WARC/1.0\r\n\xff\xfe: x\r\n"]
)
def test_heads_that_are_broken(content: bytes) -> None:
    assert len(read("-", stdin=content)) <= 1
