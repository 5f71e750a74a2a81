"""The values of a run of ingestion: what became of each article, and the record of it all."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum


class Outcome(StrEnum):
    """What became of one article."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    QUARANTINED = "quarantined"
    FAILED = "failed"


class Ending(StrEnum):
    """How a run ended; one that was killed did not say so and counts as interrupted."""

    RUNNING = "running"
    DONE = "done"
    INTERRUPTED = "interrupted"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Report:
    """What a run says of one article: `reason` why it was skipped or failed, `advice` what to do about it.

    `article_id` is empty where nothing could be read.
    """

    outcome: Outcome
    location: str
    reason: str = ""
    advice: str = ""
    article_id: str = ""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run: what it was asked for and what it did.

    Times are ISO 8601 in UTC. `kept` is when it last kept an article, or began; `ended` is empty while it runs, and
    the same as `kept` where it was killed. `version` is that of the program and of what it extracts with. `counts` are
    by outcome, `skips` by the reason for which articles were skipped. `reason` says why it failed.
    """

    id: str
    started: str
    kept: str
    sources: tuple[str, ...]
    version: str
    ended: str = ""
    ending: Ending = Ending.RUNNING
    counts: Mapping[str, int] = field(default_factory=dict)
    skips: Mapping[str, int] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """How a store stands: what it holds, what waits to be linked and queried, what is in quarantine, its last run.

    `running` says that another process writes it at the moment: the counts are then those of its last sign of life.
    """

    articles: int
    pending: int
    quarantined: int
    bytes_on_disk: int
    last: RunRecord | None
    running: bool = False


def now() -> str:
    """The time in UTC, to the second: "2026-11-23T14:32:05Z"."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def begin_record(sources: tuple[str, ...], version: str) -> RunRecord:
    """The record of a run that begins now; its id sorts by time and is shared by no other store's run."""
    started = now()
    plain = tuple(os.fsencode(source).decode("utf-8", "backslashreplace") for source in sources)
    return RunRecord(f"{started.translate(_COMPACT)}-{secrets.token_hex(2)}", started, started, plain, version)


_COMPACT = str.maketrans("", "", "-:")
