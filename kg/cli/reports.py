"""What is said of a run while it goes on, and in the end: to people in sentences, to programs in JSON Lines."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import click

from kg.cli.terminal import Terminal
from kg.runs import Outcome, Report, RunRecord

ALWAYS = (Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED, Outcome.FAILED)  # counted in the last line even if none


@dataclass
class Speaker:
    """Says what became of each article; `advance` moves the progress display.

    What failed is always said on stderr. With `as_json` each article that is not unchanged makes a line on stdout, and
    so does the run in the end.
    """

    terminal: Terminal
    advance: Callable[[str], None]
    as_json: bool = False

    def tell(self, report: Report) -> None:
        """Says what became of one article."""
        self.advance(report.location)
        if self.as_json and report.outcome is not Outcome.UNCHANGED:
            _print_json({"event": "article", **asdict(report)})
        if report.outcome is Outcome.FAILED:
            self.terminal.complain(f"{report.location}: {report.reason}", report.advice)

    def conclude(self, record: RunRecord) -> None:
        """Says what the run did, and ends the command with the status that says whether all of it was done."""
        if self.as_json:
            _print_json({"event": "run", **to_object(record)})
        else:
            self.terminal.tell(to_summary(record))
        if record.counts.get(Outcome.FAILED):
            click.get_current_context().exit(1)


def to_summary(record: RunRecord) -> str:
    """How many articles had which outcome: "2 new, 0 changed, 5 unchanged, 0 failed, 3 skipped"."""
    others = [outcome for outcome in Outcome if outcome not in ALWAYS and record.counts.get(outcome)]
    return ", ".join(f"{record.counts.get(outcome, 0)} {outcome}" for outcome in (*ALWAYS, *others))


def to_object(record: RunRecord) -> dict[str, Any]:
    """The record as JSON has it, with a count for every outcome."""
    made = asdict(record)
    made["counts"] = {str(outcome): record.counts.get(outcome, 0) for outcome in Outcome}
    return made


def _print_json(value: dict[str, Any]) -> None:
    import json

    click.echo(json.dumps(value, ensure_ascii=False))
