"""What every `kg.protocols.Engine` promises, and what those promise that work outside of this process."""

import random
from collections.abc import Iterator

import pytest

from kg.engines.batches import SHARD_ARTICLES
from kg.errors import ResourceError
from kg.model import Article, Extraction, Failure
from kg.protocols import Engine
from tests.engines.extractors import make_article, make_articles

ENOUGH = 4 * SHARD_ARTICLES  # articles for as many shards


def outcomes(results: list[Extraction | Failure]) -> list[str]:
    return [result.reason if isinstance(result, Failure) else "" for result in results]


def test_no_articles_give_no_results(engine: Engine) -> None:
    assert list(engine.extract([])) == []


def test_results_come_in_the_articles_order(engine: Engine) -> None:
    chance = random.Random(5)
    texts = [chance.choice(["fine", "fine", "fail", "sleep 0.01"]) for _ in range(ENOUGH)]
    articles = make_articles(*texts)
    results = list(engine.extract(articles))
    assert [r.location if isinstance(r, Failure) else r.article.location for r in results] == [
        article.location for article in articles
    ]
    assert [isinstance(r, Failure) for r in results] == [text == "fail" for text in texts]


def test_a_bounded_number_of_articles_is_under_way(engine: Engine) -> None:
    taken = 0

    def articles() -> Iterator[Article]:
        nonlocal taken
        for number in range(100 * SHARD_ARTICLES):
            taken += 1
            yield make_article(str(number))

    results = engine.extract(articles())
    for given, _ in zip(range(20 * SHARD_ARTICLES), results, strict=False):
        assert taken <= given + 17 * SHARD_ARTICLES
    results.close()  # type: ignore[attr-defined] # what is still under way is left
    assert len(list(engine.extract(make_articles("fine")))) == 1


@pytest.mark.parametrize(
    ("action", "reason"),
    [
        ("fail", "cannot be extracted (ValueError: cannot read this)"),
        ("spin", "takes longer than 0.5 s"),
        ("devour", "needs more than 30 MB of memory"),
    ],
)
def test_an_article_that_breaks_the_extractor_costs_only_itself(engine: Engine, action: str, reason: str) -> None:
    texts = ["fine"] * ENOUGH
    texts[SHARD_ARTICLES + 7] = action
    wanted = ["" if text == "fine" else reason for text in texts]
    assert outcomes(list(engine.extract(make_articles(*texts)))) == wanted


@pytest.mark.parametrize(("action", "error"), [("miss", ResourceError), ("lack", ImportError)])
def test_a_broken_installation_ends_the_run(engine: Engine, action: str, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"missing|no module"):
        list(engine.extract(make_articles("fine", action)))
    assert outcomes(list(engine.extract(make_articles("fine")))) == [""]


def test_odd_characters_come_through(engine: Engine) -> None:
    article = make_article("caf\udce9", "fine \ud800 🙂")
    assert list(engine.extract([article])) == [Extraction(article)]


@pytest.mark.parametrize("action", ["leave", "die"])
def test_an_article_that_kills_its_process_costs_only_itself(spread_engine: Engine, action: str) -> None:
    texts = ["fine"] * ENOUGH
    texts[3] = texts[-1] = action
    wanted = ["" if text == "fine" else "ends the process that extracts it" for text in texts]
    assert outcomes(list(spread_engine.extract(make_articles(*texts)))) == wanted


def test_an_article_that_heeds_no_interruption_is_ended_all_the_same(spread_engine: Engine) -> None:
    assert outcomes(list(spread_engine.extract(make_articles("deafen")))) == ["takes longer than 0.5 s"]
