"""Each host's turn: one request at a time, at a rate, and none while the host is closed."""

import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

BURST = 3  # requests that may follow each other at once: a robots.txt, its feed and the first article
BREAK_AFTER = 5  # failures one after the other; a link farm of slow answers costs five deadlines, not thousands
BREAK_S = 600.0
MAX_HOSTS = 10_000  # that are kept in mind; some hundred bytes each


@dataclass
class _Host:
    lock: Lock = field(default_factory=Lock)
    due: float = 0.0  # when the next request would be due if requests came evenly (monotonic seconds)
    failures: int = 0  # one after the other
    closed_until: float = 0.0  # monotonic seconds


class Hosts:
    """Whose turn it is, for all hosts of a run; `rate_per_s` is a host's on average."""

    def __init__(self, rate_per_s: float) -> None:
        self._interval_s = 1 / rate_per_s
        self._hosts: OrderedDict[str, _Host] = OrderedDict()
        self._lock = Lock()

    @contextmanager
    def turn(self, host: str, delay_s: float = 0.0) -> Iterator[float]:
        """Waits for the host's turn and holds it during the block; gives the seconds waited.

        `delay_s` is what the host itself wants between two requests: then there is no burst.
        """
        asked = time.monotonic()
        state = self._get(host)
        with state.lock:
            interval = max(self._interval_s, delay_s)
            burst = 1 if delay_s > self._interval_s else BURST
            now = time.monotonic()
            state.due = max(state.due, now - (burst - 1) * interval)
            time.sleep(max(0.0, state.due - now))
            state.due += interval
            yield time.monotonic() - asked

    def postpone(self, host: str, wait_s: float) -> None:
        """Lets nobody ask the host for that long."""
        state = self._get(host)
        state.due = max(state.due, time.monotonic() + wait_s)

    def note(self, host: str, *, is_failure: bool) -> None:
        """Counts the host's failures one after the other; it is closed for a while when they are too many."""
        state = self._get(host)
        state.failures = state.failures + 1 if is_failure else 0
        if state.failures >= BREAK_AFTER:
            state.failures, state.closed_until = 0, time.monotonic() + BREAK_S

    def is_closed(self, host: str) -> bool:
        """Whether the host failed so often that it is left alone for now."""
        return self._get(host).closed_until > time.monotonic()

    def _get(self, host: str) -> _Host:
        with self._lock:
            state = self._hosts.setdefault(host, _Host())
            self._hosts.move_to_end(host)
            if len(self._hosts) > MAX_HOSTS:
                self._hosts.popitem(last=False)
            return state
