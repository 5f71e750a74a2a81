"""The options that several commands take, each turned into one value."""

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from kg.cli.terminal import Terminal
from kg.errors import UnknownFormat

if TYPE_CHECKING:
    from kg.config import Config

Command = TypeVar("Command", bound=Callable[..., Any])

SUFFIXES = {
    ".txt": "table",
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".srx": "xml",
    ".xml": "xml",
    ".ttl": "turtle",
    ".nt": "ntriples",
    ".trig": "trig",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
    ".graphml": "graphml",
}
"""Which format a file's ending means."""


@dataclass
class Run:
    """What the options that every command shares say."""

    terminal: Terminal
    settings: Path | None = None
    store: Path | None = None
    chosen: dict[str, Any] = field(default_factory=dict)

    @functools.cached_property
    def config(self) -> "Config":
        """The settings, with the store and whatever else the command names.

        Raises:
            ConfigError: the settings file is wrong.
        """
        from kg.config import read_config

        config = replace(read_config(self.settings), **self.chosen)
        return replace(config, store=self.store) if self.store else config


@dataclass(frozen=True)
class Target:
    """Where an answer goes and in which format: `path` is None for stdout, `chosen` for "as it fits"."""

    path: Path | None
    chosen: str | None

    @property
    def format(self) -> str | None:
        """The format that was asked for, by name or by the file's ending; None where neither says.

        Raises:
            UnknownFormat: the file's ending means nothing.
        """
        if self.chosen or self.path is None:
            return self.chosen
        found = SUFFIXES.get(self.path.suffix.lower())
        if found is None:
            raise UnknownFormat(self.path.suffix or self.path.name, "a file's ending", [*SUFFIXES, "--format NAME"])
        return found

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The stream to write to; a file appears only when all of it is written."""
        if self.path is None:
            yield sys.stdout.buffer
            return
        from kg.files import open_whole

        with open_whole(self.path) as stream:
            yield stream


pass_run = click.make_pass_decorator(Run)


def store_option(command: Command) -> Command:
    """Adds `--store DIR` to a command; the run's settings hold it."""

    def remember(ctx: click.Context, _parameter: click.Parameter, store: Path | None) -> None:
        if store and (run := ctx.find_object(Run)):
            run.store = store

    return click.option(
        "--store",
        envvar="KG_STORE",
        type=click.Path(path_type=Path),
        metavar="DIR",
        callback=remember,
        expose_value=False,
        help="Folder of the store [default: kg-store, or $KG_STORE].",
    )(command)


def engine_options(command: Command) -> Command:
    """Adds `--workers N`, `--engine E`, `--address A` and `--shards DIR` to a command; the run's settings hold them."""

    def remember(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
        if value is not None and parameter.name and (run := ctx.find_object(Run)):
            run.chosen[parameter.name] = value

    options = (
        click.option(
            "--workers",
            type=click.IntRange(1),
            metavar="N",
            callback=remember,
            expose_value=False,
            help="Worker processes at most [default: one for each processor].",
        ),
        click.option(
            "--engine",
            metavar="E",
            callback=remember,
            expose_value=False,
            help="Where to extract: auto, local, processes, dask [default: auto].",
        ),
        click.option(
            "--address",
            metavar="A",
            callback=remember,
            expose_value=False,
            help="Scheduler for --engine dask, as tcp://host:8786.",
        ),
        click.option(
            "--shards",
            type=click.Path(path_type=Path, file_okay=False),
            metavar="DIR",
            callback=remember,
            expose_value=False,
            help="Keep what is extracted in DIR, and take from there what is.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def target_options(required: bool = False) -> Callable[[Command], Command]:
    """Adds `-o FILE` and `--format F` to a command, which takes them as one `target`."""

    def decorate(command: Command) -> Command:
        @click.option("--format", "chosen", metavar="F", help="Format [default: by FILE's ending].")
        @click.option(
            "-o",
            "--output",
            type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
            metavar="FILE",
            required=required,
            help="Write to FILE; - is standard output.",
        )
        @functools.wraps(command)
        def bundled(*args: Any, output: Path | None, chosen: str | None, **kwargs: Any) -> Any:
            path = None if output is None or str(output) == "-" else output
            return command(*args, target=Target(path, chosen.lower() if chosen else None), **kwargs)

        return bundled  # type: ignore[return-value]

    return decorate


def sources_argument(command: Command) -> Command:
    """Adds `SOURCE…` to a command."""
    return click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")(command)
