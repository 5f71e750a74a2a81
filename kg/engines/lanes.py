"""One worker process as its parent sees it: started when it is first needed, and again after it was lost."""

import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import IO, Any

from kg.engines.limits import GRACE_S, PATIENCE, Overtime
from kg.engines.packing import unpack
from kg.engines.shards import REPORT, Result, to_failure
from kg.engines.task import Task
from kg.engines.worker import BROKEN
from kg.errors import EngineError
from kg.model import Article, Failure

STARTS = 3  # a worker that ends so often by itself before it is ready will never be
MOST_STARTS = 20  # of one that is killed: memory may be scarce just now
LIFE_SHARDS = 200  # after which a worker is started anew: what it has learnt of new words and names grows with each
CHANCES = 3  # of an article alone; each costs the start of a worker, 1.7 s
_START = "from kg.engines.worker import main; main()"


class WorkerLost(Exception):
    """A worker ended over a shard; `seconds` is how long it had worked on it."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"a worker ended after {seconds:.0f} s")
        self.seconds = seconds


class Lane:
    """At most one worker process at a time, and the pipes to it; used by one thread at a time.

    A process of its own, and none of the standard library's executors, for those give up everything that is under way
    when one process ends. Started afresh, it has none of this process's threads and locks, and no file of it is read.
    """

    def __init__(self, task: Task) -> None:
        self.task = replace(task, limits=replace(task.limits, is_final=True))
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = threading.Event()
        self._shards = 0

    def run(self, articles: Sequence[Article]) -> list[Result]:
        """An extraction or a failure for each article, in order.

        Raises:
            WorkerLost: the process ended; the next call starts another.
            EngineError: no worker can be started.
            KgError, ImportError: the installation is broken.
        """
        if self._process is None:
            self._start()
        start = time.monotonic()
        try:
            kind, answer = self._ask(tuple(articles))
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.close()
            raise WorkerLost(time.monotonic() - start) from error
        if kind == BROKEN:
            raise answer
        results = unpack(answer)
        self._shards += 1
        if self._shards == LIFE_SHARDS or any(isinstance(result, Failure) for result in results):
            self.close()  # who was interrupted, or had no memory left, may have kept something half-made
        return results

    def stop(self) -> None:
        """Ends the process for good, from any thread; a call that waits for it ends with an error."""
        self._closed.set()
        if process := self._process:
            process.kill()

    def close(self) -> None:
        """Ends the process and gives back what it held here; only for the thread that uses the lane."""
        if self._process:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream:
                    with suppress(OSError):  # what was still to be written has no reader
                        stream.close()
        self._process = None

    def _start(self) -> None:
        endings: list[int] = []
        while len(endings) < MOST_STARTS and sum(status >= 0 for status in endings) < STARTS:
            if self._closed.is_set():
                break
            self._process = process = _open_process()
            if self._closed.is_set():  # since it was looked at above
                process.kill()
            try:
                kind, answer = self._ask(self.task)
            except (OSError, EOFError, pickle.UnpicklingError):
                endings.append(_find_status(process))
                self.close()
                continue
            if kind == BROKEN:
                self.close()
                raise answer
            self._shards = 0
            return
        statuses = ", ".join(map(str, endings))
        raise EngineError(f"no worker process can be started (status {statuses})", "try --engine local")

    def _ask(self, request: object) -> tuple[str, Any]:
        """The worker's answer: what kind it is, and what was asked for or what was raised."""
        assert self._process
        assert self._process.stdin
        assert self._process.stdout
        stream: IO[bytes] = self._process.stdin
        pickle.dump(request, stream, protocol=pickle.HIGHEST_PROTOCOL)
        stream.flush()
        answer: tuple[str, Any] = pickle.load(self._process.stdout)  # noqa: S301 - the stream is the worker's
        return answer


def _open_process() -> "subprocess.Popen[bytes]":
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")  # two thrash
    environment = {**os.environ, **threads, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    # A group of its own: what is typed at the terminal reaches the parent alone.
    group: dict[str, Any] = {"process_group": 0} if os.name == "posix" else {}
    return subprocess.Popen(  # noqa: S603 - this very Python, with a line from above
        [sys.executable, "-c", _START], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, **group
    )


def _find_status(process: "subprocess.Popen[bytes]") -> int:
    """With what a process ended that has closed its pipes; below 0 for a signal, ours where it does not end."""
    try:
        return process.wait(GRACE_S)
    except subprocess.TimeoutExpired:
        return -1


def extract_surely(
    articles: Sequence[Article], run: Callable[[Sequence[Article]], list[Result]], task: Task
) -> list[Result]:
    """An extraction or a failure for each article, though workers are lost: a shard that loses one is parted.

    An article alone gets further chances, for workers are also lost to what has nothing to do with them.
    """
    for _ in range(CHANCES if len(articles) == 1 else 1):
        try:
            return run(articles)
        except WorkerLost as lost:
            if len(articles) == 1 and lost.seconds >= PATIENCE * task.limits.seconds + GRACE_S:
                return [to_failure(articles[0], Overtime(), task.limits)]
    if len(articles) == 1:
        return [Failure(articles[0].location, "ends the process that extracts it", REPORT)]
    return [result for article in articles for result in extract_surely([article], run, task)]
