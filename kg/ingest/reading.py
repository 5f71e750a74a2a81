"""One source's bytes to one article."""

import re
from pathlib import PurePosixPath

from kg.errors import SourceError
from kg.ingest.decoding import decode
from kg.ingest.page import read_page
from kg.ingest.pieces import Piece, to_blocks
from kg.ingest.plain import read_plain
from kg.iris import mint_article_id
from kg.model import Article, BlockKind, Failure

_HTML = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|article|div|p|h1)\b", re.I | re.S
)


def read_article(content: bytes, location: str, charset: str | None = None) -> Article | Failure:
    """The article that a file or page holds, or why it holds none."""
    try:
        text = decode(content, charset)
    except SourceError as error:
        return Failure(location, str(error), error.advice)
    pieces = read_page(text) if is_html(text, location) else read_plain(text)
    return to_article(pieces, location)


def to_article(pieces: list[Piece], location: str) -> Article | Failure:
    """The article made of the pieces."""
    text, blocks = to_blocks(pieces)
    if not any(block.kind is not BlockKind.TITLE for block in blocks):
        return Failure(location, "no article text found", "give a page or file that holds a whole article")
    headline = blocks[0].span.cut(text) if blocks[0].kind is BlockKind.TITLE else None
    return Article(mint_article_id(None, text), text, blocks, location, headline=headline)


def is_html(text: str, location: str) -> bool:
    """Whether a source is a page, by its name or its first characters."""
    return PurePosixPath(location).suffix.lower() in {".html", ".htm", ".xhtml"} or bool(_HTML.match(text[:2000]))
