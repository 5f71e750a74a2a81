"""What is said of a run while it goes on, and in the end."""

from collections.abc import Callable
from dataclasses import dataclass

import click

from kg.cli.terminal import Terminal
from kg.runs import Outcome, Report, RunRecord

ALWAYS = (Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED, Outcome.FAILED)  # counted in the last line even if none


@dataclass
class Speaker:
    """Says what became of each article: to people."""

    terminal: Terminal
    advance: Callable[[str], None]

    def tell(self, report: Report) -> None:
        """Says what became of one article."""
        self.advance(report.location)
        if report.outcome is Outcome.FAILED:
            self.terminal.complain(f"{report.location}: {report.reason}", report.advice)

    def conclude(self, record: RunRecord) -> None:
        """Says what the run did, and ends the command with the status that says whether all of it was done."""
        self.terminal.tell(to_summary(record))
        if record.counts.get(Outcome.FAILED):
            click.get_current_context().exit(1)


def to_summary(record: RunRecord) -> str:
    """How many articles had which outcome: "2 new, 0 changed, 5 unchanged, 0 failed, 3 skipped"."""
    others = [outcome for outcome in Outcome if outcome not in ALWAYS and record.counts.get(outcome)]
    return ", ".join(f"{record.counts.get(outcome, 0)} {outcome}" for outcome in (*ALWAYS, *others))
