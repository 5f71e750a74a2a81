"""Sources to extractions, without a store."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.config import Config
from kg.engines import make_engine
from kg.files import open_whole, to_free_name, to_stem
from kg.model import Article, Extraction, Failure, Skipped
from kg.pipeline.stores import make_linker
from kg.protocols import Engine


@dataclass(frozen=True, slots=True)
class Written:
    """One article whose graph is in a file now; `renamed` where another article had taken the file's plain name."""

    location: str
    path: Path
    renamed: bool = False


def write_extractions(locations: Sequence[str], folder: Path, config: Config) -> Iterator[Written | Skipped | Failure]:
    """Writes one Turtle file per article into `folder`, each linked by itself; yields what became of each."""
    from kg.graph import to_turtle

    folder.mkdir(parents=True, exist_ok=True)
    linker = make_linker(config)
    taken: set[str] = set()
    for item in read_extractions(locations, config):
        if not isinstance(item, Extraction):
            yield item
            continue
        location = item.article.location
        stem = to_stem(location)
        name = to_free_name(stem, taken)
        taken.add(name.casefold())
        path = folder / f"{name}.ttl"
        with open_whole(path) as stream:
            stream.write(to_turtle(item, linker.link([item]), config.base))
        yield Written(location, path, renamed=name != stem)


def read_extractions(locations: Sequence[str], config: Config) -> Iterator[Extraction | Skipped | Failure]:
    """What each article says, in order, or why it was not read, which may come before articles that stand ahead."""
    from kg.ingest import read_sources

    with make_engine(config) as engine:
        yield from extract_among(engine, read_sources(locations, allow_private=config.allow_private))


def extract_among(
    engine: Engine, items: Iterable[Article | Skipped | Failure]
) -> Iterator[Extraction | Skipped | Failure]:
    """The extractions of the articles among the items, in order, and the other items, each as soon as it is seen."""
    others: deque[Skipped | Failure] = deque()

    def articles() -> Iterator[Article]:
        for item in items:
            if isinstance(item, Article):
                yield item
            else:
                others.append(item)

    for result in engine.extract(articles()):
        while others:
            yield others.popleft()
        yield result
    yield from others


def extract_text(text: str) -> Extraction | Failure:
    """What a text or the HTML of a page says, or why it holds no article."""
    from kg.engines.local import LocalEngine
    from kg.ingest.reading import read_article

    article = read_article(text.encode("utf-8", "replace"), "text")
    return article if isinstance(article, Failure) else next(LocalEngine().extract([article]))
