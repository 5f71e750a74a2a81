"""Who speaks in a quotation: the subject of the verb of saying that stands beside it."""

from collections.abc import Sequence

from kg.extract.coreference.outline import Outline
from kg.extract.coreference.words import Words
from kg.extract.parsed import ParsedBlock
from kg.extract.tokens import Token
from kg.model import Span


def find_speakers(outline: Outline, words: Words) -> dict[Span, tuple[ParsedBlock, Token]]:
    """For each quotation whose speaker the text tells, the head of the speaker's noun phrase and its block.

    A quotation without a verb of saying of its own goes on with the speaker of the one before it in the block.
    """
    speakers: dict[Span, tuple[ParsedBlock, Token]] = {}
    for block in outline.parsed.blocks:
        spans = [q for q in outline.quotations if block.block.span.contains(q)]
        subjects = _speaking_subjects(outline, words, block) if spans else []
        last: tuple[ParsedBlock, Token] | None = None
        for quotation in spans:
            found = _nearest(outline, quotation, block, subjects)
            found = found or _before(quotation, block, subjects)
            last = (block, found) if found is not None else last
            if last is not None:
                speakers[quotation] = last
    return speakers


def _speaking_subjects(outline: Outline, words: Words, block: ParsedBlock) -> list[Token]:
    found: list[Token] = []
    for token in outline.tokens[block.index]:
        if (
            token.lemma_ in words.verbs["reporting"]
            and token.pos_ == "VERB"
            and not outline.is_quoted(block.span_of(token))
        ):
            found.extend(c for c in token.children if c.dep_ == "nsubj" and not outline.is_quoted(block.span_of(c)))
    return found


def _before(quotation: Span, block: ParsedBlock, subjects: Sequence[Token]) -> Token | None:
    """Who said something last before a quotation that stands alone: "She said costs had fallen. "Our rule is …"" """
    earlier = [subject for subject in subjects if block.span_of(subject).end <= quotation.start]
    return earlier[-1] if earlier else None


def _nearest(outline: Outline, quotation: Span, block: ParsedBlock, subjects: Sequence[Token]) -> Token | None:
    first, last = outline.sentence_at(quotation.start), outline.sentence_at(quotation.end - 1)
    near = []
    for subject in subjects:
        span = block.span_of(subject)
        sentence = outline.sentence_at(span.start)
        if first <= sentence <= last:
            near.append((min(abs(span.start - quotation.end), abs(quotation.start - span.end)), subject))
    return min(near, key=lambda pair: pair[0])[1] if near else None
