"""One source's bytes to one article."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import PurePath

from kg.errors import SourceError
from kg.ingest.decoding import decode
from kg.ingest.entries import Entry
from kg.ingest.files import PAGE_SUFFIXES
from kg.ingest.markdown import SUFFIXES, is_markdown, read_markdown
from kg.ingest.masthead import read_opening
from kg.ingest.metadata import Metadata, clean_url, complete, fill, find_site, read_metadata
from kg.ingest.page import read_fragment, read_page
from kg.ingest.pieces import Piece, to_blocks, to_line
from kg.ingest.plain import read_plain
from kg.ingest.tree import parse_tree
from kg.iris import mint_article_id
from kg.model import Article, BlockKind, Failure

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_LONG_TAG = re.compile(r"<([A-Za-z]\w*)[^<>]{5000,}>?")  # one that is never closed too
MAX_ATTRIBUTES = 1000  # a tag of a real page has some 20, and a picture of 100 kB in one of them
MAX_CHARACTERS = 500_000  # a long report; ten times the longest article that was seen, and some 5,000 sentences
MAX_TAGS = 100_000  # of a page, 30 times what the largest of 181 real ones has; a tag takes some 2 kB of memory
SNIFFED_CHARACTERS = 2000


def read_article(content: bytes, location: str, charset: str | None = None) -> Article | Failure:
    """The article that a file or page holds, or why it holds none; `charset` is what its sender says it is in."""
    try:
        return _read_text(decode(content, charset), location)
    except SourceError as error:
        return Failure(location, str(error), error.advice)
    except Exception as error:  # whatever a hostile page brings a library to do, the batch goes on
        return to_failure(location, error)


def to_failure(location: str, error: Exception) -> Failure:
    """What an error of a library's means for the one source that brought it about."""
    reason = f"reading it failed: {type(error).__name__}: {error}"[:300]
    return Failure(location, to_line(reason), "report it with the page")


def read_entry(entry: Entry, location: str) -> Article | Failure:
    """The article made of what a feed itself holds of it; `location` tells it from the feed's other entries."""
    pieces = [Piece(BlockKind.TITLE, entry.title)] if entry.title else []
    given = {"url": entry.link, "headline": entry.title or None, "authors": entry.authors}
    given |= {"publisher": entry.publisher, "published": entry.published}
    origins = tuple((name, "feed") for name in sorted(given) if given[name])
    metadata = Metadata(
        url=entry.link or None,
        headline=entry.title or None,
        authors=entry.authors,
        publisher=entry.publisher,
        published=entry.published,
        language=entry.language or "en",
        origins=origins,
    )
    try:
        return to_article(pieces + read_fragment(entry.content), location, metadata)
    except Exception as error:  # as with pages
        return to_failure(location, error)


def _read_text(text: str, location: str) -> Article | Failure:
    if is_html(text, location):
        return _read_html(text, location)
    if len(text) > MAX_CHARACTERS:  # before work is put into it
        return _to_too_long(location)
    is_marked = PurePath(location).suffix.lower() in SUFFIXES or is_markdown(text)
    pieces, metadata = read_markdown(text) if is_marked else read_plain(text)
    first = next((piece.text for piece in pieces if piece.kind is BlockKind.PARAGRAPH), "")
    if not metadata.url and (url := clean_url(location)):
        metadata = replace(metadata, url=url, origins=tuple(sorted((*metadata.origins, ("url", "address")))))
    return to_article(pieces, location, fill(metadata, read_opening(first)))


def thin_tags(html: str) -> str:
    """The page without the attributes of tags that have thousands: a parser compares each of them with all others."""
    return _LONG_TAG.sub(lambda tag: tag[0] if tag[0].count("=") < MAX_ATTRIBUTES else f"<{tag[1]}>", html)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without collecting garbage, which would walk the growing tree of a page again and again: a tenth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_uncollected()
def _read_html(html: str, location: str) -> Article | Failure:
    if html.count("<") > MAX_TAGS:
        return Failure(location, f"it has more than {MAX_TAGS:,} tags", "give one article a file")
    html = thin_tags(html)
    tree = parse_tree(html)
    metadata = read_metadata(tree, clean_url(location))
    page = read_page(html, tree, metadata)
    pieces, metadata = page.pieces, complete(metadata, html, page.lines)
    title = next((piece.text for piece in pieces if piece.kind is BlockKind.TITLE), "")
    if title and not metadata.publisher and (site := find_site(tree, title)):
        origins = tuple(sorted((*metadata.origins, ("publisher", "title"))))
        metadata = replace(metadata, publisher=site, origins=origins)
    return to_article(pieces, location, metadata)


def to_article(pieces: list[Piece], location: str, metadata: Metadata) -> Article | Failure:
    """The article made of the pieces, or a failure where there is nothing but a title."""
    if sum(len(piece.text) for piece in pieces) > MAX_CHARACTERS:
        return _to_too_long(location)
    text, blocks = to_blocks(pieces)
    if not any(block.kind is not BlockKind.TITLE for block in blocks):
        return Failure(location, "it holds no article text", "give a page or file that holds a whole article")
    if len(text) > MAX_CHARACTERS:
        return _to_too_long(location)
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


def _to_too_long(location: str) -> Failure:
    return Failure(location, f"it has more than {MAX_CHARACTERS:,} characters of text", "give one article a file")


def is_html(text: str, location: str) -> bool:
    """Whether a source is a page, by its name or its first characters."""
    return PurePath(location).suffix.lower() in PAGE_SUFFIXES or bool(_HTML.match(text[:SNIFFED_CHARACTERS]))
