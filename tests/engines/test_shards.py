"""One shard loses none of its articles, whatever one of them does to the extractor."""

import signal
import threading
import time
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.engines.limits import PATIENCE, Limits
from kg.engines.shards import extract_shard
from kg.errors import ResourceError
from kg.model import Article, Extraction, Failure
from tests.engines.extractors import make_article, make_articles, obey

SHORT = Limits(seconds=0.1, megabytes=30)


@pytest.mark.parametrize("number", [1, 3])
def test_what_breaks_when_all_is_done_gives_no_second_result(number: int) -> None:
    def trip(articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            yield Extraction(article)
        raise ValueError("too late")

    articles = make_articles(*["fine"] * number)
    assert extract_shard(articles, trip, Limits()) == [Extraction(article) for article in articles]


@settings(deadline=None)
@given(st.lists(st.sampled_from(["fine", "fail", "quit"]), max_size=40))
def test_nothing_is_lost_or_moved(texts: list[str]) -> None:
    articles = make_articles(*texts)
    results = extract_shard(articles, obey, Limits())
    assert [isinstance(result, Failure) for result in results] == [text != "fine" for text in texts]
    assert [r.location if isinstance(r, Failure) else r.article.location for r in results] == [
        article.location for article in articles
    ]


@pytest.mark.parametrize(
    ("action", "reason"),
    [
        ("fail", "cannot be extracted (ValueError: cannot read this)"),
        ("quit", "cannot be extracted (SystemExit: 3)"),
        ("spin", "takes longer than 0.1 s"),
        ("sleep", "takes longer than 0.1 s"),
        ("backtrack", "takes longer than 0.1 s"),
        ("devour", "needs more than 30 MB of memory"),
    ],
)
def test_the_reason_says_what_the_article_did(action: str, reason: str) -> None:
    results = extract_shard(make_articles("fine", action, "fine"), obey, SHORT)
    assert [result.reason for result in results if isinstance(result, Failure)] == [reason]
    assert [isinstance(result, Extraction) for result in results] == [True, False, True]


@pytest.mark.parametrize(("action", "error"), [("miss", ResourceError), ("lack", ImportError)])
def test_a_broken_installation_is_no_articles_fault(action: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        extract_shard(make_articles("fine", action), obey, Limits())


def test_each_article_has_the_whole_time_and_none_is_read_twice_without_need() -> None:
    seen: list[str] = []

    def extract(articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            seen.append(article.id)
            yield from obey([article])

    texts = ["sleep 0.25", "sleep 0.25", "sleep 0.25", "fail", "fine"]
    results = extract_shard(make_articles(*texts), extract, Limits(seconds=0.4))  # by the clock 0.4 s in company
    assert [isinstance(result, Failure) for result in results] == [False, False, False, True, False]
    assert seen == ["0", "1", "2", "3", "3", "4"]


def test_an_interruption_that_was_swallowed_comes_again() -> None:
    def swallow(articles: Iterable[Article]) -> Iterator[Extraction]:
        try:
            time.sleep(1000)
        except BaseException:
            time.sleep(1000)
        yield from map(Extraction, articles)

    start = time.monotonic()
    assert isinstance(extract_shard([make_article("a")], swallow, SHORT)[0], Failure)
    assert time.monotonic() - start < 0.1 * PATIENCE + 5


def test_nothing_of_the_limits_stays_behind() -> None:
    before = [signal.getsignal(number) for number in (signal.SIGPROF, signal.SIGALRM)]
    extract_shard(make_articles("spin", "devour", "fine"), obey, SHORT)
    assert [signal.getsignal(number) for number in (signal.SIGPROF, signal.SIGALRM)] == before
    assert signal.getitimer(signal.ITIMER_REAL) == signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    assert len(bytearray(300_000_000)) == 300_000_000


def test_beside_the_main_thread_articles_are_extracted_without_a_time_limit() -> None:
    results: list[object] = []
    thread = threading.Thread(
        target=lambda: results.extend(extract_shard(make_articles("sleep 0.6", "fail", "fine"), obey, SHORT))
    )
    thread.start()
    thread.join()
    assert [isinstance(result, Failure) for result in results] == [False, True, False]


def test_an_extractor_that_gives_too_little_or_too_much_is_found_out() -> None:
    def forget(articles: Iterable[Article]) -> Iterator[Extraction]:
        yield from (Extraction(article) for article in articles if article.text != "forgotten")

    def repeat(articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            yield from (Extraction(article), Extraction(article))

    forgotten = extract_shard(make_articles("fine", "fine", "forgotten"), forget, Limits())
    assert [isinstance(result, Failure) for result in forgotten] == [False, False, True]
    assert len(extract_shard(make_articles("fine", "fine"), repeat, Limits())) == 2
