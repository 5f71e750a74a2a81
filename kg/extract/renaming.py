"""Parses again with names that the parser knows, in the places of those that it has never seen.

A parser trained on yesterday's news stumbles over today's names: it takes "Brightly" for an adverb and loses the clause
around it. Here each mention of a name that the gazetteer does not know is put as one well-known name of its class, the
text is parsed, and the tree is carried back to the original words: a name's last word takes the stand-in's place, its
other words hang on that.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc as Parse

from kg.extract.analysis import Tagged, analyse
from kg.extract.mending import mend, rehang
from kg.extract.models import load_model, parse_together, passing_words
from kg.extract.parsed import Parsed, ParsedBlock
from kg.extract.tokens import Analysis, Doc, TokenSpan, Word
from kg.model import EntityClass, Mention

STAND_INS = {
    EntityClass.ORGANIZATION: "Microsoft",
    EntityClass.PERSON: "Smith",
    EntityClass.SYSTEM: "Windows",
    EntityClass.POLICY: "Constitution",
    EntityClass.PLACE: "France",
    EntityClass.DOCUMENT: "Bible",
    EntityClass.EVENT: "Olympics",
}

_NAMELIKE = frozenset({"PROPN", "NUM", "ADP", "DET", "PART", "CCONJ"})  # what the words of a name may be


@dataclass(frozen=True)
class Renamed:
    """A block's words with stand-ins, and for each of them the original tokens [start, end) that it stands for."""

    block: ParsedBlock
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    spans: tuple[tuple[int, int], ...]


def parse_renamed(articles: Sequence[Parsed], mentions: Sequence[Sequence[Mention]]) -> list[Parsed]:
    """The articles with the blocks that hold named mentions parsed anew; tokens and offsets are the same as before.

    `mentions` are each article's own. Articles together cost less than one by one.
    """
    renamed = {
        (at, block.index): found
        for at, (parsed, named) in enumerate(zip(articles, mentions, strict=True))
        for block, inside in _by_block(parsed, named)
        if (found := _rename(block, inside)) is not None
    }
    vocabulary = load_model().vocab
    with passing_words():
        made = [Parse(vocabulary, words=list(r.words), spaces=list(r.spaces)) for r in renamed.values()]
        parse_together(made)
        docs = {place: _carry_back(block, tree) for (place, block), tree in zip(renamed.items(), made, strict=True)}
    return [
        Parsed(parsed.article, tuple(replace(b, doc=docs.get((at, b.index), b.doc)) for b in parsed.blocks))
        for at, parsed in enumerate(articles)
    ]


def _by_block(parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[tuple[ParsedBlock, Sequence[Mention]]]:
    mentions = sorted(mentions, key=lambda mention: mention.span)
    starts = [mention.span.start for mention in mentions]
    for block in parsed.blocks:
        span = block.block.span
        yield block, mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _rename(block: ParsedBlock, mentions: Sequence[Mention]) -> Renamed | None:
    names: dict[int, tuple[int, str]] = {}
    for mention in mentions:
        stand_in = STAND_INS.get(mention.cls)
        tokens = block.tokens_in(mention.span) if stand_in and mention.layer != "group" else None
        known = (
            tokens is not None
            and mention.layer == "gazetteer"
            and _reads_as_name(tokens)
            and mention.cls is not EntityClass.POLICY
        )
        if tokens and stand_in and not known and block.span_of(tokens) == mention.span:
            names[tokens.start] = (tokens.end, stand_in)
    if not names:
        return None
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    i = 0
    while i < len(block.doc):
        end, word = names.get(i, (i + 1, block.doc[i].text))
        words.append(word)
        spans.append((i, end))
        i = end
    spaces = tuple(bool(block.doc[end - 1].whitespace_) for _, end in spans)
    return Renamed(block, tuple(words), spaces, tuple(spans))


def _reads_as_name(tokens: TokenSpan) -> bool:
    """Whether the parser took a known name for one: "Access Now" it may take for a noun and an adverb."""
    whole = not any(token.is_sent_start for token in tokens if token.i > tokens.start)
    return whole and all(token.pos_ in _NAMELIKE or token.is_punct for token in tokens)


def _carry_back(renamed: Renamed, tree: Parse) -> Doc:
    """The original words with the tree of the stand-ins."""
    original = renamed.block.doc
    words: list[Word] = []
    for token, analysis, (start, end) in zip(tree, _analyses(renamed, tree), renamed.spans, strict=True):
        last = original[end - 1]
        words.extend(
            Word(other.text, bool(other.whitespace_), end - 1, Analysis("NNP", "PROPN", other.text, "compound"))
            for other in original[start : end - 1]
        )
        if token.text != last.text:
            analysis = Analysis(analysis.tag, "PROPN", last.text, analysis.dep)
        words.append(Word(last.text, bool(last.whitespace_), renamed.spans[token.head.i][1] - 1, analysis))
    return mend(Doc(rehang(words)))


def _analyses(renamed: Renamed, tree: Parse) -> list[Analysis]:
    """What the words are among the stand-ins; as they were before if no other word than names got another tag."""
    tagged = [Tagged(token.text, token.tag_, token.dep_) for token in tree]
    before = [renamed.block.doc[end - 1] for _, end in renamed.spans]
    if any(word.tag != old.tag_ and word.text == old.text for word, old in zip(tagged, before, strict=True)):
        return analyse(tagged)
    return [Analysis(word.tag, old.pos_, old.lemma_, word.dep) for word, old in zip(tagged, before, strict=True)]
