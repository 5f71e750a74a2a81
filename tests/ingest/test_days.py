"""Days of publication in addresses and beside titles, and which of two tells better."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.dating import ADDRESS, OLD_DAYS, Dated, is_better, read_address, read_lines

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2024/05/31/tutors", "2024-05-31"),
        ("https://news.example/2024/5/3/tutors", "2024-05-03"),
        ("https://news.example/world/2024-05-31/", "2024-05-31"),
        ("https://news.example/1999/12/01", "1999-12-01"),
    ],
)
def test_an_address_gives_its_day(url: str, day: str) -> None:
    assert read_address(url) == Dated(day, ADDRESS)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://news.example/tutors",
        "https://news.example/2024/05/",
        "https://news.example/2024/13/01/tutors",
        "https://news.example/2024/02/30/tutors",
        "https://news.example/1824/05/31/tutors",
        "https://news.example/2024/05/311/tutors",
        "https://news.example/12024/05/31/tutors",
    ],
)
def test_an_address_without_a_day_of_the_calendar_gives_none(url: str) -> None:
    assert read_address(url) is None


@given(DAYS)
def test_every_day_in_an_address_is_read_back(day: date) -> None:
    found = read_address(f"https://news.example/{day:%Y/%m/%d}/tutors")
    assert found is not None
    assert found.day == day


@given(st.text(max_size=80))
def test_no_address_raises(url: str) -> None:
    assert read_address(url) == read_address(url)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Mara Lind", "31 May 2024"], "2024-05-31"),
        (["Updated 2 June 2024", "May 31, 2024"], "2024-05-31"),
        (["31 May 2024", "2 June 2024"], "2024-05-31"),
    ],
)
def test_the_first_day_that_is_not_of_a_change_is_taken(lines: list[str], day: str) -> None:
    found = read_lines(lines)
    assert found is not None
    assert found.iso[:10] == day


@pytest.mark.parametrize("lines", [[], ["Mara Lind"], ["Updated 2 June 2024"], ["On 31 May 2024 " + "it rained " * 9]])
def test_lines_that_show_no_day_give_none(lines: list[str]) -> None:
    assert read_lines(lines) is None


@given(st.lists(st.text(max_size=40), max_size=4))
def test_no_lines_raise(lines: list[str]) -> None:
    assert read_lines(lines) == read_lines(lines)


@pytest.mark.parametrize(
    ("shown", "marked", "better"),
    [
        ("2024-05-30", "2024-05-31T03:10:00+00:00", True),
        ("2024-06-01", "2024-05-31T23:10:00+00:00", True),
        ("2024-05-31", "2024-05-31T03:10:00+00:00", False),
        ("2024-05-29", "2024-05-31T03:10:00+00:00", False),
        ("2024-05-30", "2024-05-31T03:10:00+02:00", False),
        ("2024-05-30", "2024-05-31", False),
    ],
)
def test_a_shown_day_beats_a_moment_in_utc_one_day_off(shown: str, marked: str, better: bool) -> None:
    assert is_better(Dated(shown, "shown date"), Dated(marked, "time")) is better


@given(DAYS)
def test_a_day_is_no_better_than_itself(day: date) -> None:
    assert not is_better(Dated(day.isoformat(), ADDRESS), Dated(day.isoformat(), "time"))


@pytest.mark.parametrize(("days", "better"), [(OLD_DAYS, False), (OLD_DAYS + 1, True), (-OLD_DAYS - 1, False)])
def test_an_address_beats_a_mark_only_when_much_older(days: int, better: bool) -> None:
    marked = date(2024, 5, 31)
    other = date.fromordinal(marked.toordinal() - days)
    assert is_better(Dated(other.isoformat(), ADDRESS), Dated(marked.isoformat(), "time")) is better


def test_a_much_older_day_that_is_shown_does_not_beat_a_mark() -> None:
    assert not is_better(Dated("2020-01-01", "shown date"), Dated("2024-05-31", "time"))
