"""An article with its blocks parsed: the one bridge between spaCy's tokens and the article's characters."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.extract.tokens import Doc, Token, TokenSpan
from kg.model import Article, Block, Chain, EntityClass, Mention, Span

Place = tuple[int, Span]  # a block's index and a mention's span
Listed = tuple[tuple[Chain, Mention], ...]  # the members of an enumeration, in order


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
        at = bisect_right(self._starts, span.start) - 1
        return self.blocks[at] if at >= 0 and self.blocks[at].block.span.contains(span) else None

    @cached_property
    def _starts(self) -> list[int]:
        return [block.block.span.start for block in self.blocks]


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
    def _covered(self) -> dict[int, tuple[list[int], list[Chain]]]:
        found: dict[int, tuple[list[int], list[Chain]]] = {}
        for (block, token), (chain, _) in sorted(self._by_token.items(), key=lambda item: item[0]):
            places, chains = found.setdefault(block, ([], []))
            places.append(token)
            chains.append(chain)
        return found

    def chains_between(self, block: ParsedBlock, start: int, end: int) -> list[Chain]:
        """The chain of every token of the block from `start` to before `end` that has one, in order."""
        places, chains = self._covered.get(block.index, ((), ()))
        return list(chains[bisect_left(places, start) : bisect_left(places, end)])

    @cached_property
    def _heads(self) -> dict[int, tuple[tuple[Chain, Token], ...]]:
        return {}

    def heads_in(self, block: ParsedBlock) -> tuple[tuple[Chain, Token], ...]:
        """Every mention of a block as its chain and its head, in order."""
        if block.index not in self._heads:
            self._heads[block.index] = tuple(self._read_heads(block))
        return self._heads[block.index]

    def _read_heads(self, block: ParsedBlock) -> Iterator[tuple[Chain, Token]]:
        seen = None
        for at in self._covered.get(block.index, ((), ()))[0]:
            chain, mention = self._by_token[block.index, at]
            if mention is not seen:
                seen = mention
                tokens = block.tokens_in(mention.span)
                yield chain, block.doc[at] if tokens is None else tokens.root

    @cached_property
    def _lists(self) -> dict[Place, Listed]:
        return dict(find_lists(self))

    @cached_property
    def _affiliated(self) -> dict[Place, Listed]:
        return dict(find_lists(self, affiliated=True))

    def listed_with(self, block: ParsedBlock, token: Token) -> Listed:
        """The chains and mentions of the enumeration that the token's mention stands in; itself alone where in none."""
        found = self._by_token.get((block.index, token.i))
        if found is None:
            return ()
        key = (block.index, found[1].span)
        return self._affiliated.get(key) or self._lists.get(key, (found,))

    def listed_plainly(self, block: ParsedBlock, token: Token) -> Listed:
        """The same where nothing stands between the names: of whom is said what is said of the last, "A and B of X"."""
        found = self._by_token.get((block.index, token.i))
        return self._lists.get((block.index, found[1].span), (found,)) if found else ()

    def are_listed(self, block: ParsedBlock, one: Chain, other: Chain) -> bool:
        """Whether the two stand side by side in one enumeration of the block."""
        lists = (*self._lists.items(), *self._affiliated.items())
        runs = (run for (index, _), run in lists if index == block.index)
        return any({one.id, other.id} <= {chain.id for chain, _ in run} for run in runs)

    def chain_at(self, block: ParsedBlock, token: Token) -> Chain | None:
        """The chain one of whose mentions covers the token, or None."""
        found = self._by_token.get((block.index, token.i))
        return found[0] if found else None

    def mention_at(self, block: ParsedBlock, token: Token) -> Mention | None:
        """The mention that covers the token, or None."""
        found = self._by_token.get((block.index, token.i))
        return found[1] if found else None


def find_lists(
    resolved: Resolved, affiliated: bool = False
) -> Iterator[tuple[tuple[int, Span], tuple[tuple[Chain, Mention], ...]]]:
    """Every mention that stands in an enumeration of names of one class ("A, B and C"), with the whole enumeration.

    Read from the text, not from the tree: parsers lose long lists of names. Keys are (block index, mention's span).
    With `affiliated` only those of persons, each said to be of some body or place: "A of X, Y's B and C (Z)".
    """
    pairs = sorted(((m.span, c, m) for c in resolved.chains for m in c.mentions), key=lambda row: (row[0], -row[0].end))
    starts, text = [span.start for span, _, _ in pairs], resolved.parsed.article.text
    for block in resolved.parsed.blocks:
        near = pairs[bisect_left(starts, block.block.span.start) : bisect_left(starts, block.block.span.end)]
        inside = [row for row in near if block.block.span.contains(row[0])]
        for run in _to_runs(_with_affiliations(inside, text) if affiliated else inside, text):
            for _, mention in run:
                yield (block.index, mention.span), tuple(run)


Member = tuple[Span, Chain, Mention]  # the span is that of the mention and of what belongs to it


def _with_affiliations(row: list[Member], text: str) -> list[Member]:
    """The persons of a block, each with the body or place it is said to be of: "A of X, Y's B and C (Z)".

    Empty where nobody is said to be of anything, since then the plain row says all.
    """
    found: list[Member] = []
    for span, chain, mention in row:
        last, before = found[-1] if found else None, text[found[-1][0].end : span.start] if found else ""
        person = chain.cls is EntityClass.PERSON
        if last and not person and last[1].cls is EntityClass.PERSON and _AFFILIATED.fullmatch(before):
            closed = text[span.end : span.end + 1] == ")" and "(" in before
            found[-1] = (Span(last[0].start, span.end + closed), last[1], last[2])
        elif last and person and last[1].cls is EntityClass.ORGANIZATION and _OWNED.fullmatch(before):
            found[-1] = (Span(last[0].start, span.end), chain, mention)
        else:
            found.append((span, chain, mention))
    return [member for member in found if member[1].cls is EntityClass.PERSON] if len(found) < len(row) else []


def _to_runs(row: list[Member], text: str) -> Iterator[list[tuple[Chain, Mention]]]:
    """The runs of mentions with nothing between them but commas and articles, and one "and" or "or" at the end."""
    run: list[Member] = []
    for member in row:
        span, chain, mention = member
        between = text[run[-1][0].end : span.start] if run else ""
        fits = bool(run) and run[-1][1].cls is chain.cls
        owns = text[mention.span.end : mention.span.end + 2] in {"'s", "’s"}
        if fits and _JOINED.fullmatch(between) and not owns:
            yield [(c, m) for _, c, m in (*run, member)]
            run = []
        elif fits and _LISTED.fullmatch(between):
            run.append(member)
        else:
            run = [member]


_AFFILIATED = re.compile(r"\s+(of|at|from)\s+(the\s+)?|\s+\((of\s+)?")
_OWNED = re.compile(r"['’]s\s+")
_LISTED = re.compile(r",\s+(the\s+)?", re.IGNORECASE)
_JOINED = re.compile(r",?\s+(and|or|&|as well as|along with)\s+(the\s+)?", re.IGNORECASE)
