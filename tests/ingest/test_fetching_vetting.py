"""Which addresses are never asked: nothing that is not the web, nothing that is not public, on no hop."""

import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.fetching import Fetched, Fetcher, FetchError, FetchSettings, Trouble
from kg.ingest.fetching.addresses import is_public, to_address, to_host
from kg.ingest.fetching.connecting import MAX_TRIED, mix
from tests.ingest.server import FAST, Server, page, redirect, serve

PUBLIC_ONLY = replace(FAST, allow_private=False)


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        yield running


def fail(url: str, settings: FetchSettings = PUBLIC_ONLY) -> Trouble:
    """Why an address gives nothing."""
    with Fetcher(settings) as fetcher, pytest.raises(FetchError) as raised:
        fetcher.fetch(url)
    return raised.value.kind


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "017700000001", "0.0.0.0", "10.0.0.1"),
        *("192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1"),
        *("[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"),
        *("[64:ff9b::7f00:1]", "[64:ff9b::a00:1]", "[2002:7f00:1::]", "[::127.0.0.1]", "[fec0::1]", "[64:ff9b:1::1]"),
    ],
)
def test_hosts_that_are_never_asked(host: str) -> None:
    assert fail(f"http://{host}:8080/") is Trouble.PRIVATE


@pytest.mark.parametrize(
    "ip", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e", "8.8.8.8"]
)
def test_the_open_internet_is_public(ip: str) -> None:
    assert is_public(ip)


@given(st.ip_addresses(v=4))
def test_what_embeds_an_address_is_as_public_as_that(ip: Any) -> None:
    number = int(ip)
    for text in (f"::ffff:{ip}", f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}"):
        assert is_public(text) <= is_public(str(ip))


def test_a_redirect_to_a_private_address_is_refused(server: Server) -> None:
    with serve() as inner:
        server.say("/out", redirect(302, inner.say("/secret", page("<p>secret</p>"))))
        assert fail(f"{server.url}/out", replace(PUBLIC_ONLY, private_hosts=(server.host,))) is Trouble.PRIVATE
        assert inner.asked == []
    assert server.paths() == ["/out"]


def test_a_host_that_is_allowed_by_name_is_asked(server: Server) -> None:
    server.say("/page", page())
    port = server.host.rpartition(":")[2]
    with Fetcher(replace(PUBLIC_ONLY, private_hosts=("localhost",))) as fetcher:
        assert isinstance(fetcher.fetch(f"http://localhost:{port}/page"), Fetched)
        with pytest.raises(FetchError, match="private"):
            fetcher.fetch(f"{server.url}/page")


def rebind(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Makes name servers say something else each time; gives what was connected to."""
    waiting, connected = list(answers), []
    connect = socket.create_connection

    def look_up(host: str, port: int, **_: Any) -> list[Any]:
        found = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    def note(address: tuple[str, int], *rest: Any, **more: Any) -> socket.socket:
        connected.append(address[0])
        if address[0] != "127.0.0.1":
            raise OSError("nobody there")
        return connect(address, *rest, **more)

    monkeypatch.setattr("kg.ingest.fetching.connecting.socket.getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", note)
    return connected


def test_a_name_that_turns_private_is_not_connected_to(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    connected = rebind(monkeypatch, ["8.8.8.8"], ["127.0.0.1"])
    with Fetcher(PUBLIC_ONLY) as fetcher, pytest.raises(FetchError):
        fetcher.fetch(f"http://rebinding.example:{server.host.rpartition(':')[2]}/page")
    assert set(connected) == {"8.8.8.8"}
    assert server.asked == []


def test_of_mixed_addresses_only_the_public_ones_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    connected = rebind(monkeypatch, ["127.0.0.1", "10.0.0.1", "8.8.4.4"])
    assert fail("http://mixed.example/") is Trouble.LATER
    assert set(connected) == {"8.8.4.4"}


def test_of_a_thousand_addresses_few_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    connected = rebind(monkeypatch, [f"8.8.{number // 250}.{number % 250}" for number in range(1000)])
    assert fail("http://many.example/") is Trouble.LATER
    assert len(set(connected)) == MAX_TRIED


def test_both_families_of_addresses_are_tried_in_turn() -> None:
    assert mix(["::1", "::2", "::3", "1.1.1.1", "2.2.2.2"]) == ["::1", "1.1.1.1", "::2", "2.2.2.2", "::3"]
    assert mix(["1.1.1.1"]) == ["1.1.1.1"]


def test_slow_name_servers_do_not_hold_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def sleep(*_: object, **__: object) -> list[object]:
        time.sleep(1.5)
        return []

    monkeypatch.setattr("kg.ingest.fetching.connecting.socket.getaddrinfo", sleep)
    started = time.monotonic()
    assert fail("http://slow.example/", replace(PUBLIC_ONLY, deadline_s=0.3)) is Trouble.LATER
    assert time.monotonic() - started < 1


@pytest.mark.parametrize("variable", ["http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"])
def test_proxies_of_the_environment_are_not_used(
    server: Server, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "http://127.0.0.1:1")
    with Fetcher(FAST) as fetcher:
        assert isinstance(fetcher.fetch(server.say("/page", page())), Fetched)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "ftp://shore.example/a",
            "file:///etc/hostname",
            "gopher://shore.example/",
            "data:text/html,x",
            "shore.example",
        ),
        *("http://", "http:///a", "https://a b/", "http://[::1", "http://x.example:99999/", "http://x.example:25/"),
        *(
            "https://user:secret@shore.example/",
            "https://user@shore.example/",
            "http://x.example/\x00",
            "",
            "//a.example",
        ),
        *("javascript:alert(1)", "https://shore.example/" + "a" * 5000, "http://" + "a" * 4000 + ".example/"),
        *("http://x.example\r\nHost: y/", "unix:///var/run/docker.sock", "http://\udcff.example/"),
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    assert fail(url, FAST) is Trouble.ADDRESS


def test_a_refusal_does_not_repeat_a_password() -> None:
    with Fetcher(FAST) as fetcher, pytest.raises(FetchError) as raised:
        fetcher.fetch("https://user:secret@shore.example/")
    assert "secret" not in str(raised.value) + raised.value.advice


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("HTTPS://Shore.Example/A#b", "https://shore.example/A"),
        (" http://shore.example ", "http://shore.example/"),
        ("http://shore.example:80/a", "http://shore.example/a"),
        ("http://bücher.example/ü?q=å", "http://xn--bcher-kva.example/%C3%BC?q=%C3%A5"),
        ("http://shore.example/a%2Fb?c#", "http://shore.example/a%2Fb?c"),
        ("http://shore.example/?", "http://shore.example/?"),
    ],
)
def test_addresses_have_one_form(url: str, address: str) -> None:
    assert to_address(url) == address
    assert to_address(address) == address


@given(
    st.text(max_size=50).map("http://shore.example/".__add__) | st.from_regex(r"https?://\S{1,40}"),
    st.text(max_size=30),
)
def test_any_text_is_an_address_or_none(base: str, url: str) -> None:
    try:
        address = to_address(url, to_address(base))
    except FetchError:
        return
    assert address.startswith(("http://", "https://"))
    assert to_host(address)
    assert address.isascii()
    assert address.isprintable()
    assert to_address(address) == address
