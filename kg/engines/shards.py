"""Extracts one shard, a handful of articles, and loses none of them: a function of the articles, wherever it runs.

A shard is extracted as one batch. When an article breaks it, what came before is kept and the rest is extracted one
by one: that costs no more than halving would, for articles alone are as fast as together (5.5 s and 5.4 s for 40).
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from kg.engines.limits import Limits, Overtime, limited
from kg.errors import KgError
from kg.model import Article, Extraction, Failure

Extract = Callable[[Iterable[Article]], Iterable[Extraction]]
Result = Extraction | Failure

COMPANY = 4  # of the time of an article alone, the part in company: twice what a whole shard takes, so all is soon seen
REPORT = "the other articles are not affected; please report this one"


def read_articles(articles: Iterable[Article]) -> Iterator[Extraction]:
    """What the articles say, in order; this project's extractor, loaded when it is first needed."""
    from kg.extract import extract_articles

    yield from extract_articles(articles)


def extract_shard(articles: Sequence[Article], extract: Extract, limits: Limits) -> list[Result]:
    """An extraction, or a failure, for each article in order: one that breaks the extractor costs only itself.

    Raises:
        KgError, ImportError: the installation is broken, not an article.
    """
    results: list[Result] = []
    together = limits if len(articles) == 1 else replace(limits, seconds=limits.seconds / COMPANY)
    failure = _gather(articles, extract, together, results)
    if failure and len(articles) == 1:
        return results or [failure]
    for number in range(len(results), len(articles)):
        failure = _gather(articles[number : number + 1], extract, limits, results)
        if failure and len(results) == number:  # else time ran out when all was done
            results.append(failure)
    return results


def _gather(articles: Sequence[Article], extract: Extract, limits: Limits, results: list[Result]) -> Failure | None:
    """Adds extractions to `results` while it goes well; what broke it off, in terms of the first article.

    Nothing of what was raised is kept: its traceback would hold the memory that the article took.
    """
    try:
        with limited(limits) as restart:
            for _, extraction in zip(articles, extract(articles), strict=True):
                results.append(extraction)
                restart()
    except (KgError, ImportError):
        raise
    except (Exception, Overtime, SystemExit) as error:
        failure, is_costly = to_failure(articles[0], error, limits), isinstance(error, Overtime | MemoryError)
    else:
        return None
    if is_costly:
        gc.collect()
    return failure


def to_failure(article: Article, error: BaseException, limits: Limits) -> Failure:
    """Why an article could not be extracted."""
    if isinstance(error, Overtime):
        advice = "split it, or raise article_seconds in kg.toml"
        return Failure(article.location, f"takes longer than {limits.seconds:g} s", advice)
    if isinstance(error, MemoryError):
        advice = "split it, or raise article_megabytes in kg.toml"
        return Failure(article.location, f"needs more than {limits.megabytes} MB of memory", advice)
    return Failure(article.location, f"cannot be extracted ({type(error).__name__}: {error})", REPORT)
