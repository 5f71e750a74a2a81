"""One run of ingestion and its record, which is in the store from the first moment to the last."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from importlib.metadata import version
from typing import TYPE_CHECKING

from kg.config import Config
from kg.engines import to_extractor_version
from kg.model import Article, Extraction
from kg.runs import Ending, Outcome, Report, begin_record, now

if TYPE_CHECKING:
    from kg.graph import KgStore

KEEP_EVERY_S = 5.0  # after which finished articles are written though their batch is not full: what a crash may cost

Tell = Callable[[Report], None]


class RunLog:
    """What a run has done and not yet written, and the record of all that it did.

    A report is passed on when what it says is safe in the store.
    """

    def __init__(self, store: "KgStore", sources: tuple[str, ...], config: Config, tell: Tell) -> None:
        self.extractor_version = to_extractor_version()
        self.record = begin_record(sources, f"kg {version('kg')}, extractor {self.extractor_version}")
        self._store = store
        self._batch_articles = config.batch_articles
        self._tell = tell
        self._skips: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()
        self._reports: list[Report] = []
        self._waiting: list[tuple[Extraction, Report]] = []
        self._kept_at = time.monotonic()

    def say(self, report: Report, note: bool = True) -> None:
        """Counts a report of what does not enter the store; one that is not to be noted is counted only."""
        self._counts[report.outcome] += 1
        if report.outcome is Outcome.SKIPPED:
            self._skips[report.reason] += 1
        if note:
            self._reports.append(report)
        self._tell(report)

    def add(self, extraction: Extraction, report: Report) -> bool:
        """Takes an article that is to enter the store; whether it, and all that waited, is written now.

        Raises:
            StoreError: the disk is full or broken.
        """
        self._waiting.append((extraction, report))
        is_due = time.monotonic() - self._kept_at >= KEEP_EVERY_S
        if is_due or len(self._waiting) >= self._batch_articles:
            self.keep()
            return True
        return False

    @property
    def waiting(self) -> int:
        """How many articles wait to be written."""
        return len(self._waiting)

    def find_waiting(self, article_id: str) -> Article | None:
        """The article of that id as it waits to be written, or None."""
        waiting = (extraction.article for extraction, _ in reversed(self._waiting))
        return next((article for article in waiting if article.id == article_id), None)

    def keep(self, ending: Ending = Ending.RUNNING, reason: str = "") -> None:
        """Writes all that waits in one step, and how the run ended if it has.

        Raises:
            StoreError: the disk is full or broken; all of it still waits.
        """
        done = [report for _, report in self._waiting]
        counts = self._counts + Counter(str(report.outcome) for report in done)
        record = replace(
            self.record,
            kept=now() if done else self.record.kept,
            ended="" if ending is Ending.RUNNING else now(),
            ending=ending,
            counts=dict(counts),
            skips=dict(self._skips),
            reason=reason,
        )
        extractions = [extraction for extraction, _ in self._waiting]
        self._store.keep(extractions, self.extractor_version, record, [*self._reports, *done])
        self.record, self._counts = record, counts
        self._waiting, self._reports = [], []
        self._kept_at = time.monotonic()
        for report in done:
            self._tell(report)


@contextmanager
def open_run(store: "KgStore", sources: tuple[str, ...], config: Config, tell: Tell) -> Iterator[RunLog]:
    """The log of a run that begins now; when the block ends, all is linked and the record says how it ended.

    Raises:
        StoreError: the disk is full or broken; what was kept before is safe.
    """
    log = RunLog(store, sources, config, tell)
    log.keep()
    try:
        yield log
        log.keep()
        store.settle()
        store.prune_runs(config.kept_runs)
    except BaseException as error:
        ending = Ending.FAILED if isinstance(error, Exception) else Ending.INTERRUPTED
        with suppress(Exception):  # where this cannot be written either, the next to open the store sees an open run
            log.keep(ending, str(error))
        raise
    log.keep(Ending.DONE)
