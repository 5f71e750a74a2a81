"""Names by the heading of their column: what stands under "Developer" is an organization."""

from collections.abc import Iterator

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.shapes import words
from kg.extract.parsed import Parsed, ParsedBlock
from kg.model import BlockKind, EntityClass, Span

MAX_WORDS = 6  # a longer cell is a remark, not a name
CONFIDENCE = 0.9
_CLASSES = {
    "system": EntityClass.SYSTEM,
    "organization": EntityClass.ORGANIZATION,
    "policy": EntityClass.POLICY,
    "place": EntityClass.PLACE,
}


def find_in_columns(parsed: Parsed, block: ParsedBlock) -> Iterator[Candidate]:
    """The cells of a table's row that are names by their column's heading, in order; nothing for other blocks."""
    lead = block.block.lead
    header = parsed.blocks[lead] if block.block.kind is BlockKind.ROW and lead is not None else None
    if header is None or header.block.kind is not BlockKind.ROW:
        return
    for heading, cell in zip(header.block.cells, block.block.cells, strict=False):
        cls = _class_of(parsed.article.text[heading.start : heading.end])
        text = parsed.article.text[cell.start : cell.end]
        if cls is not None and text[:1].isupper() and len(text.split()) <= MAX_WORDS and not text.isupper():
            yield _to_candidate(block, cell, cls)


def _class_of(heading: str) -> EntityClass | None:
    """The class that the first word of a heading that tells one names."""
    for word in heading.lower().split():
        for topic, cls in _CLASSES.items():
            if word.rstrip("s") in words(topic, "columns"):
                return cls
    return None


def _to_candidate(block: ParsedBlock, cell: Span, cls: EntityClass) -> Candidate:
    start = block.block.span.start
    return Candidate(cell.start - start, cell.end - start, cls, "grammar", CONFIDENCE)
