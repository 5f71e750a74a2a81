"""Decides between layers that disagree: which stretches of one block are names, and of what class."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kg.extract.mentions.candidates import Candidate, keep_apart
from kg.extract.mentions.documents import find_documents
from kg.extract.mentions.events import find_events
from kg.extract.mentions.gazetteer import find_known, known_as
from kg.extract.mentions.organizations import find_organizations
from kg.extract.mentions.persons import find_persons, given_names
from kg.extract.mentions.policies import find_policies
from kg.extract.mentions.shapes import either, is_loud, words
from kg.extract.mentions.systems import find_systems
from kg.extract.mentions.trim import split, trim
from kg.extract.tokens import Doc
from kg.model import EntityClass

SURE = 0.95  # grammar candidates of this confidence end where their form ends
UNSURE = 0.7  # grammar candidates below it ("Solo 92") count only where the recogniser sees such a name too
_ORDER = {"gazetteer": 0, "grammar": 1, "ner": 2}
_GRAMMARS = (find_policies, find_organizations, find_persons, find_systems, find_documents, find_events)


def block_names(
    doc: Doc, learned: Iterable[Candidate], ordinary: frozenset[str], layers: frozenset[str]
) -> list[Candidate]:
    """The names in one block, in order, not overlapping; `ordinary` are words that the article has in lower case."""
    text = doc.text
    whole = (_without_opening(doc, part) for candidate in learned for part in split(text, candidate))
    seen = [c for c in whole if not _is_ordinary(doc, c, ordinary) and not _opens_cell(text, c)]
    found = list(seen)
    if "gazetteer" in layers:
        found += _known(doc, seen)
    if "grammar" in layers and not is_loud(text):
        found += _formed(text, seen)
    found = [_with_place(text, c) for c in found if not _goes_past(c, found) and not _is_test(text, c)]
    trimmed = [cut for candidate in found if (cut := trim(text, candidate)) and not _is_stopped(cut.cut(text))]
    ranked = sorted(trimmed, key=lambda c: (c.start - c.end, _ORDER[c.layer], -c.confidence, c.start, c.cls))
    return sorted(keep_apart([_agreed(c, trimmed) for c in ranked]), key=lambda c: c.start)


def _opens_cell(text: str, candidate: Candidate) -> bool:
    """Whether it is the first word of a table's cell that goes on in small letters: "Model | Wrong answers"."""
    at_start = text[: candidate.start].endswith("| ") or (candidate.start == 0 and " | " in text)
    return at_start and " " not in candidate.cut(text) and bool(_GOES_ON.match(text, candidate.end))


_GOES_ON = re.compile(r" [a-z]+(?: [a-z]+)*(?: \||$)")


def _known(doc: Doc, seen: list[Candidate]) -> Iterator[Candidate]:
    """Known names; a common word that opens a sentence only counts if the recogniser sees a name there too."""
    starts = {sentence.start_char for sentence in doc.sents}
    for candidate, known in find_known(doc.text):
        plain = known.care == "word" and candidate.start in starts and " " not in candidate.cut(doc.text)
        if not plain or any(candidate.overlaps(other) for other in seen):
            yield candidate


def _formed(text: str, seen: list[Candidate]) -> Iterator[Candidate]:
    """Names by their form; the unsure ones only where the recogniser sees such a name too."""
    for find in _GRAMMARS:
        for candidate in find(text):
            if candidate.confidence >= UNSURE or any(candidate.overlaps(o) and candidate.cls is o.cls for o in seen):
                yield candidate


def _goes_past(candidate: Candidate, others: list[Candidate]) -> bool:
    """Whether a name read from context only adds words to one of sure form: "SB 12 AI", "Senate passed SB 12"."""
    return candidate.layer == "ner" and any(
        other.confidence >= SURE
        and other.end - other.start < candidate.end - candidate.start
        and (other.start == candidate.start or other.end == candidate.end)
        for other in others
        if other.layer == "grammar" and other.cls is candidate.cls
    )


@cache
def _members() -> re.Pattern[str]:
    return re.compile(rf" {either('organization', 'membered')}$")


_OF_PLACE = re.compile(r" of (?:the )?(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})")


def _with_place(text: str, candidate: Candidate) -> Candidate:
    """A body of members with the place that it is of: "Writers Guild" of "Writers Guild of Canada"."""
    if candidate.cls is not EntityClass.ORGANIZATION or not _members().search(candidate.cut(text)):
        return candidate
    found = _OF_PLACE.match(text, candidate.end)
    pieces = found["place"].split() if found else []
    for size in range(len(pieces), 0, -1):
        place = " ".join(pieces[:size])
        if found and any(known.cls is EntityClass.PLACE for known in known_as(place)):
            return replace(candidate, end=found.start("place") + len(place))
    return candidate


_PROPER = frozenset({"NNP", "NNPS", "CD", "FW"})


