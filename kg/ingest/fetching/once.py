"""Addresses to bytes, as before `Fetcher`: only http(s), only public hosts, with caps on size, time and redirects."""

import ipaddress
import socket
import time
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

from kg.errors import SourceError

MAX_BYTES = 10_000_000  # after decompression; the largest news pages are near 5 MB
DEADLINE_S = 30.0  # for one address, all its redirects included
STEP_TIMEOUT_S = 10.0  # for connecting, and between two pieces of an answer
MAX_REDIRECTS = 5
AGENT = "kg (+https://w3id.org/aigov)"
_READABLE = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/rdf",
             "application/json", "application/feed")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: `url` after redirects, `charset` as the server names it."""

    content: bytes
    url: str
    charset: str | None = None


def fetch(url: str, allow_private: bool = False) -> Fetched:
    """What an http(s) address gives.

    Raises:
        SourceError: it is no public http(s) address, does not answer with readable content, or exceeds a cap.
    """
    deadline = time.monotonic() + DEADLINE_S
    # no proxies from the environment: the address that is vetted must be the one that answers
    with httpx.Client(timeout=STEP_TIMEOUT_S, headers={"User-Agent": AGENT}, trust_env=False) as client:
        for _ in range(MAX_REDIRECTS + 1):
            _vet_url(url, allow_private)
            try:
                with client.stream("GET", url) as response:
                    _vet_peer(response, allow_private)
                    if response.has_redirect_location:
                        url = urljoin(url, response.headers["location"])
                        continue
                    return _read(response, url, deadline)
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError, ValueError) as error:
                raise SourceError(f"it does not answer: {error or type(error).__name__}", "try again later") from error
    raise SourceError(f"it redirects more than {MAX_REDIRECTS} times", "give the address that it ends at")


def _read(response: httpx.Response, url: str, deadline: float) -> Fetched:
    if response.status_code != httpx.codes.OK:
        raise SourceError(f"it answers {response.status_code} {response.reason_phrase}", "check it in a browser")
    kind = response.headers.get("content-type", "text/html").lower()
    if not kind.startswith(_READABLE):
        raise SourceError(f"it is {kind.split(';')[0]}, not a page or feed", "give the address of a page or feed")
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > MAX_BYTES:
            raise SourceError(f"it is larger than {MAX_BYTES // 1_000_000} MB", "save the article and give the file")
        if time.monotonic() > deadline:
            raise SourceError(f"it takes longer than {DEADLINE_S:.0f} s", "try again later")
    return Fetched(bytes(content), url, response.charset_encoding)


def _vet_url(url: str, allow_private: bool) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SourceError("it is no http(s) address", "only http and https are fetched")
    if allow_private:
        return
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(f"its host {parts.hostname} is not known", "check the address") from error
    for *_, address in found:
        _vet_ip(str(address[0]))


def _vet_peer(response: httpx.Response, allow_private: bool) -> None:
    """The host is looked up again when connecting, and may answer differently then."""
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream else None
    if peer and not allow_private:
        _vet_ip(str(peer[0]))


def _vet_ip(text: str) -> None:
    ip = ipaddress.ip_address(text.split("%")[0])
    inner = getattr(ip, "ipv4_mapped", None) or ip
    if not inner.is_global or inner.is_multicast:
        raise SourceError(f"it leads to the private address {text}", "private addresses are fetched only where allowed")
