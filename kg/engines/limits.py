"""What one article may cost, and how it is stopped where it costs more."""

import faulthandler
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.interruptions import interrupt

PATIENCE = 4  # seconds by the clock for one of processor time: a busy machine gives an article a quarter of its time
GRACE_S = 2.0  # after which a process that cannot be interrupted ends itself
NAG_S = 1.0  # an interruption that was swallowed on its way, in a destructor say, comes again after that
WATCHDOG_STACK = 2**18  # bytes: of the usual 8 MB, a busy machine has so many not yet freed that the limit is reached


class Overtime(BaseException):
    """An article takes too long; not an `Exception`, so that nothing on the way up takes it for its own."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one article may cost.

    seconds: of processor time; `PATIENCE` times as many by the clock.
    megabytes: of memory beyond what the process held before.
    is_final: whether the process may end itself when it heeds no interruption.
    """

    seconds: float = 8.0
    megabytes: int = 600
    is_final: bool = False


@contextmanager
def limited(limits: Limits) -> Iterator[Callable[[], None]]:
    """A function that starts the time anew; until the block ends, what it runs is held to the limits.

    Time is held in a main thread of a POSIX system, memory on Linux; elsewhere what the system lacks is not limited.

    Raises:
        Overtime: the time is up.
        MemoryError: more memory was asked for than is allowed.
    """
    with _limited_memory(limits.megabytes), _limited_time(limits) as restart:
        yield restart


@contextmanager
def _limited_time(limits: Limits) -> Iterator[Callable[[], None]]:
    by_clock = PATIENCE * limits.seconds
    with _interrupted() as set_timers, Path(os.devnull).open("w", encoding="utf-8") as nowhere:

        def restart() -> None:
            set_timers(limits.seconds, by_clock)
            if limits.is_final:  # a thread of its own, which needs no lock of the interpreter
                usual = threading.stack_size(WATCHDOG_STACK)
                try:
                    faulthandler.dump_traceback_later(by_clock + GRACE_S, exit=True, file=nowhere)
                finally:
                    threading.stack_size(usual)

        restart()
        try:
            yield restart
        finally:
            if limits.is_final:
                faulthandler.cancel_dump_traceback_later()


@contextmanager
def _interrupted() -> Iterator[Callable[[float, float], None]]:
    """How to have this thread interrupted after so many seconds of processor time, or by the clock."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield lambda _processor, _clock: None
        return
    is_armed = True

    def strike(_number: int, _frame: object) -> None:
        if is_armed:
            interrupt(Overtime())

    def set_timers(processor_s: float, clock_s: float) -> None:
        signal.setitimer(signal.ITIMER_PROF, processor_s, NAG_S)
        signal.setitimer(signal.ITIMER_REAL, clock_s, NAG_S)

    before = {number: signal.signal(number, strike) for number in (signal.SIGPROF, signal.SIGALRM)}
    try:
        yield set_timers
    finally:
        is_armed = False  # first: a timer may run out on any of these lines
        for timer in (signal.ITIMER_PROF, signal.ITIMER_REAL):
            signal.setitimer(timer, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _limited_memory(megabytes: int) -> Iterator[None]:
    restore = limit_memory(megabytes)
    try:
        yield
    finally:
        restore()


def limit_memory(megabytes: int) -> Callable[[], None]:
    """Limits what this process may hold from now on, beyond what it holds; how to lift that again."""
    held = _find_held_bytes()
    if held is None:
        return lambda: None
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    bounds = [held + megabytes * 2**20, *(bound for bound in (soft, hard) if bound != resource.RLIM_INFINITY)]
    resource.setrlimit(resource.RLIMIT_DATA, (min(bounds), hard))
    return lambda: resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _find_held_bytes() -> int | None:
    """How much private memory this process has asked for, which is what Linux limits; None elsewhere."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[5]
    except OSError:
        return None
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
