"""Where extraction runs: one seam, `kg.protocols.Engine`, and engines behind it that all give the same results.

choosing.py   the engine that the settings ask for     version.py    which extractor this is
local.py      this process                             processes.py  worker processes of this machine
cluster.py    a Dask cluster                           spreading.py  what the two that are elsewhere share
batches.py    shards of like cost, in order            shards.py     one shard, of which no article is lost
limits.py     what one article may cost                task.py       what is done with a shard
packing.py    how results travel                       files.py      shards as files
lanes.py      a worker as its parent sees it           worker.py     a worker as it sees itself
"""

from kg.engines.choosing import make_engine
from kg.engines.version import to_extractor_version

__all__ = ["make_engine", "to_extractor_version"]
