"""Several titles before a name, of which the parser makes two things: "Acme chairman and founder Ana Roe said"."""

from collections.abc import Iterator

from kg.extract.tokens import Token

_FAR = 7  # words from a title to the name: "co-founder and former chief technology officer Ana Roe"


def find_behind_titles(noun: Token) -> Iterator[Token]:
    """The name behind a title that is joined to another: "X chairman and founder Y" gives Y for the chairman."""
    run = list(noun.doc[noun.i + 1 : min(noun.i + _FAR, noun.sent.end)])
    end = next((k for k, t in enumerate(run) if t.pos_ not in {"NOUN", "ADJ", "CCONJ", "PUNCT"} or t.text == ","), 0)
    if end > 1 and run[0].dep_ == "cc" and run[end - 1].pos_ == "NOUN" and run[end].pos_ == "PROPN":
        yield run[end]


def find_before_titles(noun: Token) -> Iterator[Token]:
    """What stands before the title that a title is joined to: "X chairman and founder Y" gives X for the founder."""
    before = noun.nbor(-1) if noun.i > noun.sent.start else noun
    while before.pos_ in {"NOUN", "ADJ", "PUNCT"} and before.text != "," and before.i > noun.sent.start:
        before = before.nbor(-1)
    if before.dep_ == "cc" and before.i > noun.sent.start and before.nbor(-1).pos_ == "NOUN":
        first = before.nbor(-1)
        yield from (child for child in first.children if is_modifier(child, first))


def is_modifier(child: Token, noun: Token) -> bool:
    """Whether it stands before the noun as a noun or name that says more of it."""
    return child.dep_ in {"compound", "nmod", "amod", "npadvmod"} and child.i < noun.i
