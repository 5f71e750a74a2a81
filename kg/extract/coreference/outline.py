"""Reads an article's parse once for coreference: sentence numbers, quotations, and every noun phrase as a place."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.extract.coreference.referents import Place, role_of
from kg.extract.parsed import Parsed, ParsedBlock
from kg.extract.tokens import Token, TokenSpan
from kg.model import BlockKind, Mention, Span

_OPENING, _CLOSING, _STRAIGHT = "“", "”", '"'


@dataclass(frozen=True)
class Outline:
    """An article ready for coreference.

    `tokens` are those of each block: made once, since it is their making that costs. `starts` are the sentences'
    offsets in order, `quotations` their spans.
    """

    parsed: Parsed
    tokens: tuple[tuple[Token, ...], ...]
    starts: tuple[int, ...]
    quotations: tuple[Span, ...]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that an offset of the article lies in."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def is_quoted(self, span: Span) -> bool:
        """Whether a span lies inside a quotation of more than a few words."""
        return self.quotation_at(span) is not None

    def quotation_at(self, span: Span) -> Span | None:
        """The quotation that holds a span, or None."""
        at = bisect_right(self._quotation_starts, span.start) - 1
        return self.quotations[at] if at >= 0 and self.quotations[at].contains(span) else None

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]

    @cached_property
    def _headings(self) -> list[int]:
        return [block.index for block in self.parsed.blocks if block.block.kind is BlockKind.HEADING]

    @cached_property
    def _blocks_starts(self) -> list[int]:
        return [block.block.span.start for block in self.parsed.blocks]

    def place_of(self, span: Span) -> Place | None:
        """The place of a span of the article; None where it covers no token."""
        at = bisect_right(self._blocks_starts, span.start) - 1
        if at < 0:
            return None
        block = self.parsed.blocks[at]
        tokens = block.tokens_in(span)
        return self._place(block, tokens, tokens.root, span) if tokens else None

    def place_at(self, block: ParsedBlock, tokens: TokenSpan, head: Token) -> Place:
        """The place of a run of tokens with the given head."""
        return self._place(block, tokens, head, block.span_of(tokens))

    def _place(self, block: ParsedBlock, tokens: TokenSpan, head: Token, span: Span) -> Place:
        role = (
            "heading" if block.block.kind in {BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION} else role_of(head)
        )
        sentence, section = self.sentence_at(span.start), bisect_right(self._headings, block.index)
        return Place(span, block, tokens.start, tokens.end, head, sentence, role, self.is_quoted(span), section)


def read_outline(parsed: Parsed) -> Outline:
    """The outline of a parsed article."""
    quotations = tuple(span for block in parsed.blocks for span in find_quotations(block))
    tokens = tuple(tuple(block.doc) for block in parsed.blocks)
    starts = tuple(
        block.block.span.start + token.idx
        for block, inside in zip(parsed.blocks, tokens, strict=True)
        for token in inside
        if token.is_sent_start
    )
    return Outline(parsed, tokens, starts, quotations)


def find_quotations(block: ParsedBlock) -> Iterator[Span]:
    """The quotations of a block, marks included, in order; a whole block quotation is one.

    A quotation that is not closed runs to the block's end, as speech over several paragraphs is set.
    """
    if block.block.kind is BlockKind.QUOTATION:
        yield block.block.span
        return
    base, text, opened = block.block.span.start, block.doc.text, -1
    for at, char in enumerate(text):
        if char == _OPENING or (char == _STRAIGHT and opened < 0):
            opened = at if opened < 0 else opened
        elif char in (_CLOSING, _STRAIGHT) and opened >= 0:
            yield Span(base + opened, base + at + 1)
            opened = -1
    if opened >= 0:
        yield Span(base + opened, base + len(text))


def named_places(outline: Outline, mentions: tuple[Mention, ...]) -> list[tuple[Mention, Place]]:
    """Each mention with its place, in text order; of overlapping mentions only the longest."""
    found: list[tuple[Mention, Place]] = []
    end = -1
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.cls)):
        place = outline.place_of(mention.span)
        if place is not None and mention.span.start >= end:
            found.append((mention, place))
            end = mention.span.end
    return found
