"""Locations to articles."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.ingest.reading import read_article
from kg.model import Article, Failure

ARTICLE_SUFFIXES = frozenset((".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"))


def read_sources(locations: Sequence[str]) -> Iterator[Article | Failure]:
    """Each article of the locations once, in order, or why one could not be read."""
    seen: set[str] = set()
    for location in locations:
        for result in _read_location(location):
            if isinstance(result, Article):
                if result.id in seen:
                    continue
                seen.add(result.id)
            yield result


def _read_location(location: str) -> Iterator[Article | Failure]:
    if location == "-":
        yield read_article(sys.stdin.buffer.read(), "-")
        return
    path = Path(location)
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.suffix.lower() in ARTICLE_SUFFIXES and file.is_file():
                yield read_article(file.read_bytes(), str(file.resolve()))
    elif path.is_file():
        yield read_article(path.read_bytes(), str(path.resolve()))
    else:
        yield Failure(location, "there is no such file or folder", "check the path")
