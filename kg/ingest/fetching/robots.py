"""robots.txt: whether an address may be asked, and how often (https://www.rfc-editor.org/rfc/rfc9309)."""

import re
import time
from collections.abc import Callable
from functools import lru_cache
from threading import Lock

from protego import Protego

from kg.ingest.fetching.addresses import to_origin
from kg.ingest.fetching.answers import FetchError, Trouble
from kg.ingest.fetching.deadline import Deadline
from kg.ingest.fetching.memory import Memory

MAX_BYTES = 500 * 1024  # what the standard wants read; the rest is not looked at
FRESH_S = 86_400.0  # a copy is used for a day,
STALE_S = 30 * 86_400.0  # and for a month where no new one can be had
_KEPT_FILES = 8  # parsed at once; a hostile one takes 25 MB and a second
_AGENT = re.compile(r"\s*user(?:-|\s+)?agent(?:\s*:|\s)([^#]*)", re.IGNORECASE)  # as generous as the parser


class Robots:
    """What each origin allows to `agent`; `read` gives the text of a robots.txt, empty where there is none.

    `read` raises FetchError where it cannot be known whether there is one.
    """

    def __init__(self, agent: str, memory: Memory, read: Callable[[str, Deadline], str]) -> None:
        self._name = re.split(r"[/\s]", agent, maxsplit=1)[0].lower()
        self._memory = memory
        self._read = read
        self._locks = [Lock() for _ in range(64)]

    def check(self, address: str, deadline: Deadline) -> float:
        """The seconds that are wanted between two requests, 0 where nothing is said.

        Raises:
            FetchError: the address may not be asked, or it cannot be known now.
        """
        rules = _parse(self._get(to_origin(address), deadline), self._name)
        if not rules.can_fetch(address, self._name):
            advice = "ask the site, and set obey_robots = false if it agrees"
            raise FetchError(Trouble.ROBOTS, "its robots.txt forbids it", advice)
        return rules.crawl_delay(self._name) or 0.0

    def _get(self, origin: str, deadline: Deadline) -> str:
        with self._locks[hash(origin) % len(self._locks)]:  # threads that come together ask once
            return self._get_alone(origin, deadline)

    def _get_alone(self, origin: str, deadline: Deadline) -> str:
        kept = self._memory.recall_robots(origin)
        if kept and time.time() - kept[1] < FRESH_S:
            return kept[0]
        try:
            text = self._read(f"{origin}/robots.txt", deadline)
        except FetchError as error:
            if not error.is_passing:  # its address is refused itself in a moment
                return ""
            if kept and time.time() - kept[1] < STALE_S:
                return kept[0]
            raise FetchError(Trouble.LATER, f"its robots.txt: {error}", error.advice, error.wait_s) from error
        self._memory.keep_robots(origin, text)
        return text


@lru_cache(_KEPT_FILES)
def _parse(text: str, name: str) -> Protego:
    return Protego.parse("\n".join(_name_one_of_three(line, name) for line in text.splitlines()))


def _name_one_of_three(line: str, name: str) -> str:
    """The line; if it names an agent, that is "*", us, or one for all others.

    The parser takes time and memory for agents times rules, which 500 KiB of a hostile file make three hundred million.
    """
    if not (found := _AGENT.match(line)):
        return line
    value = found[1].strip().lower()
    named = value.replace("*", "")
    return f"User-agent: {'*' if value and not named else name if named == name else 'others' if named else ''}"
