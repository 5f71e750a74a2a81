"""Which class a name has by its words and by those around it: a small model learnt from the annotated corpus.

Every sign that a name shows (its last word, the word before it, the verb it is the subject of, what it is put in
apposition to …) has a weight for each class; the weights are `kg/extract/weights/classes.npz`, learnt by
`scripts/train-classes`.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from kg.errors import ResourceError
from kg.extract.mentions.cues import find_cues
from kg.extract.mentions.gazetteer import known_as
from kg.extract.mentions.persons import given_names, is_surname
from kg.extract.mentions.shapes import words
from kg.extract.tokens import Doc, Token, TokenSpan
from kg.model import EntityClass

WEIGHTS = Path(__file__).resolve().parent.parent / "weights" / "classes.npz"
CLASSES = ("Organization", "Person", "AISystem", "Policy", "Document", "Event", "Place")
_ENTITIES = tuple(map(EntityClass, CLASSES))
BUCKETS = 1 << 14  # signs share weights by their digests; a quarter of the signs in the corpus occur more than once
_PROPER = frozenset({"NNP", "NNPS"})
_INSIDE = re.compile(r"\b(?:of|for|on|in|and|the|to|against)\b|&")


def weigh_classes(doc: Doc, start: int, end: int) -> dict[EntityClass, float]:
    """How likely each class is for the name at [start, end) of a block's text, from 0 to 1 and 1 together.

    Empty where the stretch is no run of whole words.
    """
    span = doc.char_span(start, end)
    if span is None or not span.text.strip():
        return {}
    import numpy

    table = _weights()
    scores = table[sorted({bucket(sign) for sign in find_signs(doc, span)})].sum(axis=0)
    shares = numpy.exp(scores - scores.max())
    return dict(zip(_ENTITIES, (shares / shares.sum()).tolist(), strict=True))


@cache
def _weights() -> Any:
    import numpy

    if not WEIGHTS.exists():
        raise ResourceError(f"the weights {WEIGHTS.name} are missing", "install kg again, or run scripts/train-classes")
    with numpy.load(WEIGHTS, allow_pickle=False) as arrays:
        return arrays["weights"].astype(numpy.float32)


def bucket(sign: str) -> int:
    """The row of the weights that a sign has."""
    return crc32(sign.encode()) % BUCKETS


def find_signs(doc: Doc, span: TokenSpan) -> Iterator[str]:
    """What speaks for a name's class, in words."""
    yield "any"
    yield from _own(span)
    yield from _beside(doc, span)
    yield from _governed(span)
    for cls, strength in find_cues(doc.text, span.start_char, span.end_char):
        yield f"cue {cls.value} {strength}"


def _own(span: TokenSpan) -> Iterator[str]:
    """Signs of the name itself: its words, its length, its shape."""
    name, first, last = span.text, span[0], span[len(span) - 1]
    yield f"length {min(len(span), 5)}"
    yield f"last {last.lower_}"
    yield f"ending {last.lower_[-3:]}"
    if len(span) > 1:
        yield f"first {first.lower_}"
        yield from (f"word {word.lower_}" for word in span)
        yield f"given {first.text in given_names()} {is_surname(last.text)}"
    else:
        yield f"single {first.text in given_names()} {is_surname(first.text)}"
    yield f"shape {_shape(name)}"
    if inside := _INSIDE.search(name):
        yield f"inside {inside[0]}"
    pieces = name.split()
    for section in ("organization", "policy"):
        for key in ("heads", "first"):
            listed = words(section, key)
            if pieces[-1] in listed:
                yield f"{section} {key} last"
            if any(piece in listed for piece in pieces[:-1]):
                yield f"{section} {key} inside"


def _shape(name: str) -> str:
    digits = re.sub(r"\d+", "0", name)
    return re.sub(r"[^\W\d_]+", lambda run: "A" if run[0].isupper() else "Aa" if run[0].istitle() else "x", digits)[:16]


def _beside(doc: Doc, span: TokenSpan) -> Iterator[str]:
    """Signs of the words to the left and to the right."""
    before = [_plain(doc, span.start - n) for n in (1, 2, 3)]
    after = [_plain(doc, span.end + n) for n in (0, 1, 2)]
    yield from (f"before {n} {word}" for n, word in enumerate(before))
    yield from (f"after {n} {word}" for n, word in enumerate(after))
    yield f"before {before[1]} {before[0]}"
    yield f"after {after[0]} {after[1]}"
    yield f"after {after[0]} {after[1]} {after[2]}"
    yield f"between {before[0]} {after[0]}"


def _plain(doc: Doc, at: int) -> str:
    if not 0 <= at < len(doc.tokens):
        return "|"
    token = doc.tokens[at]
    return "Name" if token.tag_ in _PROPER else "0" if token.tag_ == "CD" else token.lower_


def _governed(span: TokenSpan) -> Iterator[str]:
    """Signs of the sentence's structure: what the name hangs on, and what hangs on it."""
    root = span.root
    yield from _appositions(root, span)
    yield from _mates(root)
    while root.dep_ == "conj" and root.head is not root:
        root = root.head
    head = root.head
    yield f"role {root.dep_}"
    yield f"role {root.dep_} {head.lemma_.lower()}"
    if root.dep_ == "pobj":
        yield f"under {head.lower_} {head.head.lemma_.lower()}"
    if root.dep_ in ("poss", "compound") and head.dep_ in ("nsubj", "dobj", "pobj"):
        yield f"of {head.dep_} {head.head.lemma_.lower()}"


def _mates(root: Token) -> Iterator[str]:
    """What the names that stand in a row with it are known for."""
    first = root
    while first.dep_ == "conj" and first.head is not first:
        first = first.head
    row = [first]
    while following := next((child for child in row[-1].rights if child.dep_ == "conj"), None):
        row.append(following)
    if len(row) > 1:
        yield "row"
        yield from {f"row {known_as(word.text)[0].cls}" for word in row if word != root and known_as(word.text)}


def _appositions(root: Token, span: TokenSpan) -> Iterator[str]:
    if root.dep_ == "appos":
        yield f"named {root.head.lemma_.lower()}"
    for child in root.children:
        if not span.start <= child.i < span.end and child.dep_ in ("appos", "relcl", "acl", "amod", "nmod", "compound"):
            yield f"has {child.dep_} {child.lemma_.lower()}"
            if child.dep_ == "relcl" and child.lefts:
                yield f"which {child.lefts[0].lower_}"
