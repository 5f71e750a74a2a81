"""Decides between layers that disagree: which stretches of one block are names, and of what class."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.mentions.candidates import Candidate, keep_apart
from kg.extract.mentions.gazetteer import find_known
from kg.extract.mentions.organizations import find_organizations
from kg.extract.mentions.persons import find_persons
from kg.extract.mentions.policies import find_policies
from kg.extract.mentions.shapes import is_loud, words
from kg.extract.mentions.systems import find_systems
from kg.extract.mentions.trim import trim
from kg.model import EntityClass

UNSURE = 0.7  # grammar candidates below it ("Solo 92") count only where the recogniser sees a name too
_ORDER = {"gazetteer": 0, "grammar": 1, "ner": 2}
_GRAMMARS = (find_policies, find_organizations, find_persons, find_systems)


def block_names(
    doc: Doc, learned: Iterable[Candidate], ordinary: frozenset[str], layers: frozenset[str]
) -> list[Candidate]:
    """The names in one block, in order, not overlapping; `ordinary` are the words that the article has in lower case."""
    text = doc.text
    starts = frozenset(sentence.start_char for sentence in doc.sents)
    seen = [c for c in learned if not _is_ordinary(doc, c, ordinary, starts)]
    found = list(seen)
    if "gazetteer" in layers:
        found += _known(text, seen, starts)
    if "grammar" in layers and not is_loud(text):
        candidates = [candidate for find in _GRAMMARS for candidate in find(text)]
        found += [
            c for c in candidates if c.confidence >= UNSURE or any(c.overlaps(o) and o.cls is c.cls for o in seen)
        ]
    trimmed = [cut for candidate in found if (cut := trim(text, candidate)) and not _is_stopped(cut.cut(text))]
    ranked = sorted(trimmed, key=lambda c: (c.start - c.end, _ORDER[c.layer], -c.confidence, c.start, c.cls))
    return sorted(keep_apart([_agreed(c, trimmed) for c in ranked]), key=lambda c: c.start)


def _known(text: str, seen: list[Candidate], starts: frozenset[int]) -> Iterator[Candidate]:
    """Known names; a common word that opens a sentence only counts if the recogniser sees a name there too."""
    for candidate, known in find_known(text):
        plain = known.care == "word" and candidate.start in starts and " " not in candidate.cut(text)
        if not plain or any(candidate.overlaps(other) for other in seen):
            yield candidate


def _is_ordinary(doc: Doc, candidate: Candidate, ordinary: frozenset[str], starts: frozenset[int]) -> bool:
    """Whether a name that was read from context is but a word with a capital: the first of a sentence or a label."""
    tokens = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    if (
        tokens is None
        or len(tokens) > 1
        or candidate.start not in starts
        or re.search(r"\d|[^\W\d_][A-Z]", tokens.text)
    ):
        return False
    token = tokens[0]
    return token.tag_ not in ("NNP", "NNPS") or token.lower_ in ordinary


def _is_stopped(name: str) -> bool:
    return name in words("stop", "names") or not any(c.isalpha() for c in name) or len(name) < 2


def _agreed(candidate: Candidate, others: list[Candidate]) -> Candidate:
    """The candidate, surer where another layer sees the same name there."""
    for other in others:
        same = (other.start, other.end, other.cls) == (candidate.start, candidate.end, candidate.cls)
        if same and other.layer != candidate.layer:
            return replace(candidate, confidence=min(0.99, candidate.confidence + 0.1))
    return candidate
