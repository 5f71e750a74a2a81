"""Articles of several blocks, written one block a line, as they come from the ingest stage.

"! " is the title, "# " a heading, "* " an item under the last other block, "> " a quotation, "| a | b" a row of a table
under the table's first row; all else is a paragraph. Names may be marked as in cast.py.
"""

from kg.extract.language import parse_articles
from kg.extract.parsed import Resolved
from kg.model import Article, Block, BlockKind, Chain, EntityClass, Mention, Span
from tests.extract.cast import mark
from tests.extract.marked import MARK

KINDS = {
    "#": BlockKind.HEADING,
    "*": BlockKind.ITEM,
    "|": BlockKind.ROW,
    ">": BlockKind.QUOTATION,
    "!": BlockKind.TITLE,
}
Named = dict[tuple[str, str], list[Mention]]


def to_article(text: str) -> Article:
    """The article that the lines write."""
    return _build(text, {}, marked=False)


def resolve_blocks(text: str) -> Resolved:
    """The article that the lines write, parsed, with the names of the cast and the marked ones for its chains."""
    mentions: Named = {}
    article = _build(text, mentions, marked=True)
    chains = tuple(
        Chain(f"e{i}", EntityClass(cls), name, (name,), tuple(found))
        for i, ((name, cls), found) in enumerate(mentions.items(), start=1)
    )
    (parsed,) = parse_articles([article])
    return Resolved(parsed, chains)


def _build(text: str, mentions: Named, *, marked: bool) -> Article:
    body, blocks, above = "", [], None
    for index, line in enumerate(line.strip() for line in text.strip().splitlines() if line.strip()):
        kind = KINDS.get(line[0], BlockKind.PARAGRAPH) if line[1:2] == " " else BlockKind.PARAGRAPH
        body += "\n\n" if body else ""
        start = len(body)
        shown = line if kind is BlockKind.PARAGRAPH else line[2:]
        body = _add(body, mark(shown) if marked else shown, mentions)
        under = kind is BlockKind.ITEM or (kind is BlockKind.ROW and above is not None and blocks[above].kind is kind)
        cells = tuple(_cells(body, start)) if kind is BlockKind.ROW else ()
        blocks.append(Block(kind, Span(start, len(body)), lead=above if under else None, cells=cells))
        above = above if under else index
    return Article("test", body, tuple(blocks), "test")


def _cells(body: str, start: int) -> list[Span]:
    cells = []
    for cell in body[start:].split(" | "):
        cells.append(Span(start, start + len(cell)))
        start += len(cell) + len(" | ")
    return cells


def _add(body: str, line: str, mentions: Named) -> str:
    last = 0
    for match in MARK.finditer(line):
        body += line[last : match.start()]
        shown = match["text"] or match["name"]
        mention = Mention(Span(len(body), len(body) + len(shown)), EntityClass(match["cls"]), "marked")
        mentions.setdefault((match["name"], match["cls"]), []).append(mention)
        body += shown
        last = match.end()
    return body + line[last:]
