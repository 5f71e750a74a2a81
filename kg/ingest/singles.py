"""Bytes that hold one article to that article, whatever its kind."""

from kg.ingest.kinds import SNIFFED_BYTES, Kind, find_kind
from kg.ingest.listing import Source
from kg.ingest.mail import read_mail
from kg.ingest.pdf import can_read_pdf, read_pdf
from kg.ingest.reading import read_article
from kg.ingest.sifting import Reason, Result, sift
from kg.model import Skipped


def read_single(content: bytes, location: str, charset: str | None, source: Source) -> Result:
    """The article of a page, text, message or PDF file, or why there is none."""
    match find_kind(content[:SNIFFED_BYTES]):
        case Kind.PDF if not can_read_pdf():
            return Skipped(location, Reason.NO_READER, "pip install 'kg[pdf]'")
        case Kind.PDF:
            return sift(read_pdf(content, location), b"", source)
        case Kind.MAIL:
            return sift(read_mail(content, location), b"", source)
    return sift(read_article(content, location, charset), content, source)
