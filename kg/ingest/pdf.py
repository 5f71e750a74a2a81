"""PDF files to articles; needs the extra `kg[pdf]`."""

import io
from importlib.util import find_spec

from kg.ingest.metadata import Metadata
from kg.ingest.plain import read_plain
from kg.ingest.reading import to_article
from kg.model import Article, Failure


def can_read_pdf() -> bool:
    """Whether the extra is installed."""
    return find_spec("pypdf") is not None


def read_pdf(content: bytes, location: str) -> Article | Failure:
    """The article of a PDF file, or why it holds none."""
    from pypdf import PdfReader

    try:
        text = "\n\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    except Exception as error:
        return Failure(location, f"reading it failed: {type(error).__name__}: {error}"[:300], "save it as a page")
    pieces, _ = read_plain(text)
    return to_article(pieces, location, Metadata())
