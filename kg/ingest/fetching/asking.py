"""One address asked as it should be: only where robots.txt and its host allow it, and again where that helps."""

import time
from functools import partial

from kg.ingest.fetching.addresses import to_address, to_host
from kg.ingest.fetching.answers import Answer, FetchError, Stamp, Trouble
from kg.ingest.fetching.deadline import Deadline
from kg.ingest.fetching.memory import Memory
from kg.ingest.fetching.pacing import Hosts
from kg.ingest.fetching.patience import MAX_CLOSED_S, ask_patiently
from kg.ingest.fetching.robots import MAX_BYTES, Robots
from kg.ingest.fetching.settings import FetchSettings
from kg.ingest.fetching.web import GIVEN, Question, Web

_ROBOTS_REDIRECTS = 5  # that the standard wants followed


class Asker:
    """Asks addresses for one run."""

    def __init__(self, settings: FetchSettings, memory: Memory) -> None:
        self._settings = settings
        self._memory = memory
        self._hosts = Hosts(settings.rate_per_s)
        self._web = Web(settings, self._hosts)
        self._robots = Robots(settings.agent, memory, self._read_robots)

    def ask(self, address: str, stamp: Stamp | None, deadline: Deadline) -> Answer:
        """The address's answer to one request; status 304 if it still gives what `stamp` is of.

        Raises:
            FetchError: it has none, or may not be asked now.
        """
        delay_s = 0.0
        if self._settings.obey_robots and not self._settings.replay:
            delay_s = min(self._robots.check(address, deadline), self._settings.max_crawl_delay_s)
        headers = {"If-None-Match": stamp.etag, "If-Modified-Since": stamp.modified} if stamp else {}
        sent = {name: value for name, value in headers.items() if value}
        return self._get(Question(address, deadline, self._settings.max_bytes, delay_s=delay_s, headers=sent))

    def close(self) -> None:
        """Hangs up everywhere."""
        self._web.close()

    def _get(self, question: Question) -> Answer:
        host = to_host(question.url)
        self._check_open(host)
        hold = partial(self._hosts.postpone, host)
        try:
            answer = ask_patiently(
                lambda: self._web.get(question), question.deadline, self._settings.retry_wait_s, hold
            )
        except FetchError as error:
            self._hosts.note(host, is_failure=error.is_passing)
            if error.wait_s:
                self._memory.keep_closing(host, time.time() + error.wait_s)
            raise
        self._hosts.note(host, is_failure=False)
        return answer

    def _check_open(self, host: str) -> None:
        if 0 < (left_s := self._memory.recall_closing(host) - time.time()) <= MAX_CLOSED_S:  # clocks are set back
            raise FetchError(Trouble.LATER, f"{host} asks to be left alone for another {left_s:.0f} s")
        if self._hosts.is_closed(host):
            raise FetchError(Trouble.LATER, f"{host} failed too often in a row")

    def _read_robots(self, url: str, deadline: Deadline) -> str:
        """The text of a robots.txt; empty where there is none, or only one that cannot be read."""
        try:
            for _ in range(_ROBOTS_REDIRECTS + 1):
                answer = self._get(Question(url, deadline, MAX_BYTES, is_cut=True))
                if answer.status in GIVEN:
                    return answer.content.decode("utf-8", errors="replace").lstrip("\ufeff")
                if not (300 < answer.status < 400 and "location" in answer.headers):
                    return ""
                url = to_address(answer.headers["location"], url)
        except FetchError as error:
            if error.is_passing or error.kind is Trouble.PRIVATE:
                raise
        return ""
