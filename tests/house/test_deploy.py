"""What is shipped for schedulers: units that systemd takes, and command lines that `kg` takes."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import OUTSIDE
from tests.house.stories import Command

DEPLOY = Path(__file__).resolve().parents[2] / "scripts" / "deploy"
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in DEPLOY.iterdir()}
COMMANDS = sorted(set(re.findall(r"(?<=kg )[^\n#]*?(?:ingest|status)[^\n]*", "\n".join(TEXTS.values()))))


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip(f"systemd is {OUTSIDE} and absent here")
    for name, text in TEXTS.items():
        if name.startswith("kg-ingest."):
            (tmp_path / name).write_text(text.replace("/opt/kg/bin/kg", shutil.which("true") or ""), encoding="utf-8")
    units = [str(path) for path in sorted(tmp_path.iterdir())]
    assert len(units) == 2
    ran = subprocess.run(["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_timer_starts_the_service_and_catches_up() -> None:
    assert (DEPLOY / "kg-ingest.timer").stem == (DEPLOY / "kg-ingest.service").stem
    assert "Persistent=yes" in TEXTS["kg-ingest.timer"]


def test_what_the_service_may_write_holds_the_store() -> None:
    unit = TEXTS["kg-ingest.service"]
    assert "StateDirectory=kg" in unit
    assert all(path.startswith("/var/lib/kg") for path in re.findall(r"KG_STORE=(\S+)", unit + TEXTS["crontab"]))


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_line_is_one_of_ours(kg: Command, line: str) -> None:
    words = ["kg", *shlex.split(line)]
    ours = words[len(words) - words[::-1].index("kg") :]
    assert kg(*ours, "--help").status == 0


def test_the_container_copies_what_is_there() -> None:
    text = TEXTS["Containerfile"]
    root = DEPLOY.parents[1]
    copied = [name for line in re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE) for name in line.split()]
    assert copied
    assert all((root / name).exists() for name in copied)
    assert "USER kg" in text
