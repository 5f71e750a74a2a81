"""Files, standard input and fetched bytes to streams that can be looked into, unpacked where they are gzip."""

import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

from kg.errors import SourceError
from kg.ingest.files import MAX_BYTES
from kg.ingest.kinds import SNIFFED_BYTES, Kind, find_kind

GZIP = b"\x1f\x8b"
# gzip packs zeros to a thousandth and prose to a third; a newspaper's archive of pages to a tenth.
MAX_RATIO = 100
TRUSTED_BYTES = 50_000_000  # unpacked bytes below which the ratio says nothing: a small file may well be all alike
CHUNK_BYTES = 65_536


@dataclass(frozen=True)
class Opened:
    """A source that is open: `head` are its first bytes, `charset` is what its sender says it is in."""

    location: str
    stream: io.BufferedReader
    head: bytes
    charset: str | None
    packed: "Unpacking | None"

    @cached_property
    def kind(self) -> Kind:
        """What it holds."""
        return find_kind(self.head)

    @property
    def trouble(self) -> SourceError | None:
        """Why the stream has ended before its time; None where it has not."""
        return self.packed.trouble if self.packed else None

    def read(self, is_partial_good: bool = False) -> bytes:
        """All of it; what there is of it where its compression is broken, if `is_partial_good`.

        Raises:
            SourceError: it is too large for one article or feed, cannot be read, or its compression is broken.
        """
        try:
            content = self.stream.read(MAX_BYTES + 1)
        except OSError as error:
            raise SourceError(f"it cannot be read: {error.strerror or error}", "check that you may read it") from error
        if len(content) > MAX_BYTES:
            raise SourceError(f"it is larger than {MAX_BYTES // 1_000_000} MB", "give one article a file")
        if self.trouble and not is_partial_good:
            raise self.trouble
        return content


@contextmanager
def open_file(path: Path, location: str) -> Iterator[Opened]:
    """A file, open as long as the block runs.

    Raises:
        SourceError: it is no file, or cannot be read.
    """
    try:
        if not path.is_file():
            raise SourceError("it is no regular file", "give a file, a folder, a pattern, an address or -")
        with path.open("rb") as stream:
            yield open_stream(stream, location)
    except OSError as error:
        raise SourceError(f"it cannot be read: {error.strerror or error}", "check that you may read it") from error


def open_bytes(content: bytes, location: str, charset: str | None = None) -> Opened:
    """What is in memory already."""
    return open_stream(io.BytesIO(content), location, charset)


def open_stdin(stream: BinaryIO | None) -> Opened:
    """Standard input, or the stream that stands in for it."""
    return open_stream(stream or sys.stdin.buffer, "-")


def open_stream(stream: BinaryIO, location: str, charset: str | None = None) -> Opened:
    """A stream that is open already, a pipe for example; it is unpacked as it is read."""
    buffered = _buffer(stream)
    packed = Unpacking(buffered) if buffered.peek(len(GZIP)).startswith(GZIP) else None
    if packed:
        buffered = _buffer(io.BufferedReader(packed))
    return Opened(location, buffered, buffered.peek(SNIFFED_BYTES)[:SNIFFED_BYTES], charset, packed)


def _buffer(stream: BinaryIO) -> io.BufferedReader:
    return io.BufferedReader(_Whole(stream), SNIFFED_BYTES)


class _Whole(io.RawIOBase):
    """A stream whose every read is as long as asked, so that looking ahead sees enough of a slow pipe."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """How many bytes were read into the buffer; fewer than it takes only at the end."""
        view = memoryview(buffer)
        content = self._stream.read(len(view))
        view[: len(content)] = content
        return len(content)


class Unpacking(io.RawIOBase):
    """What a gzip stream of any number of members holds.

    It ends where it is broken, cut short, or unpacks to far more than anything that people write; `trouble` says so.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.trouble: SourceError | None = None
        self._stream = stream
        self._member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        self._waiting = b""
        self._taken = self._given = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """How many bytes were unpacked into the buffer; 0 at the end."""
        view = memoryview(buffer)
        content = b""
        try:
            while not content and not self.trouble and self._go_on():
                content = self._member.decompress(self._waiting, len(view))
                if not (content or self._waiting or self._member.eof):
                    self.trouble = SourceError("its gzip compression is cut short", "get the file again")
                self._waiting = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
        except zlib.error:
            self.trouble = SourceError("its gzip compression is broken", "get the file again")
        self._given += len(content)
        if self._given > TRUSTED_BYTES and self._given > MAX_RATIO * self._taken:
            self.trouble = SourceError("it unpacks to far more than any text", "unpack it yourself if you trust it")
        view[: len(content)] = content
        return len(content)

    def _go_on(self) -> bool:
        """Whether there may be more; the next member is begun where one has ended.

        What follows the last member and is none, zeros mostly, is no part of the content.
        """
        if len(self._waiting) < len(GZIP):
            more = self._stream.read(CHUNK_BYTES)
            self._taken += len(more)
            self._waiting += more
        if self._member.eof:
            if not self._waiting.startswith(GZIP):
                return False
            self._member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        return True
