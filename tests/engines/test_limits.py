"""What holds an article to its limits costs next to nothing of them."""

import subprocess
import sys

from tests.conftest import ROOT

TIGHT = """
from kg.engines.limits import Limits, limited, limit_memory
limit_memory(4)  # megabytes, half of a usual thread's stack
for _ in range(300):
    with limited(Limits(seconds=5, megabytes=4, is_final=True)) as restart:
        restart()
"""


def test_the_watchdog_fits_into_what_little_memory_is_left() -> None:
    done = subprocess.run([sys.executable, "-c", TIGHT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
