"""Bytes to text: which encoding they are in, or why they are no text at all."""

import codecs
import re

from kg.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    *(b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\x1f\x8b", b"\xd0\xcf\x11\xe0"),
    *(b"SQLite format 3", b"RIFF", b"OggS", b"ID3", b"wOFF", b"wOF2", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{2,40})""")
DECLARATION_BYTES = (
    4096  # browsers look for a page's declaration in its first 1,024 bytes; feeds and old pages are later
)

# A UTF-8 file with a few broken bytes is still UTF-8: one in a thousand characters is a slip, more is another encoding.
MAX_BROKEN_SHARE = 0.001
# Text has next to no control characters; compressed or compiled bytes have one in ten.
MAX_CONTROL_SHARE = 0.01
# In western text few letters are beyond ASCII, in Greek or Cyrillic most are; a guesser takes Å for Ĺ too easily.
MAX_WESTERN_SHARE = 0.15
# Halves of characters written as references: XML forbids them, and some libraries let them through or break on them.
_HALF = re.compile(
    rb"&#(?:x0*d[89a-f][0-9a-f]{2}|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


def decode(content: bytes, charset: str | None = None) -> str:
    """The text of a file or page; `charset` is what its sender says it is in, which is checked, not believed.

    Raises:
        SourceError: there is nothing, or it is no text, or its encoding cannot be told.
    """
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xfe\xff"):
        raise SourceError("it is empty", "give a file that holds an article")
    if content.startswith(_BINARY):
        raise SourceError("it is binary, not text", "give a text, Markdown or HTML file")
    text = _decode_marked(content) or _decode_utf8(content) or _decode_declared(content, charset) or _guess(content)
    if text is None or _share(_CONTROL, text) > MAX_CONTROL_SHARE:
        raise SourceError("it is binary, or in an unknown encoding", "save it as UTF-8 text")
    return text


def without_halves(markup: bytes) -> bytes:
    """The XML without references to halves of characters ("&#xD800;"), the replacement character in their place."""
    return _HALF.sub(b"&#xFFFD;", markup)


def _decode_marked(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _try(content, encoding)
    return _try(content, f"utf-16-{order}") if (order := _utf16_order(content[:2000])) else None


def _utf16_order(sample: bytes) -> str | None:
    """Text in UTF-16 without a mark has a zero in every other byte wherever it is Latin."""
    for order, zeros, others in (("le", sample[1::2], sample[::2]), ("be", sample[::2], sample[1::2])):
        if zeros and zeros.count(0) > 0.7 * len(zeros) and others.count(0) < 0.05 * len(others):
            return order
    return None


def _decode_utf8(content: bytes) -> str | None:
    if (text := _try(content, "utf-8")) is not None:
        return text
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    has_others = any(character > "\x7f" and character != "\ufffd" for character in text)
    return text if has_others and broken <= MAX_BROKEN_SHARE * len(text) else None


def _decode_declared(content: bytes, charset: str | None) -> str | None:
    found = _DECLARED.search(content[:DECLARATION_BYTES])
    for name in (charset, found.group(1).decode("ascii") if found else None):
        # what calls itself Latin-1 on the web is Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels)
        encoding = (
            "cp1252" if (name or "").lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else name
        )
        if encoding and (text := _try(content, encoding)) is not None:
            return text
    return None


def _guess(content: bytes) -> str | None:
    is_western = sum(byte > 0x7F for byte in content) <= MAX_WESTERN_SHARE * len(content)
    if is_western and (text := _try(content, "cp1252")) is not None:
        return text
    from trafilatura.utils import detect_encoding

    for encoding in detect_encoding(content):
        if (text := _try(content, encoding)) is not None:
            return text
    return None


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None


def _share(pattern: re.Pattern[str], text: str) -> float:
    return len(pattern.findall(text)) / max(1, len(text))
