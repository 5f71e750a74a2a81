"""When an article was published: what is marked, what its address says, what readers see."""

import pytest

from kg.ingest.dating import Dated, is_better, read_address, read_lines
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, linked, read_body

BODY = OPENING + MIDDLE + CLOSING


def published(head: str = "", body: str = BODY) -> tuple[str | None, str | None]:
    article = read_body(body, head)
    return article.published, dict(article.origins).get("published")


def address(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'


def test_a_change_is_never_taken_for_publication() -> None:
    node = linked({"@type": "NewsArticle", "dateModified": "2025-06-09"})
    changed = '<time class="updated" datetime="2025-06-09">9 June</time><p class="date">Updated 9 June 2025</p>'
    assert published(node + '<meta property="article:modified_time" content="2025-06-09">')[1] in (None, "trafilatura")
    assert published(node, changed + '<time datetime="2025-05-02">2 May</time>' + BODY) == ("2025-05-02", "time")


@pytest.mark.parametrize(
    ("body", "origin"),
    [
        ('<span class="entry-date">2 May 2025</span>', "dated"),
        ('<div class="article__timestamp"><i></i>May 2, 2025</div>', "dated"),
        ("<p>2 May 2025 | Waters</p>", "shown date"),
        ("<p>02.05.2025</p>", "shown date"),
    ],
)
def test_dates_are_found_where_readers_see_them(body: str, origin: str) -> None:
    assert published("", f"<h1>Council hands sluices to a machine</h1>{body}{BODY}") == ("2025-05-02", origin)


def test_dates_of_comments_and_of_other_articles_are_not_the_articles() -> None:
    boxes = (
        '<div class="comments"><time datetime="2024-01-01">then</time></div>'
        '<div class="related"><p class="date">1 January 2024</p></div>'
    )
    assert published("", BODY + boxes)[1] not in ("time", "dated")


def test_a_date_in_the_address_stands_in_for_one() -> None:
    assert published(address("https://shore.example/2025/05/02/sluices")) == ("2025-05-02", "address")
    assert published(address("https://shore.example/2025/05/sluices"))[1] != "address"


def test_what_is_marked_goes_before_the_address() -> None:
    at = address("https://shore.example/2025/05/02/sluices")
    assert published(at + '<meta property="article:published_time" content="2025-05-03T08:00:00+02:00">') == (
        "2025-05-03T08:00:00+02:00",
        "meta article:published_time",
    )


def test_the_publishers_own_day_goes_before_that_of_a_moment_in_utc() -> None:
    late = '<meta property="article:published_time" content="2025-05-03T02:25:54Z">'
    assert published(late + address("https://shore.example/2025/05/02/sluices")) == ("2025-05-02", "address")
    seen = f"<h1>Council hands sluices to a machine</h1><p>2 May 2025</p>{BODY}"
    assert published(late, seen) == ("2025-05-02", "shown date")


def test_a_vague_meta_element_goes_behind_what_readers_see() -> None:
    vague = '<meta name="date" content="2025-06-09">'
    assert published(vague) == ("2025-06-09", "meta date")
    assert published(vague, '<time datetime="2025-05-02">2 May</time>' + BODY) == ("2025-05-02", "time")


@pytest.mark.parametrize(
    ("other", "marked", "better"),
    [
        (Dated("2025-05-02", "address"), Dated("2025-05-03T01:00:00+00:00", "json-ld"), True),
        (Dated("2025-05-02", "address"), Dated("2025-05-03T01:00:00+02:00", "json-ld"), False),
        (Dated("2025-05-02", "address"), Dated("2025-05-02T01:00:00+00:00", "json-ld"), False),
        (Dated("2025-05-02", "address"), Dated("2025-05-08T01:00:00+02:00", "json-ld"), False),
        (Dated("2017-05-02", "address"), Dated("2025-05-08T01:00:00+02:00", "json-ld"), True),
        (Dated("2017-05-02", "shown date"), Dated("2025-05-08T01:00:00+02:00", "json-ld"), False),
        (Dated("2025-05-08", "address"), Dated("2017-05-02", "json-ld"), False),
    ],
)
def test_which_day_is_the_better_one(other: Dated, marked: Dated, better: bool) -> None:
    assert is_better(other, marked) == better


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://shore.example/2025/05/02/a", "2025-05-02"),
        ("https://shore.example/news/2025-5-2", "2025-05-02"),
        ("https://shore.example/2025/13/02/a", None),
        ("https://shore.example/a-2025", None),
        ("", None),
    ],
)
def test_addresses(url: str, iso: str | None) -> None:
    found = read_address(url)
    assert (found.iso if found else None) == iso


def test_lines_of_changes_and_sentences_give_no_date() -> None:
    lines = ("Updated 9 June 2025", "On 9 June 2025 the council " + "voted and voted " * 9, "Helde, 2 May 2025")
    assert read_lines(lines) == Dated("2025-05-02", "shown date")
    assert read_lines(lines[:2]) is None
