"""The demonstration runs as a newcomer runs it, but for the installation."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_demonstration_answers_and_draws(tmp_path: Path) -> None:
    given = {"ENVIRONMENT": "given", "DEMO_OUTPUT": str(tmp_path / "out")}
    given["PATH"] = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    ran = subprocess.run(
        [ROOT / "scripts" / "demo"], env=os.environ | given, capture_output=True, text=True, cwd=tmp_path
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.count(" rows") >= 4
    assert "0 failed" in ran.stdout
    assert "valid: " in ran.stdout
    assert "verified: " in ran.stdout
    page = Path(ran.stdout.split()[-1])
    assert page == tmp_path / "out" / "network.html"
    assert page.stat().st_size > 10_000
