"""Where the extractor fell silent: `kg misses`."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from kg.cli.options import Run, Target, engine_options, pass_run, store_option, target_options
from kg.cli.records import Records, write_records
from kg.cli.terminal import to_plain
from kg.model import Article, Failure

if TYPE_CHECKING:
    from kg.pipeline import Missed

SENTENCE_COLUMNS = ("score", "signals", "publisher", "start", "sentence", "article")
COUNT_COLUMNS = ("expected", "silent", "sentences", "share")
GROUPS: dict[str, Callable[[Article], str]] = {
    "article": lambda article: article.headline or article.location,
    "publisher": lambda article: article.publisher or "",
}


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option(
    "--by", type=click.Choice(["sentence", *GROUPS]), default="sentence", help="One row for each [default: sentence]."
)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Show the first N rows only.")
@target_options()
@store_option
@engine_options
@pass_run
def misses(run: Run, sources: tuple[str, ...], by: str, limit: int | None, target: Target) -> None:
    """List sentences that should have given something and did not.

    Of the articles of SOURCE, or of the store: sentences with names, numbers, verbs of reporting, asking, obliging,
    warning or dealing that gave no claim. The score is the share of sentences like it that give something. By article
    or publisher, `expected` is the sum of scores: how many more sentences should have spoken.

    Prints a table on a terminal and CSV into a pipe. Formats: table, csv, json, jsonl.
    """
    found, failed = _find(run, sources)
    records = _to_sentences(found) if by == "sentence" else _to_counts(found, by)
    total = len(records.rows)
    write_records(Records(records.columns, records.rows[:limit], total=total), target)
    if failed:
        click.get_current_context().exit(1)


def _find(run: Run, sources: tuple[str, ...]) -> "tuple[list[Missed], int]":
    """What was missed of each article, and how many sources failed."""
    from kg import pipeline

    if not sources:
        with pipeline.open_store(run.config, read_only=True) as store, run.terminal.busy("looking"):
            return list(pipeline.find_missed_of_store(store)), 0
    found, failed = [], 0
    with run.terminal.busy("looking") as advance:
        for item in pipeline.find_missed(sources, run.config):
            if isinstance(item, Failure):
                failed += 1
                run.terminal.complain(f"{item.location}: {item.reason}", item.advice)
            elif isinstance(item, pipeline.Missed):
                found.append(item)
                advance(item.article.location)
    return found, failed


def _to_sentences(found: "Iterable[Missed]") -> Records:
    """One row for each sentence, the likeliest first."""
    from kg.pipeline import rank_missed

    rows = []
    for missed, miss in rank_missed(found):
        article = missed.article
        texts = (article.publisher or "", str(miss.span.start), miss.span.cut(article.text), GROUPS["article"](article))
        rows.append((f"{miss.score:.3f}", ", ".join(miss.why), *map(to_plain, texts)))
    return Records(SENTENCE_COLUMNS, rows)


def _to_counts(found: "Iterable[Missed]", by: str) -> Records:
    """One row for each article or publisher, the one first of which most is expected."""
    groups: defaultdict[tuple[str, str], list[Missed]] = defaultdict(list)
    for missed in found:
        article = missed.article
        groups[GROUPS[by](article), article.id if by == "article" else ""].append(missed)
    counted = []
    for (name, _), members in groups.items():
        expected = sum(miss.score for missed in members for miss in missed.misses)
        silent, sentences = sum(len(m.misses) for m in members), sum(m.sentences for m in members)
        share = f"{expected / max(sentences, 1):.3f}"
        counted.append((expected, (to_plain(name), f"{expected:.1f}", str(silent), str(sentences), share)))
    return Records((by, *COUNT_COLUMNS), [row for _, row in sorted(counted, key=lambda pair: (-pair[0], pair[1]))])
