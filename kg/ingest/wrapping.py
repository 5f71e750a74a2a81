"""Lines that a mail program or editor broke at a fixed width, put together again."""

import re
from collections.abc import Sequence

from kg.ingest.bullets import find_bullet

MAX_WIDTH = 100  # no terminal convention breaks later than this
MIN_WIDTH = 40
# Wrapped text has this share of its lines, or more, within the width; what is longer is an address or a table.
MIN_WRAPPED_SHARE = 0.95
# A line was broken by the width if the next word would not have fit, give or take a few columns of sloppy breaking.
SLACK = 6
_CLOSED = re.compile(r"""[.!?:;]["'”’)\]]*$""")


def find_width(lines: Sequence[str]) -> int | None:
    """The column at which the text was wrapped, or None where its lines are as their author broke them."""
    full = [len(line.rstrip()) for line in lines if line.strip()]
    within = [length for length in full if length <= MAX_WIDTH]
    if not within or len(within) < MIN_WRAPPED_SHARE * len(full):
        return None
    width = max(within)
    near = sum(length > 0.8 * width for length in within)
    return width if width >= MIN_WIDTH and near >= 3 else None


def join_wrapped(lines: Sequence[str], width: int | None) -> list[str]:
    """The lines of a group that has no empty line inside, those that the width broke joined by a space.

    With no width every line stays by itself, but a line indented under an item goes on with it.
    """
    joined: list[str] = []
    previous = ""
    for line in lines:
        if joined and not find_bullet(line) and _goes_on(joined[-1], previous, line, width):
            joined[-1] = f"{joined[-1]} {line.strip()}"
        else:
            joined.append(line.rstrip())
        previous = line.rstrip()
    return joined


def _goes_on(start: str, previous: str, line: str, width: int | None) -> bool:
    if find_bullet(start) and _indent(line) > _indent(start):
        return True
    if width is None:
        return False
    if len(previous) >= width / 2 and not _CLOSED.search(previous):
        return True  # a sentence goes on, wherever a sloppy hand broke its line
    first_word = re.split(r"\s", line.strip(), maxsplit=1)[0]
    return len(previous) + 1 + len(first_word) > width - SLACK


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
