"""The claims of table rows: what stands in one column about what stands in another, by the columns' headings."""

from collections.abc import Iterator

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.relations.lexicon import Entry, Lexicon
from kg.model import BlockKind, Chain, Claim, Span


def read_tables(resolved: Resolved, lexicon: Lexicon) -> Iterator[Claim]:
    """The claims that the rows of the article's tables make by the entries for columns, in order of the text."""
    for block in resolved.parsed.blocks:
        header = resolved.parsed.blocks[block.block.lead] if block.block.lead is not None else None
        if block.block.kind is BlockKind.ROW and header is not None and header.block.kind is BlockKind.ROW:
            for index, cell in enumerate(header.block.cells[: len(block.block.cells)]):
                for entry in _entries_of(header, cell, lexicon):
                    yield from _read_row(resolved, block, index, entry)


def _entries_of(header: ParsedBlock, cell: Span, lexicon: Lexicon) -> list[Entry]:
    tokens = header.tokens_in(cell)
    return [entry for token in tokens or () for entry in lexicon.find("column", token.lemma_.lower())]


def _read_row(resolved: Resolved, block: ParsedBlock, column: int, entry: Entry) -> Iterator[Claim]:
    """The claim of one row by one column; nothing unless exactly one name of the right class stands on each side."""
    in_column = entry.subject if entry.subject == ("column",) else entry.object
    wanted = (entry.subject_types, entry.object_types)
    here, others = wanted if in_column is entry.subject else wanted[::-1]
    cells = block.block.cells
    named = [chain for chain in _chains_in(resolved, cells[column]) if chain.cls in here]
    rest = [chain for i, cell in enumerate(cells) if i != column for chain in _chains_in(resolved, cell)]
    about = [chain for chain in rest if chain.cls in others]
    if len(named) == 1 and len(about) == 1 and named[0] is not about[0]:
        subject, object_ = (named[0], about[0]) if in_column is entry.subject else (about[0], named[0])
        yield Claim(
            subject=subject.id,
            predicate=entry.predicate,
            object=object_.id,
            evidence=block.block.span,
            confidence=entry.confidence,
            rule=entry.id,
        )


def _chains_in(resolved: Resolved, cell: Span) -> list[Chain]:
    return [chain for chain in resolved.chains if any(cell.contains(mention.span) for mention in chain.mentions)]
