"""Sources to the store: every article once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.config import Config
from kg.engines import make_engine
from kg.iris import to_digest
from kg.model import Article, Extraction, Failure, Skipped
from kg.pipeline.stores import make_linker
from kg.protocols import Engine
from kg.resources import ontology_path

if TYPE_CHECKING:
    from kg.graph import KgStore


class Outcome(StrEnum):
    """What became of one article."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Done:
    """One article that is in the store now."""

    location: str
    outcome: Outcome


def ingest_sources(store: "KgStore", locations: Sequence[str], config: Config) -> Iterator[Done | Skipped | Failure]:
    """Takes every article into the store that is not there yet as it is; yields what became of each."""
    from kg.ingest import read_sources

    judgements = make_linker(config).judgements
    store.relink(to_digest(*map(str, judgements)) if judgements else "")
    version = to_extractor_version()
    with make_engine(config) as engine:
        pending: dict[str, tuple[Article, Outcome]] = {}
        for item in read_sources(locations, allow_private=config.allow_private):
            if not isinstance(item, Article):
                yield item
                continue
            twin = pending.get(item.id)
            if twin and twin[0].text != item.text:  # another version of an article that waits: that one comes first
                yield from _put(store, engine, pending, version)
                pending = {}
            outcome = Outcome.UNCHANGED if item.id in pending else Outcome(store.has(item, version))
            if outcome is Outcome.UNCHANGED:
                yield Done(item.location, outcome)
                continue
            pending[item.id] = (item, outcome)
            if len(pending) >= config.batch_articles:
                yield from _put(store, engine, pending, version)
                pending = {}
        yield from _put(store, engine, pending, version)


def to_extractor_version() -> str:
    """What an article must be read again for when it differs: the extractor's own version and the words it knows."""
    from kg.extract import EXTRACTOR_VERSION

    words = sorted(path for path in ontology_path().rglob("*") if path.suffix in (".toml", ".csv"))
    return f"{EXTRACTOR_VERSION}-{to_digest(*(path.read_text(encoding='utf-8') for path in words))}"


def _put(
    store: "KgStore", engine: Engine, pending: dict[str, tuple[Article, Outcome]], version: str
) -> Iterator[Done | Failure]:
    """Extracts and stores one batch, all of it in one step of the store; yields what became of each article."""
    results = list(engine.extract(article for article, _ in pending.values()))
    extractions = [result for result in results if isinstance(result, Extraction)]
    if extractions:
        store.put(extractions, version)
    for result in results:
        if isinstance(result, Failure):
            yield result
        else:
            yield Done(result.article.location, pending[result.article.id][1])
