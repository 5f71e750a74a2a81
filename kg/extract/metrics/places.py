"""Where things stand around a figure: in its sentence, before it in its block, in the block before, or elsewhere."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from kg.extract.metrics.frame import Frame
from kg.extract.parsed import Resolved
from kg.extract.tokens import Token
from kg.model import Chain


class Nearness(IntEnum):
    """How near to a figure a thing is named, the nearest first."""

    SENTENCE = 0
    SENTENCE_BEFORE = 1
    EARLIER = 2
    BLOCK_BEFORE = 3
    ELSEWHERE = 4


@dataclass(frozen=True, slots=True)
class Place:
    """The mention of a chain that is nearest to a figure, by its head; `distance` in tokens, within the sentence."""

    chain: Chain
    nearness: Nearness
    head: Token | None = None
    distance: int = 0


MOST_NAMED = 3  # things that an article names most are candidates wherever they stand


def find_places(resolved: Resolved, frame: Frame, others: Iterable[Chain]) -> tuple[Place, ...]:
    """The places of all things named in the figure's block or the one before, of the most named ones and the others."""
    nearest: dict[str, Place] = {}
    for place in (*_in_block(resolved, frame), *_before(resolved, frame)):
        known = nearest.get(place.chain.id)
        if known is None or (place.nearness, place.distance) < (known.nearness, known.distance):
            nearest[place.chain.id] = place
    for chain in (*sorted(resolved.chains, key=lambda c: -len(c.mentions))[:MOST_NAMED], *others):
        nearest.setdefault(chain.id, Place(chain, Nearness.ELSEWHERE))
    return tuple(nearest.values())


def _in_block(resolved: Resolved, frame: Frame) -> Iterator[Place]:
    start, end = frame.sentence.start, frame.sentence.end
    before = next((s.start for s in frame.block.doc.sents if s.end == start), start)
    for chain, head in resolved.heads_in(frame.block):
        if start <= head.i < end:
            yield Place(chain, Nearness.SENTENCE, head, abs(head.i - frame.tokens[0].i))
        elif head.i < start:
            yield Place(chain, Nearness.SENTENCE_BEFORE if head.i >= before else Nearness.EARLIER, head)


def _before(resolved: Resolved, frame: Frame) -> Iterator[Place]:
    """Those of the block before; of an item not its sibling, but what the list stands under."""
    block = frame.block
    index = block.index - 1 if block.block.lead is None else block.block.lead
    if index >= 0:
        named = resolved.heads_in(resolved.parsed.blocks[index])
        yield from (Place(chain, Nearness.BLOCK_BEFORE, head) for chain, head in named)
