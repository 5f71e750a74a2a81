"""Long blocks in pieces, so that what reading costs grows with a text's length and not faster.

Much of reading compares the words of one block with each other. No block of real articles was longer than 800
characters; one of 100,000 took minutes.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Article, Block, Span

MAX_CHARACTERS = 2_000  # of a block that is read as a whole

_SENTENCE_END = re.compile(r".*[.!?][”\"’)\]]*\s", re.DOTALL)
_WORD_END = re.compile(r".*\s", re.DOTALL)


def cut_blocks(article: Article) -> Article:
    """The article with its long blocks cut into pieces, behind a sentence where there is one, else behind a word.

    Text and offsets stay as they are, and an article without long blocks is returned as it is.
    """
    if all(block.span.length <= MAX_CHARACTERS for block in article.blocks):
        return article
    pieces = [list(_pieces(article.text, block)) for block in article.blocks]
    places, count = [], 0
    for cut in pieces:
        places.append(count)
        count += len(cut)
    blocks = (piece for cut in pieces for piece in cut)
    led = (b if b.lead is None else replace(b, lead=places[b.lead]) for b in blocks)
    return replace(article, blocks=tuple(led))


def _pieces(text: str, block: Block) -> Iterator[Block]:
    start, end = block.span.start, block.span.end
    while end - start > MAX_CHARACTERS:
        stretch = text[start : start + MAX_CHARACTERS]
        found = _SENTENCE_END.match(stretch) or _WORD_END.match(stretch)
        at = start + (found.end() if found else MAX_CHARACTERS)
        yield _piece(block, start, at)
        start = at
    yield _piece(block, start, end)


def _piece(block: Block, start: int, end: int) -> Block:
    cells = tuple(cell for cell in block.cells if start <= cell.start and cell.end <= end)
    return replace(block, span=Span(start, end), cells=cells)
