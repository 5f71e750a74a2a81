"""Articles of several blocks with their names marked, for what is read across blocks."""

from kg.extract.language import parse_articles
from kg.extract.parsed import Resolved
from kg.extract.wishes import Wishes, read_wishes
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


def resolve_blocks(text: str) -> Resolved:
    """The article of a marked text: one block a line, "# " a heading, "* " an item under the last other block."""
    article, chains = _to_article([line.strip() for line in text.strip().splitlines() if line.strip()])
    (parsed,) = parse_articles([article])
    return Resolved(parsed, chains)


def wishes_in(text: str) -> Wishes:
    """The proposals and risks of a marked text of several blocks."""
    return read_wishes(resolve_blocks(text))


def speakers_in(text: str) -> dict[str, list[str]]:
    """Who puts each proposal and risk of a marked text of several blocks: label -> names."""
    resolved = resolve_blocks(text)
    found = read_wishes(resolved)
    names = {chain.id: chain.name for chain in resolved.chains}
    return {
        node.label: [names[c.subject] for c in found.claims if c.object == node.id]
        for node in (*found.proposals, *found.risks)
    }


def _to_article(lines: list[str]) -> tuple[Article, tuple[Chain, ...]]:
    text, blocks, mentions = "", [], {}
    lead = None
    for index, line in enumerate(lines):
        kind = KINDS.get(line[0], BlockKind.PARAGRAPH) if line[1:2] == " " else BlockKind.PARAGRAPH
        text += "\n\n" if text else ""
        start = len(text)
        text = _add(text, line if kind is BlockKind.PARAGRAPH else line[2:], mentions)
        blocks.append(Block(kind, Span(start, len(text)), lead=lead if kind is BlockKind.ITEM else None))
        lead = lead if kind is BlockKind.ITEM else index
    chains = tuple(
        Chain(f"e{i}", EntityClass(cls), name, (name,), tuple(found))
        for i, ((name, cls), found) in enumerate(mentions.items(), start=1)
    )
    return Article("test", text, tuple(blocks), "test"), chains


def _add(text: str, line: str, mentions: dict[tuple[str, str], list[Mention]]) -> str:
    marked, last = mark(line), 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        shown = match["text"] or match["name"]
        mention = Mention(Span(len(text), len(text) + len(shown)), EntityClass(match["cls"]), "marked")
        mentions.setdefault((match["name"], match["cls"]), []).append(mention)
        text += shown
        last = match.end()
    return text + marked[last:]
