"""What `kg sources check` says of each kind of source."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.ingest.checking import Checked, check_sources
from tests.ingest.holding import Web
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, page
from tests.ingest.test_listing import FEED, SITE
from tests.ingest.test_mail import TITLE, letter, mbox
from tests.ingest.test_sitemaps import index, urlset
from tests.ingest.test_warc import archive

ARTICLE = page(OPENING + MIDDLE + CLOSING)
DATED = "<lastmod>2025-05-02</lastmod>"


def check(location: object, web: Web | None = None, stdin: bytes = b"") -> Checked:
    (checked,) = check_sources([str(location)], fetcher=web or Web(), stdin=io.BytesIO(stdin))  # type: ignore[arg-type]
    return checked


def shown(checked: Checked) -> tuple[str, int, str, str]:
    return checked.kind, checked.entries, checked.newest, checked.headline


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (ARTICLE, ("page", 1, "2025-01-01", "Lake council hands its sluices to a machine")),
        (letter(), ("mail", 1, "2025-05-02", TITLE)),
        (mbox(letter(), letter(Date="Sat, 03 May 2025 08:00:00 GMT")), ("mbox", 2, "2025-05-03", TITLE)),
        (FEED, ("feed", 3, "2099-05-02", "News 0")),
        (urlset(f"{SITE}/a", f"{SITE}/b", extra=DATED), ("sitemap", 2, "2025-05-02", "")),
    ],
    ids=["page", "mail", "mbox", "feed", "sitemap"],
)
def test_each_kind_shows_what_it_holds(content: bytes, wanted: tuple[str, int, str, str]) -> None:
    checked = check("-", stdin=content)
    assert shown(checked) == wanted
    assert checked.failure is None


def test_an_archive_is_counted_and_its_end_looked_at() -> None:
    whole = check("-", stdin=archive(3))
    assert (whole.kind, whole.entries, bool(whole.newest), whole.remarks) == ("warc", 3, True, ())
    cut = check("-", stdin=archive(3)[:-300])
    assert cut.entries == 2
    assert "cut short" in cut.remarks[0]


def test_an_index_is_counted_through() -> None:
    web = Web({f"{SITE}/index.xml": index(f"{SITE}/a.xml", f"{SITE}/gone.xml"), f"{SITE}/a.xml": urlset(f"{SITE}/1")})
    web.pages[f"{SITE}/1"] = ARTICLE
    checked = check(f"{SITE}/index.xml", web)
    assert shown(checked)[:2] == ("sitemap index", 1)
    assert checked.headline == "Lake council hands its sluices to a machine"
    assert checked.remarks == (f"{SITE}/gone.xml: it does not answer", "no dates")
    assert not web.remembered


def test_files_are_counted_and_the_first_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(ARTICLE)
    (tmp_path / "b.eml").write_bytes(letter())
    (tmp_path / "c.json").write_text("{}")
    assert shown(check(tmp_path)) == ("files", 2, "", "Lake council hands its sluices to a machine")
    assert shown(check(tmp_path / "*.eml"))[:2] == ("mail", 1)


def test_remarks_say_what_an_operator_may_want_to_change(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(
        f'[[source]]\nname = "Courier"\nlocation = "{SITE}/feed"\nmax_age_days = 30\nmax_entries = 2\n'
    )
    checked = check(tmp_path / "sources.toml", Web({f"{SITE}/feed": FEED, f"{SITE}/0": page("<p>Der Rat hat </p>")}))
    assert checked.source.title == "Courier"
    assert checked.remarks[:2] == ("1 older than 30 days", "1 beyond the limit")


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("nowhere.txt", "no such file"),
        (f"{SITE}/gone", "does not answer"),
        (f"{SITE}/empty", "no entries"),
        ("nowhere.toml", "no regular file"),
        ("-", "is empty"),
    ],
)
def test_what_gives_nothing_says_why(location: str, reason: str) -> None:
    checked = check(location, Web({f"{SITE}/empty": b"<rss></rss>"}))
    assert checked.failure is not None
    assert reason in checked.failure.reason
    assert checked.failure.advice


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kg", "sources", "check", *arguments], cwd=cwd, capture_output=True, text=True
    )


def test_the_command_prints_a_row_for_each_and_fails_where_one_does(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(ARTICLE)
    (tmp_path / "sources.toml").write_text('[[source]]\nlocation = "a.html"\n[[source]]\nlocation = "gone.html"\n')
    ran = run(cwd=tmp_path)
    assert ran.returncode == 1
    rows = list(csv.DictReader(io.StringIO(ran.stdout)))
    assert [row["kind"] for row in rows] == ["page", ""]
    assert rows[0]["headline"] == "Lake council hands its sluices to a machine"
    assert "no such file" in ran.stderr
    good = run("a.html", "--format", "json", cwd=tmp_path)
    assert (good.returncode, json.loads(good.stdout)[0]["entries"]) == (0, "1")
    assert not list(tmp_path.glob("kg-store"))


def test_without_sources_and_list_it_is_wrong_usage(tmp_path: Path) -> None:
    ran = run(cwd=tmp_path)
    assert (ran.returncode, "sources.toml" in ran.stderr) == (2, True)
