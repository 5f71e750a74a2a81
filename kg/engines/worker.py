"""What runs in a worker process: reads a task and then shards from its stdin, answers each on what was its stdout.

It ends when its stdin does, which is when its parent ends, however that ends: a thread reads, and so sees it even
while a shard is extracted.
"""

import logging
import os
import pickle
import queue
import signal
import sys
import threading
import warnings
from typing import IO, Any

from kg.engines.limits import limit_memory
from kg.engines.packing import pack
from kg.engines.task import Task
from kg.errors import EngineError

READY, DONE, BROKEN = "ready", "done", "broken"  # what an answer's first part can be


def main() -> None:
    """Serves until there is nobody to serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started the parent interrupts it, and it ends its workers
    warnings.simplefilter("ignore")
    logging.lastResort = None
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that a library prints may look like an answer
    requests: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(sys.stdin.buffer, requests), daemon=True).start()
    task: Task | None = None
    while True:
        answer, task = _serve(requests.get(), task)
        try:
            pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
            answers.flush()
        except OSError:  # nobody is left to read it
            os._exit(0)


def _receive(stream: IO[bytes], requests: "queue.SimpleQueue[Any]") -> None:
    """Puts whatever arrives into the queue, errors of reading it among them; ends the process with the stream."""
    while True:
        try:
            requests.put(pickle.load(stream))  # noqa: S301 - the stream is the parent's
        except EOFError:
            os._exit(0)
        except Exception as error:
            requests.put(error)


def _serve(request: Any, task: Task | None) -> tuple[tuple[str, Any], Task | None]:
    """The answer to one request, and the task from now on."""
    try:
        if isinstance(request, Exception):
            raise request
        if isinstance(request, Task):
            request.prepare()
            limit_memory(request.limits.megabytes)  # for all its life: what an article leaves behind counts
            return (READY, None), request
        assert task, "the first request is the task"
        return (DONE, pack(task.run(request))), task
    except Exception as error:
        return (BROKEN, _to_portable(error)), task


def _to_portable(error: Exception) -> Exception:
    """The error, or one that says the same where it does not travel."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - made on the same line
    except Exception:
        return EngineError(f"extraction cannot run ({type(error).__name__}: {error})")
    return error
