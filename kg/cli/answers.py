"""What the graph says: `kg query`, `kg export`."""

import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Run, Target, pass_run, store_option, target_options
from kg.cli.tables import Table, print_table, to_text
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.graph import Result, ShippedQuery

NAME = re.compile(r"[\w.-]+", re.ASCII)  # no SPARQL query is a single word


def _list_queries(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    """Names the shipped queries: a table on a terminal; name, values and what it answers with tabs in a pipe."""
    if not asked or ctx.resilient_parsing:
        return
    from kg.graph import list_queries

    rows = [(shipped.name, _to_usage(shipped), shipped.title) for shipped in list_queries()]
    if sys.stdout.isatty():
        print_table(Table(("name", "values", "answers"), rows))
    else:
        click.echo("\n".join("\t".join(row) for row in rows))
    ctx.exit(0)


@click.command()
@click.argument("words", nargs=-1, metavar="[SPARQL | NAME [VALUE...] | -]")
@click.option("-f", "--file", type=click.Path(path_type=Path), metavar="FILE", help="Read the query from FILE.")
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=_list_queries, help="Name the shipped queries."
)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Show the first N rows only.")
@target_options()
@store_option
@pass_run
def query(run: Run, words: tuple[str, ...], file: Path | None, limit: int | None, target: Target) -> None:
    """Ask the graph one question.

    In SPARQL, by the name of a shipped query, from a file, or - for standard input. The usual prefixes are declared.
    A shipped query may take values: `kg query about Anthropic`, or by name, `kg query about name=Anthropic`.

    Prints a table on a terminal and CSV into a pipe (a graph: Turtle). Formats: table, csv, tsv, json, jsonl, xml;
    for a graph turtle, ntriples, trig, jsonld, rdfxml.
    """
    from kg import pipeline
    from kg.graph import run_query

    asked = _read_query(words, file)
    with pipeline.open_store(run.config, read_only=True) as store, run.terminal.busy("asking"):
        result = run_query(store.oxigraph, asked, store.base)
    _write(result, limit, target)
    if target.path:
        run.terminal.note(f"{target.path} written")


@click.command()
@click.option("--with-runs", is_flag=True, help="With the runs that brought the articles (not in trig, graphml, csv).")
@target_options(required=True)
@store_option
@pass_run
def export(run: Run, with_runs: bool, target: Target) -> None:
    """Write the whole graph to a file: the same bytes for the same articles, whenever and in whatever order they came.

    Formats: turtle, ntriples, trig (a graph per article), jsonld, rdfxml, graphml, csv.
    """
    from kg import pipeline
    from kg.graph import export as write

    with pipeline.open_store(run.config, read_only=True) as store, run.terminal.busy("exporting"):
        content = write(store.oxigraph, target.format or "turtle", store.base, with_runs=with_runs)
    with target.open() as stream:
        stream.write(content)
    if target.path:
        run.terminal.note(f"{target.path} written")


def _to_usage(shipped: "ShippedQuery") -> str:
    """The values that a query takes, those in brackets that it can do without."""
    return " ".join(name if name in shipped.required else f"[{name}]" for name in shipped.parameters)


def _read_query(words: tuple[str, ...], file: Path | None) -> str:
    """The SPARQL that is asked for, by whichever of the four ways."""
    from kg import pipeline

    if bool(words) == (file is not None):
        raise click.UsageError("give one query: SPARQL, the name of a shipped one, -, or -f FILE")
    if file is not None:
        return _decode(file.read_bytes(), str(file))
    if NAME.fullmatch(words[0]) and words[0] != "-":
        return pipeline.fill_query(words[0], [_decode(os.fsencode(word), "a value") for word in words[1:]])
    if len(words) > 1:
        raise click.UsageError("values go with the name of a shipped query; put quotes around SPARQL")
    # what was typed comes as bytes, which the locale may have read in another way
    asked = sys.stdin.buffer.read() if words[0] == "-" else os.fsencode(words[0])
    return _decode(asked, "standard input" if words[0] == "-" else "the query")


def _decode(content: bytes, origin: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{origin} is not UTF-8 text", "save the query as UTF-8") from error


def _write(result: "Result", limit: int | None, target: Target) -> None:
    """Writes an answer where it is to go, in the format asked for or the one that fits best."""
    from kg.graph import Rows, formats_of, write_result

    formats = formats_of(result)
    name = target.format or (formats[0] if sys.stdout.isatty() else next(f for f in formats if f != "table"))
    total = None
    if isinstance(result, Rows):
        total = len(result.rows)
        result = replace(result, rows=result.rows[:limit])
    if isinstance(result, Rows) and name == "table":
        table = Table(result.variables, result.texts(), total)
        if not target.path:
            print_table(table)
            return
        content = to_text(table).encode()
    else:
        content = write_result(result, name)
    with target.open() as stream:
        stream.write(content)
