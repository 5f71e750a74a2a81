"""Shards are of like cost, whole, and taken in as they are given out."""

from collections.abc import Sequence
from concurrent.futures import Future
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.engines.batches import SHARD_ARTICLES, SHARD_CHARACTERS, run_in_order, to_shards
from kg.model import Article
from tests.engines.extractors import make_article, make_articles

LENGTHS = st.lists(st.integers(1, 2 * SHARD_CHARACTERS), max_size=80)


@settings(deadline=None)
@given(LENGTHS)
def test_shards_hold_every_article_once_in_order(lengths: list[int]) -> None:
    articles = [make_article(str(number), "x" * length) for number, length in enumerate(lengths)]
    shards = list(to_shards(iter(articles)))
    assert [article for shard in shards for article in shard] == articles
    for shard in shards:
        assert 1 <= len(shard) <= SHARD_ARTICLES
        assert len(shard) == 1 or sum(len(article.text) for article in shard) <= SHARD_CHARACTERS


@settings(deadline=None)
@given(LENGTHS)
def test_no_two_neighbours_would_fit_into_one_shard(lengths: list[int]) -> None:
    shards = list(to_shards(make_article(str(number), "x" * length) for number, length in enumerate(lengths)))
    for shard, after in pairwise(shards):
        text = sum(len(article.text) for article in shard) + len(after[0].text)
        assert len(shard) == SHARD_ARTICLES or text > SHARD_CHARACTERS


def test_an_error_is_raised_in_its_place_and_the_rest_is_called_off() -> None:
    futures: list[Future[list[str]]] = []

    def submit(shard: Sequence[Article]) -> "Future[list[str]]":
        future: Future[list[str]] = Future()
        if shard[0].text == "fail":
            future.set_exception(ValueError("broken"))
        elif shard[0].text == "fine":
            future.set_result([shard[0].id])
        futures.append(future)
        return future

    results = run_in_order(submit, [[article] for article in make_articles("fine", "fail", "wait", "wait")], 3)
    assert next(results) == "0"
    with pytest.raises(ValueError, match="broken"):
        next(results)
    assert all(future.cancelled() for future in futures[2:])
