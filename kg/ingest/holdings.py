"""Sources that are open to articles: what each kind holds, one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from kg.errors import SourceError
from kg.ingest.contents import Lister
from kg.ingest.fetching import Fetched, Fetcher, FetchError, Unchanged
from kg.ingest.files import CONTAINER_SUFFIXES, find_files, is_address, to_location
from kg.ingest.following import Follower
from kg.ingest.kinds import LISTS, SINGLE, Kind
from kg.ingest.listing import Source
from kg.ingest.mail import read_mail, split_mbox
from kg.ingest.opening import Opened, open_bytes, open_file, open_stdin
from kg.ingest.reading import to_failure
from kg.ingest.sifting import Reason, Result, sift, to_result
from kg.ingest.singles import read_single
from kg.ingest.warc import read_warc
from kg.model import Failure, Skipped

# What a folder is searched for among files that may be anything; a sitemap in it belongs to a copy of a site whose
# pages are there too.
_IN_FOLDERS = frozenset((Kind.FEED, Kind.JSON_FEED, Kind.WARC, Kind.MBOX, Kind.MAIL))


@dataclass
class Reader:
    """Reads sources for one run; the arguments are those of `read_sources`."""

    fetcher: Fetcher
    stdin: BinaryIO | None
    finished: Callable[[Fetched], None]
    _followed: set[str] = field(default_factory=set)
    _passing: int = 0  # how much has failed that may go well another time

    def read(self, source: Source) -> Iterator[Result]:
        """The articles of one source, or why not."""
        location = source.location
        try:
            if location == "-":
                yield from self._read_opened(open_stdin(self.stdin), self._list(source))
            elif is_address(location):
                yield from self._read_address(location, self._list(source))
            else:
                in_folder = Path(location).expanduser().is_dir()
                for path in find_files(location):
                    yield from self._read_path(path, source, in_folder)
        except FetchError as error:  # that a source is gone is said aloud once
            yield to_result(location, error) if error.is_known else Failure(location, str(error), error.advice)
        except SourceError as error:
            yield Failure(location, str(error), error.advice)
        except Exception as error:  # whatever a source brings a library to do, the next one is read
            yield to_failure(location, error)

    def _list(self, source: Source) -> Lister:
        return Lister(self._fetch, source)

    def _fetch(self, url: str) -> Fetched | Unchanged:
        try:
            return self.fetcher.fetch(url, conditional=True)
        except FetchError as error:
            self._passing += error.is_passing
            raise

    def _read_path(self, path: Path, source: Source, in_folder: bool) -> Iterator[Result]:
        location = to_location(path)
        try:
            with open_file(path, location) as opened:
                if not in_folder or is_taken(opened, path):
                    yield from self._read_opened(opened, self._list(source))
        except SourceError as error:
            yield Failure(location, str(error), error.advice)

    def _read_address(self, url: str, lister: Lister) -> Iterator[Result]:
        """What an address gives; it is finished with unless something of it may still come."""
        passing = self._passing
        fetched = self._fetch(url)
        if isinstance(fetched, Unchanged):
            yield Skipped(url, Reason.UNCHANGED)
            return
        opened = open_bytes(fetched.content, fetched.url, fetched.charset)
        failed = False
        for result in self._read_opened(opened, lister):
            failed = failed or (isinstance(result, Failure) and opened.kind in SINGLE)
            yield result
        if self._passing == passing and not failed:
            for done in lister.below if lister.is_index else [fetched]:
                self.finished(done)

    def _read_opened(self, opened: Opened, lister: Lister) -> Iterator[Result]:
        kind, source = opened.kind, lister.source
        check_kind(opened, source)
        if kind in LISTS:
            follower = Follower(opened, source, self._fetch, self.finished, self._followed)
            yield from follower.follow(lister.read(opened))
        elif kind is Kind.WARC:
            yield from _read_archive(opened, source)
        elif kind is Kind.MBOX:
            yield from _read_mailbox(opened, source)
        elif kind is Kind.LIST:
            raise SourceError("it is a list of sources", "name a file that ends in .toml")
        else:
            yield read_single(opened.read(), opened.location, opened.charset, source)


def is_taken(opened: Opened, path: Path) -> bool:
    """Whether a file in a folder is read: what may be anything only where it holds articles."""
    return path.suffix.lower() not in CONTAINER_SUFFIXES or opened.kind in _IN_FOLDERS


def check_kind(opened: Opened, source: Source) -> None:
    """Raises where it is of another kind than it has to be.

    Raises:
        SourceError: it is.
    """
    kind = opened.kind
    if source.kind and kind != source.kind and (source.kind, kind) != (Kind.FEED, Kind.JSON_FEED):
        raise SourceError(f"it is no {source.kind} but a {kind}", "see in a browser what it has become")


def _read_archive(opened: Opened, source: Source) -> Iterator[Result]:
    for document in read_warc(opened.stream):
        if isinstance(document, Failure):
            yield document
        else:
            yield read_single(document.content, document.url, document.charset, source)
    if opened.trouble:
        raise opened.trouble


def _read_mailbox(opened: Opened, source: Source) -> Iterator[Result]:
    for message in split_mbox(opened.stream):
        yield sift(read_mail(message, opened.location, shares_place=True), b"", source)
    if opened.trouble:
        raise opened.trouble
