"""Interruptions that wait until what must not be broken off is done.

A model that is broken off while it takes in a word keeps that word half known, and reads every later article by it.
"""

from collections.abc import Iterator
from contextlib import contextmanager


class _Waiting:
    """What goes on in this process: how many stretches are under way, and what is to be raised behind them."""

    stretches = 0
    error: BaseException | None = None


@contextmanager
def unbroken() -> Iterator[None]:
    """A stretch that `interrupt` does not break off: what it was to raise is raised at its end.

    Nothing long belongs in one: an article whose time is up goes on for as long.
    """
    _Waiting.stretches += 1
    try:
        yield
    finally:
        _Waiting.stretches -= 1
        if _Waiting.error and not _Waiting.stretches:
            error, _Waiting.error = _Waiting.error, None
            raise error


def interrupt(error: BaseException) -> None:
    """Raises the error, at the end of an unbroken stretch if one is under way."""
    if not _Waiting.stretches:
        raise error
    _Waiting.error = error
