"""Text to quantities, for the tests."""

from kg.extract.language import parse_texts
from kg.extract.parsed import ParsedBlock
from kg.extract.quantities import Quantity, find_quantities
from kg.model import Block, BlockKind, Span


def to_block(text: str, start: int = 0) -> ParsedBlock:
    """The text as a parsed paragraph that stands `start` characters into its article."""
    return ParsedBlock(0, Block(BlockKind.PARAGRAPH, Span(start, start + len(text))), next(parse_texts([text])))


def read(text: str) -> tuple[Quantity, ...]:
    """The quantities of one paragraph."""
    return find_quantities(to_block(text))


def forms(text: str) -> list[tuple[str, str, str]]:
    """Each quantity as its passage, its value and the local name of its unit."""
    return [(q.span.cut(text), format(q.value, "f"), q.unit.split(":")[1]) for q in read(text)]
