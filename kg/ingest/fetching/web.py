"""One question to one server: in its turn, over a vetted connection, read under a cap."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from http.cookiejar import CookieJar

import httpx

from kg.ingest.fetching.addresses import MAX_CHARS, to_host
from kg.ingest.fetching.answers import Answer, FetchError, Trouble
from kg.ingest.fetching.bodies import ACCEPTED, read_body, to_too_large
from kg.ingest.fetching.connecting import VettedBackend
from kg.ingest.fetching.deadline import Deadline
from kg.ingest.fetching.pacing import Hosts
from kg.ingest.fetching.patience import is_passing
from kg.ingest.fetching.replay import read_answer, write_answer
from kg.ingest.fetching.settings import FetchSettings
from kg.ingest.fetching.transport import VettedTransport

_WANTED = {
    "Accept": "text/html, application/xhtml+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8",
    "Accept-Language": "en, *;q=0.5",  # what is in no other language is read
    "Accept-Encoding": ACCEPTED,
}
_USELESS = ("image/", "audio/", "video/", "font/")  # what no reader of ours reads, often large
MAX_SKIPPED = 16_384  # bytes of a redirect's or refusal's body that are read so that the connection stays of use
_HEADERS = ("content-type", "etag", "last-modified", "location", "retry-after")
GIVEN = (200, 203)  # the statuses that come with what was asked for


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a server, and how much may come of it.

    `delay_s` is what the server's robots.txt wants between two requests. A body of more than `max_bytes` is cut where
    `is_cut`, else refused. `headers` go beside those that every request has.
    """

    url: str
    deadline: Deadline
    max_bytes: int
    is_cut: bool = False
    delay_s: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)


class Web:
    """The network, or the folder that stands for it."""

    def __init__(self, settings: FetchSettings, hosts: Hosts) -> None:
        self._settings = settings
        self._hosts = hosts
        self._client = _make_client(settings)

    def get(self, question: Question) -> Answer:
        """The server's answer, whatever its status.

        Raises:
            FetchError: it has none, or one that cannot be read, or may not be asked.
            StoreError: the answer cannot be recorded.
        """
        if self._settings.replay:
            return read_answer(self._settings.replay, question.url)
        with self._hosts.turn(to_host(question.url), question.delay_s) as waited_s:
            question.deadline.extend(waited_s)
            answer = self._ask(question)
        if self._settings.record and not is_passing(answer.status) and answer.status != HTTPStatus.NOT_MODIFIED:
            write_answer(self._settings.record, question.url, answer)
        return answer

    def close(self) -> None:
        """Hangs up everywhere."""
        self._client.close()

    def _ask(self, question: Question) -> Answer:
        try:
            with (
                question.deadline.running(),
                self._client.stream("GET", question.url, headers=question.headers) as response,
            ):
                found = {name: response.headers.get(name, "")[: MAX_CHARS + 1] for name in _HEADERS}
                headers = {name: value for name, value in found.items() if value}
                content = _read(question, response) if response.status_code in GIVEN else _skip(response)
                return Answer(response.status_code, headers, content)
        except httpx.TimeoutException as error:
            is_over = not question.deadline.left_s
            limit_s = self._settings.deadline_s if is_over else self._settings.step_timeout_s
            raise FetchError(Trouble.LATER, f"it takes longer than {limit_s:g} s") from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError, ValueError) as error:
            said = str(error)[:200] or type(error).__name__
            raise FetchError(Trouble.LATER, f"it does not answer: {said}") from error


class _NoCookies(CookieJar):
    """A run is nobody's visitor; and what servers set is not even parsed."""

    def extract_cookies(self, response: object, request: object) -> None:
        """Takes nothing."""


def _make_client(settings: FetchSettings) -> httpx.Client:
    return httpx.Client(
        transport=VettedTransport(VettedBackend(settings.private_hosts, settings.allow_private)),
        headers={"User-Agent": settings.agent, **_WANTED},
        cookies=_NoCookies(),
        timeout=settings.step_timeout_s,
        trust_env=False,  # no proxies: the address that is vetted must be the one that answers
    )


def _read(question: Question, response: httpx.Response) -> bytes:
    kind = response.headers.get("content-type", "").lower()
    if kind.startswith(_USELESS):
        said = kind.split(";")[0][:40].encode("ascii", "replace").decode("ascii")
        raise FetchError(Trouble.CONTENT, f"it is {said}, not a page or feed", "give another address")
    if _to_length(response) > question.max_bytes and not question.is_cut:
        raise to_too_large(question.max_bytes)
    content = read_body(
        _read_pieces(question, response), response.headers.get("content-encoding", ""), question.max_bytes
    )
    if len(content) > question.max_bytes and not question.is_cut:
        raise to_too_large(question.max_bytes)
    return content[: question.max_bytes]


def _read_pieces(question: Question, response: httpx.Response) -> Iterator[bytes]:
    """The body as it comes; what is read at once can be cut into ten thousand pieces, so each looks at the deadline."""
    for piece in response.iter_raw():
        if not question.deadline.left_s:
            raise httpx.ReadTimeout("its time is over")
        yield piece


def _skip(response: httpx.Response) -> bytes:
    """No content; the body is read where that is little, for otherwise the connection is lost."""
    if response.status_code == HTTPStatus.NOT_MODIFIED or 0 <= _to_length(response) <= MAX_SKIPPED:
        for _ in response.iter_raw():
            pass
    return b""


def _to_length(response: httpx.Response) -> int:
    """The length that is announced, -1 where none is."""
    length = response.headers.get("content-length", "")
    return int(length[:18]) if length.isascii() and length.isdigit() else -1
