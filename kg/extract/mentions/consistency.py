"""Reads a document as one: a name that is sure in one place is the same name everywhere in the article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.mentions.candidates import Candidate, keep_apart
from kg.extract.mentions.shapes import is_loud, words
from kg.extract.mentions.voting import Judge, Names, decide_classes, parts

SURE_FORM = 0.9  # the confidence of grammars that hardly err
BODY_BLOCKS = 3  # with so many blocks of plain prose, a name that only a headline has is none


def make_consistent(
    texts: Sequence[str], found: Sequence[list[Candidate]], headings: Sequence[bool], judge: Judge | None = None
) -> list[list[Candidate]]:
    """The names of every block after the blocks have told each other what they know, in order, not overlapping.

    `judge` says of the name at a place of a block how likely each class is.
    """
    corroborated = _without_loud(texts, found, headings)
    names = decide_classes(texts, corroborated, judge)
    known = {**short_names(names), **names}
    return [_reread(text, candidates, known) for text, candidates in zip(texts, corroborated, strict=True)]


def _without_loud(
    texts: Sequence[str], found: Sequence[list[Candidate]], headings: Sequence[bool]
) -> list[list[Candidate]]:
    """The candidates without those that only capitals in a headline make look like names."""
    loud = [is_loud(text, 1 if heading else 3) for text, heading in zip(texts, headings, strict=True)]
    if loud.count(False) < BODY_BLOCKS:
        return list(found)
    body = " \n ".join(text for text, is_headline in zip(texts, loud, strict=True) if not is_headline)
    return [
        [c for c in candidates if not is_headline or _is_sure(c) or c.cut(text) in body]
        for text, candidates, is_headline in zip(texts, found, loud, strict=True)
    ]


def _is_sure(candidate: Candidate) -> bool:
    """Whether it is a name by more than its capitals: known, or of a sure form, as in a table's column of names."""
    return candidate.layer == "gazetteer" or (candidate.layer == "grammar" and candidate.confidence >= SURE_FORM)


def short_names(names: Names) -> Names:
    """What else the named may be called in the article: surnames, organizations without their last word, families."""
    short: Names = {}
    for name, cls in sorted(names.items()):
        for part in parts(name, cls):
            if part not in words("stop", "names"):
                short.setdefault(part, cls)
    return short


def _reread(text: str, candidates: list[Candidate], known: Names) -> list[Candidate]:
    """One block's names with the article's classes, and the article's names that its own layers missed."""
    fixed = [replace(c, cls=known[c.cut(text)]) for c in candidates]
    added = [Candidate(start, end, known[text[start:end]], "document", 0.75) for start, end in _places(text, known)]
    ranked = sorted([*fixed, *added], key=lambda c: (c.start - c.end, c.layer == "document", c.start))
    return sorted(keep_apart(ranked), key=lambda c: c.start)


def _places(text: str, known: Names) -> Iterator[tuple[int, int]]:
    found = [span for name in known if name in text for span in _occurrences(text, name)]
    free = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= free:
            yield start, end
            free = end


def _occurrences(text: str, name: str) -> Iterator[tuple[int, int]]:
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not _INSIDE_BEFORE.match(text[at - 1 : at]) and not _INSIDE_BEHIND.match(text, end):
            yield at, end
        at = text.find(name, at + 1)


_INSIDE_BEFORE, _INSIDE_BEHIND = re.compile(r"[\w-]"), re.compile(r"\w|-\d")
