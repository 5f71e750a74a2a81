"""Parses again with names that the parser knows, in the places of those that it has never seen.

A parser trained on yesterday's news stumbles over today's names: it takes "Brightly" for an adverb and loses the clause
around it. Here each mention of a name that the gazetteer does not know is put as one well-known name of its class, the
text is parsed, and the tree is carried back to the original words: a name's last word takes the stand-in's place, its
other words hang on that.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extract.language import load_model
from kg.extract.mending import mend
from kg.extract.parsed import Parsed, ParsedBlock
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


@dataclass(frozen=True)
class Renamed:
    """A block's words with stand-ins, and for each of them the original tokens [start, end) that it stands for."""

    block: ParsedBlock
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    spans: tuple[tuple[int, int], ...]


def parse_renamed(parsed: Parsed, mentions: Iterable[Mention]) -> Parsed:
    """The article with the blocks that hold named mentions parsed anew; tokens and offsets are the same as before."""
    mentions = list(mentions)
    renamed = {b.index: r for b in parsed.blocks if (r := _rename(b, mentions)) is not None}
    language = load_model()
    docs = [Doc(language.vocab, words=list(r.words), spaces=list(r.spaces)) for r in renamed.values()]
    with language.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        trees = dict(zip(renamed, language.pipe(docs), strict=True))
    for index, tree in trees.items():
        if _is_retagged(renamed[index], tree):  # else the first parse's word classes and lemmas hold
            for name in ("attribute_ruler", "lemmatizer"):
                language.get_pipe(name)(tree)
    blocks = (
        ParsedBlock(b.index, b.block, _carry_back(renamed[b.index], trees[b.index])) if b.index in trees else b
        for b in parsed.blocks
    )
    return Parsed(parsed.article, tuple(blocks))


def _rename(block: ParsedBlock, mentions: Sequence[Mention]) -> Renamed | None:
    names: dict[int, tuple[int, str]] = {}
    for mention in mentions:
        stand_in = STAND_INS.get(mention.cls)
        tokens = block.tokens_in(mention.span) if stand_in and mention.layer not in {"group", "gazetteer"} else None
        if tokens and stand_in and block.span_of(tokens) == mention.span:
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


def _is_retagged(renamed: Renamed, tree: Doc) -> bool:
    """Whether a word that is no name has another tag than before."""
    original = renamed.block.doc
    pairs = ((token, original[end - 1]) for token, (start, end) in zip(tree, renamed.spans, strict=True))
    return any(token.tag_ != before.tag_ and token.text == before.text for token, before in pairs)


def _carry_back(renamed: Renamed, tree: Doc) -> Doc:
    """The original words with the tree of the stand-ins."""
    original = renamed.block.doc
    size = len(original)
    heads, deps, tags = [0] * size, ["compound"] * size, ["NNP"] * size
    pos, lemmas = ["PROPN"] * size, [token.text for token in original]
    for token, (start, end) in zip(tree, renamed.spans, strict=True):
        last = end - 1
        for i in range(start, last):
            heads[i] = last
        heads[last] = renamed.spans[token.head.i][1] - 1
        deps[last], tags[last] = token.dep_, token.tag_
        if token.text == original[last].text:
            pos[last], lemmas[last] = token.pos_ or original[last].pos_, token.lemma_ or original[last].lemma_
    return mend(Doc(
        original.vocab,
        words=[token.text for token in original],
        spaces=[bool(token.whitespace_) for token in original],
        heads=heads, deps=deps, tags=tags, pos=pos, lemmas=lemmas,
    ))  # fmt: skip
