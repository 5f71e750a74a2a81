"""Which articles are left out though they can be read, and the phrases that a run counts them by."""

from dataclasses import replace
from enum import StrEnum

from kg.errors import SourceError
from kg.ingest.fetching import FetchError, Trouble
from kg.ingest.language import find_language
from kg.ingest.listing import Source
from kg.ingest.paywall import find_wall
from kg.model import Article, Failure, Skipped

Result = Article | Skipped | Failure


class Reason(StrEnum):
    """Why something is skipped."""

    UNCHANGED = "unchanged"
    NOT_ENGLISH = "not in English"
    PAYWALLED = "behind a paywall"
    TOO_OLD = "too old"
    BEYOND_LIMIT = "beyond the limit of entries"
    NO_ARTICLE = "no article"
    GONE = "gone"
    FORBIDDEN = "forbidden by robots.txt"
    LATER = "left for the next run"
    NO_READER = "needs an extra that is not installed"


_REASONS = {Trouble.GONE: Reason.GONE, Trouble.MISSING: Reason.GONE, Trouble.ROBOTS: Reason.FORBIDDEN}


def to_result(location: str, error: SourceError) -> Skipped | Failure:
    """What it means for a page that something leads to that it cannot be had.

    A page that is gone, or that nobody may read, is no fault that an operator could mend.
    """
    reason = _REASONS.get(error.kind) if isinstance(error, FetchError) else None
    return Skipped(location, reason, str(error)) if reason else Failure(location, str(error), error.advice)


def sift(result: Article | Failure, content: bytes, source: Source) -> Result:
    """The article as its source says it is, or why it is left out; `content` is the page or text that it was read from.

    A page that says it is for subscribers and holds no text at all is behind a paywall, not broken.
    """
    if wall := find_wall(result, content):
        return Skipped(result.location, Reason.PAYWALLED, wall)
    if isinstance(result, Failure):
        return result
    language = source.language or find_language(result.text, result.language)
    if not language.startswith("en"):
        return Skipped(result.location, Reason.NOT_ENGLISH, language)
    origins = dict(result.origins)
    if not result.language.lower().startswith("en"):  # pages from templates call themselves what they are not
        result, origins["language"] = replace(result, language="en"), "text"
    if source.publisher:
        result, origins["publisher"] = replace(result, publisher=source.publisher), "list of sources"
    return replace(result, origins=tuple(sorted(origins.items())))
