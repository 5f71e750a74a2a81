"""Names files after sources, and writes them whole or not at all."""

import os
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

MAX_STEM_BYTES = 120  # file systems allow 255 for a name; the rest is for endings and a temporary file's suffix

_ADDRESS = re.compile(r"https?://(?:[^/?#@]*@)?(?P<host>[^/?#:]*)[^/?#]*(?P<path>[^?#]*)", re.IGNORECASE)
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/|?*#]+')  # what one of the usual file systems refuses


def to_stem(location: str) -> str:
    """A file name for what was read from a path or an address, without folder and ending, never empty."""
    address = _ADDRESS.match(location)
    path = unquote(address["path"]) if address else location
    name = path.replace("\\", "/").rstrip("/").rpartition("/")[2]
    stem = _UNSAFE.sub("-", Path(name).stem or (address["host"] if address else "")).strip(" .-")
    return stem.encode("utf-8", "replace")[:MAX_STEM_BYTES].decode("utf-8", "ignore") or "article"


def to_free_name(stem: str, taken: Collection[str]) -> str:
    """`stem`, or `stem-2`, `stem-3`, ... whose case-folded form is not in `taken`: some file systems ignore case."""
    name, number = stem, 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


@contextmanager
def open_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes the place of `path` when all went well: whole, or as it was before.

    What is there and no regular file, a device or a named pipe, is written as it stands; a link stays one.

    Raises:
        OSError: the folder is missing or not writable, or the disk is full; nothing is left behind.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    part = path.with_name(f".{path.name[:MAX_STEM_BYTES]}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except BaseException as error:
        part.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename == str(part):  # a name that nobody asked for
            error.filename = str(path)
        raise
