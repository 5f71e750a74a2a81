"""Dates as pages write them to ISO 8601."""

import re
from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from kg.ingest.credits import load_credits

FIRST_YEAR = 1990  # nothing on the web is older; an earlier year is a default or a slip
LAST_YEAR = 2100
CENTURY = 2000  # of a year in two digits
MONTHS = 12

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:de\s+)?([^\W\d_]{3,10})\.?,?\s+(?:de\s+|del\s+)?(\d{4})\b"
)
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_DOTTED = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})\b(?!\.\d)")
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_ISO_DATE = re.compile(r"\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})\b")


def parse_date(text: str) -> str | None:
    """An ISO date, or a date with time and zone where the text gives them; None where it gives no whole date."""
    text = " ".join(text.split())[:100]
    with suppress(ValueError):
        moment = datetime.fromisoformat(text)
        plain = moment.date().isoformat()
        return _checked(plain if len(text) <= 10 else moment.isoformat(timespec="seconds"), moment.year)
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        moment = parsedate_to_datetime(text)
        return _checked(moment.isoformat(timespec="seconds"), moment.year)
    return find_date(text)


def find_date(text: str) -> str | None:
    """The first whole date in a text, as an ISO date, or None."""
    if found := _ISO_DATE.search(text):
        return _to_iso(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    if found := _DAY_FIRST.search(text):
        return _to_iso(int(found.group(3)), _month(found.group(2)), int(found.group(1)))
    if found := _MONTH_FIRST.search(text):
        return _to_iso(int(found.group(3)), _month(found.group(1)), int(found.group(2)))
    if found := _DOTTED.search(text):  # which nobody writes with the month first
        return _to_iso(int(found[3]) + (0 if len(found[3]) == 4 else CENTURY), int(found[2]), int(found[1]))
    return _read_slashed(found) if (found := _SLASHED.search(text)) else None


def _read_slashed(found: re.Match[str]) -> str | None:
    """A date in which the day comes first or second, where only one of them can."""
    one, two, year = map(int, found.groups())
    if one <= MONTHS < two:
        return _to_iso(year, one, two)
    return _to_iso(year, two, one) if two <= MONTHS < one or one == two else None


def _month(name: str) -> int:
    start = name[:3].lower()
    return _MONTHS.index(start) + 1 if start in _MONTHS else load_credits().months.get(start, 0)


def _to_iso(year: int, month: int, day: int) -> str | None:
    with suppress(ValueError):
        return _checked(date(year, month, day).isoformat(), year)
    return None


def _checked(iso: str, year: int) -> str | None:
    return iso if FIRST_YEAR <= year <= LAST_YEAR else None
