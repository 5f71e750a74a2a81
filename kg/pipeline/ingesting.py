"""Sources to the store: every article once, and none of them twice after an interruption."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from kg.config import Config
from kg.engines import make_engine
from kg.iris import to_digest
from kg.model import Article, Extraction, Failure, Skipped
from kg.pipeline.remembering import open_memory
from kg.pipeline.running import RunLog, Tell, open_run
from kg.pipeline.stores import make_linker
from kg.runs import Outcome, Report, RunRecord

if TYPE_CHECKING:
    from kg.graph import KgStore

Item = Article | Skipped | Failure

RETRY = "kg retry"  # what the sources of a run are called that tries the articles in quarantine again


class Intake:
    """Decides what each item of the sources needs, and what the engine's answer to it means."""

    def __init__(self, store: "KgStore", log: RunLog, is_retry: bool = False) -> None:
        from kg.graph import Quarantine

        self._store = store
        self._log = log
        self._quarantine = Quarantine(store.path)
        self._is_retry = is_retry
        self._under_way: deque[tuple[Article, Outcome]] = deque()
        self._answered = 0

    @property
    def taken(self) -> int:
        """How many articles were taken for extraction."""
        return self._answered + len(self._under_way)

    @property
    def kept(self) -> int:
        """How many of these, the first ones, are safe: in the store or in quarantine."""
        return self._answered - self._log.waiting

    def to_articles(self, items: Iterable[Item]) -> Iterator[Article]:
        """The articles that have to be extracted; of all others the log is told at once."""
        for item in items:
            match item:
                case Article():
                    if outcome := self._decide(item):
                        self._under_way.append((item, outcome))
                        yield item
                case Skipped(reason="unchanged"):  # what a server says is as it was
                    self._log.say(Report(Outcome.UNCHANGED, item.location), note=False)
                case Skipped():
                    self._log.say(Report(Outcome.SKIPPED, item.location, item.reason, item.detail))
                case Failure():
                    self._log.say(Report(Outcome.FAILED, item.location, item.reason, item.advice))

    def take(self, result: Extraction | Failure) -> None:
        """Takes the engine's answer to the first article that has none yet.

        Raises:
            StoreError: the disk is full or broken.
        """
        article, outcome = self._under_way.popleft()
        self._answered += 1
        if isinstance(result, Failure):
            self._quarantine.add(article, result, self._log.extractor_version)
            self._log.say(Report(Outcome.FAILED, article.location, result.reason, result.advice, article.id))
            return
        self._log.add(result, Report(outcome, article.location, article_id=article.id))
        self._quarantine.drop(article.id)

    def _decide(self, article: Article) -> Outcome | None:
        """What the article is if it has to be extracted; None if not."""
        report = Report(Outcome.UNCHANGED, article.location, article_id=article.id)
        twin = self._find_under_way(article.id)
        if twin and replace(twin, location="") != replace(article, location=""):
            return Outcome.CHANGED
        outcome = Outcome(self._store.has(article, self._log.extractor_version))
        if twin or outcome is Outcome.UNCHANGED:
            self._log.say(report, note=False)
            return None
        case = None if self._is_retry else self._quarantine.holds(article, self._log.extractor_version)
        if case:
            advice = f"`kg retry {article.id}` tries it again"
            self._log.say(replace(report, outcome=Outcome.QUARANTINED, reason=case.reason, advice=advice))
            return None
        return outcome

    def _find_under_way(self, article_id: str) -> Article | None:
        """The last version of the article that is being extracted, or waits to be written."""
        found = (article for article, _ in reversed(self._under_way) if article.id == article_id)
        return next(found, None) or self._log.find_waiting(article_id)


def ingest_sources(store: "KgStore", locations: Sequence[str], config: Config, tell: Tell) -> RunRecord:
    """The record of a run that takes every article into the store which is not there yet as it is.

    `tell` is called with what became of each article, as soon as that is safe.

    Raises:
        StoreError: the disk is full or broken; what was reported before is safe.
    """
    from kg.ingest import read_sources

    with open_run(store, tuple(locations), config, tell) as log, open_memory(store, log.record, config) as memory:
        intake = Intake(store, log)
        read = partial(read_sources, fetcher=memory.fetcher, finished=lambda it: memory.add(it, intake.taken))
        for _ in _take_in(read(locations), intake, store, config):
            memory.remember(intake.kept)
        log.keep()
        memory.remember(intake.kept)
    return log.record


def count_files(locations: Sequence[str]) -> int | None:
    """How many articles the locations hold, as far as that shows from outside; None where it does not.

    An address, an archive, a feed or standard input may hold any number.
    """
    from kg.errors import SourceError
    from kg.ingest.files import CONTAINER_SUFFIXES, find_files, is_address

    count = 0
    for location in locations:
        if location == "-" or is_address(location):
            return None
        try:
            for path in find_files(location):
                if path.suffix.lower() in CONTAINER_SUFFIXES | {".toml"}:
                    return None
                count += 1
        except (SourceError, OSError):
            count += 1  # it will be one failure
    return count


def retry_articles(store: "KgStore", names: Sequence[str], config: Config, tell: Tell) -> RunRecord:
    """The record of a run that tries articles in quarantine again: all, or those whose ids or locations are given.

    Raises:
        StoreError: the disk is full or broken; what was reported before is safe.
    """
    with open_run(store, (RETRY, *names), config, tell) as log:
        for _ in _take_in(_find_cases(store, names), Intake(store, log, is_retry=True), store, config):
            pass
    return log.record


def _find_cases(store: "KgStore", names: Sequence[str]) -> Iterator[Item]:
    from kg.graph import Quarantine

    cases = list(Quarantine(store.path))
    for name in names:
        if not any(name in (case.article.id, case.article.location) for case in cases):
            yield Failure(name, "is not in quarantine", "`kg status` lists what is")
    for case in cases:
        if not names or {case.article.id, case.article.location} & set(names):
            yield case.article


def _take_in(items: Iterable[Item], intake: Intake, store: "KgStore", config: Config) -> Iterator[None]:
    """Has extracted what needs it, with a pause after each answer; where nothing does, no engine is started."""
    judgements = make_linker(config).judgements
    store.relink(to_digest(*map(str, judgements)) if judgements else "")
    articles = intake.to_articles(items)
    first = next(articles, None)
    if first is None:
        return
    with make_engine(config) as engine:
        for result in engine.extract(chain([first], articles)):
            intake.take(result)
            yield
