"""The frame of every command: options before its name, errors as one line on stderr, exit status.

0 done, 1 something asked for failed, 2 wrong usage, 130 interrupted (Ctrl-C), 143 told to end (SIGTERM).
"""

import logging
import signal
import sys
import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from kg.cli.options import Run
from kg.cli.terminal import Terminal, prepare_streams, silence_stdout
from kg.errors import CheckFailed, KgError

FAILED = 1
INTERRUPTED = 130
TERMINATED = 143


class Terminated(KeyboardInterrupt):
    """The system asks the process to end, as a service's manager does: an interruption like Ctrl-C."""


class Commands(click.Group):
    """The commands in the order in which a newcomer needs them, and what happens when one of them fails."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """The names, in the order in which they were added."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; a closed pipe ends it in silence, for its reader has all that it wants."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            silence_stdout()
            ctx.exit(0)
        return result


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 done, 1 something asked for failed, 2 wrong usage.",
)
@click.version_option(package_name="kg", message="kg %(version)s")
@click.option(
    "--config", "settings", type=click.Path(path_type=Path), metavar="FILE", help="Settings [default: kg.toml]."
)
@click.option("-q", "--quiet", is_flag=True, help="Print answers and errors only.")
@click.option("--debug", is_flag=True, help="Show the whole traceback of an error, and what libraries log.")
@click.pass_context
def commands(ctx: click.Context, settings: Path | None, quiet: bool, debug: bool) -> None:
    """Reads news into a knowledge graph whose every fact quotes its sentence.

    SOURCE is a file, a folder, a URL, a feed, an archive, or - for standard input.
    """
    terminal = ctx.ensure_object(Terminal)
    terminal.quiet, terminal.debug = quiet, debug
    _quieten_libraries(debug)
    ctx.obj = Run(terminal, settings)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of the command that `arguments` (the program's, where None) call for."""
    prepare_streams()
    terminal = Terminal()
    try:
        with _terminable():
            status = commands.main(args=arguments, prog_name="kg", obj=terminal, standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        where = getattr(getattr(error, "ctx", None), "command_path", "kg")
        terminal.complain(error.format_message().rstrip("."), f"see `{where} --help`")
        return error.exit_code
    except (click.Abort, KeyboardInterrupt) as error:
        return TERMINATED if isinstance(error.__cause__ or error, Terminated) else INTERRUPTED
    except Exception as error:
        if terminal.debug:
            raise
        _report(terminal, error)
        return FAILED
    return status if isinstance(status, int) else 0


@contextmanager
def _terminable() -> Iterator[None]:
    """Has SIGTERM raise `Terminated` inside, so that what has begun is ended in order."""

    def end(_number: int, _frame: object) -> None:
        raise Terminated("told to end (SIGTERM)")

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _report(terminal: Terminal, error: Exception) -> None:
    """Says on one line what an error means for the person (on one more for each finding of a check)."""
    if isinstance(error, CheckFailed):
        for finding in error.findings:
            terminal.complain(finding)
    if isinstance(error, KgError):
        terminal.complain(str(error), error.advice)
    elif isinstance(error, OSError) and error.filename:
        terminal.complain(f"{error.filename}: {error.strerror or error}", "check its path and permissions")
    elif isinstance(error, OSError):
        terminal.complain(error.strerror or str(error), "check disk and permissions")
    else:
        what = f"unexpected {type(error).__name__}: {error}"
        terminal.complain(what, "nothing half-done was kept; `kg --debug ...` shows where")


def _quieten_libraries(debug: bool) -> None:
    """Keeps what libraries log and warn of away from the person, unless asked for."""
    if debug:
        logging.basicConfig(level=logging.DEBUG)
        return
    logging.getLogger().addHandler(logging.NullHandler())
    logging.lastResort = None
    warnings.simplefilter("ignore")
