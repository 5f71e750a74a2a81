"""Addresses to articles, over a real server: what is fetched is read, what cannot be is one failure each."""

import gzip
from collections.abc import Iterator

import pytest

from kg.ingest import read_sources
from kg.ingest.fetching import Fetched, Fetcher
from kg.model import Article, BlockKind, Failure, Skipped
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, page, texts
from tests.ingest.server import FAST, Reply, Server, redirect, serve

PAGE = page(OPENING + MIDDLE + CLOSING)
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        running.say("/page", Reply(200, {**HTML, "ETag": '"1"'}, PAGE))
        running.say("/gzip", Reply(200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE)))
        running.say("/moved", redirect(301, "/page"))
        link = f"<item><title>Sluices</title><link>{running.url}/page</link></item>"
        feed = f'<?xml version="1.0"?><rss version="2.0"><channel>{link}</channel></rss>'
        running.say("/feed", Reply(200, {"Content-Type": "application/rss+xml", "ETag": '"2"'}, feed.encode()))
        yield running


@pytest.mark.parametrize("path", ["/page", "/gzip", "/moved", "/feed"])
def test_pages_and_feeds_are_read(server: Server, path: str) -> None:
    with Fetcher(FAST) as fetcher:
        (article,) = read_sources([server.url + path], fetcher=fetcher)
    assert isinstance(article, Article), article
    assert article.location == article.url == f"{server.url}{'/gzip' if path == '/gzip' else '/page'}"
    assert len(texts(article, BlockKind.PARAGRAPH)) == 3


def test_the_servers_encoding_counts(server: Server) -> None:
    said = "<p>Le conseil a approuvé très étroitement the plan for the new bridge over the lake.</p>"
    url = server.say("/latin", Reply(200, {"Content-Type": "text/html; charset=iso-8859-1"}, said.encode("latin-1")))
    with Fetcher(FAST) as fetcher:
        (article,) = read_sources([url], fetcher=fetcher)
    assert isinstance(article, Article)
    assert "approuvé très" in article.text


@pytest.mark.parametrize("status", [404, 410, 451, 500])
def test_what_cannot_be_read_is_one_failure(server: Server, status: int) -> None:
    with Fetcher(FAST) as fetcher:
        (result,) = read_sources([server.say("/none", Reply(status))], fetcher=fetcher)
    assert isinstance(result, Failure | Skipped)


def test_a_second_run_costs_one_small_request(server: Server) -> None:
    finished: list[Fetched] = []
    with Fetcher(FAST) as fetcher:
        list(read_sources([f"{server.url}/feed"], fetcher=fetcher, finished=finished.append))
        for fetched in finished:
            fetcher.remember(fetched)
        server.asked.clear()
        (result,) = read_sources([f"{server.url}/feed"], fetcher=fetcher)
    assert isinstance(result, Skipped)
    assert server.paths() == ["/feed"]
