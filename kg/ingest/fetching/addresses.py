"""Addresses in one form, and which of them are never asked."""

import ipaddress
import re
from urllib.parse import urljoin, urlsplit

import httpx

from kg.ingest.fetching.answers import FetchError, Trouble

MAX_CHARS = 4096  # no server reads longer ones; a feed may hold anything
LOW_PORTS = (80, 443)  # the others below 1024 are for mail, shells and the like: no link makes us speak to those
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # https://www.rfc-editor.org/rfc/rfc6052
_HOST = re.compile(r"[a-z0-9._-]{1,253}|[0-9a-f:.]{2,45}")
IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def to_address(url: str, base: str = "") -> str:
    """The address in its one form: escaped, host in lower case, without fragment; `base` is what it is relative to.

    Raises:
        FetchError: it is no http(s) address, or holds credentials or a port that is none of the web's.
    """
    if len(url) > MAX_CHARS:
        raise FetchError(Trouble.ADDRESS, f"its address has more than {MAX_CHARS} characters", "give a shorter one")
    try:
        parsed = httpx.URL(urljoin(base, url.strip()))
        address = str(parsed.copy_with(fragment=None, raw_path=parsed.raw_path))
    except (httpx.InvalidURL, UnicodeError, ValueError, TypeError) as error:
        raise FetchError(Trouble.ADDRESS, "it is no address", "check it in a browser") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise FetchError(Trouble.ADDRESS, "it is no http(s) address", "only http and https are fetched")
    if not _HOST.fullmatch(parsed.raw_host.decode("ascii", "replace")):
        raise FetchError(Trouble.ADDRESS, "its host is no name of a host", "check it in a browser")
    if parsed.userinfo:
        raise FetchError(Trouble.ADDRESS, "its address holds a user's name", "take name and password out of it")
    if parsed.port is not None and not _is_web_port(parsed.port):
        raise FetchError(Trouble.ADDRESS, f"port {parsed.port} is none of the web's", "give an ordinary address")
    return address


def _is_web_port(port: int) -> bool:
    return port in LOW_PORTS or 1024 <= port < 65536


def to_host(address: str) -> str:
    """The host of an address in its one form."""
    return urlsplit(address).hostname or ""


def to_origin(address: str) -> str:
    """Scheme, host and port of an address in its one form: what a robots.txt speaks for."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def is_public(text: str) -> bool:
    """Whether an IP address belongs to the open internet; one that translators turn into another counts as that."""
    ip = _translate(ipaddress.ip_address(text.split("%")[0]))
    tunnel = None if isinstance(ip, ipaddress.IPv4Address) else ip.sixtofour
    return _is_global(ip) and (tunnel is None or _is_global(tunnel))


def _translate(ip: IPAddress) -> IPAddress:
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else ip.ipv4_mapped or ip


def _is_global(ip: IPAddress) -> bool:
    is_odd = ip.is_multicast or ip.is_reserved or ip.is_unspecified or getattr(ip, "is_site_local", False)
    return ip.is_global and not is_odd
