"""The engine of many machines: a Dask cluster that somebody else has started, with kg installed on each of them.

Each thread of a Dask worker has a worker process of ours beside it, so that limits are kept and an article that kills
its process harms no Dask worker; Dask's own profiler sees a thread that waits. A Dask worker that is lost costs what
it had under way: the scheduler gives that to others.
"""

import queue
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.engines.lanes import Lane, WorkerLost, extract_surely
from kg.engines.packing import pack, unpack
from kg.engines.shards import Result
from kg.engines.spreading import Spread
from kg.engines.task import Task
from kg.errors import EngineError
from kg.model import Article

ANSWER_S = 30  # for a scheduler to answer and a first worker to be there; both take a second once they run


class DaskEngine:
    """Extracts on the Dask cluster whose scheduler has this address; a context manager.

    Raises:
        EngineError: the extra is missing, no scheduler answers, or it has no worker.
    """

    def __init__(self, address: str, task: Task | None = None) -> None:
        self._task = task or Task()
        try:
            from distributed import CancelledError, Client, KilledWorker
        except ImportError as error:
            raise EngineError("the engine dask is not installed", "pip install 'kg[dask]'") from error
        self._killed, self._address = KilledWorker, address
        self._gone = (CancelledError, OSError)
        advice = "start `dask scheduler` and `dask worker`"
        try:
            self._client = Client(address, timeout=ANSWER_S, set_as_default=False)
        except (OSError, ValueError) as error:
            raise EngineError(f"no Dask scheduler answers at {address}", advice) from error
        try:
            self._client.wait_for_workers(1, timeout=ANSWER_S)
        except OSError as error:
            self._client.close()
            raise EngineError(f"the Dask scheduler at {address} has no workers", advice) from error
        self._spread = Spread(self._run, 2 * sum(self._client.nthreads().values()))  # one runs, one is on its way

    def __enter__(self) -> "DaskEngine":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def extract(self, articles: Iterable[Article]) -> Iterator[Result]:
        """One extraction or failure for each article, in order, with a few shards for each worker under way.

        Raises:
            EngineError: the scheduler is gone, or workers have another version of kg.
            KgError, ImportError: the installation of a worker is broken.
        """
        return self._spread.extract(articles)

    def close(self) -> None:
        """Calls off what is under way and leaves the cluster; what runs there ends with its shard."""
        self._spread.close(self._client.close)

    def _run(self, shard: Sequence[Article]) -> list[Result]:
        return extract_surely(shard, self._submit, self._task)

    def _submit(self, shard: Sequence[Article]) -> list[Result]:
        future = self._client.submit(extract_here, self._task, tuple(shard), pure=False)
        try:
            return unpack(future.result())
        except self._killed as error:
            raise WorkerLost(0) from error
        except self._gone as error:
            raise EngineError(f"the Dask scheduler at {self._address} is gone", "run the command again") from error


def extract_here(task: Task, articles: Sequence[Article]) -> bytes | list[Result]:
    """What becomes of a shard on a Dask worker, in a process of ours beside it; packed."""
    free = _find_free(task)
    try:
        lane = free.get_nowait()
    except queue.Empty:
        lane = Lane(task)
    try:
        return pack(extract_surely(articles, lane.run, task))
    finally:
        free.put(lane)


@cache
def _find_free(_task: Task) -> "queue.LifoQueue[Lane]":
    """The lanes for that task that nothing uses; never more than this process has had threads."""
    return queue.LifoQueue()
