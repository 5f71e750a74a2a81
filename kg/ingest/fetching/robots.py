"""robots.txt: whether an address may be asked, and how often (https://www.rfc-editor.org/rfc/rfc9309)."""

import re
import time
from collections.abc import Callable
from functools import lru_cache

from protego import Protego

from kg.ingest.fetching.addresses import to_origin
from kg.ingest.fetching.answers import FetchError, Trouble
from kg.ingest.fetching.memory import Memory

MAX_BYTES = 500 * 1024  # what the standard wants read; the rest is not looked at
FRESH_S = 86_400.0  # a copy is used for a day,
STALE_S = 30 * 86_400.0  # and for a month where no new one can be had
_KEPT_FILES = 16  # parsed at once; a hostile one takes some 20 MB
_NAMED = re.compile(r"^(\s*user[ -]?agent\s*:?)([^#\n]*)", re.IGNORECASE | re.MULTILINE)


class Robots:
    """What each origin allows to `agent`; `read` gives the text of a robots.txt, empty where there is none.

    `read` raises FetchError where it cannot be known whether there is one.
    """

    def __init__(self, agent: str, memory: Memory, read: Callable[[str], str]) -> None:
        self._name = re.split(r"[/\s]", agent, maxsplit=1)[0].lower()
        self._memory = memory
        self._read = read

    def check(self, address: str) -> float:
        """The seconds that are wanted between two requests, 0 where nothing is said.

        Raises:
            FetchError: the address may not be asked, or it cannot be known now.
        """
        rules = _parse(self._get(to_origin(address)), self._name)
        if not rules.can_fetch(address, self._name):
            raise FetchError(Trouble.ROBOTS, "its robots.txt forbids it", "save the article and give the file")
        return rules.crawl_delay(self._name) or 0.0

    def _get(self, origin: str) -> str:
        kept = self._memory.recall_robots(origin)
        if kept and time.time() - kept[1] < FRESH_S:
            return kept[0]
        try:
            text = self._read(f"{origin}/robots.txt")
        except FetchError as error:
            if kept and time.time() - kept[1] < STALE_S:
                return kept[0]
            raise FetchError(Trouble.LATER, f"its robots.txt: {error}", error.advice, error.wait_s) from error
        self._memory.keep_robots(origin, text)
        return text


@lru_cache(_KEPT_FILES)
def _parse(text: str, name: str) -> Protego:
    return Protego.parse(_NAMED.sub(lambda found: found[1] + _to_one_of_three(found[2], name), text))


def _to_one_of_three(value: str, name: str) -> str:
    """ "*", our own name, or one name for all others: the parser takes agents times rules in time and memory."""
    value = value.strip().lower()
    ours = value.strip("*")
    return f" {value and ((ours and (name if ours == name else 'others')) or '*')}"
