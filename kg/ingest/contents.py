"""What feeds, sitemaps and lists of addresses list; the sitemaps that an index names are read as well."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from kg.errors import SourceError
from kg.ingest.decoding import decode
from kg.ingest.entries import MAX_ENTRIES, Entry, is_older
from kg.ingest.feeds import read_feed
from kg.ingest.fetching import Fetched, Unchanged
from kg.ingest.files import is_address, to_location
from kg.ingest.following import find_beside
from kg.ingest.json_feed import read_json_feed
from kg.ingest.kinds import Kind
from kg.ingest.listing import Source
from kg.ingest.opening import Opened, open_bytes, open_file
from kg.ingest.sitemaps import Below, read_addresses, read_sitemap
from kg.model import Failure

MAX_DEPTH = 3  # of indexes within indexes: the protocol allows none, the largest sites use two
MAX_SITEMAPS = 500  # of one index with all below it: 25 million addresses
SITEMAP_SUFFIXES = frozenset((".xml", ".gz"))


@dataclass
class Lister:
    """Lists one source; `is_index` and `below` say afterwards which sitemaps it was made of, without their content.

    An index does not change whenever a sitemap below it does, so that these are what to remember, not the index.
    """

    fetch: Callable[[str], Fetched | Unchanged]
    source: Source
    is_index: bool = False
    below: list[Fetched] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def read(self, opened: Opened) -> Iterator[Entry | Failure]:
        """The entries, in their order; a sitemap below that cannot be read is a failure among them.

        Raises:
            SourceError: it is empty or broken; what came before was whole.
        """
        count = empty = 0
        for entry in self._read(opened, 0):
            count += 1
            if count > MAX_ENTRIES * (1 + len(self._seen)):
                raise SourceError(f"it has more than {MAX_ENTRIES:,} entries", "the rest is left out")
            if isinstance(entry, Entry) and not (entry.link or entry.path or entry.content):
                empty += 1
            else:
                yield entry
        if empty:
            yield Failure(opened.location, f"{empty} of its entries have neither link nor content", "check the feed")
        elif not count and not self.is_index:
            raise SourceError(f"the {opened.kind} has no entries", "check it in a browser")

    def _read(self, opened: Opened, depth: int) -> Iterator[Entry | Failure]:
        base = opened.location if is_address(opened.location) else None
        match opened.kind:
            case Kind.FEED:
                yield from read_feed(opened.read(is_partial_good=True), base)
            case Kind.JSON_FEED:
                yield from read_json_feed(opened.read(), base)
            case Kind.ADDRESSES:
                yield from read_addresses(decode(opened.read(), opened.charset))
            case Kind.SITEMAP:
                yield from self._read_sitemap(opened, base, depth)
            case kind:
                raise SourceError(f"it is no sitemap but a {kind}", "check it in a browser")
        if opened.trouble:
            raise opened.trouble

    def _read_sitemap(self, opened: Opened, base: str | None, depth: int) -> Iterator[Entry | Failure]:
        for entry in read_sitemap(opened.read(is_partial_good=True), base):
            if isinstance(entry, Entry):
                yield entry
                continue
            self.is_index = True
            if depth >= MAX_DEPTH:
                raise SourceError(f"its sitemaps are nested more than {MAX_DEPTH} deep", "name a sitemap below it")
            if not is_older(entry.published, self.source.max_age_days):
                yield from self._read_below(entry, opened.location, depth)

    def _read_below(self, below: Below, location: str, depth: int) -> Iterator[Entry | Failure]:
        """What a sitemap below an index lists, each sitemap once."""
        name = below.link or below.path
        if name in self._seen or len(self._seen) > MAX_SITEMAPS:
            return
        self._seen.add(name)
        if len(self._seen) > MAX_SITEMAPS:
            yield Failure(location, f"it names more than {MAX_SITEMAPS} sitemaps", "name those that you want")
            return
        try:
            with self._open(below, location) as opened:
                if opened:
                    yield from self._read(opened, depth + 1)
        except SourceError as error:
            yield Failure(name, str(error), error.advice)

    @contextmanager
    def _open(self, below: Below, location: str) -> Iterator[Opened | None]:
        """The sitemap; None where it is as it was."""
        if not below.link:
            path = find_beside(below.path, location, SITEMAP_SUFFIXES)
            if path is None:
                raise SourceError("it is no file beside the sitemap that names it", "check the sitemap")
            with open_file(path, to_location(path)) as opened:
                yield opened
            return
        fetched = self.fetch(below.link)
        if isinstance(fetched, Unchanged):
            yield None
            return
        self.below.append(replace(fetched, content=b""))
        yield open_bytes(fetched.content, fetched.url, fetched.charset)
