"""How the store stands and what was done to it: `kg status`, `kg runs`, `kg retry`."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kg.cli.options import Run, Target, engine_options, pass_run, store_option, target_options
from kg.cli.records import Records, write_records
from kg.cli.reports import Speaker, to_object, to_summary
from kg.cli.terminal import to_plain
from kg.runs import Outcome, RunRecord, Status

if TYPE_CHECKING:
    from kg.graph import Case

RUN_COLUMNS = ("id", "started", "ended", "ending", *map(str, Outcome), "sources", "reason")
REPORT_COLUMNS = ("outcome", "location", "reason", "advice", "article")


@click.command()
@target_options()
@store_option
@pass_run
def status(run: Run, target: Target) -> None:
    """Show how the store stands.

    How many articles it holds, how many of them wait to be linked, its size, its last run, which sources have moved or
    ended, what is in quarantine; also while another process writes it. Formats: table, csv, json, jsonl.
    """
    from kg.graph import Quarantine, read_status
    from kg.pipeline import find_remarks

    found = read_status(run.config.store)
    remarks = find_remarks(run.config.store, found.last.sources) if found.last else []
    cases = list(Quarantine(run.config.store))
    whole = {**asdict(found), "last": to_object(found.last) if found.last else None}
    whole["quarantine"] = [_to_object(case) for case in cases]
    whole["sources"] = remarks
    write_records(Records(("what", "value"), _to_rows(found, cases, remarks), whole), target)


@click.command()
@click.argument("run_id", required=False, metavar="[ID]")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Show the last N runs only.")
@target_options()
@store_option
@pass_run
def runs(run: Run, run_id: str | None, limit: int | None, target: Target) -> None:
    """List the runs of ingestion, or show one.

    ID is the beginning of a run's id, or "last": then what that run did with each article that was not as before.
    Formats: table, csv, json, jsonl.
    """
    from kg import pipeline

    with pipeline.open_store(run.config, read_only=True) as store:
        if run_id is None:
            records = list(store.runs.records())[:limit]
            listed = Records(RUN_COLUMNS, [_to_row(record) for record in records], [to_object(r) for r in records])
        else:
            record = store.runs.find(run_id)
            reports = list(store.runs.reports(record.id))
            rows = [(str(r.outcome), r.location, r.reason, r.advice, r.article_id) for r in reports]
            whole = {**to_object(record), "articles": [asdict(report) for report in reports]}
            listed = Records(REPORT_COLUMNS, rows, whole, _describe(record))
    write_records(listed, target)


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE...]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line: each article, then the run.")
@store_option
@engine_options
@pass_run
def retry(run: Run, articles: tuple[str, ...], as_json: bool) -> None:
    """Try articles in quarantine again.

    All of them, or those whose ids or locations are given; `kg status` lists them. An article that can be read now
    enters the store.
    """
    from kg.pipeline import open_store, retry_articles

    with open_store(run.config, make=False) as held, run.terminal.busy("retrying") as advance:
        speaker = Speaker(run.terminal, advance, as_json)
        record = retry_articles(held, articles, run.config, speaker.tell)
    speaker.conclude(record)


def _to_rows(found: Status, cases: "list[Case]", remarks: list[str]) -> list[tuple[str, str]]:
    """What there is to say of a store, one thing a row."""
    rows = [
        ("articles", str(found.articles)),
        ("waiting to be linked", str(found.pending)),
        ("in quarantine", str(found.quarantined)),
        ("size", f"{found.bytes_on_disk / 1_000_000:.1f} MB"),
    ]
    if found.last:
        rows.append(("run that goes on" if found.running else "last run", found.last.id))
        rows += [("", line) for line in _describe(found.last)[1:]]
    rows += [("source", to_plain(remark)) for remark in remarks]
    rows += [("quarantined", f"{case.article.id} {case.article.location}: {case.reason}") for case in cases]
    return rows


def _describe(record: RunRecord) -> list[str]:
    """A run in a few lines, its id first."""
    lines = [record.id, f"{record.ending}, {record.started} to {record.ended or 'now'}", to_summary(record)]
    if record.reason:
        lines.append(f"because: {record.reason}")
    lines += [f"skipped {count}: {reason}" for reason, count in sorted(record.skips.items())]
    return [to_plain(line) for line in [*lines, f"of {', '.join(record.sources)}", f"with {record.version}"]]


def _to_row(record: RunRecord) -> tuple[str, ...]:
    counts = (str(record.counts.get(outcome, 0)) for outcome in Outcome)
    return (
        record.id, record.started, record.ended, str(record.ending), *counts, " ".join(record.sources), record.reason
    )  # fmt: skip


def _to_object(case: "Case") -> dict[str, object]:
    return {
        "article": case.article.id,
        "location": case.article.location,
        "reason": case.reason,
        "advice": case.advice,
        "since": case.since,
        "attempts": case.attempts,
    }
