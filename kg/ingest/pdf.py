"""PDF files to articles, through pypdf; needs the extra `kg[pdf]`."""

import io
import logging
import re
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

from kg.errors import SourceError
from kg.ingest.authors import clean_authors
from kg.ingest.dates import parse_date
from kg.ingest.layout import Line, to_pieces
from kg.ingest.masthead import read_opening
from kg.ingest.metadata import Metadata, clean_url, fill
from kg.ingest.pieces import Piece, to_line
from kg.ingest.reading import to_article
from kg.model import Article, BlockKind, Failure

MAX_PAGES = 200  # the longest act or report that is read whole
DEADLINE_S = 10.0  # looked at between two pages; a page of text takes some 20 ms
_PROGRAM_TITLE = re.compile(r"^(?:Microsoft \w+ - |untitled)|\.(?:docx?|indd|pdf|qxd|rtf)$", re.IGNORECASE)
_MOMENT = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def can_read_pdf() -> bool:
    """Whether the extra is installed."""
    return find_spec("pypdf") is not None


def read_pdf(content: bytes, location: str) -> Article | Failure:
    """The article of a PDF file, or why it holds none."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it tells of every slip in a file
    try:
        reader = PdfReader(io.BytesIO(content))
        pieces = to_pieces(list(_read_lines(reader)))
        if not pieces:
            raise SourceError("it holds no text, only pictures of it", "give a version with text")
        return to_article(pieces, location, _read_metadata(reader.metadata or {}, pieces, clean_url(location)))
    except SourceError as error:
        return Failure(location, str(error), error.advice)
    except Exception as error:  # whatever a broken file brings a library to do, the batch goes on
        reason = f"the PDF file is broken or locked: {type(error).__name__}: {error}"
        return Failure(location, to_line(reason)[:300], "save it anew, without a password")


def _read_lines(reader: Any) -> Iterator[Line]:
    started = time.monotonic()
    for number, page in enumerate(reader.pages):
        if number >= MAX_PAGES:
            raise SourceError(f"it has more than {MAX_PAGES} pages", "give one article a file")
        if time.monotonic() - started > DEADLINE_S:
            raise SourceError(f"reading it takes longer than {DEADLINE_S:.0f} s", "give a version with less in it")
        found: list[Line] = []
        page.extract_text(visitor_text=_make_noter(number, found))
        yield from found


def _make_noter(number: int, found: list[Line]) -> Callable[[str, Any, Any, Any, float], None]:
    """What pypdf is to call with each stretch of text on a page: it goes into `found`."""

    def note(text: str, matrix: Any, at: Any, font: Any, size: float) -> None:
        """Keeps one stretch with its place (`matrix` and `at` as in PDF 32000-1, 8.3.4)."""
        if text.strip():
            scale = abs(at[3] * matrix[3]) or 1.0
            x, y = at[4] * matrix[0] + matrix[4], at[5] * matrix[3] + matrix[5]
            is_bold = "bold" in str((font or {}).get("/BaseFont", "")).lower()
            found.append(Line(text, number, x, y, size * scale, is_bold))

    return note


def _read_metadata(told: Any, pieces: list[Piece], url: str | None) -> Metadata:
    title = to_line(str(told.get("/Title") or ""))
    titled = next((piece.text for piece in pieces if piece.kind is BlockKind.TITLE), "")
    first = next((piece.text for piece in pieces if piece.kind is BlockKind.PARAGRAPH), "")
    created = _MOMENT.match(str(told.get("/CreationDate") or ""))
    made = Metadata(
        authors=clean_authors([str(told.get("/Author") or "")]),
        published=parse_date("-".join(created.groups())) if created else None,
    )
    origins = tuple((name, "pdf") for name in ("authors", "published") if getattr(made, name))
    named = Metadata(headline=titled or (None if not title or _PROGRAM_TITLE.search(title) else title))
    told_by = [("headline", "title block" if titled else "pdf")] * bool(named.headline) + [("url", "address")] * bool(
        url
    )
    opening = fill(Metadata(url=url, headline=named.headline, origins=tuple(told_by)), read_opening(first))
    return fill(opening, Metadata(authors=made.authors, published=made.published, origins=origins))
