"""Shards as files: named by what is in them, written whole or not at all, so that a run goes on where it broke off."""

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from kg.engines.packing import pack, unpack
from kg.engines.shards import Result
from kg.files import open_whole
from kg.model import Article, Extraction

LEVEL = 1  # four fifths of what the best level saves, for a third of the time


def to_shard_path(folder: Path, articles: Sequence[Article], version: str) -> Path | None:
    """Where the shard of these articles is kept; None where half a character of one keeps it from being a file.

    The name depends on the articles' contents, not on where they were read, and on the extractor's version.
    """
    digest = hashlib.blake2b(version.encode(), digest_size=16)
    try:
        for article in articles:
            digest.update(msgspec.msgpack.encode(replace(article, location="")))
            article.location.encode()
    except UnicodeEncodeError:
        return None
    return folder / f"{digest.hexdigest()}.shard"


def read_shard(path: Path, articles: Sequence[Article]) -> list[Result] | None:
    """What was extracted from these articles; None where there is no such file, or none of this format."""
    try:
        results = unpack(zlib.decompress(path.read_bytes()))
    except (FileNotFoundError, zlib.error, msgspec.DecodeError):
        return None
    found = [result for result in results if isinstance(result, Extraction)]
    return [replace(result, article=article) for result, article in zip(found, articles, strict=True)]


def write_shard(path: Path, results: Sequence[Result]) -> None:
    """Keeps a shard, unless one of its articles failed: it is to be tried again.

    Raises:
        OSError: the folder is not writable, or the disk is full.
    """
    packed = pack(results)
    if isinstance(packed, bytes) and all(isinstance(result, Extraction) for result in results):
        path.parent.mkdir(parents=True, exist_ok=True)
        with open_whole(path) as stream:
            stream.write(zlib.compress(packed, LEVEL))
