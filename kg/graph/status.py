"""How a store stands, told without opening its graph; while another process writes it, by that one's last sign."""

import os
from dataclasses import replace
from pathlib import Path

import msgspec

from kg.errors import StoreBusy, StoreError
from kg.graph.ledger import LEDGER, Ledger
from kg.graph.quarantine import Quarantine
from kg.graph.runs import to_interrupted
from kg.runs import Ending, RunRecord, Status

SIGN = "running.json"


def read_status(store: Path) -> Status:
    """How the store in that folder stands.

    Raises:
        StoreBusy: another process writes it and says nothing of how far it is.
        StoreError: there is no store.
    """
    if not (store / LEDGER).is_file():
        raise StoreError(f"there is no store in {store}", "`kg ingest` makes one; --store names another")
    try:
        ledger = Ledger.open(store, read_only=True)
    except StoreBusy:
        if sign := _read_sign(store):
            return replace(sign, running=True)
        raise
    try:
        last = next(ledger.runs.records(), None)
        # nobody else holds the ledger: a run that says it runs is dead
        return to_status(store, ledger, to_interrupted(last) if last and last.ending is Ending.RUNNING else last)
    finally:
        ledger.close()


def to_status(store: Path, ledger: Ledger, last: RunRecord | None) -> Status:
    """How a store stands whose ledger is open here, and whose last run is that one."""
    return Status(len(ledger), ledger.runs.count_pending(), len(Quarantine(store)), _measure(store), last)


def write_sign(store: Path, status: Status) -> None:
    """Leaves word for others of how far the run is that writes the store now.

    Raises:
        OSError: the disk is full or broken.
    """
    part = store / f".{SIGN}"
    part.write_bytes(msgspec.json.encode(status))  # not synced: after a crash nobody asks
    part.replace(store / SIGN)


def clear_sign(store: Path) -> None:
    """Takes the word back at the end of a run."""
    (store / SIGN).unlink(missing_ok=True)


def _read_sign(store: Path) -> Status | None:
    try:
        return msgspec.json.decode((store / SIGN).read_bytes(), type=Status)
    except (OSError, msgspec.DecodeError):
        return None


def _measure(store: Path) -> int:
    """The bytes of all files of the store."""
    sizes = 0
    for folder, _, names in os.walk(store):
        for name in names:
            try:
                sizes += (Path(folder) / name).stat().st_size
            except OSError:  # the engine has just taken it away
                continue
    return sizes
