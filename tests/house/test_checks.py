"""Format, lint, types and the style line hold."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_fast_checks_hold() -> None:
    given = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    ran = subprocess.run(
        ["scripts/check", "--no-tests"], cwd=ROOT, env=os.environ | given, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
