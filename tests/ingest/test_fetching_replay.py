"""A run recorded from the network, replayed without it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.ingest.fetching import Fetched, Fetcher, FetchError, FetchSettings, Trouble, Unchanged
from tests.ingest.server import FAST, Reply, Server, page, redirect, serve


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        yield running


def run(urls: list[str], settings: FetchSettings) -> list[Fetched | Unchanged | tuple[Trouble, str]]:
    """What each address comes to: an outcome, or the kind and words of its failure."""
    outcomes: list[Fetched | Unchanged | tuple[Trouble, str]] = []
    with Fetcher(settings) as fetcher:
        for url in urls:
            try:
                outcomes.append(fetcher.fetch(url))
            except FetchError as error:
                outcomes.append((error.kind, str(error)))
    return outcomes


def test_a_replay_gives_what_was_recorded(server: Server, tmp_path: Path) -> None:
    urls = [
        server.say("/page", page("<p>é</p>".encode("latin-1") + b"\n\r\n\x00", ETag='"1"')),
        server.say("/moved", redirect(301, "/page")),
        server.say("/missing", Reply(404)),
        server.say("/gone", Reply(410)),
        server.say("/circle", redirect(302, "/circle")),
    ]
    recorded = run(urls, replace(FAST, record=tmp_path / "answers"))
    server.close()
    assert run(urls, replace(FAST, replay=tmp_path / "answers", allow_private=False)) == recorded


def test_a_replay_knows_what_is_unchanged(server: Server, tmp_path: Path) -> None:
    url = server.say("/feed", Reply(200, {}, b"<rss/>"))
    run([url], replace(FAST, record=tmp_path))
    with Fetcher(replace(FAST, replay=tmp_path)) as fetcher:
        outcome = fetcher.fetch(url, conditional=True)
        assert isinstance(outcome, Fetched)
        fetcher.remember(outcome)
        assert isinstance(fetcher.fetch(url, conditional=True), Unchanged)


def test_a_replay_asks_nobody_and_waits_for_nobody(server: Server, tmp_path: Path) -> None:
    url = server.say("/page", page())
    slow = replace(FAST, rate_per_s=0.1)
    run([url], replace(slow, record=tmp_path))
    asked = len(server.asked)
    assert all(isinstance(outcome, Fetched) for outcome in run([url] * 20, replace(slow, replay=tmp_path)))
    assert len(server.asked) == asked
    (failure,) = run([f"{server.url}/other"], replace(slow, replay=tmp_path))
    assert isinstance(failure, tuple)
    assert "recorded" in failure[1]


@pytest.mark.parametrize(
    "broken", [b"", b"{}", b"no json\nbody", b'{"status": 200}\n', b'{"status": "x", "headers": {}}\n']
)
def test_a_broken_record_is_none(server: Server, tmp_path: Path, broken: bytes) -> None:
    url = server.say("/page", page())
    run([url], replace(FAST, record=tmp_path))
    (path,) = (path for path in tmp_path.iterdir() if b"/page" in path.read_bytes())
    path.write_bytes(broken)
    (failure,) = run([url], replace(FAST, replay=tmp_path))
    assert isinstance(failure, tuple)
    assert failure[0] is Trouble.LATER


def test_passing_troubles_are_not_recorded(server: Server, tmp_path: Path) -> None:
    run([server.say("/busy", Reply(503))], replace(FAST, record=tmp_path))
    assert not any(b"/busy" in path.read_bytes() for path in tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_said(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError, match="cannot be written"):
        run([server.say("/page", page())], replace(FAST, record=tmp_path / "file"))
