"""Decides between layers that disagree: which stretches of one block are names, and of what class."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.mentions.candidates import Candidate, keep_apart
from kg.extract.mentions.gazetteer import find_known
from kg.extract.mentions.organizations import find_organizations
from kg.extract.mentions.persons import find_persons
from kg.extract.mentions.policies import find_policies
from kg.extract.mentions.shapes import is_loud, words
from kg.extract.mentions.systems import find_systems
from kg.extract.mentions.trim import trim

_ORDER = {"gazetteer": 0, "grammar": 1, "ner": 2, "group": 3}
_GRAMMARS = (find_policies, find_organizations, find_persons, find_systems)


def block_names(text: str, learned: Iterable[Candidate], sentence_starts: frozenset[int]) -> list[Candidate]:
    """The names in one block, in order, not overlapping; `sentence_starts` are the offsets where sentences begin."""
    seen = list(learned)
    found = [*_known(text, seen, sentence_starts), *seen]
    if not is_loud(text):
        found += [candidate for find in _GRAMMARS for candidate in find(text)]
    trimmed = [cut for candidate in found if (cut := trim(text, candidate)) and not _is_stopped(cut.cut(text))]
    ranked = sorted(trimmed, key=lambda c: (c.start - c.end, _ORDER[c.layer], -c.confidence, c.start, c.cls))
    return sorted(keep_apart([_agreed(c, trimmed) for c in ranked]), key=lambda c: c.start)


def _known(text: str, seen: list[Candidate], sentence_starts: frozenset[int]) -> Iterator[Candidate]:
    """Known names; a common word that opens a sentence only counts if the recogniser sees a name there too."""
    for candidate, known in find_known(text):
        plain = known.care == "word" and candidate.start in sentence_starts and " " not in candidate.cut(text)
        if not plain or any(candidate.overlaps(other) for other in seen):
            yield candidate


def _is_stopped(name: str) -> bool:
    return name in words("stop", "names") or not any(c.isalpha() for c in name) or (len(name) < 2)


def _agreed(candidate: Candidate, others: list[Candidate]) -> Candidate:
    """The candidate, surer where another layer sees the same name there."""
    for other in others:
        same = (other.start, other.end, other.cls) == (candidate.start, candidate.end, candidate.cls)
        if same and other.layer != candidate.layer:
            return replace(candidate, confidence=min(0.99, candidate.confidence + 0.1))
    return candidate
