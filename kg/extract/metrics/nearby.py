"""Chains before a quantity: for whom the article speaks, which rule it speaks of, what earlier sentences are about."""

from collections.abc import Iterator

from kg.extract.metrics.frame import Frame, subject_of
from kg.extract.metrics.naming import UNNAMED, chains_of, most_named
from kg.extract.metrics.rules import verbs_over
from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.tokens import TokenSpan
from kg.model import BlockKind, Chain, EntityClass


def find_spoken_for(resolved: Resolved, frame: Frame) -> list[Chain]:
    """For whom a sentence in the first person speaks: the organisation that the article names most."""
    subjects = [subject_of(verb) for verb in verbs_over(frame)]
    owners = [
        t for noun in (frame.noun, frame.partitive) if noun is not None for t in noun.children if t.dep_ == "poss"
    ]
    if not any(t is not None and t.lower_ in ("we", "our", "us") for t in (*subjects, *owners)):
        return []
    return most_named(c for c in resolved.chains if c.cls is EntityClass.ORGANIZATION)


def find_rule_before(resolved: Resolved, frame: Frame) -> list[Chain]:
    """The rule that the same block speaks of before, else the one that the article names most."""
    before = resolved.chains_between(frame.block, 0, frame.tokens[0].i)
    near = [c for c in reversed(before) if c.cls is EntityClass.POLICY]
    return near[:1] or most_named(c for c in resolved.chains if c.cls is EntityClass.POLICY)


_REACH = 8  # blocks back in which what a figure is about may be named


def find_earlier(resolved: Resolved, frame: Frame) -> list[Chain]:
    """What the text before speaks of: the subject of the sentence before, else what its block names most."""
    before = [s for s in frame.block.doc.sents if s.start < frame.sentence.start]
    first = _named_in(resolved, frame.block, before)
    if first:
        return first
    for block in _blocks_before(resolved, frame.block):
        if found := _named_in(resolved, block, list(block.doc.sents)):
            return found
    return []


def _blocks_before(resolved: Resolved, block: ParsedBlock) -> Iterator[ParsedBlock]:
    """The blocks that lead to this one, nearest first: of an item not its siblings, but what the list stands under."""
    start = block.index if block.block.lead is None else block.block.lead + 1
    for index in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if resolved.parsed.blocks[index].block.kind is not BlockKind.ITEM or block.block.kind is not BlockKind.ITEM:
            yield resolved.parsed.blocks[index]


def _named_in(resolved: Resolved, block: ParsedBlock, sentences: list[TokenSpan]) -> list[Chain]:
    """What a run of sentences is about: the subject of the last where it names something, else what recurs most."""
    if not sentences:
        return []
    subject = subject_of(sentences[-1].root)
    subjects = chains_of(resolved, block, subject) if subject is not None else ()
    first = [c for c in subjects if c.cls not in UNNAMED]
    if first:
        return first[:1]
    named = resolved.chains_between(block, sentences[0].start, sentences[-1].end)
    return most_named(c for c in {c.id: c for c in named}.values() if c.cls not in UNNAMED)
