"""Entries to articles: the page that an entry leads to, or what its feed holds of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from kg.errors import SourceError
from kg.ingest.entries import Entry, is_older, newest_first
from kg.ingest.fetching import Fetched, FetchError, Unchanged
from kg.ingest.files import ARTICLE_SUFFIXES, is_address, read_file, to_location
from kg.ingest.kinds import Kind
from kg.ingest.listing import Source
from kg.ingest.opening import Opened
from kg.ingest.reading import read_entry
from kg.ingest.sifting import Reason, Result, sift, to_result
from kg.ingest.singles import read_single
from kg.model import Article, Failure, Skipped

MIN_WHOLE_CHARACTERS = 500  # of a summary that may stand for its article; teasers have some 150 to 300


MAX_FAILURES_IN_ROW = 20  # pages without an answer just now, after which the rest of a source is left for the next run
_INSTEAD = (Reason.PAYWALLED, Reason.GONE, Reason.FORBIDDEN)  # where the feed may hold what the page does not give


@dataclass
class Follower:
    """Follows the entries of what is `opened`, as `source` asks for.

    `fetch` gets a page; `finished` is told of each page whose article has been taken; `followed` are the links that
    gave something already. A sitemap lists all pages of its site, in all languages: those of them that hold no article
    are skipped, and not looked at where it says that they are not in English.
    """

    opened: Opened
    source: Source
    fetch: Callable[[str], Fetched | Unchanged]
    finished: Callable[[Fetched], None]
    followed: set[str]
    in_row: int = 0  # pages that gave no answer just now, one after the other

    def follow(self, entries: Iterable[Entry | Failure]) -> Iterator[Result]:
        """An article for each entry, or why not; what is a failure already stays one."""
        limit = self.source.max_entries
        left_out = count = late = 0
        for entry in newest_first(entries) if limit else entries:
            if isinstance(entry, Failure):
                yield entry
                continue
            count += 1
            if limit and count > limit:
                left_out += 1
            elif self.in_row >= MAX_FAILURES_IN_ROW:
                late += 1
            elif entry.link not in self.followed:
                yield from self._follow(entry)
        if late:
            yield Skipped(
                self.opened.location, Reason.LATER, f"{late} entries, for {self.in_row} in a row do not answer"
            )
        if left_out:
            yield Skipped(self.opened.location, Reason.BEYOND_LIMIT, f"{left_out} entries")

    def _follow(self, entry: Entry) -> Iterator[Result]:
        """The entry's page; its content in the feed where the page cannot be had.

        A page is read as if its own address or path had been given, so that both ways lead to the same article.
        """
        if is_older(entry.published, self.source.max_age_days):
            yield Skipped(entry.link or self.opened.location, Reason.TOO_OLD, entry.published or "")
            return
        is_sitemap = self.opened.kind is Kind.SITEMAP
        if is_sitemap and not (entry.language or "en").lower().startswith("en"):
            yield Skipped(entry.link, Reason.NOT_ENGLISH, entry.language or "")
            return
        if self.source.read == "feed":
            yield self._from_feed(entry)
            return
        result, fetched = self._read_page(entry)
        if isinstance(result, Failure) or (isinstance(result, Skipped) and result.reason in _INSTEAD):
            from_feed = self._from_feed(entry)
            result = from_feed if isinstance(from_feed, Article) and _stands_in(entry, from_feed) else result
        if is_sitemap and isinstance(result, Failure) and fetched:
            result = Skipped(result.location, Reason.NO_ARTICLE, result.reason)
        if entry.link and not isinstance(result, Failure):
            self.followed.add(entry.link)
        yield result
        if fetched and not isinstance(result, Failure):
            self.finished(fetched)

    def _from_feed(self, entry: Entry) -> Result:
        location = entry.link or f"{self.opened.location}#{quote(entry.name, safe='')}"
        return sift(read_entry(entry, location), b"", self.source)

    def _read_page(self, entry: Entry) -> tuple[Result, Fetched | None]:
        try:
            if entry.link:
                fetched = self._fetch(entry.link)
                if isinstance(fetched, Unchanged):
                    return Skipped(entry.link, Reason.UNCHANGED), None
                return read_single(fetched.content, fetched.url, fetched.charset, self.source), fetched
            if path := find_beside(entry.path, self.opened.location):
                return read_single(read_file(path), to_location(path), None, self.source), None
        except SourceError as error:
            return to_result(entry.link or self.opened.location, error), None
        title = entry.title[:100]
        return Failure(
            self.opened.location, f"its entry {title!r} has no link that can be read", "check the feed"
        ), None

    def _fetch(self, link: str) -> Fetched | Unchanged:
        try:
            fetched = self.fetch(link)
        except FetchError as error:
            self.in_row = self.in_row + 1 if error.is_passing else 0
            raise
        self.in_row = 0
        return fetched


def find_beside(path: str, location: str, suffixes: frozenset[str] = ARTICLE_SUFFIXES) -> Path | None:
    """The file beside a feed on disk that a relative path names; it can name nothing but a file of these kinds."""
    if not path or is_address(location) or location == "-":
        return None
    beside = (Path(location).parent / unquote(urlsplit(path).path)).resolve()
    return beside if beside.suffix.lower() in suffixes else None


def _stands_in(entry: Entry, article: Article) -> bool:
    """Whether what a feed holds may stand for a page that cannot be had: all of the article, or nothing better."""
    return entry.is_whole or not (entry.link or entry.path) or len(article.text) >= MIN_WHOLE_CHARACTERS
