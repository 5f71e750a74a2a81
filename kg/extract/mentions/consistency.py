"""Reads a document as one: a name that is sure in one place is the same name everywhere in the article."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.mentions.candidates import Candidate, keep_apart
from kg.extract.mentions.gazetteer import known_as
from kg.extract.mentions.shapes import UPPER, words
from kg.model import EntityClass

Names = dict[str, EntityClass]
_LAYER_WEIGHT = {"gazetteer": 2.0, "grammar": 1.0, "ner": 1.0, "group": 0.0}


def make_consistent(texts: list[str], found: list[list[Candidate]]) -> list[list[Candidate]]:
    """The names of every block after the blocks have told each other what they know, in order, not overlapping."""
    names = vote(texts, found)
    short = short_names(names)
    known = {**short, **names} | {name: EntityClass.PERSON for name, cls in short.items() if _is_surname(name, cls)}
    return [_reread(text, candidates, known) for text, candidates in zip(texts, found, strict=True)]


def _is_surname(name: str, cls: EntityClass) -> bool:
    return cls is EntityClass.PERSON and not known_as(name)


def vote(texts: list[str], found: list[list[Candidate]]) -> Names:
    """The class of every name in the article: what the gazetteer says, else what most of its places say."""
    votes: dict[str, dict[EntityClass, float]] = defaultdict(lambda: defaultdict(float))
    for text, candidates in zip(texts, found, strict=True):
        for candidate in candidates:
            if candidate.cls is not EntityClass.GROUP:
                weight = _LAYER_WEIGHT[candidate.layer] * candidate.confidence
                votes[candidate.cut(text)][candidate.cls] += weight
    return {name: max(sorted(by_class), key=lambda cls: by_class[cls]) for name, by_class in votes.items()}


def short_names(names: Names) -> Names:
    """What else the named may be called in the article: surnames, organizations without their last word, families."""
    short: Names = {}
    for name, cls in sorted(names.items()):
        for part in _parts(name, cls):
            if part not in words("stop", "names"):
                short.setdefault(part, cls)
    return short


_PARTICLE = re.compile(r"(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|al|bin|ter|ten|af|av|zu)\b", re.IGNORECASE)
_VERSION = re.compile(r"[- ]v?\d[\w.]*(?:[- ]\w+)?$")


def _parts(name: str, cls: EntityClass) -> Iterator[str]:
    pieces = name.split()
    if cls is EntityClass.PERSON and len(pieces) > 1:
        yield pieces[-1]
        particles = [i for i, piece in enumerate(pieces) if i and _PARTICLE.fullmatch(piece)]
        if particles:
            yield " ".join(pieces[particles[0] :])
            yield " ".join(pieces[particles[0] :]).capitalize().replace(pieces[-1].lower(), pieces[-1])
    if cls is EntityClass.ORGANIZATION and len(pieces) > 1 and not known_as(name):
        heads = words("organization", "heads")
        rest = list(pieces)
        while len(rest) > 1 and rest[-1].rstrip(",") in heads:
            rest.pop()
        if len(rest) < len(pieces) and not _is_common(rest):
            yield " ".join(rest).rstrip(",")
    if cls is EntityClass.SYSTEM and (version := _VERSION.search(name)):
        yield name[: version.start()]


def _is_common(rest: list[str]) -> bool:
    """Whether what is left without the last word is no name: "Safety" of "Safety Committee", a country, a state."""
    name = " ".join(rest)
    if any(known.cls is EntityClass.PLACE for known in known_as(name)):
        return True
    return any(word in rest for word in ("of", "for", "on")) or any(word.lower() in _ORDINARY for word in rest)


_ORDINARY = frozenset(
    """safety consumer national federal central european international global public regional state supreme high
    district privacy digital data trade health education justice labor labour city county municipal royal open free
    artificial intelligence ai technology human social common security science research joint select standing
    american british german french us uk united world general new appeals ethics oversight""".split()
)


def _reread(text: str, candidates: list[Candidate], known: Names) -> list[Candidate]:
    """One block's names with the article's classes, and the article's names where the block's own layers missed them."""
    fixed = [replace(c, cls=known[c.cut(text)]) if c.cls is not EntityClass.GROUP else c for c in candidates]
    added = [Candidate(start, end, known[text[start:end]], "document", 0.75) for start, end in _places(text, known)]
    ranked = sorted(
        [*fixed, *added], key=lambda c: (c.cls is EntityClass.GROUP, c.start - c.end, c.layer == "document", c.start)
    )
    return sorted(keep_apart(ranked), key=lambda c: c.start)


def _places(text: str, known: Names) -> Iterator[tuple[int, int]]:
    if not known:
        return
    listed = sorted(known, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, listed))})(?![\w])(?!-\d)(?! [{UPPER}]\w+ said)")
    for found in pattern.finditer(text):
        yield found.start(), found.end()
