"""From the address that is asked to where its redirects end, and what is to be remembered of the way."""

from datetime import UTC, datetime
from email.message import Message
from hashlib import sha256
from http import HTTPStatus

from kg.ingest.fetching.addresses import to_address
from kg.ingest.fetching.answers import Answer, Fetched, FetchError, Stamp, Trouble, Unchanged
from kg.ingest.fetching.asking import Asker
from kg.ingest.fetching.deadline import Deadline
from kg.ingest.fetching.memory import Known, Memory
from kg.ingest.fetching.patience import to_phrase
from kg.ingest.fetching.web import GIVEN

MAX_REDIRECTS = 10  # a few news sites take seven through consent and regions
MAX_VALIDATOR_CHARS = 1000
_PERMANENT = (301, 308)
_ABSENT = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_REDIRECTS = (*_PERMANENT, 302, 303, 307)


class Journey:
    """One address on its way through redirects; `moved_to` is as far as they are permanent."""

    def __init__(self, asked: str, known: Known, asker: Asker, deadline: Deadline) -> None:
        self.asked = asked
        self.url = known.moved_to or asked
        self.moved_to = known.moved_to
        self.is_permanent = True
        self._asker = asker
        self._deadline = deadline

    def travel(self, stamp: Stamp | None) -> Answer:
        """The answer at the end of the way; the validators of `stamp` are shown only to the address that gave them.

        Raises:
            FetchError: the way does not end, or leads where nobody may go.
        """
        seen = {self.url}
        for _ in range(MAX_REDIRECTS + 1):
            answer = self._asker.ask(self.url, stamp if stamp and stamp.url == self.url else None, self._deadline)
            if answer.status not in _REDIRECTS or not answer.headers.get("location"):
                return answer
            self._follow(answer)
            if self.url in seen:
                raise FetchError(Trouble.REDIRECTS, "it redirects in a circle", "check it in a browser")
            seen.add(self.url)
        raise FetchError(Trouble.REDIRECTS, f"it redirects more than {MAX_REDIRECTS} times", "check it in a browser")

    def _follow(self, answer: Answer) -> None:
        target = to_address(answer.headers["location"], self.url)
        is_downgrade = self.url.startswith("https:") and target.startswith("http:")
        self.is_permanent = self.is_permanent and answer.status in _PERMANENT and not is_downgrade
        self.url = target
        if self.is_permanent:
            self.moved_to = target


def fetch_address(stamp: Stamp | None, journey: Journey, memory: Memory) -> Fetched | Unchanged:
    """What the journey's address gives; its move or end is remembered.

    Raises:
        FetchError: it gives nothing.
    """
    before = journey.moved_to
    try:
        answer = journey.travel(stamp)
        outcome = _to_outcome(answer, stamp, journey)
    except FetchError as error:
        if error.kind is Trouble.GONE:
            memory.keep_end(journey.asked)
        elif before:  # perhaps it moved on: the next run begins where this one's source says
            memory.keep_move(journey.asked, None)
        raise
    if journey.moved_to != before:
        memory.keep_move(journey.asked, journey.moved_to)
    if isinstance(outcome, Unchanged) and answer.status in GIVEN:  # the same content, perhaps under new validators
        memory.keep_stamp(journey.asked, _to_stamp(answer, journey))
    return outcome


def _to_outcome(answer: Answer, stamp: Stamp | None, journey: Journey) -> Fetched | Unchanged:
    if answer.status == HTTPStatus.GONE and journey.is_permanent:
        raise FetchError(Trouble.GONE, "it is gone for good", "take it out of the sources")
    is_unchanged = answer.status == HTTPStatus.NOT_MODIFIED and stamp is not None
    if answer.status not in GIVEN and not is_unchanged:
        kind = Trouble.MISSING if answer.status in _ABSENT else Trouble.REFUSED
        raise FetchError(kind, f"it answers {to_phrase(answer.status)}", "check it in a browser")
    moved_to = journey.moved_to if journey.moved_to != journey.asked else None
    found = _to_stamp(answer, journey)
    if is_unchanged or (stamp and stamp.digest == found.digest):
        return Unchanged(journey.asked, journey.url, moved_to)
    described = Message()
    described["content-type"] = answer.headers.get("content-type", "")
    return Fetched(
        content=answer.content,
        asked=journey.asked,
        url=journey.url,
        charset=described.get_content_charset(),
        content_type=described.get_content_type() if answer.headers.get("content-type") else "",
        moved_to=moved_to,
        stamp=found,
    )


def _to_stamp(answer: Answer, journey: Journey) -> Stamp:
    digest = sha256(answer.content).hexdigest()
    return Stamp(journey.url, _to_validator(answer, "etag"), _to_validator(answer, "last-modified"), digest)


def _to_validator(answer: Answer, name: str) -> str | None:
    value = answer.headers.get(name, "")
    return value if value and len(value) <= MAX_VALIDATOR_CHARS and value.isascii() and value.isprintable() else None


def to_ended(ended: float) -> FetchError:
    """What is raised for an address that ended then (Unix seconds), without asking it."""
    day = datetime.fromtimestamp(ended, UTC).date().isoformat()
    return FetchError(Trouble.GONE, f"it is gone for good since {day}", "take it out of the sources", is_known=True)
