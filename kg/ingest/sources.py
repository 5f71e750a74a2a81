"""Locations to articles: each kind of source, read one article at a time."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from kg.errors import SourceError
from kg.ingest.fetching import Fetched, Fetcher, FetchSettings
from kg.ingest.files import is_address
from kg.ingest.holdings import Reader
from kg.ingest.listing import Source, read_listing
from kg.ingest.opening import open_file
from kg.ingest.sifting import Result
from kg.model import Article, Failure

__all__ = ["Result", "expand_sources", "read_sources"]

LIST_SUFFIX = ".toml"


def read_sources(
    locations: Sequence[str],
    *,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    finished: Callable[[Fetched], None] = lambda _fetched: None,
) -> Iterator[Result]:
    """Each article of the locations once, in order, or why one was skipped or failed; nothing that they hold raises.

    A location is a file, a folder, a pattern, a feed, a sitemap, an archive, a mailbox, an http(s) address, "-" for
    `stdin`, or a list of sources. Addresses of private networks are fetched only where `allow_private` says so.
    `fetcher` fetches; without one, a plain one does. `finished` is told of everything fetched once all that it led to
    has been taken, unless something of it may still come: what is to be remembered when what was taken is stored.
    """
    fetcher = fetcher or Fetcher(FetchSettings(allow_private=allow_private))
    reader = Reader(fetcher, stdin, finished)
    seen: set[str] = set()
    for source in expand_sources(locations):
        for result in [source] if isinstance(source, Failure) else reader.read(source):
            if isinstance(result, Article) and result.id in seen:
                continue
            if isinstance(result, Article):
                seen.add(result.id)
            yield result


def expand_sources(locations: Sequence[str]) -> Iterator[Source | Failure]:
    """The sources that the locations mean, in order: those of a list that are enabled, each other one as it is."""
    for location in locations:
        if is_address(location) or not location.lower().endswith(LIST_SUFFIX):
            yield Source(location)
            continue
        try:
            path = Path(location).expanduser()
            with open_file(path, location) as opened:
                listed = read_listing(opened.read(), path.parent)
        except SourceError as error:
            yield Failure(location, str(error), error.advice)
        else:
            yield from (source for source in listed if source.enabled)
