"""Pages made to hurt: each ends in time and in bounds, as an article, a failure with its reason, or left out."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.ingest.hostile import PAGES, PROSE

MAX_SECONDS = 10
MAX_MEGABYTES = 1000

# Of these the text can be read, and must be.
READ = (
    *("20,000 attributes on one tag", "20,000 attributes on a tag never closed", "lists 3,000 deep"),
    *("lone surrogates", "surrogates in linked data", "a charset that is none", "UTF-16 without a mark"),
    *("a bomb of entities", "5 MB of blanks", "a picture of 8 MB in a tag", "linked data 100,000 deep"),
    *("linked data of 5 MB", "linked data that goes round", "linked data of wrong kinds", "a comment never closed"),
    *("a script never closed", "sections of character data", "frames that hold themselves", "a class of 2 MB"),
)
REFUSED = {
    "nothing but NUL": "it is empty",
    "an archive that is called a page": "it is binary",
    "a compressed page": "it is binary",
    "one line of 5 MB": "characters of text",
    "a million paragraphs": "tags",
    "a table of 500,000 cells": "tags",
}


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, Any]]:
    """What became of each page, by its name, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ingest.hostile"], capture_output=True, text=True, timeout=400, check=False
    )
    return {line["name"]: line for line in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_ends_in_time_and_in_bounds(name: str, told: dict[str, dict[str, Any]]) -> None:
    assert name in told, "reading it ended the process"
    assert told[name]["seconds"] < MAX_SECONDS
    assert told[name]["megabytes"] < MAX_MEGABYTES  # the most so far
    assert told[name]["kind"] == "Article" or told[name]["reason"]
    assert not told[name]["reason"].startswith("reading it failed")  # no library's error came through


@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_of_a_hostile_page_is_read(name: str, told: dict[str, dict[str, Any]]) -> None:
    assert told[name]["kind"] == "Article"
    assert told[name]["characters"] > 6 * len(PROSE)


@pytest.mark.parametrize("name", REFUSED)
def test_why_a_hostile_page_is_refused(name: str, told: dict[str, dict[str, Any]]) -> None:
    assert told[name]["kind"] == "Failure"
    assert REFUSED[name] in told[name]["reason"]
