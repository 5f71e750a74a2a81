"""Web archives to pages (https://iipc.github.io/warc-specifications/): responses, resources and extracted texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from kg.errors import SourceError
from kg.ingest.metadata import clean_url
from kg.model import Failure

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

MAX_BYTES = 10_000_000  # of one page, unpacked; as for pages that are fetched
MAX_LINE_BYTES = 65_536  # of a record's head; an address may have some thousand
_TYPES = frozenset(("response", "resource", "conversion"))
_READABLE = ("text/html", "application/xhtml", "text/plain", "text/markdown", "application/pdf")
_CUT_SHORT = SourceError("the archive is cut short or broken", "its whole records are read; get the file again")


@dataclass(frozen=True, slots=True)
class Document:
    """One page of an archive: `url` is where it was captured, `captured` when, in ISO 8601."""

    content: bytes
    url: str
    charset: str | None
    captured: str


def read_warc(stream: BinaryIO) -> Iterator[Document | Failure]:
    """The pages that an unpacked archive holds, in its order; pictures, failed requests and the like are left out.

    Raises:
        SourceError: it is cut short or broken; all whole records before that were given.
    """
    from warcio.archiveiterator import ArchiveIterator

    class Quiet(ArchiveIterator):  # type: ignore[misc]
        """Says nothing on stderr of what lies between records, and takes no line for longer than a head's can be."""

        INC_RECORD = ""

        def __init__(self, stream: _Tailed) -> None:
            super().__init__(stream)
            read = self.reader.readline
            self.reader.readline = lambda length=0: read(length or MAX_LINE_BYTES)

    tailed = _Tailed(stream)
    try:
        records = iter(Quiet(tailed))
    except Exception as error:
        raise _CUT_SHORT from error
    while True:
        try:
            record = next(records, None)
        except Exception as error:  # warcio raises AttributeError and others where a record's head is broken
            raise _CUT_SHORT from error
        if record is None and not tailed.tail.endswith((b"\r\n\r\n", b"\n\n")):
            raise _CUT_SHORT  # in a record's head, which warcio takes for the end
        if record is None:
            return
        if found := _read_record(record):
            yield found


class _Tailed:
    """A stream that keeps the last bytes that were read; a whole archive ends in two empty lines."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.tail = b""

    def read(self, size: int) -> bytes:
        """The next bytes."""
        content = self._stream.read(size)
        self.tail = (self.tail + content)[-4:]
        return content


def _read_record(record: "ArcWarcRecord") -> Document | Failure | None:
    url = clean_url(record.rec_headers.get_header("WARC-Target-URI") or "")
    try:
        kind = _find_type(record)
        wanted = bool(url) and record.rec_type in _TYPES and kind.startswith(_READABLE) and not _is_robots(url)
        content = _read_whole(record) if wanted else b""
        _leave(record)
    except SourceError:
        raise
    except Exception as error:
        return Failure(url or "a record", f"its record is broken: {type(error).__name__}", "archive the page again")
    if not wanted or not url:
        return None
    if len(content) > MAX_BYTES:
        return Failure(url, f"it is larger than {MAX_BYTES // 1_000_000} MB", "no article is that large")
    charset = kind.partition("charset=")[2].split(";")[0].strip(" \"'") or None
    return Document(content, url, charset, record.rec_headers.get_header("WARC-Date") or "")


def _find_type(record: "ArcWarcRecord") -> str:
    """The media type in lower case; empty for what a server did not give."""
    if record.http_headers is None:
        return (record.rec_headers.get_header("Content-Type") or "").lower()
    is_given = record.http_headers.get_statuscode() == "200"
    return (record.http_headers.get_header("Content-Type") or "").lower() if is_given else ""


def _read_whole(record: "ArcWarcRecord") -> bytes:
    """The content, unpacked, up to one byte more than is taken."""
    stream = record.content_stream()
    content = bytearray()
    while len(content) <= MAX_BYTES and (part := stream.read(MAX_BYTES + 1 - len(content))):
        content += part
    return bytes(content)


def _leave(record: "ArcWarcRecord") -> None:
    """Reads the record to its end, which must be where its head says; a head that is cut short says nothing."""
    if not record.rec_headers.get_header("Content-Length"):
        raise _CUT_SHORT
    while record.raw_stream.read(65_536):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise _CUT_SHORT


def _is_robots(url: str | None) -> bool:
    return urlsplit(url or "").path == "/robots.txt"
