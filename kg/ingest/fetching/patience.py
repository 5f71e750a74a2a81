"""Asking again: what is worth it, after how long, and when to give up.

Ten lines of our own rather than a retry library: what to wait for is in the answer (Retry-After), what may still be
waited is in the address's deadline, and a wait that does not fit is not begun.
"""

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from kg.ingest.fetching.answers import Answer, FetchError, Trouble
from kg.ingest.fetching.deadline import Deadline

ATTEMPTS = 3
MAX_CLOSED_S = 3600.0  # what a Retry-After is cut to: one busy page must not close its whole host for long
_BUSY = (408, 425, 429)  # of the client errors those that pass


def ask_patiently(
    get: Callable[[], Answer], deadline: Deadline, first_wait_s: float, hold: Callable[[float], None]
) -> Answer:
    """The first answer that is not a passing trouble; `hold` is told of each wait, in seconds.

    Raises:
        FetchError: it stays in trouble, or asks for a longer wait than there is time.
    """
    for attempt in range(ATTEMPTS):
        wait_s = first_wait_s * 2**attempt * random.uniform(0.5, 1.5)  # noqa: S311 so that clients do not come in step
        try:
            answer = get()
            if not is_passing(answer.status):
                return answer
            asked_s = to_retry_after_s(answer.headers.get("retry-after", ""))
            trouble = FetchError(Trouble.LATER, f"it answers {to_phrase(answer.status)}", wait_s=asked_s)
        except FetchError as error:
            if not error.is_passing:
                raise
            trouble = error
        wait_s = max(wait_s, trouble.wait_s)
        if attempt + 1 == ATTEMPTS or wait_s >= deadline.left_s:
            break
        hold(wait_s)
        time.sleep(wait_s)
    raise trouble


def is_passing(status: int) -> bool:
    """Whether another answer can be had later."""
    return status in _BUSY or status >= HTTPStatus.INTERNAL_SERVER_ERROR


def to_retry_after_s(value: str) -> float:
    """The seconds that a Retry-After header asks for (as a number or a date), at most an hour; 0 where it says nothing.

    https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
    """
    try:
        seconds = float(value) if value.strip().isascii() and value.strip().isdigit() else _to_seconds(value)
    except (ValueError, OverflowError, TypeError):
        return 0.0
    return min(max(0.0, seconds), MAX_CLOSED_S)


def _to_seconds(value: str) -> float:
    date = parsedate_to_datetime(value)
    return ((date if date.tzinfo else date.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds()


def to_phrase(status: int) -> str:
    """A status as people know it: "404 Not Found". The server's own phrase could hold anything."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
