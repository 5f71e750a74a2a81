"""What sources hold, without the network."""

import io
from collections.abc import Mapping
from pathlib import Path

from kg.ingest import read_sources
from kg.ingest.contents import Lister
from kg.ingest.entries import Entry
from kg.ingest.fetching import Fetched, FetchError, Stamp, Trouble, Unchanged
from kg.ingest.listing import Source
from kg.ingest.opening import open_bytes
from kg.ingest.sifting import Result
from kg.model import Failure


class Web:
    """Stands in for a `Fetcher`: gives what it is made with, says `Unchanged` of what it was told to remember."""

    def __init__(self, pages: Mapping[str, bytes] = {}) -> None:
        self.pages = dict(pages)
        self.asked: list[str] = []
        self.troubles: dict[str, FetchError] = {}  # what is raised for addresses that have no page
        self.remembered: dict[str, bytes] = {}

    def fetch(self, url: str, *, conditional: bool = False) -> Fetched | Unchanged:
        self.asked.append(url)
        if url not in self.pages:
            raise self.troubles.get(url) or FetchError(Trouble.LATER, "it does not answer", "try again later")
        if conditional and self.remembered.get(url) == self.pages[url]:
            return Unchanged(url, url, None)
        return Fetched(self.pages[url], url, url, None, "", None, Stamp(url))

    def remember(self, fetched: Fetched) -> None:
        self.remembered[fetched.asked] = self.pages[fetched.asked]


def read(source: str | Path, web: Web | None = None, stdin: bytes = b"") -> list[Result]:
    """All that a source gives; what is finished is remembered."""
    web = web or Web()
    return list(read_sources([str(source)], fetcher=web, stdin=io.BytesIO(stdin), finished=web.remember))  # type: ignore[arg-type]


def list_entries(content: bytes, location: str = "-", web: Web | None = None) -> list[Entry | Failure]:
    """What a feed or sitemap lists."""
    lister = Lister((web or Web()).fetch, Source(location))
    return list(lister.read(open_bytes(content, location)))
