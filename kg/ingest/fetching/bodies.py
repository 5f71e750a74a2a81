"""The body of an answer, decompressed under a cap: nothing that a server sends grows beyond it."""

import zlib
from collections.abc import Iterable, Iterator

from kg.ingest.fetching.answers import FetchError, Trouble

# What we say we understand. Brotli and zstandard libraries decompress a piece whole, whatever it grows to.
ACCEPTED = "gzip, deflate"
MAX_MEMBERS = 100  # of one gzip body; more are made to cost time
_GZIP_MARK = b"\x1f\x8b"


def read_body(pieces: Iterable[bytes], encoding: str, max_bytes: int) -> bytes:
    """The decompressed body of at most `max_bytes`, or one byte more where there is more.

    Raises:
        FetchError: it is compressed in a way that we did not ask for, or wrongly, or comes to nothing.
    """
    encoding = encoding.strip().lower()
    limited = _limit(pieces, max_bytes)
    content = bytearray()
    for piece in limited if encoding in ("", "identity") else _inflate(limited, encoding, max_bytes):
        content += piece
        if len(content) > max_bytes:
            break
    return bytes(content[: max_bytes + 1])


def to_too_large(max_bytes: int) -> FetchError:
    """What is raised for a body of more than `max_bytes`."""
    return FetchError(Trouble.CONTENT, f"it is larger than {max_bytes:,} bytes", "save the article and give the file")


def _limit(pieces: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    """The pieces, as they are sent: what is compressed can be endless and yet come to nothing."""
    count = 0
    for piece in pieces:
        yield piece
        count += len(piece)
        if count > max_bytes:
            raise to_too_large(max_bytes)


def _inflate(pieces: Iterator[bytes], encoding: str, max_bytes: int) -> Iterator[bytes]:
    """What the pieces hold, in parts of at most `max_bytes` + 1; a gzip body may consist of several members."""
    stream, members = None, 0
    for rest in pieces:
        while rest:
            if stream is None or stream.eof:
                if members and (encoding == "deflate" or not rest.startswith(_GZIP_MARK)):
                    return  # padding after the end
                stream, members = _to_stream(encoding, rest[0]), members + 1
            if members > MAX_MEMBERS:
                raise FetchError(Trouble.CONTENT, "it is compressed in too many parts", "save it and give the file")
            yield _decompress(stream, rest, max_bytes + 1)
            rest = stream.unconsumed_tail or stream.unused_data
    if stream and not stream.eof:
        raise FetchError(Trouble.LATER, "it breaks off", "try again later")


def _to_stream(encoding: str, first: int) -> "zlib._Decompress":
    if encoding in ("gzip", "x-gzip"):
        return zlib.decompressobj(16 + zlib.MAX_WBITS)
    if encoding == "deflate":  # some servers leave out its envelope, whose first byte says "method 8"
        return zlib.decompressobj(zlib.MAX_WBITS if first & 0x0F == 8 else -zlib.MAX_WBITS)
    raise FetchError(Trouble.CONTENT, f"it is compressed as {encoding[:40]!r}, unasked", "save it and give the file")


def _decompress(stream: "zlib._Decompress", compressed: bytes, max_bytes: int) -> bytes:
    try:
        return stream.decompress(compressed, max_bytes)
    except zlib.error as error:
        raise FetchError(Trouble.CONTENT, "its compression is broken", "check it in a browser") from error
