"""What is fetched is believed to be unchanged only once its articles are safe: over a real server."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg import pipeline
from kg.config import Config
from kg.ingest import fetching
from kg.runs import Report, RunRecord
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, page
from tests.ingest.server import FAST, Reply, Server, serve
from tests.pipeline.shelves import Bench, SimpleEngine

HTML = {"Content-Type": "text/html; charset=utf-8"}


class Site:
    """A feed of some pages, each with an ETag, and runs over it."""

    def __init__(self, server: Server, bench: Bench) -> None:
        self.server = server
        self.bench = bench
        for number in range(4):
            self.set_page(number)
        links = (f"<item><title>{n}</title><link>{server.url}/{n}</link></item>" for n in range(4))
        feed = f'<?xml version="1.0"?><rss version="2.0"><channel>{"".join(links)}</channel></rss>'
        self.feed = server.say("/feed", *answers(feed.encode(), "application/rss+xml"))

    def set_page(self, number: int, extra: str = "") -> None:
        opening = OPENING.replace("<p>", f"<p>Claude{number}{extra} ", 1)
        self.server.say(f"/{number}", *answers(page(opening + MIDDLE + CLOSING), HTML["Content-Type"]))

    def ingest(self, *locations: str) -> RunRecord:
        with pipeline.open_store(self.bench.config) as store:
            return pipeline.ingest_sources(store, locations or [self.feed], self.bench.config, self.tell)

    def tell(self, report: Report) -> None:
        self.bench.told.append(report)

    def asked(self) -> list[str]:
        """The paths that were asked for since the last call."""
        found = self.server.paths()
        self.server.asked.clear()
        return found


def answers(content: bytes, kind: str) -> list[Reply]:
    """The content, and from the second time on that it is as it was: whoever asks without condition has lost it."""
    return [Reply(200, {"Content-Type": kind, "ETag": '"1"'}, content), Reply(304, {"ETag": '"1"'})]


@pytest.fixture
def site(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    def read(engine: SimpleEngine, articles):  # type: ignore[no-untyped-def]
        from kg.model import Extraction

        for article in articles:
            engine.extracted.append(article.id)
            yield Extraction(article)

    monkeypatch.setattr(SimpleEngine, "extract", read)
    monkeypatch.setattr(fetching, "to_fetch_settings", lambda _config: FAST)
    with serve() as server:
        yield Site(server, bench)


def test_when_nothing_is_new_the_feed_alone_is_asked(site: Site) -> None:
    assert site.ingest().counts == {"new": 4}
    assert sorted(site.asked()) == ["/0", "/1", "/2", "/3", "/feed"]
    assert site.ingest().counts == {"unchanged": 1}
    assert site.asked() == ["/feed"]


def test_what_an_interrupted_run_had_not_kept_is_not_remembered(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered: list[str] = []

    def break_off(report: Report) -> None:
        site.bench.told.append(report)
        raise KeyboardInterrupt

    monkeypatch.setattr(fetching.Fetcher, "remember", lambda _self, fetched: remembered.append(fetched.url))
    config = replace(site.bench.config, batch_articles=2)
    with pipeline.open_store(config) as store, pytest.raises(KeyboardInterrupt):
        pipeline.ingest_sources(store, [site.feed], config, break_off)
    with pipeline.open_store(config) as store:
        held = {article.url for article in store.articles()}
    assert len(held) == 2
    assert set(remembered) <= held


def test_a_page_is_remembered_when_its_batch_is_written(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered: list[tuple[str, int]] = []
    sound = fetching.Fetcher.remember

    def remember(fetcher: fetching.Fetcher, fetched: fetching.Fetched) -> None:
        with_held = len(site.bench.told)
        remembered.append((fetched.url.rpartition("/")[2], with_held))
        sound(fetcher, fetched)

    monkeypatch.setattr(fetching.Fetcher, "remember", remember)
    site.ingest()
    assert [name for name, _ in remembered] == ["0", "1", "2", "3", "feed"]
    for place, (name, safe) in enumerate(remembered):
        assert safe >= (4 if name == "feed" else place + 1), "it is safe before it is remembered"


def test_what_is_removed_is_fetched_again(site: Site) -> None:
    url = f"{site.server.url}/1"
    site.ingest()
    with pipeline.open_store(site.bench.config) as store:
        assert pipeline.remove_articles(store, [url]) == (1, [])
    site.set_page(1)
    assert site.ingest(url).counts == {"new": 1}


def test_another_version_of_the_extractor_reads_all_pages_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.ingest()
    site.asked()
    monkeypatch.setattr("kg.pipeline.running.to_extractor_version", lambda: "another")
    again = Site(site.server, site.bench)  # whose pages answer in full once more
    assert again.ingest().counts == {"changed": 4}
    assert len(again.asked()) == 5


def test_the_memory_can_be_deleted(site: Site) -> None:
    site.ingest()
    for path in Path(site.bench.config.store).glob("fetched.sqlite*"):
        path.unlink()
    again = Site(site.server, site.bench)
    assert again.ingest().counts == {"unchanged": 4}


def test_files_alone_open_no_memory(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lab builds Claude.\n\nIt does so in Oslo, where its founders live.\n")
    config: Config = bench.config
    with pipeline.open_store(config) as store:
        pipeline.ingest_sources(store, [str(tmp_path / "a.txt")], config, bench.told.append)
    assert bench.outcomes() == ["new"]
    assert not list(config.store.glob("fetched.sqlite*"))


def test_sources_that_moved_or_ended_are_told_of_until_the_list_names_others(site: Site) -> None:
    url = site.server.url
    moved = site.server.say("/old", Reply(301, {"Location": "/feed"}))
    ended = site.server.say("/ended", Reply(410))
    listing = site.bench.config.store.parent / "sources.toml"
    listing.write_text("".join(f'[[source]]\nlocation = "{address}"\n' for address in (moved, ended)))
    record = site.ingest(str(listing))
    store = site.bench.config.store
    told = [f"{moved} has moved for good: name {url}/feed", f"{ended} is gone for good: take it out"]
    assert pipeline.find_remarks(store, [str(listing)]) == told
    assert pipeline.find_remarks(store, [site.feed, "a folder", str(store / "no.toml")]) == []
    assert record.counts["failed"] == 1
    assert site.ingest(str(listing)).skips == {"gone": 1}, "it was said aloud once"


def test_a_memory_that_cannot_be_read_tells_nothing(site: Site) -> None:
    store = Path(site.bench.config.store)
    assert pipeline.find_remarks(store, [site.feed]) == []
    store.mkdir(exist_ok=True)
    (store / "fetched.sqlite").write_bytes(b"no database" * 100)
    assert pipeline.find_remarks(store, [site.feed]) == []
