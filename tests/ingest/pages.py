"""Pages to test with: an article's markup in the furniture that real sites put around it."""

import json

from kg.ingest.reading import read_article
from kg.model import Article, Block, BlockKind

OPENING = (
    "<p>The lake council voted on Tuesday to let an automated system decide when the sluices open, the first body in "
    "the region to hand such a decision to a machine without a person on duty at night.</p>"
)
CLOSING = (
    "<p>Engineers will review every decision of the system once a month, and the council has promised to publish what "
    "they find, together with the readings that the system saw at the time of each decision.</p>"
)
MIDDLE = (
    "<p>Farmers along the lower shore had asked for the change after two dry summers, while anglers warned that sudden "
    "releases of cold water would harm the trout that spawn below the dam in the spring.</p>"
)
TITLE = "Lake council hands its sluices to a machine"


def page(body: str, head: str = "", title: str = TITLE) -> bytes:
    """A whole page with the body as its article, between a menu, a cookie banner and a footer."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{title} | Shore Courier</title>{head}</head>"
        '<body><div class="cookie-banner"><p>We use cookies to remember what you like.</p><button>Accept</button></div>'
        '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>'
        f"<main><article><h1>{title}</h1>{body}</article></main>"
        '<footer><p>Copyright 2025 Shore Courier. <a href="/terms">Terms</a></p></footer></body></html>'
    ).encode()


def read(content: bytes, location: str = "page.html") -> Article:
    """The article of the content, which must be one."""
    result = read_article(content, location)
    assert isinstance(result, Article), result
    return result


def read_body(body: str, head: str = "") -> Article:
    """The article on a page with this body."""
    return read(page(body, head))


def texts(article: Article, kind: BlockKind) -> list[str]:
    """The texts of the article's blocks of a kind."""
    return [article.cut(block) for block in article.blocks if block.kind is kind]


def block_of(article: Article, start: str) -> Block:
    """The block whose text begins so."""
    return next(block for block in article.blocks if article.cut(block).startswith(start))


def lead_of(article: Article, start: str) -> str | None:
    """The text of the block that the block beginning so stands under."""
    lead = block_of(article, start).lead
    return None if lead is None else article.cut(article.blocks[lead])


def linked(node: object) -> str:
    """A page's linked data."""
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'