def _is_ordinary(doc: Doc, candidate: Candidate, ordinary: frozenset[str]) -> bool:
    """Whether a name that was read from context is but a word with a capital: the first of a sentence or a label."""
    tokens = doc.char_span(candidate.start, candidate.end)
    if tokens is None or re.search(r"\d|[^\W\d_][A-Z]", tokens.text.replace("AI", "")):
        return False
    if len(tokens) > 1:
        titled = candidate.cls in (EntityClass.DOCUMENT, EntityClass.EVENT)
        plain = words("stop", "names") | words("place", "demonyms")
        return not titled and all(t.tag_ not in _PROPER or t.text in plain for t in tokens)
    token = tokens[0]
    if token.is_lower and token.tag_ not in _PROPER:
        return True
    if not (token.is_sent_start or token.i == 0 or token.nbor(-1).is_punct or token.nbor(-1).is_space):
        return False
    if token.text in words("stop", "openings"):
        return True
    return token.tag_ not in _PROPER or token.lower_ in ordinary


_TEST = re.compile(r" (?:benchmarks?|leaderboard|test set|test suite)\b")
_OF_TEST = re.compile(r"[\w-]*[Bb]ench $")


def _is_test(text: str, candidate: Candidate) -> bool:
    """Whether it names what systems are measured by: "the Orla benchmark", "Verified" of "ORL-bench Verified"."""
    if candidate.layer == "gazetteer" or candidate.cls not in (EntityClass.SYSTEM, EntityClass.ORGANIZATION):
        return False
    before = _OF_TEST.search(text, max(0, candidate.start - 20), candidate.start)
    inside = candidate.cut(text).split()[0].lower().endswith("bench")
    return bool(_TEST.match(text, candidate.end) or before or inside)


_OPENING_TAGS = frozenset(
    {"VB", "VBD", "VBP", "VBZ", "IN", "TO", "WRB", "WP", "DT", "PRP$", "CC", "RB", "MD", "EX", "UH"}
)


def _without_opening(doc: Doc, candidate: Candidate) -> Candidate:
    """A name without the word before it that only opens the sentence: "Take Orla", "To Orla", "Why Orla"."""
    tokens = doc.char_span(candidate.start, candidate.end)
    if tokens is None or len(tokens) < 2 or candidate.cls in (EntityClass.DOCUMENT, EntityClass.EVENT):
        return candidate
    first = tokens[0]
    if candidate.cls is EntityClass.PERSON and (first.text in given_names() or doc.text.startswith(",", candidate.end)):
        return candidate  # "May Habib, the founder"
    opens = candidate.layer == "ner" and (first.is_sent_start or first.i == 0 or first.nbor(-1).is_punct)
    verb = first.tag_ in _OPENING_TAGS or first.text in words("stop", "imperatives")
    if opens and verb and not tokens[1].is_punct:
        return replace(candidate, start=tokens[1].idx)
    return candidate


# H100, GB200, A16; USD 20,000, PLN 31.5m; S$18; R2,320
_CHIP = re.compile(
    r"(?:Nvidia )?[A-Z]{1,2}\d{2,4}s?|[A-Z]{3} [\d,.]+(?:k|m|bn|tn)?|[A-Za-z]{0,3}[$€£¥₹]\d[\d,.]*(?:k|m|bn|tn)?"
    r"|[A-Z][a-z]?\.?\d+,\d{3}[\d,]*|\d+p"
)
_DATE = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|\.? \d{1,4})|UTC|GMT|AM|PM"
    r"|Feb|Apr|Aug|Sept?|Oct|Nov|Dec"
    r"|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)[a-z]*,? \d{1,2} [A-Z][a-z]+\.?(?: \d{4})?"
)
_PLACE_IN_TEXT = re.compile(
    r"(?:Article|Section|Chapter|Annex|Paragraph|Clause|Recital|Page)(?:e?s)? [\dIVXL]+[a-z]?"
    r"|(?:Rule|Part)s? (?:\d{1,2}|[IVXL]+)[a-z]?"  # "Part 1480" is a body of rules
)
_PEOPLE = re.compile(
    r"(?:(?:North|South|East|West|New) )?[A-Z][a-z]+(?:ians|icans|egians|eans|enes|landers)"
)  # South Africans


_STOPPED = (
    ("stop", "names"),
    ("stop", "products"),
    ("stop", "letters"),
    ("stop", "stage"),
    ("stop", "benchmarks"),
    ("place", "demonyms"),
)


def _is_stopped(name: str) -> bool:
    if any(name in words(*listed) for listed in _STOPPED):
        return True
    if any(shape.fullmatch(name) for shape in (_CHIP, _PEOPLE, _PLACE_IN_TEXT, _DATE)) and not known_as(name):
        return True
    if name.removesuffix("s") in words("place", "demonyms") or name in words("policy", "heads"):
        return True
    return len(name.rstrip(".")) < 2 or not any(c.isalpha() for c in name)


def _agreed(candidate: Candidate, others: list[Candidate]) -> Candidate:
    """The candidate, surer where another layer sees the same name there."""
    for other in others:
        same = (other.start, other.end, other.cls) == (candidate.start, candidate.end, candidate.cls)
        if same and other.layer != candidate.layer:
            return replace(candidate, confidence=min(0.99, candidate.confidence + 0.1))
    return candidate
