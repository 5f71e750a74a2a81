"""Articles in and out: `kg extract`, `kg ingest`, `kg remove`."""

from pathlib import Path

import click

from kg.cli.options import Run, engine_options, pass_run, sources_argument, store_option
from kg.cli.reports import Speaker
from kg.cli.terminal import Terminal
from kg.model import Failure, Skipped


@click.command()
@sources_argument
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR", help="Folder.")
@engine_options
@pass_run
def extract(run: Run, sources: tuple[str, ...], out: Path) -> None:
    """Write one Turtle file per article, without a store.

    Each file is named after its source and holds the article, its claims, their evidence and the facts.
    """
    from kg.pipeline import write_extractions

    written = skipped = failed = 0
    with run.terminal.busy("extracting") as advance:
        for item in write_extractions(sources, out, run.config):
            if isinstance(item, Failure):
                failed += 1
                _complain(run.terminal, item)
                continue
            if isinstance(item, Skipped):
                skipped += 1
                continue
            written += 1
            advance(item.location)
            if item.renamed:
                run.terminal.note(f"{item.location} is in {item.path}: another article has the plain name")
    run.terminal.note(f"{written} written to {out}, {failed} failed" + f", {skipped} skipped" * bool(skipped))
    _conclude(failed)


@click.command()
@sources_argument
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line: each article, then the run.")
@store_option
@engine_options
@pass_run
def ingest(run: Run, sources: tuple[str, ...], as_json: bool) -> None:
    """Take articles into the store.

    Each article enters once; one that has changed replaces its earlier version. What is interrupted goes on where it
    was when the command is given again. `kg runs` lists what was done, `kg status` what went into quarantine.
    """
    from kg.pipeline import count_files, find_unmatched, ingest_sources, open_store

    total = None if run.terminal.quiet else count_files(sources)
    with open_store(run.config) as held, run.terminal.busy("ingesting", total) as advance:
        speaker = Speaker(run.terminal, advance, as_json)
        record = ingest_sources(held, sources, run.config, speaker.tell)
        for judgement in find_unmatched(held, run.config):
            run.terminal.note(f"{run.config.judgements} {judgement}: nothing in the store is meant by it")
    speaker.conclude(record)


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@store_option
@pass_run
def remove(run: Run, articles: tuple[str, ...]) -> None:
    """Take articles out of the store again.

    All that rests on them alone goes with them. ARTICLE is the file or the address that it came from, its IRI, or
    its id.
    """
    from kg.pipeline import open_store, remove_articles

    with open_store(run.config, make=False) as held, run.terminal.busy("removing"):
        removed, failures = remove_articles(held, articles)
    for failure in failures:
        _complain(run.terminal, failure)
    run.terminal.tell(f"{removed} removed")
    _conclude(len(failures))


def _complain(terminal: Terminal, failure: Failure) -> None:
    terminal.complain(f"{failure.location}: {failure.reason}", failure.advice)


def _conclude(failed: int) -> None:
    """Ends the command with the status that says whether all of it was done."""
    if failed:
        click.get_current_context().exit(1)
