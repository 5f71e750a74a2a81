"""Files, folders and patterns on disk."""

import glob
import os
import re
from collections.abc import Iterator
from pathlib import Path

from kg.errors import SourceError

PAGE_SUFFIXES = frozenset((".html", ".htm", ".xhtml"))
ARTICLE_SUFFIXES = PAGE_SUFFIXES | {".txt", ".text", ".md", ".markdown", ".mdown"}
DOCUMENT_SUFFIXES = frozenset((".eml", ".pdf"))
# Files that may hold articles, as feeds and archives do, or something else altogether: they are looked into.
CONTAINER_SUFFIXES = frozenset((".rss", ".atom", ".xml", ".json", ".warc", ".gz", ".mbox"))
FOLDER_SUFFIXES = ARTICLE_SUFFIXES | DOCUMENT_SUFFIXES | CONTAINER_SUFFIXES
MAX_BYTES = 50_000_000  # a page is below 5 MB; what is larger is no article


# What a folder says about itself is no article.
NOTES = frozenset({"README", "LICENSE", "LICENCE", "CHANGELOG", "CONTRIBUTING"})


def find_files(location: str) -> Iterator[Path]:
    """The files that a path, a folder or a pattern names, sorted; a folder gives articles and feeds, at any depth.

    Raises:
        SourceError: there is nothing of that name, or no article in it.
    """
    path = Path(location).expanduser()
    if path.is_dir():
        files = [file for file in path.rglob("*") if is_wanted(file, path)]
    elif path.exists():
        files = [path]
    elif glob.has_magic(location):
        names = glob.glob(location, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
        files = [Path(name) for name in names if Path(name).is_file()]
    elif "://" in location:
        raise SourceError("it is no address that can be fetched", "give one that begins with http:// or https://")
    else:
        raise SourceError("there is no such file or folder", "check the path")
    if not files:
        raise SourceError("it holds no article files", f"article files end in {', '.join(sorted(ARTICLE_SUFFIXES))}")
    yield from sorted(files)


def is_wanted(file: Path, folder: Path) -> bool:
    """Whether a file below a folder is to be read: of an article's or feed's kind, and not hidden."""
    if file.stem.upper() in NOTES:
        return False
    is_hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not is_hidden and file.suffix.lower() in FOLDER_SUFFIXES and file.is_file()


def to_location(path: Path) -> str:
    """The file's absolute path as text; bytes of its name that are not UTF-8 are written as \\xff."""
    return os.fsencode(path.resolve()).decode("utf-8", "backslashreplace")


def read_file(path: Path) -> bytes:
    """What the file holds.

    Raises:
        SourceError: it is no file, too large, or cannot be read.
    """
    try:
        if not path.is_file():
            raise SourceError("it is no regular file", "give a file, a folder, a pattern, an address or -")
        if path.stat().st_size > MAX_BYTES:
            raise SourceError(f"it is larger than {MAX_BYTES // 1_000_000} MB", "give one article a file")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"it cannot be read: {error.strerror or error}", "check that you may read it") from error


def is_address(location: str) -> bool:
    """Whether a location is an http(s) address."""
    return bool(re.match(r"https?://", location, re.IGNORECASE))
