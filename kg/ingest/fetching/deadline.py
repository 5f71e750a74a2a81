"""How long one address may take: a point in time that every step of the network looks at."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_running: ContextVar["Deadline"] = ContextVar("deadline")


class Deadline:
    """The moment, `seconds` from now, at which an address has had its time."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def left_s(self) -> float:
        """Seconds that are left, 0 at the least."""
        return max(0.0, self._end - time.monotonic())

    def extend(self, seconds: float) -> None:
        """Moves the moment, by a wait that is not the address's own."""
        self._end += seconds

    @contextmanager
    def running(self) -> Iterator[None]:
        """Makes it hold for the network steps of the block."""
        token = _running.set(self)
        try:
            yield
        finally:
            _running.reset(token)


def cut_timeout(timeout_s: float | None) -> float:
    """The seconds that a step may take: `timeout_s`, or what is left of the running deadline where that is less."""
    left = _running.get().left_s
    return left if timeout_s is None else min(timeout_s, left)
