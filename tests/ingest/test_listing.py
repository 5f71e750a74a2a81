"""sources.toml: every option does what it says, and no slip in it goes unnoticed."""

from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.ingest import read_sources
from kg.ingest.listing import Source, read_listing
from kg.ingest.sifting import Reason, Result
from kg.model import Article, Failure, Skipped
from tests.ingest.holding import Web, read
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, page

SITE = "https://shore.example"
CONTENT = f"&lt;p&gt;The feed's own words on the vote, which say what happened there. {'More of it. ' * 50}&lt;/p&gt;"


def item(number: int, date: str = "") -> str:
    dated = f"<pubDate>{date}</pubDate>" if date else ""
    named = f"<title>News {number}</title><link>{SITE}/{number}</link>"
    return f"<item>{named}{dated}<description>{CONTENT}</description></item>"


FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Shore Courier</title>'
    f"{item(0, 'Fri, 02 May 2014 08:00:00 GMT')}{item(1, 'Sat, 02 May 2099 08:00:00 GMT')}{item(2)}</channel></rss>"
).encode()


@pytest.fixture
def web() -> Web:
    """A feed of three entries, of 2014, of 2099 and without date, and their pages."""
    body = OPENING + MIDDLE + CLOSING
    pages = {f"{SITE}/{number}": page(body.replace("Tuesday", f"day {number}")) for number in range(3)}
    return Web({f"{SITE}/feed": FEED, **pages})


def listed(tmp_path: Path, web: Web, *options: str, location: str = f"{SITE}/feed") -> list[Result]:
    lines = "\n".join(("[[source]]", f'location = "{location}"', *options))
    (tmp_path / "sources.toml").write_text(lines)
    return read(tmp_path / "sources.toml", web)


def urls(results: list[Result]) -> list[str | None]:
    return [result.url if isinstance(result, Article) else f"{result.reason} {result.location}" for result in results]


def test_a_list_is_read_like_any_source(tmp_path: Path, web: Web) -> None:
    assert urls(listed(tmp_path, web)) == [f"{SITE}/0", f"{SITE}/1", f"{SITE}/2"]


def test_places_are_beside_the_list_wherever_it_is_read_from(tmp_path: Path, web: Web) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "a.html").write_bytes(page(OPENING + MIDDLE + CLOSING))
    (article,) = listed(tmp_path, web, location="archive")
    assert article.location == str(tmp_path / "archive" / "a.html")
    (article,) = listed(tmp_path, web, location="archive/*.html")
    assert isinstance(article, Article)


def test_old_entries_are_left_out_without_a_look_at_their_pages(tmp_path: Path, web: Web) -> None:
    results = listed(tmp_path, web, "max_age_days = 30")
    assert urls(results) == [f"{Reason.TOO_OLD} {SITE}/0", f"{SITE}/1", f"{SITE}/2"]
    assert f"{SITE}/0" not in web.asked


def test_a_limit_takes_the_newest(tmp_path: Path, web: Web) -> None:
    results = listed(tmp_path, web, "max_entries = 2")
    assert urls(results) == [f"{SITE}/1", f"{SITE}/0", f"{Reason.BEYOND_LIMIT} {SITE}/feed"]
    assert results[-1] == Skipped(f"{SITE}/feed", Reason.BEYOND_LIMIT, "1 entries")


def test_a_feed_can_be_taken_for_its_own_words(tmp_path: Path, web: Web) -> None:
    results = listed(tmp_path, web, 'read = "feed"')
    assert all("own words" in result.text for result in results if isinstance(result, Article))
    assert (len(results), web.asked) == (3, [f"{SITE}/feed"])


def test_a_publisher_is_named(tmp_path: Path, web: Web) -> None:
    results = listed(tmp_path, web, 'publisher = "The Courier"')
    assert {(a.publisher, dict(a.origins)["publisher"]) for a in results if isinstance(a, Article)} == {
        ("The Courier", "list of sources")
    }


def test_a_language_that_is_given_is_not_looked_for(tmp_path: Path, web: Web) -> None:
    assert {type(result) for result in listed(tmp_path, web, 'language = "de"')} == {Skipped}
    web.pages[f"{SITE}/0"] = page(
        "<p>Der Rat hat am Dienstag beschlossen, dass eine Maschine die Schleusen bedient.</p>" * 5
    )
    web.remembered.clear()
    assert [type(result) for result in listed(tmp_path, web)] == [Skipped, Article, Article]
    web.remembered.clear()
    assert [type(result) for result in listed(tmp_path, web, 'language = "en"')] == [Article] * 3


def test_a_source_of_another_kind_than_it_must_be_is_a_failure(tmp_path: Path, web: Web) -> None:
    (failure,) = listed(tmp_path, web, 'kind = "feed"', location=f"{SITE}/0")
    assert isinstance(failure, Failure)
    assert failure.reason == "it is no feed but a page"
    assert len(listed(tmp_path, web, 'kind = "feed"')) == 3


def test_what_is_not_enabled_is_left_alone(tmp_path: Path, web: Web) -> None:
    assert listed(tmp_path, web, "enabled = false") == []
    assert web.asked == []


@pytest.mark.parametrize(
    ("lines", "reason", "advice"),
    [
        (
            'location = "x"\nmax_age_day = 3',
            "source 1 has the unknown key 'max_age_day'",
            "did you mean 'max_age_days'",
        ),
        ('location = "x"\nwarranty = 3', "unknown key 'warranty'", "known keys: location, name"),
        ('name = "Courier"', r"source 1 \(Courier\) has no location", "location ="),
        ('location = "x"\nmax_entries = 0', "max_entries = 0 is not a whole number from 1 on", "README"),
        ('location = "x"\nmax_entries = true', "not a whole number", "README"),
        ('location = "x"\nkind = "fead"', "not one of page, text, feed", "README"),
        ('location = "x"\nread = "nothing"', "not one of pages, feed", "README"),
        ('location = "x"\nenabled = "yes"', "not true or false", "README"),
        ("location = 3", "location = 3 is not a text", "README"),
        ("location = ", "is not TOML", "toml.io"),
        (
            'location = "x"\n[[sources]]\nlocation = "y"',
            "the unknown key 'sources'",
            "did you mean 'source'",
        ),
    ],
)
def test_slips_are_refused_with_what_was_meant(tmp_path: Path, lines: str, reason: str, advice: str) -> None:
    (tmp_path / "sources.toml").write_text(f"[[source]]\n{lines}\n")
    with pytest.raises(SourceError, match=reason):
        read_listing((tmp_path / "sources.toml").read_bytes(), tmp_path)
    (failure,) = read_sources([str(tmp_path / "sources.toml")])
    assert isinstance(failure, Failure)
    assert advice in failure.advice


def test_lists_that_are_missing_or_no_files(tmp_path: Path) -> None:
    (failure,) = read_sources([str(tmp_path / "sources.toml")])
    assert isinstance(failure, Failure)
    (tmp_path / "empty.toml").write_text("source = 3")
    assert "no [[source]] tables" in str(next(read_sources([str(tmp_path / "empty.toml")])))
    assert "list of sources" in str(read("-", stdin=b'[[source]]\nlocation = "-"')[0])


def test_the_defaults_read_everything() -> None:
    (source,) = read_listing(b'[[source]]\nlocation = "-"', Path("/folder"))
    assert source == Source("-")
    assert source.title == "-"
