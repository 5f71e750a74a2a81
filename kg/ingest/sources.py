"""Locations to articles: each kind of source, read one article at a time."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urljoin, urlsplit

from kg.errors import SourceError
from kg.ingest.feeds import Entry, is_feed, read_feed
from kg.ingest.fetching import Fetcher, FetchSettings, Unchanged
from kg.ingest.files import ARTICLE_SUFFIXES, FEED_SUFFIXES, find_files, is_address, read_file, to_location
from kg.ingest.reading import read_article, read_entry
from kg.model import Article, Failure, Skipped

Result = Article | Skipped | Failure

UNCHANGED = "unchanged"  # the reason of what its server says is as it was when last remembered


def read_sources(
    locations: Sequence[str],
    *,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Result]:
    """Each article of the locations once, in order, or why one was skipped or failed; nothing that they hold raises.

    A location is a file, a folder, a pattern, a feed, an http(s) address, or "-" for `stdin`. Addresses of private
    networks are fetched only where `allow_private` says so. `fetcher` fetches; without one, a plain one does.
    """
    reader = _Reader(fetcher or Fetcher(FetchSettings(allow_private=allow_private)), stdin)
    seen: set[str] = set()
    for location in locations:
        for result in reader.read(location):
            if isinstance(result, Article) and result.id in seen:
                continue
            if isinstance(result, Article):
                seen.add(result.id)
            yield result


@dataclass(frozen=True)
class _Reader:
    fetcher: Fetcher
    stdin: BinaryIO | None

    def read(self, location: str) -> Iterator[Result]:
        """The articles of one location."""
        try:
            if location == "-":
                yield from self._read_content((self.stdin or sys.stdin.buffer).read(), "-")
            elif is_address(location):
                yield from self._read_address(location)
            else:
                for path in find_files(location):
                    yield from self._read_path(path, is_asked=str(path) == location)
        except SourceError as error:
            yield Failure(location, str(error), error.advice)

    def _read_path(self, path: Path, is_asked: bool) -> Iterator[Result]:
        location = to_location(path)
        try:
            content = read_file(path)
        except SourceError as error:
            yield Failure(location, str(error), error.advice)
            return
        if is_asked or path.suffix.lower() not in FEED_SUFFIXES or is_feed(content):
            yield from self._read_content(content, location)

    def _read_address(self, url: str) -> Iterator[Result]:
        fetched = self.fetcher.fetch(url, conditional=True)
        if isinstance(fetched, Unchanged):
            yield Skipped(url, UNCHANGED)
            return
        yield from self._read_content(fetched.content, fetched.url, fetched.charset)

    def _read_content(self, content: bytes, location: str, charset: str | None = None) -> Iterator[Result]:
        if not is_feed(content):
            yield read_article(content, location, charset)
            return
        try:
            entries = read_feed(content)
        except SourceError as error:
            yield Failure(location, str(error), error.advice)
            return
        for entry in entries:
            yield self._read_entry(entry, location)

    def _read_entry(self, entry: Entry, feed: str) -> Result:
        """The entry's page; its content in the feed where the page cannot be had.

        A page is read as if its own address or path had been given, so that both ways lead to the same article.
        """
        result = self._read_page(entry, feed)
        if not isinstance(result, Failure):
            return result
        from_feed = read_entry(entry, feed, _link_of(entry, feed))
        return from_feed if isinstance(from_feed, Article) else result

    def _read_page(self, entry: Entry, feed: str) -> Result:
        link = _link_of(entry, feed)
        try:
            if is_address(link):
                fetched = self.fetcher.fetch(link, conditional=True)
                if isinstance(fetched, Unchanged):
                    return Skipped(link, UNCHANGED)
                return read_article(fetched.content, fetched.url, fetched.charset)
            if path := _path_of(entry, feed):
                return read_article(read_file(path), to_location(path))
        except SourceError as error:
            return Failure(link or feed, str(error), error.advice)
        return Failure(feed, f"its entry {entry.title!r} has no link that can be read", "check the feed")


def _link_of(entry: Entry, feed: str) -> str:
    """The entry's link as an address, or as it stands where it leads to a file."""
    return urljoin(feed, entry.link) if is_address(feed) else entry.link


def _path_of(entry: Entry, feed: str) -> Path | None:
    """The file beside a feed on disk that a relative link names; a link can name nothing but an article's file."""
    parts = urlsplit(entry.link)
    if is_address(feed) or feed == "-" or parts.scheme or parts.netloc or parts.path.startswith("/"):
        return None
    path = (Path(feed).parent / unquote(parts.path)).resolve()
    return path if path.suffix.lower() in ARTICLE_SUFFIXES else None
