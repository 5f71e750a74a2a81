"""What asking an address can end in: content, nothing new, or a reason why not."""

from dataclasses import dataclass, field
from enum import StrEnum

from kg.errors import SourceError


class Trouble(StrEnum):
    """Why an address gave nothing, in the phrases that a run counts."""

    ADDRESS = "not an address that is fetched"
    PRIVATE = "a private address"
    ROBOTS = "forbidden by robots.txt"
    GONE = "gone for good"
    MISSING = "not found"
    REFUSED = "not given by its server"
    REDIRECTS = "redirects without end"
    CONTENT = "not readable content"
    LATER = "no answer now"


class FetchError(SourceError):
    """An address gave nothing; `kind` says why in a few fixed phrases.

    `wait_s` are the seconds after which its server says that it may be asked again, 0 where it says nothing. `is_known`
    says that an earlier run was told already, and that nobody was asked.
    """

    def __init__(
        self,
        kind: Trouble,
        message: str,
        advice: str = "try again later",
        wait_s: float = 0.0,
        is_known: bool = False,
    ) -> None:
        super().__init__(message, advice)
        self.kind = kind
        self.wait_s = wait_s
        self.is_known = is_known

    @property
    def is_passing(self) -> bool:
        """Whether asking again later may help."""
        return self.kind is Trouble.LATER


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says to one request: some headers, named in lower case, and content where that was asked for."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what an answer is known again: the address that gave it, its validators, a digest of its content."""

    url: str
    etag: str | None = None
    modified: str | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    `asked` is the address as it was asked for, `url` where its redirects ended. `charset` is as the server names it,
    `content_type` the media type in lower case, empty where it names none. `moved_to` is the address that permanent
    redirects give for `asked`: a list of sources should name that one from now on. `stamp` is for `Fetcher.remember`.
    """

    content: bytes
    asked: str
    url: str
    charset: str | None
    content_type: str
    moved_to: str | None
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Unchanged:
    """That an address still gives what `Fetcher.remember` was told of; `moved_to` as in `Fetched`."""

    asked: str
    url: str
    moved_to: str | None
