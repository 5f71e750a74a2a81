"""What each source would give: its kind, how much it holds and what is newest, without reading every article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from kg.errors import SourceError
from kg.ingest.contents import Lister
from kg.ingest.entries import Entry, is_older
from kg.ingest.fetching import Fetched, Fetcher, FetchSettings, Unchanged
from kg.ingest.files import find_files, is_address, to_location
from kg.ingest.following import Follower
from kg.ingest.holdings import check_kind, is_taken
from kg.ingest.kinds import LISTS, Kind
from kg.ingest.listing import Source
from kg.ingest.mail import parse_mail, read_headers, split_mbox
from kg.ingest.opening import Opened, open_bytes, open_file, open_stdin
from kg.ingest.sifting import Result
from kg.ingest.singles import read_single
from kg.ingest.sources import expand_sources
from kg.ingest.warc import Document, read_warc
from kg.model import Article, Failure

HEADER_BYTES = 65_536  # of a message, which hold its headers; the rest need not be parsed to count it


@dataclass(frozen=True, slots=True)
class Checked:
    """What a source would give.

    `kind` is what it is, `entries` how many articles it leads to or holds, `newest` the latest of their dates (a day in
    ISO 8601), `headline` that of the first. `remarks` are what an operator may want to change. `failure` says why it
    gives nothing, None where it gives something.
    """

    source: Source
    kind: str = ""
    entries: int = 0
    newest: str = ""
    headline: str = ""
    remarks: tuple[str, ...] = ()
    failure: Failure | None = None


def check_sources(
    locations: Sequence[str],
    *,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Checked]:
    """What each source would give, in order; the arguments are those of `read_sources`.

    Of a feed or sitemap the first page is read as well. Nothing is remembered of what was fetched.
    """
    checker = _Checker(fetcher or Fetcher(FetchSettings(allow_private=allow_private)), stdin)
    for source in expand_sources(locations):
        if isinstance(source, Failure):
            yield Checked(Source(source.location), failure=source)
            continue
        try:
            yield checker.check(source)
        except SourceError as error:
            yield Checked(source, failure=Failure(source.location, str(error), error.advice))


@dataclass(frozen=True)
class _Checker:
    fetcher: Fetcher
    stdin: BinaryIO | None

    def check(self, source: Source) -> Checked:
        """What one source would give.

        Raises:
            SourceError: nothing, since it cannot be read.
        """
        location = source.location
        if location == "-":
            return self._check_opened(open_stdin(self.stdin), source)
        if is_address(location):
            return self._check_address(source)
        files = list(find_files(location))
        if len(files) > 1 or Path(location).expanduser().is_dir():
            return self._check_files(files, source)
        with open_file(files[0], to_location(files[0])) as opened:
            return self._check_opened(opened, source)

    def _check_address(self, source: Source) -> Checked:
        fetched = self._fetch(source.location)
        assert isinstance(fetched, Fetched)
        checked = self._check_opened(open_bytes(fetched.content, fetched.url, fetched.charset), source)
        moved = (f"it has moved for good: name {fetched.moved_to}",) if fetched.moved_to else ()
        return replace(checked, remarks=moved + checked.remarks)

    def _check_files(self, files: Sequence[Path], source: Source) -> Checked:
        """A folder or pattern: how many files it has, and what the first one holds."""
        count, first = 0, None
        for path in files:
            with open_file(path, to_location(path)) as opened:
                if is_taken(opened, path):
                    count += 1
                    first = first or self._check_opened(opened, source)
        if first is None:
            raise SourceError("it holds no articles", "see README.md, Sources, for what is read")
        return replace(first, kind="files", entries=count, newest="")

    def _check_opened(self, opened: Opened, source: Source) -> Checked:
        check_kind(opened, source)
        if opened.kind in LISTS:
            return self._check_list(opened, source)
        if opened.kind is Kind.WARC:
            checked = _check_archive(opened, source)
        elif opened.kind is Kind.MBOX:
            checked = _check_mailbox(opened, source)
        elif opened.kind is Kind.LIST:
            raise SourceError("it is a list of sources", "name a file that ends in .toml")
        else:
            result = read_single(opened.read(), opened.location, opened.charset, source)
            return _describe_single(result, Checked(source, opened.kind))
        if opened.trouble:
            return replace(checked, remarks=(*checked.remarks, str(opened.trouble)))
        return checked

    def _check_list(self, opened: Opened, source: Source) -> Checked:
        lister, listed = Lister(self._fetch, source), list[Entry | Failure]()
        try:
            listed.extend(lister.read(opened))
        except SourceError as error:
            listed.append(Failure(opened.location, str(error), error.advice))
        entries = [entry for entry in listed if isinstance(entry, Entry)]
        failures = [entry for entry in listed if isinstance(entry, Failure)]
        if failures and not entries:
            return Checked(source, opened.kind, failure=failures[0])
        remarks = [f"{failure.location}: {failure.reason}" for failure in failures[:3]]
        remarks += _find_remarks(entries, source)
        first = entries[:1]
        follower = Follower(opened, replace(source, max_age_days=None), self._fetch, _ignore, set())
        results = list(follower.follow(first))
        remarks += [f"its first page: {result.reason}" for result in results if not isinstance(result, Article)]
        headlines = [entry.title for entry in first]
        headlines += [result.headline or "" for result in results if isinstance(result, Article)]
        return Checked(
            source=source,
            kind="sitemap index" if lister.is_index else opened.kind,
            entries=len(entries),
            newest=_find_newest(entry.published for entry in entries),
            headline=next(filter(None, headlines), ""),
            remarks=tuple(remarks),
        )

    def _fetch(self, url: str) -> Fetched | Unchanged:
        return self.fetcher.fetch(url)


def _ignore(_fetched: Fetched) -> None:
    """Nothing is remembered of what is only looked at."""


def _find_remarks(entries: Sequence[Entry], source: Source) -> Iterator[str]:
    old = sum(is_older(entry.published, source.max_age_days) for entry in entries)
    if old:
        yield f"{old} older than {source.max_age_days} days"
    if source.max_entries and len(entries) > source.max_entries:
        yield f"{len(entries) - source.max_entries} beyond the limit"
    if entries and not any(entry.published for entry in entries):
        yield "no dates"


def _check_archive(opened: Opened, source: Source) -> Checked:
    checked = Checked(source, opened.kind)
    captured: list[str] = []
    try:
        for document in read_warc(opened.stream):
            if not isinstance(document, Document):
                checked = replace(checked, remarks=(*checked.remarks, f"{document.location}: {document.reason}")[:3])
                continue
            if not captured:
                result = read_single(document.content, document.url, document.charset, source)
                checked = _describe_single(result, checked)
            captured.append(document.captured)
    except SourceError as error:
        checked = replace(checked, remarks=(*checked.remarks, str(error)))
    return replace(checked, entries=len(captured), newest=_find_newest(captured))


def _check_mailbox(opened: Opened, source: Source) -> Checked:
    checked = Checked(source, opened.kind)
    dates: list[str | None] = []
    for message in split_mbox(opened.stream):
        told = read_headers(parse_mail(message[:HEADER_BYTES]))
        checked = checked if dates else replace(checked, headline=told.headline or "")
        dates.append(told.published)
    return replace(checked, entries=len(dates), newest=_find_newest(dates))


def _describe_single(result: Result, checked: Checked) -> Checked:
    if isinstance(result, Failure):
        return replace(checked, failure=result)
    if not isinstance(result, Article):
        return replace(checked, remarks=(*checked.remarks, f"{result.reason} ({result.detail})"))
    newest = _find_newest([result.published])
    return replace(checked, entries=1, newest=newest, headline=result.headline or "")


def _find_newest(dates: Iterable[str | None]) -> str:
    return max((date[:10] for date in dates if date), default="")
