"""Sources to extractions, without a store."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

from kg.config import Config
from kg.errors import KgError
from kg.files import open_whole, to_free_name, to_stem
from kg.model import Article, Extraction, Failure, Skipped
from kg.pipeline.stores import make_linker

Item = TypeVar("Item")


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
    """What each article says, or why it was not read; what was not comes before the extractions of its batch."""
    from kg.ingest import read_sources

    for batch in _batches(read_sources(locations, allow_private=config.allow_private), config.batch_articles):
        yield from (item for item in batch if not isinstance(item, Article))
        yield from extract_each([item for item in batch if isinstance(item, Article)])


def extract_text(text: str) -> Extraction | Failure:
    """What a text or the HTML of a page says, or why it holds no article."""
    from kg.ingest.reading import read_article

    article = read_article(text.encode("utf-8", "replace"), "text")
    return article if isinstance(article, Failure) else next(extract_each([article]))


def extract_each(articles: Sequence[Article]) -> Iterator[Extraction | Failure]:
    """An extraction, or a failure, for each article in order: one on which the extractor breaks costs only itself."""
    from kg.extract import extract_articles

    try:
        yield from list(extract_articles(articles))
    except KgError:
        raise
    except Exception as error:
        if len(articles) > 1:
            middle = len(articles) // 2
            yield from extract_each(articles[:middle])
            yield from extract_each(articles[middle:])
            return
        reason = f"cannot be extracted ({type(error).__name__}: {error})"
        yield Failure(articles[0].location, reason, "the other articles are not affected; please report this one")


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of `size`; the last may be shorter."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch
