"""Which runs of a page are its content: trafilatura decides what, the page itself decides how it is structured."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.ingest.flow import Run

UNITS = ("p", "head", "item", "quote", "cell", "row", "list", "ab", "code", "lb", "figDesc")
SHINGLE = 3  # words; shorter runs are compared whole
MIN_SHARED = 0.8  # of a run's shingles that stand in the selected text
_TOKEN = re.compile(r"\w+")


def to_tokens(text: str) -> list[str]:
    """The words of a text, folded, without punctuation."""
    return _TOKEN.findall(text.casefold())


def to_key(text: str) -> str:
    """The words run together, so that spacing and punctuation do not matter."""
    return "".join(to_tokens(text))


@dataclass(frozen=True)
class Selection:
    """What trafilatura selected: `units` are the texts of its elements, in order."""

    units: tuple[str, ...]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the units."""
        return frozenset(to_key(unit) for unit in self.units)

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """Every run of `SHINGLE` words in the units."""
        return frozenset(shingle for unit in self.units for shingle in to_shingles(unit))

    def covers(self, text: str) -> bool:
        """Whether the text was selected, whole or nearly so."""
        key = to_key(text)
        if not key:
            return False
        if key in self.keys:
            return True
        shingles = list(to_shingles(text))
        return bool(shingles) and sum(map(self.shingles.__contains__, shingles)) >= MIN_SHARED * len(shingles)


def to_shingles(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of `SHINGLE` words."""
    tokens = to_tokens(text)
    return zip(*(tokens[offset:] for offset in range(SHINGLE)), strict=False)


def select(html: str) -> Selection:
    """What trafilatura holds for the content of a page; empty where it finds none."""
    from trafilatura import bare_extraction

    document = bare_extraction(html, fast=True, include_comments=False, include_tables=True)
    body = getattr(document, "body", None)
    if body is None:
        return Selection(())
    texts = (" ".join(element.itertext()) for element in body.iter(*UNITS))
    return Selection(tuple(text for text in texts if text.strip()))


def select_runs(selection: Selection, runs: Sequence[Run]) -> list[bool]:
    """For each run whether it was selected."""
    return [selection.covers(run.text) for run in runs]
