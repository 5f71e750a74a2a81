"""A risk's place in the risk scheme: by the words that the scheme's concepts list."""

import re
from collections.abc import Iterator
from functools import cache

from kg.resources import ontology_path

# The scheme is Turtle, which is another stage's to parse; its shape is fixed by the ontology's own tests, and only
# the subdomains' names and hidden labels are read here.
_LITERAL = re.compile(r'"([^"]+)"')


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    text = ontology_path("risks.ttl").read_text(encoding="utf-8")
    return tuple(sorted(_read(text), key=lambda pair: (-len(pair[0]), pair)))


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
        for stem, concept in _stems():
            if re.search(rf"(?<!\w){re.escape(stem)}", text):
                return concept
    return ""
