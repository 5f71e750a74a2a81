"""Entries lead to articles: each page once, remembered only when nothing of its feed is still to come."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from kg.ingest.fetching import FetchError, Trouble
from kg.ingest.following import MAX_FAILURES_IN_ROW
from kg.ingest.sifting import Reason
from kg.model import Article, Failure, Skipped
from tests.ingest.holding import Web, read
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, page
from tests.ingest.printed import to_pdf
from tests.ingest.test_pdf import FIRST, TITLE, column

SITE = "https://shore.example"
FEED = f"{SITE}/feed.json"


def body(number: int) -> bytes:
    return page(OPENING.replace("Tuesday", f"day {number}") + MIDDLE + CLOSING)


def feed(*items: Mapping[str, object]) -> bytes:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": items}).encode()


def linked(*numbers: int) -> bytes:
    return feed(*({"url": f"{SITE}/{number}", "title": f"News {number}", "summary": "Short."} for number in numbers))


@pytest.fixture
def web() -> Web:
    """A feed of two entries and their pages."""
    return Web({FEED: linked(1, 2), f"{SITE}/1": body(1), f"{SITE}/2": body(2)})


def kinds(results: Iterable[object]) -> list[str]:
    return [result.reason if isinstance(result, Skipped) else type(result).__name__ for result in results]


def test_an_unchanged_feed_costs_one_question(web: Web) -> None:
    assert kinds(read(FEED, web)) == ["Article", "Article"]
    web.asked.clear()
    assert kinds(read(FEED, web)) == [Reason.UNCHANGED]
    assert web.asked == [FEED]


def test_a_changed_feed_leads_to_its_pages_again_and_unchanged_ones_are_skipped(web: Web) -> None:
    read(FEED, web)
    web.pages |= {FEED: linked(1, 2, 3), f"{SITE}/3": body(3), f"{SITE}/2": body(9)}
    assert kinds(read(FEED, web)) == [Reason.UNCHANGED, "Article", "Article"]


def test_a_feed_is_not_remembered_while_one_of_its_pages_may_still_come(web: Web) -> None:
    del web.pages[f"{SITE}/2"]
    assert kinds(read(FEED, web)) == ["Article", "Failure"]
    assert set(web.remembered) == {f"{SITE}/1"}
    web.pages[f"{SITE}/2"] = body(2)
    assert kinds(read(FEED, web)) == [Reason.UNCHANGED, "Article"]
    assert set(web.remembered) == {FEED, f"{SITE}/1", f"{SITE}/2"}


def test_nothing_is_remembered_before_it_was_taken(web: Web) -> None:
    from kg.ingest import read_sources

    reading = read_sources([FEED], fetcher=web, finished=web.remember)  # type: ignore[arg-type]
    assert isinstance(next(reading), Article)
    assert web.remembered == {}
    assert isinstance(next(reading), Article)
    assert set(web.remembered) == {f"{SITE}/1"}
    reading.close()
    assert set(web.remembered) == {f"{SITE}/1"}


def test_a_page_without_an_article_is_looked_at_again(web: Web) -> None:
    web.pages[f"{SITE}/1"] = b"<html><body></body></html>"
    assert kinds(read(f"{SITE}/1", web)) == ["Failure"]
    assert web.remembered == {}


def test_a_page_that_several_feeds_lead_to_is_fetched_once(web: Web, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(linked(1, 2))
    (tmp_path / "b.json").write_bytes(linked(2, 1, 1))
    assert kinds(read(tmp_path, web)) == ["Article", "Article"]
    assert web.asked == [f"{SITE}/1", f"{SITE}/2"]


def test_a_teaser_does_not_stand_in_for_a_page_but_a_whole_text_does(web: Web) -> None:
    del web.pages[f"{SITE}/1"]
    teaser: dict[str, object] = {"url": f"{SITE}/1", "title": "News", "summary": "The council voted."}
    assert kinds(read("-", web, feed(teaser))) == ["Failure"]
    assert kinds(read("-", web, feed(teaser | {"summary": "The council voted again. " * 30}))) == ["Article"]
    (article,) = read("-", web, feed(teaser | {"content_html": "<p>The council voted.</p>"}))
    assert isinstance(article, Article)
    assert (article.url, article.location) == (f"{SITE}/1", f"{SITE}/1")


def test_entries_without_link_have_places_of_their_own() -> None:
    items = [{"id": f"n/{n}", "title": f"News {n}", "content_text": f"The council voted {n} times."} for n in range(2)]
    first, second = read("-", Web(), feed(*items))
    assert (first.location, second.location) == ("-#n%2F0", "-#n%2F1")
    assert kinds([first, second]) == ["Article", "Article"]


def test_an_entry_may_lead_to_a_pdf_file(web: Web) -> None:
    web.pages[f"{SITE}/1"] = to_pdf([[TITLE, *column(FIRST, 60, 740)]])
    first, _ = read(FEED, web)
    assert isinstance(first, Article)
    assert (first.headline, first.url) == (TITLE.text, f"{SITE}/1")


def test_what_breaks_a_reader_costs_one_source(monkeypatch: pytest.MonkeyPatch, web: Web) -> None:
    monkeypatch.setattr("kg.ingest.contents.read_json_feed", lambda *_: 1 / 0)
    (failure,) = read(FEED, web)
    assert isinstance(failure, Failure)
    assert "ZeroDivisionError" in failure.reason


def test_a_folder_of_archives_is_read_and_what_is_none_is_left_alone(tmp_path: Path, web: Web) -> None:
    (tmp_path / "a.json").write_text('{"name": "package"}')
    (tmp_path / "b.xml").write_text("<project/>")
    (tmp_path / "sitemap.xml").write_text(f"<urlset><url><loc>{SITE}/1</loc></url></urlset>")
    (tmp_path / "c.gz").write_bytes(b"\x1f\x8bnothing")
    (tmp_path / "d.json").write_bytes(linked(2))
    assert kinds(read(tmp_path, web)) == ["Article"]
    assert kinds(read(tmp_path / "sitemap.xml", web)) == ["Article"]


TROUBLES = [
    (Trouble.GONE, Reason.GONE),
    (Trouble.MISSING, Reason.GONE),
    (Trouble.ROBOTS, Reason.FORBIDDEN),
    (Trouble.REFUSED, "Failure"),
    (Trouble.PRIVATE, "Failure"),
]


@pytest.mark.parametrize(("trouble", "kind"), TROUBLES)
def test_pages_that_nobody_can_bring_back_are_skipped(web: Web, trouble: Trouble, kind: str) -> None:
    del web.pages[f"{SITE}/1"]
    web.troubles[f"{SITE}/1"] = FetchError(trouble, "it is not to be had")
    assert kinds(read(FEED, web)) == [kind, "Article"]
    assert FEED in web.remembered, "nothing of it will still come"


def test_what_the_feed_holds_stands_in_for_a_page_that_is_gone(web: Web) -> None:
    entry: dict[str, object] = {"url": f"{SITE}/9", "title": "News", "content_html": OPENING + MIDDLE}
    web.troubles[f"{SITE}/9"] = FetchError(Trouble.MISSING, "it answers 404 Not Found")
    assert kinds(read("-", web, feed(entry))) == ["Article"]


def test_a_source_that_is_gone_is_said_aloud_once(web: Web) -> None:
    web.troubles[f"{SITE}/9"] = FetchError(Trouble.GONE, "it is gone for good")
    assert kinds(read(f"{SITE}/9", web)) == ["Failure"]
    web.troubles[f"{SITE}/9"] = FetchError(Trouble.GONE, "it is gone for good since 2025-05-02", is_known=True)
    assert kinds(read(f"{SITE}/9", web)) == [Reason.GONE]


def test_a_source_whose_pages_do_not_answer_is_left_for_the_next_run() -> None:
    numbers = range(1, 2 * MAX_FAILURES_IN_ROW + 1)
    web = Web({FEED: linked(*numbers)})
    *failures, left = read(FEED, web)
    assert kinds(failures) == ["Failure"] * MAX_FAILURES_IN_ROW
    assert kinds([left]) == [Reason.LATER]
    assert len(web.asked) == 1 + MAX_FAILURES_IN_ROW
    assert web.remembered == {}
    web.pages |= {f"{SITE}/{number}": body(number) for number in numbers}
    assert kinds(read(FEED, web)) == ["Article"] * len(numbers), "nothing is lost"


def test_one_page_that_answers_lets_the_source_go_on() -> None:
    numbers = range(1, 2 * MAX_FAILURES_IN_ROW)
    web = Web({FEED: linked(*numbers), f"{SITE}/{MAX_FAILURES_IN_ROW}": body(1)})
    assert kinds(read(FEED, web)).count("Failure") == len(numbers) - 1
