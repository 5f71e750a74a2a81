"""Cuts from a name what is not part of it: articles, titles, possessive endings, quotation marks."""

import re
from functools import cache

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.shapes import either
from kg.model import EntityClass

_EDGE_BEFORE = re.compile(r"[\s\"“”‘’'(\[,;:–—-]*(?:(?:the|a|an)\s+(?=\S))?", re.IGNORECASE)
_EDGE_AFTER = re.compile(r"(?:['’]s|['’](?=$)|[\s\"“”‘,;:!?)\]–—-])*$")
_KEEPS_STOP = re.compile(r"(?:\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St|[A-Z])|\.\w+)\.$")


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"(?:{either('person', 'titles')}\s+)+(?=\S)")


def trim(text: str, candidate: Candidate) -> Candidate | None:
    """The candidate without what surrounds its name; None if nothing is left."""
    start, end = candidate.start, candidate.end
    start = _EDGE_BEFORE.match(text, start, end).end()  # type: ignore[union-attr]
    if candidate.cls is EntityClass.PERSON and (title := _titles().match(text, start, end)):
        start = title.end()
    end = start + len(_EDGE_AFTER.sub("", text[start:end]))
    if text[start:end].count("(") > text[start:end].count(")"):
        end = start + len(text[start:end].split("(")[0].rstrip())
    if text[start:end].endswith(".") and not _KEEPS_STOP.search(text[start:end]):
        end -= 1
    if end <= start:
        return None
    return Candidate(start, end, candidate.cls, candidate.layer, candidate.confidence)
