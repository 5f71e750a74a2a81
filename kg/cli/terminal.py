"""What is said to the person at the terminal: answers on stdout, everything else on stderr, nothing hostile."""

import os
import sys
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import click

from kg.cli.pace import Pace

PATIENCE_S = 2.0  # what takes longer shows that it lives; what is faster would only flicker
LINE_EVERY_S = 60.0  # between the lines that a log gets; a night's run makes some hundred


def to_plain(text: str) -> str:
    """The text on one line without control characters, so that no file name or headline can steer the terminal."""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in text).strip()


def prepare_streams() -> None:
    """Makes stdout and stderr take every character: UTF-8 into pipes and files, replaced where a terminal lacks it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def silence_stdout() -> None:
    """Points stdout at nothing, so that the interpreter's last flush into a closed pipe stays quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@dataclass
class Terminal:
    """Speaks to the person: `quiet` leaves only answers and complaints."""

    quiet: bool = False
    debug: bool = False
    _say: Callable[[str], None] = field(default=lambda line: click.echo(line, err=True), repr=False)

    def complain(self, what: str, advice: str = "") -> None:
        """One line on stderr: what happened and what to do."""
        self._say("kg: " + ": ".join(part for part in (to_plain(what), to_plain(advice)) if part))

    def tell(self, line: str) -> None:
        """One line on stdout: what a command has done."""
        if not self.quiet:
            click.echo(to_plain(line))

    def note(self, line: str) -> None:
        """One line on stderr that nobody has to read."""
        if not self.quiet:
            self._say(to_plain(line))

    @contextmanager
    def busy(self, label: str, total: int | None = None) -> Iterator[Callable[[str], None]]:
        """A function to call for each thing done, of `total` where that is known.

        On a terminal a display shows how far it is when it takes longer than `PATIENCE_S`; elsewhere a line every
        `LINE_EVERY_S` says so.
        """
        pace = Pace(total)
        if self.quiet:
            yield lambda _done: None
        elif not sys.stderr.isatty():
            yield _make_lines(label, pace, self.note)
        else:
            with _progress(label, pace) as (advance, say):
                before, self._say = self._say, say
                try:
                    yield advance
                finally:
                    self._say = before


def _make_lines(label: str, pace: Pace, note: Callable[[str], None]) -> Callable[[str], None]:
    """How to say that something is done where each line stays."""
    said = time.monotonic()

    def advance(_done: str) -> None:
        nonlocal said
        now = time.monotonic()
        pace.add(now)
        if now - said >= LINE_EVERY_S:
            note(f"{label}: {pace.describe(now)}")
            said = now

    return advance


@contextmanager
def _progress(label: str, pace: Pace) -> Iterator[tuple[Callable[[str], None], Callable[[str], None]]]:
    """How to say that something is done, and how to print a line above the progress display."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = [SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn()]
    if pace.total:
        columns.insert(1, BarColumn(bar_width=20))
    display = Progress(*columns, console=console, transient=True)
    task = display.add_task(label, total=pace.total)

    def advance(done: str) -> None:
        now = time.monotonic()
        pace.add(now)
        said = f"{label}: {pace.describe(now)}"
        shown = to_plain(done)[-max(console.width - len(said) - 40, 10) :]
        display.update(task, description=f"{said}, {shown}", completed=pace.done, total=pace.total)

    def say(line: str) -> None:
        console.print(line, markup=False, highlight=False, soft_wrap=True)

    timer = threading.Timer(PATIENCE_S if console.is_interactive else threading.TIMEOUT_MAX, display.start)
    timer.daemon = True
    timer.start()
    try:
        yield advance, say
    finally:
        timer.cancel()
        timer.join()
        if display.live.is_started:
            display.stop()
