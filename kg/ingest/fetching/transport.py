"""httpx over connections of our own: the seam between its client and `connecting`."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import cast

import httpcore
import httpx

from kg.ingest.fetching.connecting import VettedBackend

KEPT_CONNECTIONS = 20  # idle ones; a feed's next article is asked within seconds of the last
KEPT_S = 15.0


class VettedTransport(httpx.BaseTransport):
    """Sends requests over HTTP/1.1 through a backend; whatever goes wrong on the way is a `httpx.TransportError`."""

    def __init__(self, backend: VettedBackend) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=_make_tls(),
            max_keepalive_connections=KEPT_CONNECTIONS,
            keepalive_expiry=KEPT_S,
            network_backend=backend,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, its body not yet read."""
        url = request.url
        asked = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            extensions=request.extensions,
        )
        with _as_transport_error():
            answer = self._pool.handle_request(asked)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Hangs up everywhere."""
        self._pool.close()


@lru_cache(1)
def _make_tls() -> ssl.SSLContext:
    """Who is trusted; reading the list takes 20 ms."""
    return httpx.create_ssl_context(trust_env=False)


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _as_transport_error():
            yield from cast(Iterator[bytes], self._answer.stream)

    def close(self) -> None:
        with _as_transport_error():
            self._answer.close()


@contextmanager
def _as_transport_error() -> Iterator[None]:
    try:
        yield
    except httpcore.TimeoutException as error:
        raise httpx.TimeoutException(str(error) or "it does not go on") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ConnectionNotAvailable) as error:
        raise httpx.TransportError(str(error) or type(error).__name__) from error
