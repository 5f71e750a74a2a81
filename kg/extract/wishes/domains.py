"""A risk's place in the risk scheme: by the words that the scheme's concepts list."""

import re
from collections.abc import Iterator
from functools import cache

from kg.resources import ontology_path

# The scheme is Turtle, which is another stage's to parse; its shape is fixed by the ontology's own tests, and only
# the subdomains' names and hidden labels are read here.
_LITERAL = re.compile(r'"([^"]+)"')


@cache
def _stems() -> dict[str, str]:
    return dict(_read(ontology_path("risks.ttl").read_text(encoding="utf-8")))


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_stems(), key=lambda stem: (-len(stem), stem))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(stem) for stem in longest_first) + ")")


def _read(text: str) -> Iterator[tuple[str, str]]:
    for block in re.split(r"\n(?=risk:\w+\s)", text):
        name = re.match(r"risk:(\w+)", block)
        labels = re.search(r"skos:hiddenLabel\s+((?:\"[^\"]+\"(?:@en)?[\s,]*)+)", block)
        if name and labels:
            for stem in _LITERAL.findall(labels[1]):
                yield stem.lower(), name[1]


def find_domain(label: str, sentence: str) -> str:
    """The local name of the concept whose longest word or phrase begins a word of the label, else of the sentence.

    Empty where none does.
    """
    for text in (label.lower(), sentence.lower()):
        found = _pattern().findall(text)
        if found:
            return _stems()[max(found, key=lambda stem: (len(stem), stem))]
    return ""
