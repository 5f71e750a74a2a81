"""Reads a document as one: a name that is sure in one place is the same name everywhere in the article."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.mentions.candidates import Candidate, keep_apart
from kg.extract.mentions.cues import find_cues
from kg.extract.mentions.gazetteer import known_as
from kg.extract.mentions.shapes import is_loud, words
from kg.model import EntityClass

Names = dict[str, EntityClass]
Votes = dict[str, dict[EntityClass, float]]

_LAYER_WEIGHT = {"gazetteer": 2.0, "grammar": 1.0, "ner": 1.0}
CUE_WEIGHT = 0.7  # a cue beside a name against 0.8 for the recogniser's reading of the place
PART_WEIGHT = 1.5  # a full name's class against that of a surname or short name standing alone
ACRONYM_WEIGHT = 3.0  # "(GSF)" right behind a name is of that name's class
BODY_BLOCKS = 3  # with so many blocks of plain prose, a name that only a headline has is none


def make_consistent(
    texts: Sequence[str], found: Sequence[list[Candidate]], headings: Sequence[bool]
) -> list[list[Candidate]]:
    """The names of every block after the blocks have told each other what they know, in order, not overlapping."""
    corroborated = _without_loud(texts, found, headings)
    votes = vote(texts, corroborated)
    names = {name: max(sorted(by_class), key=lambda cls: by_class[cls]) for name, by_class in votes.items()}
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
        [c for c in candidates if not is_headline or c.layer == "gazetteer" or c.cut(text) in body]
        for text, candidates, is_headline in zip(texts, found, loud, strict=True)
    ]


def vote(texts: Sequence[str], found: Sequence[list[Candidate]]) -> Votes:
    """For every name in the article the weight of what speaks for each class."""
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for text, candidates in zip(texts, found, strict=True):
        for candidate in candidates:
            name = candidate.cut(text)
            votes[name][candidate.cls] += _LAYER_WEIGHT[candidate.layer] * candidate.confidence
            if candidate.layer == "ner":
                for cls in find_cues(text, candidate.start, candidate.end):
                    votes[name][cls] += CUE_WEIGHT
            if acronym := find_acronym(text, candidate):
                votes[acronym][candidate.cls] += ACRONYM_WEIGHT
    for name, cls in [(name, max(sorted(by), key=lambda c: by[c])) for name, by in votes.items()]:
        for part in [*parts(name, cls), *_given(name, cls)]:
            if part in votes and not known_as(part):
                votes[part][cls] += PART_WEIGHT + votes[name][cls]
    return votes


_ACRONYM = re.compile(r" \((?:the )?[“\"‘]?(?P<short>[A-Z][A-Za-z&.-]{1,9})[”\"’]?(?:\)|,| or )")


def find_acronym(text: str, candidate: Candidate) -> str | None:
    """The acronym that stands in brackets right behind a name and is made of its initials, or None."""
    found = _ACRONYM.match(text, candidate.end)
    if not found or sum(c.isupper() for c in found["short"]) < 2:
        return None
    letters = iter(c.lower() for c in re.sub(r"[^\w]", "", candidate.cut(text)))
    return found["short"] if all(c in letters for c in found["short"].lower() if c.isalpha()) else None


def short_names(names: Names) -> Names:
    """What else the named may be called in the article: surnames, organizations without their last word, families."""
    short: Names = {}
    for name, cls in sorted(names.items()):
        for part in parts(name, cls):
            if part not in words("stop", "names"):
                short.setdefault(part, cls)
    return short


_PARTICLE = re.compile(r"(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|al|bin|ter|ten|af|av|zu)", re.IGNORECASE)
_VERSION = re.compile(r"[- ]v?\d[\w.]*(?:[- ]\w+)?$")


def parts(name: str, cls: EntityClass) -> Iterator[str]:
    """The shorter forms of one name that stand for it alone."""
    pieces = name.split()
    if cls is EntityClass.PERSON and len(pieces) > 1:
        yield pieces[-1]
        first = next((i for i, piece in enumerate(pieces) if i and _PARTICLE.fullmatch(piece)), None)
        if first is not None:
            surname = " ".join(pieces[first:])
            yield surname
            yield surname[0].upper() + surname[1:]
    if cls is EntityClass.ORGANIZATION and len(pieces) > 1 and not known_as(name):
        rest = list(pieces)
        while len(rest) > 1 and rest[-1] in words("organization", "heads") | words("organization", "legal"):
            rest.pop()
            rest[-1] = rest[-1].rstrip(",")
        if len(rest) < len(pieces) and not _is_common(rest):
            yield " ".join(rest)
    if cls is EntityClass.SYSTEM and (version := _VERSION.search(name)):
        yield name[: version.start()]


def _given(name: str, cls: EntityClass) -> list[str]:
    """The given name of a person's full name."""
    return name.split()[:1] if cls is EntityClass.PERSON and " " in name else []


def _is_common(rest: list[str]) -> bool:
    """Whether what is left without the last word is no name: "Safety" of "Safety Committee", a country, a state."""
    if any(known.cls is EntityClass.PLACE for known in known_as(" ".join(rest))):
        return True
    return any(word in rest for word in ("of", "for", "on")) or any(
        word.lower() in words("organization", "ordinary") for word in rest
    )


def _reread(text: str, candidates: list[Candidate], known: Names) -> list[Candidate]:
    """One block's names with the article's classes, and the article's names that its own layers missed."""
    fixed = [replace(c, cls=known[c.cut(text)]) for c in candidates]
    added = [Candidate(start, end, known[text[start:end]], "document", 0.75) for start, end in _places(text, known)]
    ranked = sorted([*fixed, *added], key=lambda c: (c.start - c.end, c.layer == "document", c.start))
    return sorted(keep_apart(ranked), key=lambda c: c.start)


def _places(text: str, known: Names) -> Iterator[tuple[int, int]]:
    listed = sorted((name for name in known if name in text), key=lambda name: (-len(name), name))
    if listed:
        for found in re.finditer(rf"(?<![\w-])(?:{'|'.join(map(re.escape, listed))})(?!\w|-\d)", text):
            yield found.span()
