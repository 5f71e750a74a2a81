"""An extraction that is broken off anywhere leaves nothing behind that changes what is read afterwards."""

import subprocess
import sys

from tests.conftest import ROOT

# In a process of its own, where caches are empty. Each time it is broken off at a later one of the functions it calls,
# of those in Python: a signal is heeded nowhere else.
BROKEN_OFF = """
import itertools, sys
from kg.engines.limits import Overtime
from kg.extract import extract_articles
from kg.ingest import read_sources
from kg.interruptions import interrupt

articles = list(read_sources(sys.argv[2:]))
list(extract_articles([]))

def breaks_at(last):
    calls = itertools.count()
    def watch(frame, event, _):
        if event == "call" and frame.f_code.co_filename.endswith(".py") and next(calls) == last:
            interrupt(Overtime())
    sys.setprofile(watch)
    try:
        list(extract_articles(articles))
    except Overtime:
        return True
    finally:
        sys.setprofile(None)
    return False

times = 0
for last in (int(1.1 ** n) for n in range(50, 999)) if sys.argv[1] == "broken" else ():
    if not breaks_at(last):
        break
    times += 1
print(times)
print([(claim.predicate, claim.confidence) for e in extract_articles(articles) for claim in e.claims])
"""


def read(manner: str) -> list[str]:
    """How often it was broken off, each time later, and what was read in the end."""
    articles = sorted((ROOT / "data" / "sample" / "articles").iterdir())[:1]
    command = [sys.executable, "-c", BROKEN_OFF, manner, *map(str, articles)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


def test_what_was_broken_off_changes_nothing() -> None:
    (never, whole), (times, after) = read("whole"), read("broken")
    assert (int(never), int(times) > 50) == (0, True)
    assert after == whole
