"""Cuts a stream of articles into shards of like cost, and keeps a bounded number of them under way, in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from typing import TypeVar

from kg.model import Article

Done = TypeVar("Done")

SHARD_CHARACTERS = 40_000  # about a dozen articles, 2 s: so short that both ends of a run are busy on every core
SHARD_ARTICLES = 32  # of stubs, so that one that breaks its shard is found soon


def to_shards(articles: Iterable[Article]) -> Iterator[tuple[Article, ...]]:
    """The articles in order, cut where a shard has enough text; the cuts depend on nothing but the articles."""
    shard: list[Article] = []
    characters = 0
    for article in articles:
        if shard and (characters + len(article.text) > SHARD_CHARACTERS or len(shard) == SHARD_ARTICLES):
            yield tuple(shard)
            shard, characters = [], 0
        shard.append(article)
        characters += len(article.text)
    if shard:
        yield tuple(shard)


def run_in_order(
    submit: Callable[[Sequence[Article]], "Future[list[Done]]"], shards: Iterable[Sequence[Article]], most: int
) -> Iterator[Done]:
    """What `submit` makes of each shard, in order, with at most `most` shards taken in and not yet given out."""
    under_way: deque[Future[list[Done]]] = deque()
    try:
        for shard in shards:
            under_way.append(submit(shard))
            while under_way and (len(under_way) >= most or under_way[0].done()):
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    finally:
        for future in under_way:
            future.cancel()
