"""Where articles come from: `kg sources check`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Run, Target, pass_run, target_options
from kg.cli.records import Records, write_records
from kg.cli.terminal import to_plain

if TYPE_CHECKING:
    from kg.ingest.checking import Checked

LIST = "sources.toml"
COLUMNS = ("source", "kind", "entries", "newest", "headline", "remarks")


@click.group()
def sources() -> None:
    """Look after the sources that articles come from."""


@sources.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@target_options()
@pass_run
def check(run: Run, sources: tuple[str, ...], target: Target) -> None:
    """Show what each source would give.

    Of each: what it is, how many articles it leads to or holds, their latest date, the first headline, and what may
    need attention. Without SOURCE, the sources of sources.toml in the current folder. Nothing is taken into a store.

    Prints a table on a terminal and CSV into a pipe. Formats: table, csv, json, jsonl. Exit status 1 where a source
    gives nothing.
    """
    from kg.ingest.checking import check_sources

    if not sources and not Path(LIST).is_file():
        raise click.UsageError(f"name a source, or list them in {LIST}")
    checked = []
    with run.terminal.busy("checking") as advance:
        for one in check_sources(sources or (LIST,), allow_private=run.config.allow_private):
            checked.append(one)
            advance(one.source.title)
    write_records(Records(COLUMNS, [_to_row(one) for one in checked]), target)
    failures = [(one.source.title, one.failure) for one in checked if one.failure]
    for title, failure in failures:
        run.terminal.complain(f"{title}: {failure.reason}", failure.advice)
    if failures:
        click.get_current_context().exit(1)


def _to_row(one: "Checked") -> tuple[str, ...]:
    remarks = [one.failure.reason] if one.failure else []
    texts = (one.source.title, one.kind, str(one.entries), one.newest, one.headline)
    return tuple(to_plain(text) for text in (*texts, "; ".join([*remarks, *one.remarks])))
