"""One source's bytes to one article."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from kg.errors import SourceError
from kg.ingest.decoding import decode
from kg.ingest.metadata import Metadata, clean_url, complete, read_metadata
from kg.ingest.page import read_page
from kg.ingest.pieces import Piece, to_blocks
from kg.ingest.plain import read_plain
from kg.ingest.tree import parse_tree
from kg.iris import mint_article_id
from kg.model import Article, BlockKind, Failure

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|table)\b",
    re.IGNORECASE | re.DOTALL,
)
SNIFFED_CHARACTERS = 2000


def read_article(content: bytes, location: str, charset: str | None = None) -> Article | Failure:
    """The article that a file or page holds, or why it holds none; `charset` is what its sender says it is in."""
    try:
        text = decode(content, charset)
    except SourceError as error:
        return Failure(location, str(error), error.advice)
    if is_html(text, location):
        return _read_html(text, location)
    return to_article(read_plain(text), location, Metadata())


def _read_html(html: str, location: str) -> Article | Failure:
    tree = parse_tree(html)
    metadata = read_metadata(tree, clean_url(location))
    pieces = read_page(html, tree, metadata.names)
    return to_article(pieces, location, complete(metadata, html))


def to_article(pieces: list[Piece], location: str, metadata: Metadata) -> Article | Failure:
    """The article made of the pieces, or a failure where there is nothing but a title."""
    text, blocks = to_blocks(pieces)
    if not any(block.kind is not BlockKind.TITLE for block in blocks):
        return Failure(location, "it holds no article text", "give a page or file that holds a whole article")
    article = Article(mint_article_id(metadata.url, text), text, blocks, location)
    title = article.cut(blocks[0]) if blocks[0].kind is BlockKind.TITLE else None
    origins = dict(metadata.origins)
    if title and title not in metadata.names:
        origins["headline"] = "title block"
    return replace(
        article, url=metadata.url, headline=title or metadata.headline, authors=metadata.authors,
        publisher=metadata.publisher, published=metadata.published, language=metadata.language,
        origins=tuple(sorted(origins.items())),
    )  # fmt: skip


def is_html(text: str, location: str) -> bool:
    """Whether a source is a page, by its name or its first characters."""
    return PurePosixPath(location).suffix.lower() in {".html", ".htm", ".xhtml"} or bool(
        _HTML.match(text[:SNIFFED_CHARACTERS])
    )
