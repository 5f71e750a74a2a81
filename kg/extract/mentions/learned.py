"""Names that a trained recogniser reads from their context; it runs on documents that are parsed already."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from kg.extract.mentions.candidates import Candidate
from kg.model import EntityClass

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer

WEIGHTS = Path(__file__).resolve().parent.parent / "weights" / "mentions.bin"


@cache
def load_recogniser(weights: Path = WEIGHTS) -> "EntityRecognizer | None":
    """The recogniser, once per process; None where no weights are shipped."""
    if not weights.exists():
        return None
    raise NotImplementedError


def find_learned(docs: Sequence[Doc]) -> Iterator[list[Candidate]]:
    """For each document the names that the recogniser sees in it, in order."""
    recogniser = load_recogniser()
    if recogniser is None:
        yield from ([] for _ in docs)
        return
    recogniser.set_annotations(list(docs), recogniser.predict(list(docs)))
    for doc in docs:
        yield [Candidate(e.start_char, e.end_char, EntityClass(e.label_), "ner", 0.8) for e in doc.ents]
