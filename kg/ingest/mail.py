"""Newsletters to articles: messages (RFC 5322), alone or many in an mbox (RFC 4155)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from io import BufferedReader
from urllib.parse import quote

from kg.errors import SourceError
from kg.ingest.authors import clean_authors
from kg.ingest.dates import parse_date
from kg.ingest.decoding import decode
from kg.ingest.metadata import Metadata, clean_url
from kg.ingest.page import read_page
from kg.ingest.pieces import Piece, to_line
from kg.ingest.plain import read_plain
from kg.ingest.reading import thin_tags, to_article, to_failure
from kg.ingest.tree import parse_tree
from kg.iris import mint_article_id
from kg.model import Article, BlockKind, Failure

MAX_MESSAGE_BYTES = 50_000_000  # what mail servers let through at most, attachments included
MAX_PARTS = 100  # of one message; a digest of a list has some dozens
# Each line is held against the boundaries of all parts around it: 2 s of work for boundaries beyond the usual few.
USUAL_PARTS = 4
MAX_WORK = 1_000_000
_PART = re.compile(rb"boundary\s*=|message/\w", re.IGNORECASE)
_FORWARDED = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
_AT_PUBLISHER = re.compile(r"^(?P<who>.{3,60}?)\s+(?:from|at|of|[|@·•-])\s+(?P<where>\S.{1,60})$")
_ANGLES = re.compile(r"<([^<>]*)>")


def split_mbox(stream: BufferedReader) -> Iterator[bytes]:
    """Each message of an mbox, one in memory at a time; of one that is too large, no more than its first bytes."""
    message = bytearray()
    is_gap = True  # a line that begins a message follows an empty one, or begins the file
    while line := stream.readline(1_000_000):
        if is_gap and line.startswith(b"From "):
            if message:
                yield bytes(message)
            message = bytearray()
        elif len(message) <= MAX_MESSAGE_BYTES:
            message += line[1:] if re.match(rb">+From ", line) else line
        is_gap = line in (b"\n", b"\r\n")
    if message.strip():
        yield bytes(message)


def read_mail(content: bytes, location: str, shares_place: bool = False) -> Article | Failure:
    """The article that a message holds, or why it holds none.

    A message is told from others by its Message-ID, as the address mid: (RFC 2392), where it names no address on the
    web. `shares_place` says that other messages have the same location, so that the id must tell them apart.
    """
    try:
        message = parse_mail(content)
        name = find_name(message)
        if shares_place:
            location = f"{location}#{quote(name or mint_article_id(None, content.decode('latin-1')), safe='@')}"
        pieces, metadata = _read_body(message)
        article = to_article(pieces, location, metadata)
    except SourceError as error:
        return Failure(location, str(error), error.advice)
    except Exception as error:  # whatever a hostile message brings a library to do, the batch goes on
        return to_failure(location, error)
    if isinstance(article, Failure) or article.url or not name:
        return article
    return replace(article, id=mint_article_id(f"mid:{name}", article.text))


def parse_mail(content: bytes) -> Message:
    """The message, its parts found.

    Raises:
        SourceError: it is too large or has too many parts.
    """
    if len(content) > MAX_MESSAGE_BYTES:
        raise SourceError(f"it is larger than {MAX_MESSAGE_BYTES // 1_000_000} MB", "save the newsletter without files")
    parts = sum(1 for _ in _PART.finditer(content))
    if parts > MAX_PARTS or (parts - USUAL_PARTS) * content.count(b"\n") > MAX_WORK:
        raise SourceError(f"it has too many parts ({parts})", "save the newsletter as a page")
    return message_from_bytes(content)


def find_name(message: Message) -> str:
    """What its Message-ID names it, empty where it has none."""
    found = _ANGLES.search(find_header(message, "Message-ID"))
    return found[1].strip() if found else ""


def find_header(message: Message, name: str) -> str:
    """A header as one line, decoded; empty where the message has none."""
    raw = str(message.get(name) or "")[:10_000]
    try:
        return to_line(str(make_header(decode_header(raw))))
    except Exception:  # a header in an unknown encoding, or broken, stays as it is written
        return to_line(raw)


def find_subject(message: Message) -> str:
    """What the message is about, without the marks of replies and forwards."""
    return _FORWARDED.sub("", find_header(message, "Subject"))


def read_headers(message: Message) -> Metadata:
    """What the headers say. A list's sender is its publisher; a sender without a list is the author."""
    name, address = parseaddr(find_header(message, "From"))
    authors, publisher = _find_people(to_line(name) or address.partition("@")[2], bool(message.get("List-Id")))
    archived = _ANGLES.search(find_header(message, "Archived-At"))  # RFC 5064
    subject = find_subject(message)
    told = Metadata(
        url=clean_url(archived[1]) if archived else None,
        headline=subject or None,
        authors=authors,
        publisher=publisher,
        published=parse_date(find_header(message, "Date")),
        names=(subject,) * bool(subject),
    )
    names = ("authors", "headline", "published", "publisher", "url")
    return replace(told, origins=tuple((name, "mail header") for name in names if getattr(told, name)))


def _find_people(sender: str, is_list: bool) -> tuple[tuple[str, ...], str | None]:
    """Authors and publisher: "Ana Reed from Shore Courier" names both."""
    if both := _AT_PUBLISHER.match(sender):
        return clean_authors([both["who"]]), both["where"]
    return ((), sender or None) if is_list else (clean_authors([sender]), None)


def _read_body(message: Message) -> tuple[list[Piece], Metadata]:
    metadata = read_headers(message)
    text, is_html = _find_text(message)
    if is_html:
        html = thin_tags(text)
        return read_page(html, parse_tree(html), metadata).pieces, metadata
    pieces = [piece for piece in read_plain(text)[0] if to_line(piece.text) != metadata.headline]
    title = [Piece(BlockKind.TITLE, metadata.headline)] if metadata.headline else []
    return title + [_untitled(piece) for piece in pieces], metadata


def _untitled(piece: Piece) -> Piece:
    """A title within the text is a heading: the message's own is its subject."""
    return replace(piece, kind=BlockKind.HEADING, level=1) if piece.kind is BlockKind.TITLE else piece


def _find_text(message: Message) -> tuple[str, bool]:
    """The longest part in HTML, else the longest in plain text, and whether it is HTML; files sent along are no text.

    Raises:
        SourceError: it has neither.
    """
    for kind in ("text/html", "text/plain"):
        found = [part for part in message.walk() if part.get_content_type() == kind and not _is_file(part)]
        contents = [(part, payload) for part in found if isinstance(payload := part.get_payload(decode=True), bytes)]
        filled = [(part, payload) for part, payload in contents if payload.strip()]
        if filled:
            part, payload = max(filled, key=lambda one: len(one[1]))
            return decode(payload, _charset_of(part)), kind == "text/html"
    raise SourceError("it holds no text", "save the newsletter as a page")


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _charset_of(part: Message) -> str | None:
    charset = part.get_param("charset")
    return charset if isinstance(charset, str) else None
