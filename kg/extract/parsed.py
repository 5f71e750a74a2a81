"""An article with its blocks parsed: the one bridge between spaCy's tokens and the article's characters."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.extract.tokens import Doc, Token, TokenSpan
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
            return Span(start + tokens.idx, start + tokens.idx + len(tokens.text))
        return Span(start + tokens.start_char, start + tokens.end_char)

    def tokens_in(self, span: Span) -> TokenSpan | None:
        """The tokens that a span of the article covers, widened to whole tokens; None where it lies elsewhere."""
        if not self.block.span.contains(span):
            return None
        start = self.block.span.start
        return self.doc.char_span(span.start - start, span.end - start)


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

    @cached_property
    def _lists(self) -> dict[tuple[int, Span], tuple[tuple[Chain, Mention], ...]]:
        return dict(find_lists(self))

    def listed_with(self, block: ParsedBlock, token: Token) -> tuple[tuple[Chain, Mention], ...]:
        """The chains and mentions of the enumeration that the token's mention stands in; itself alone where in none."""
        found = self._by_token.get((block.index, token.i))
        if found is None:
            return ()
        return self._lists.get((block.index, found[1].span), (found,))

    def are_listed(self, block: ParsedBlock, one: Chain, other: Chain) -> bool:
        """Whether the two stand side by side in one enumeration of the block."""
        runs = (run for (index, _), run in self._lists.items() if index == block.index)
        return any({one.id, other.id} <= {chain.id for chain, _ in run} for run in runs)

    def chain_at(self, block: ParsedBlock, token: Token) -> Chain | None:
        """The chain one of whose mentions covers the token, or None."""
        found = self._by_token.get((block.index, token.i))
        return found[0] if found else None

    def mention_at(self, block: ParsedBlock, token: Token) -> Mention | None:
        """The mention that covers the token, or None."""
        found = self._by_token.get((block.index, token.i))
        return found[1] if found else None


def find_lists(resolved: Resolved) -> Iterator[tuple[tuple[int, Span], tuple[tuple[Chain, Mention], ...]]]:
    """Every mention that stands in an enumeration of names of one class ("A, B and C"), with the whole enumeration.

    Read from the text, not from the tree: parsers lose long lists of names. Keys are (block index, mention's span).
    """
    pairs = sorted(((m.span, c, m) for c in resolved.chains for m in c.mentions), key=lambda row: (row[0], -row[0].end))
    for block in resolved.parsed.blocks:
        inside = [(c, m) for span, c, m in pairs if block.block.span.contains(span)]
        for run in _to_runs(inside, resolved.parsed.article.text):
            for _, mention in run:
                yield (block.index, mention.span), tuple(run)


def _to_runs(row: list[tuple[Chain, Mention]], text: str) -> Iterator[list[tuple[Chain, Mention]]]:
    """The runs of mentions with nothing between them but commas and articles, and one "and" or "or" at the end."""
    run: list[tuple[Chain, Mention]] = []
    for chain, mention in row:
        between = text[run[-1][1].span.end : mention.span.start] if run else ""
        fits = bool(run) and run[-1][0].cls is chain.cls
        owns = text[mention.span.end : mention.span.end + 2] in {"'s", "’s"}
        if fits and _JOINED.fullmatch(between) and not owns:
            yield [*run, (chain, mention)]
            run = []
        elif fits and _LISTED.fullmatch(between):
            run.append((chain, mention))
        else:
            run = [(chain, mention)]


_LISTED = re.compile(r",\s+(the\s+)?", re.IGNORECASE)
_JOINED = re.compile(r",?\s+(and|or|&|as well as|along with)\s+(the\s+)?", re.IGNORECASE)
