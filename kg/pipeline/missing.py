"""What was not read: sentences that should have given something, of the store's articles or of any."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.config import Config
from kg.model import Article, Extraction, Failure, Skipped
from kg.pipeline.extracting import read_extractions

if TYPE_CHECKING:
    from kg.extract.misses import Miss
    from kg.graph import KgStore


@dataclass(frozen=True, slots=True)
class Missed:
    """One article, how many sentences it has, and those that should have given something, in order of the text."""

    article: Article
    sentences: int
    misses: tuple["Miss", ...]


def find_missed(locations: Sequence[str], config: Config) -> Iterator[Missed | Skipped | Failure]:
    """What was not read of each article of the sources, in order, or why it was not read at all."""
    for item in read_extractions(locations, config):
        yield _to_missed(item) if isinstance(item, Extraction) else item


def find_missed_of_store(store: "KgStore") -> Iterator[Missed]:
    """What was not read of each article of the store, in the order of their ids."""
    return map(_to_missed, store.extractions())


def rank_missed(found: Iterable[Missed]) -> list[tuple[Missed, "Miss"]]:
    """All sentences that were missed, each with its article: the likeliest first, then by article and place."""
    pairs = [(missed, miss) for missed in found for miss in missed.misses]
    return sorted(pairs, key=lambda pair: (-pair[1].score, pair[0].article.id, pair[1].span))


def _to_missed(extraction: Extraction) -> Missed:
    from kg.extract.misses import find_misses, split_sentences

    sentences = sum(1 for _ in split_sentences(extraction.article))
    return Missed(extraction.article, sentences, tuple(find_misses(extraction)))
