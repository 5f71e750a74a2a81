"""Extracts one shard, a handful of articles, and loses none of them: a function of the articles, wherever it runs.

A shard is extracted as one batch. When an article breaks it, what came before is kept and the rest is extracted one
by one: that costs no more than halving would, for articles alone are as fast as together (5.5 s and 5.4 s for 40).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.engines.limits import Limits, Overtime, limited
from kg.errors import KgError
from kg.model import Article, Extraction, Failure

Extract = Callable[[Iterable[Article]], Iterable[Extraction]]
Result = Extraction | Failure

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
    failure = _gather(articles, extract, limits, results)
    if failure and len(articles) == 1:
        return [failure]
    for article in articles[len(results) :]:
        failure = _gather([article], extract, limits, results)
        if failure:
            results.append(failure)
    return results


def _gather(articles: Sequence[Article], extract: Extract, limits: Limits, results: list[Result]) -> Failure | None:
    """Adds extractions to `results` while it goes well; what broke it off, in terms of the first article.

    Nothing of what was raised is kept: its traceback would hold the memory that the article took.
    """
    location = articles[0].location if articles else ""
    characters = max((len(article.text) for article in articles), default=0)
    try:
        with limited(limits, characters) as restart:
            for _, extraction in zip(articles, extract(articles), strict=True):
                results.append(extraction)
                restart()
    except (KgError, ImportError):
        raise
    except Overtime:
        return to_overtime(location, limits.to_seconds(characters))
    except MemoryError:
        return Failure(location, f"needs more than {limits.megabytes} MB of memory", "split it; the others are done")
    except (Exception, SystemExit) as error:
        return Failure(location, f"cannot be extracted ({type(error).__name__}: {error})", REPORT)
    return None


def to_overtime(location: str, seconds: float) -> Failure:
    """The failure of an article that takes too long."""
    return Failure(location, f"takes longer than {seconds:g} s", "split it, or raise article_seconds in kg.toml")
