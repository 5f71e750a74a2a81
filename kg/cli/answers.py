"""What the graph says: `kg query`, `kg export`."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Run, Target, pass_run, store_option, target_options
from kg.cli.tables import print_table, to_text
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.graph import Result

NAME = re.compile(r"[\w.-]+", re.ASCII)  # no SPARQL query is a single word


@click.command()
@click.argument("text", required=False, metavar="[SPARQL | NAME | -]")
@click.option("-f", "--file", type=click.Path(path_type=Path), metavar="FILE", help="Read the query from FILE.")
@click.option("--list", "listing", is_flag=True, help="Name the shipped queries and say what each answers.")
@target_options()
@store_option
@pass_run
def query(run: Run, text: str | None, file: Path | None, listing: bool, target: Target) -> None:
    """Ask the graph one question.

    In SPARQL, by the name of a shipped query, from a file, or - for standard input. The usual prefixes are declared. Prints a table on a terminal and CSV into a pipe (a graph: Turtle).
    Formats: table, csv, tsv, json, jsonl, xml; for a graph turtle, ntriples, trig, jsonld, rdfxml.
    """
    from kg import pipeline

    if listing:
        _list_queries()
        return
    asked = _read_query(text, file)
    with pipeline.open_store(run.config, read_only=True) as store, run.terminal.busy("asking"):
        result = pipeline.ask(store, asked)
        _write(result, target)
    if target.path:
        run.terminal.note(f"{target.path} written")


@click.command()
@target_options(required=True)
@store_option
@pass_run
def export(run: Run, target: Target) -> None:
    """Write the whole graph to a file.

    Formats: turtle, ntriples, trig (a graph per article), jsonld, rdfxml, graphml, csv.
    """
    from kg import pipeline

    with pipeline.open_store(run.config, read_only=True) as store, run.terminal.busy("exporting"):
        content = pipeline.export_graph(store, target.format or "turtle")
    with target.open() as stream:
        stream.write(content)
    if target.path:
        run.terminal.note(f"{target.path} written")


def _list_queries() -> None:
    """Names the shipped queries: a table on a terminal, a name, a tab and what it answers in each line of a pipe."""
    from kg import pipeline

    rows = [(shipped.name, shipped.title) for shipped in pipeline.list_queries()]
    if sys.stdout.isatty():
        print_table(("name", "answers"), rows)
        return
    for row in rows:
        click.echo("\t".join(row))


def _read_query(text: str | None, file: Path | None) -> str:
    """The SPARQL that is asked for, by whichever of the four ways."""
    from kg import pipeline

    if (text is None) == (file is None):
        raise click.UsageError("give one query: SPARQL, the name of a shipped one, -, or -f FILE")
    if file is not None:
        return _decode(file.read_bytes(), str(file))
    assert text is not None
    if text == "-":
        return _decode(click.get_binary_stream("stdin").read(), "standard input")
    return pipeline.find_query(text) if NAME.fullmatch(text) else text


def _decode(content: bytes, origin: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{origin} is not UTF-8 text", "save the query as UTF-8") from error


def _write(result: "Result", target: Target) -> None:
    """Writes an answer where it is to go, in the format asked for or the one that fits best."""
    from kg import pipeline

    formats = pipeline.formats_of(result)
    fitting = formats[0] if sys.stdout.isatty() else next(name for name in formats if name != "table")
    name = target.format or fitting
    table = pipeline.to_table(result) if name == "table" else None
    if table and not target.path:
        print_table(*table)
        return
    content = to_text(*table).encode() if table else pipeline.write_result(result, name)
    with target.open() as stream:
        stream.write(content)
