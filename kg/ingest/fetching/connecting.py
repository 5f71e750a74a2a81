"""Connections to vetted addresses only, whose every step ends by the running deadline.

A host is looked up once, and what is connected to is one of the addresses that were vetted: a name that answers
differently the next time (DNS rebinding) gains nothing. Nothing is sent before that.
"""

import socket
import ssl
from collections.abc import Iterable
from itertools import zip_longest
from threading import Thread
from typing import Any

import httpcore

from kg.ingest.fetching.addresses import is_public
from kg.ingest.fetching.answers import FetchError, Trouble
from kg.ingest.fetching.deadline import cut_timeout

MAX_TRIED = 4  # a name may have thousands of addresses, none of which answers


class TimedStream(httpcore.NetworkStream):
    """A connection whose every read and write ends by the running deadline."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes, empty at the end."""
        return self._inner.read(max_bytes, _cut(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends all of the bytes."""
        self._inner.write(buffer, _cut(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        """Hangs up."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted."""
        timeout = _cut(timeout, httpcore.ConnectTimeout)
        return TimedStream(self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        """What is known of the connection under that name, or None."""
        return self._inner.get_extra_info(info)


class VettedBackend(httpcore.NetworkBackend):
    """Connects to public addresses, and to `private_hosts` ("name" or "name:port") whatever they are."""

    def __init__(self, private_hosts: Iterable[str], allow_private: bool) -> None:
        self._private_hosts = frozenset(private_hosts)
        self._allow_private = allow_private
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        """A connection to the first of the host's addresses that may be asked and answers.

        Raises:
            FetchError: none of them may be asked.
            httpcore.NetworkError: none of them answers.
        """
        tried = mix(self._vet(host, port, look_up(host, port, _cut(timeout, httpcore.ConnectTimeout))))[:MAX_TRIED]
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in tried:
            try:
                limit = _cut(timeout, httpcore.ConnectTimeout) / len(tried)
                return TimedStream(self._backend.connect_tcp(address, port, limit, local_address, socket_options))
            except (httpcore.NetworkError, httpcore.TimeoutException) as error:
                failure = error
        raise failure

    def _vet(self, host: str, port: int, found: list[str]) -> list[str]:
        if self._allow_private or self._private_hosts & {host, f"{host}:{port}"}:
            return found
        vetted = [address for address in found if is_public(address)]
        if found and not vetted:
            advice = "private addresses are fetched only where the configuration allows them"
            raise FetchError(Trouble.PRIVATE, f"it leads to the private address {found[0]}", advice)
        return vetted


def mix(found: list[str]) -> list[str]:
    """The addresses with both families in turn: where one of them leads nowhere, the other is tried soon."""
    sixes, fours = ([ip for ip in found if (":" in ip) is is_six] for is_six in (True, False))
    return [ip for pair in zip_longest(sixes, fours) for ip in pair if ip]


def look_up(host: str, port: int, timeout_s: float) -> list[str]:
    """The IP addresses of a host, in the system's order.

    Raises:
        httpcore.ConnectError: it has none.
        httpcore.ConnectTimeout: its name servers take longer than `timeout_s`; the system's own limit can be minutes.
    """
    found: list[list[str] | Exception] = []
    # abandoned when it is late: the system's look-up cannot be stopped, but ends by itself
    thread = Thread(target=lambda: found.append(_look_up(host, port)), daemon=True)
    thread.start()
    thread.join(timeout_s)
    if not found:
        raise httpcore.ConnectTimeout(f"the name servers of {host} do not answer")
    if isinstance(found[0], Exception):
        raise httpcore.ConnectError(f"its host {host} is not known") from found[0]
    return found[0]


def _look_up(host: str, port: int) -> list[str] | Exception:
    try:
        return [str(item[4][0]) for item in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        return error


def _cut(timeout_s: float | None, late: type[httpcore.TimeoutException]) -> float:
    """The seconds that a step may take; a limit of 0 would mean "do not wait", so none are left raises at once."""
    limit = cut_timeout(timeout_s)
    if limit <= 0:
        raise late("its time is over")
    return limit
