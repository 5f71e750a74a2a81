"""Bullets and numbers in front of list items, as people type them."""

import re

BULLETS = "-*+•‣◦▪▸●○∙·–—"
_BULLET = re.compile(rf"^\s*(?P<mark>[{re.escape(BULLETS)}])\s+(?P<text>\S.*)$", re.DOTALL)
_GLUED = re.compile(r"^\s*(?P<mark>[•‣◦▪▸●])(?P<text>\S.*)$", re.DOTALL)  # "•Item": no space after a true bullet
_NUMBER = re.compile(r"^\s*\(?(?P<mark>\d{1,2})[.)]\s+(?P<text>\S.*)$", re.DOTALL)
_LONE = re.compile(rf"^\s*(?:[{re.escape(BULLETS)}]|\(?\d{{1,2}}[.)])\s*$")


def find_bullet(line: str) -> tuple[str, str] | None:
    """The mark and the text of an item ("•" or "3", without its point), or None where the line begins with neither."""
    for pattern in (_BULLET, _GLUED, _NUMBER):
        if found := pattern.match(line):
            return found.group("mark"), found.group("text")
    return None


def is_lone_bullet(line: str) -> bool:
    """Whether the line holds a bullet or number and nothing else: its item's text is on the next one."""
    return bool(_LONE.match(line))


def is_run(marks: list[str]) -> bool:
    """Whether the marks of neighbouring lines make a list.

    Numbers must count up by one, from 0 or 1: "1914. That year…" and a lone "2." are no list. Dashes must be at least
    two, since one also opens a line of dialogue; a true bullet may stand alone.
    """
    if not marks:
        return False
    if marks[0].isdigit():
        first = int(marks[0])
        return len(marks) > 1 and first <= 1 and marks == [str(first + step) for step in range(len(marks))]
    return len(marks) > 1 or marks[0] not in "–—·"
