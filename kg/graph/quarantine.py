"""Keeps the articles on which the extractor broke, with why: one readable file each in a folder of the store."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from kg.errors import StoreError
from kg.files import open_whole
from kg.graph.ledger import to_article_digest
from kg.model import Article, Failure
from kg.runs import now

FOLDER = "quarantine"
ENDING = ".json"


@dataclass(frozen=True, slots=True)
class Case:
    """One article in quarantine: what happened, since when, in how many attempts, by which version of the extractor.

    `article` is the article as it was read: text, structure, metadata, and the location that it was read from.
    """

    reason: str
    advice: str
    since: str
    attempts: int
    version: str
    article: Article


class Quarantine:
    """The cases of one store. Deleting a file lets its article be tried again."""

    def __init__(self, store: Path) -> None:
        self._folder = store / FOLDER
        self._ids = {path.stem for path in self._folder.glob(f"*{ENDING}")}

    def __len__(self) -> int:
        """How many articles are in quarantine."""
        return len(self._ids)

    def __iter__(self) -> Iterator[Case]:
        """Every case, by id of the article; one whose file is no case any more is left out."""
        for article_id in sorted(self._ids):
            if case := self.find(article_id):
                yield case

    def find(self, article_id: str) -> Case | None:
        """The case of the article of that id, or None."""
        if article_id not in self._ids:
            return None
        try:
            return msgspec.json.decode(self._path(article_id).read_bytes(), type=Case)
        except (OSError, msgspec.DecodeError):
            return None

    def holds(self, article: Article, version: str) -> Case | None:
        """The case of just this version of the article, if that version of the extractor broke on it; or None."""
        case = self.find(article.id)
        same = case and case.version == version and to_article_digest(case.article) == to_article_digest(article)
        return case if same else None

    def add(self, article: Article, failure: Failure, version: str) -> None:
        """Keeps an article, with why the extractor broke on it.

        Raises:
            StoreError: the disk is full or broken.
        """
        case = Case(failure.reason, failure.advice, now(), 1, version, article)
        if earlier := self.holds(article, version):
            case = replace(case, since=earlier.since, attempts=earlier.attempts + 1)
        try:
            self._folder.mkdir(exist_ok=True)
            with open_whole(self._path(article.id)) as stream:
                stream.write(msgspec.json.format(msgspec.json.encode(case), indent=2) + b"\n")
        except OSError as error:
            raise StoreError(f"{self._folder} cannot be written: {error}", "make room, try again") from error
        self._ids.add(article.id)

    def drop(self, article_id: str) -> None:
        """Lets an article out, if it is there."""
        if article_id in self._ids:
            self._path(article_id).unlink(missing_ok=True)
            self._ids.discard(article_id)

    def _path(self, article_id: str) -> Path:
        return self._folder / f"{article_id}{ENDING}"
