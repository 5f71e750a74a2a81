"""Dates as people write them, and what only looks like one."""

from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.dates import FIRST_YEAR, LAST_YEAR, find_date, parse_date

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
FORMS = ["%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%d %b %Y", "%d. %B %Y", "%B %d, %Y", "%b. %d, %Y", "%b %d %Y"]


@given(DAYS, st.sampled_from(FORMS))
def test_every_day_in_every_form(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day.isoformat()
    assert find_date(f"Posted on {day.strftime(form)}, updated later") == day.isoformat()


@given(DAYS, st.integers(0, 86_399), st.integers(-12, 14))
def test_moments_keep_their_zone_in_feeds_and_pages(day: date, second: int, hours: int) -> None:
    zone = timezone(timedelta(hours=hours))
    moment = datetime(day.year, day.month, day.day, tzinfo=zone) + timedelta(seconds=second)
    for text in (moment.isoformat(), format_datetime(moment)):
        parsed = parse_date(text)
        assert parsed is not None
        assert datetime.fromisoformat(parsed) == moment


@given(st.text(max_size=60))
def test_any_text_is_a_date_of_the_web_or_none(text: str) -> None:
    for found in (parse_date(text), find_date(text)):
        assert found is None or FIRST_YEAR <= datetime.fromisoformat(found).year <= LAST_YEAR


@pytest.mark.parametrize(
    "text",
    ["", "  ", "May 2025", "2025", "tomorrow", "31 February 2025", "2025-13-01", "0 May 2025", "5 Mai-Juin 2025"],
)
def test_what_gives_no_whole_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("text", ["1970-01-01T00:00:00Z", "0001-01-01", "1 January 1989", "9999-12-31"])
def test_years_before_the_web_are_defaults(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1st May 2025", "2025-05-01"),
        ("2nd of May, then 3rd Sept. 2025", "2025-09-03"),
        ("Tuesday, June 4th, 2024 at noon", "2024-06-04"),
        ("between 2024-02-29 and 2024-03-01", "2024-02-29"),
        ("JUNE 4, 2024", "2024-06-04"),
        ("2025-5-2", "2025-05-02"),
        ("02.05.2025, 14:30", "2025-05-02"),
        ("2. 5. 25", "2025-05-02"),
        ("3. März 2025", "2025-03-03"),
        ("el 3 de enero de 2025", "2025-01-03"),
        ("17/05/2025", "2025-05-17"),
        ("05/17/2025", "2025-05-17"),
        ("05/05/2025", "2025-05-05"),
        ("05/06/2025", None),
        ("version 1.2.2025.7", None),
    ],
)
def test_dates_within_texts(text: str, iso: str | None) -> None:
    assert find_date(text) == iso
