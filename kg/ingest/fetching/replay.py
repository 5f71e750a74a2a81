"""Answers kept in a folder, one file each: recorded from the network, replayed without it."""

import json
from hashlib import sha256
from pathlib import Path

from kg.errors import StoreError
from kg.ingest.fetching.answers import Answer, FetchError, Trouble

_KEPT_HEADERS = ("content-type", "etag", "last-modified", "location")  # a replay waits for nobody


def write_answer(folder: Path, url: str, answer: Answer) -> None:
    """Keeps the answer of an address, in place of an earlier one: a line of JSON, then the content as it is.

    Raises:
        StoreError: the folder cannot be written.
    """
    headers = {name: answer.headers[name] for name in _KEPT_HEADERS if name in answer.headers}
    head = json.dumps({"url": url, "status": answer.status, "headers": headers})
    path = _to_path(folder, url)
    part = path.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_bytes(head.encode("ascii") + b"\n" + answer.content)
        part.replace(path)
    except OSError as error:
        raise StoreError(f"{folder} cannot be written ({error.strerror})", "free some space or name another") from error


def read_answer(folder: Path, url: str) -> Answer:
    """The recorded answer of an address.

    Raises:
        FetchError: there is none.
    """
    try:
        head, content = _to_path(folder, url).read_bytes().split(b"\n", 1)
        kept = json.loads(head)
        return Answer(int(kept["status"]), dict(kept["headers"]), content)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FetchError(Trouble.LATER, f"no answer of it is recorded in {folder}", "record it first") from error


def _to_path(folder: Path, url: str) -> Path:
    return folder / f"{sha256(url.encode()).hexdigest()[:32]}.answer"
