"""What holds for every test: where things are, and that nothing is skipped unnoticed."""

import os
import signal
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

OUTSIDE = "not part of the repository"  # how a test says that what it reads may rightly be absent


def pytest_configure() -> None:
    """Where tests run in the background, interruptions are ignored; what they start inherits that, and must not."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared_eval() -> Path:
    """The folder of evaluation articles beside the checkout; the test is skipped where there is none."""
    folder = SHARED / "eval"
    if not (folder / "score.py").is_file():
        pytest.skip(f"the evaluation articles are {OUTSIDE} and absent here")
    return folder


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    """In continuous integration a skipped test is a failed one, unless it lacks what the repository does not hold."""
    outcome = yield
    report = outcome.get_result()
    if (
        os.environ.get("CI")
        and report.skipped
        and not hasattr(report, "wasxfail")
        and OUTSIDE not in str(report.longrepr)
    ):
        report.outcome = "failed"
        report.longrepr = f"skipped in continuous integration: {report.longrepr}"
