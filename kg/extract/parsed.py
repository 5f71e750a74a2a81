"""An article with its blocks parsed: the one bridge between spaCy's tokens and the article's characters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from kg.model import Article, Block, Chain, Mention, Span


@dataclass(frozen=True)
class ParsedBlock:
    """One block of an article and its parse; `doc.text` is the block's text, a dateline in it blanked out."""

    index: int
    block: Block
    doc: Doc

    def span_of(self, tokens: Token | TokenSpan) -> Span:
        """Where a token or a run of tokens stands in the article's text."""
        start = self.block.span.start
        if isinstance(tokens, Token):
            return Span(start + tokens.idx, start + tokens.idx + len(tokens))
        return Span(start + tokens.start_char, start + tokens.end_char)

    def tokens_in(self, span: Span) -> TokenSpan | None:
        """The tokens that a span of the article covers, widened to whole tokens; None where it lies elsewhere."""
        if not self.block.span.contains(span):
            return None
        start = self.block.span.start
        return self.doc.char_span(span.start - start, span.end - start, alignment_mode="expand")


@dataclass(frozen=True)
class Parsed:
    """An article and its parsed blocks, in order, one for each block of the article."""

    article: Article
    blocks: tuple[ParsedBlock, ...]

    def sentences(self) -> Iterator[tuple[ParsedBlock, TokenSpan]]:
        """Every sentence with its block, in order."""
        for block in self.blocks:
            for sentence in block.doc.sents:
                yield block, sentence

    def block_at(self, span: Span) -> ParsedBlock | None:
        """The block that holds the whole of a span, or None."""
        return next((b for b in self.blocks if b.block.span.contains(span)), None)


@dataclass(frozen=True)
class Resolved:
    """A parsed article whose mentions are gathered into chains: what claims are read from."""

    parsed: Parsed
    chains: tuple[Chain, ...]

    @cached_property
    def _by_token(self) -> dict[tuple[int, int], tuple[Chain, Mention]]:
        widest_first = sorted(self._cover(), key=lambda covered: -covered[1][1].span.length)
        return dict(widest_first)  # where mentions nest ("its director"), each token belongs to the narrowest

    def _cover(self) -> Iterable[tuple[tuple[int, int], tuple[Chain, Mention]]]:
        for chain in self.chains:
            for mention in chain.mentions:
                block = self.parsed.block_at(mention.span)
                tokens = block.tokens_in(mention.span) if block else None
                for token in tokens or ():
                    assert block is not None
                    yield (block.index, token.i), (chain, mention)

    def chain_at(self, block: ParsedBlock, token: Token) -> Chain | None:
        """The chain one of whose mentions covers the token, or None."""
        found = self._by_token.get((block.index, token.i))
        return found[0] if found else None

    def mention_at(self, block: ParsedBlock, token: Token) -> Mention | None:
        """The mention that covers the token, or None."""
        found = self._by_token.get((block.index, token.i))
        return found[1] if found else None
