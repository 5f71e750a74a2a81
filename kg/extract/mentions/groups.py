"""Unnamed groups of agents: "major AI laboratories", "policymakers", "children"."""

from collections.abc import Iterator
from functools import cache

from spacy.lang.en.lex_attrs import like_num

from kg.extract.mentions.candidates import Candidate
from kg.extract.tokens import Doc, Token
from kg.model import EntityClass
from kg.resources import ontology_path, read_table

_PARTS = frozenset({"amod", "compound", "nmod"})


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(str(read_table(ontology_path("gazetteer", "groups.toml"))[key]).split())


def find_groups(doc: Doc) -> Iterator[Candidate]:
    """Every noun phrase that names a group, cut to its head and the modifiers that tell which group, in order."""
    for token in doc:
        if _is_group(token):
            start = _first_word(token)
            yield Candidate(start.idx, token.idx + len(token.text), EntityClass.GROUP, "group", 0.7)


def _is_group(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if (
        token.pos_ not in ("NOUN", "PROPN")
        or token.dep_ == "compound"
        or (token.i and token.text[0].isupper() and not token.is_sent_start)
    ):
        return False
    if lemma not in _list("heads") and token.lower_ not in _list("singular"):
        return False
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in _list("singular")


def _first_word(head: Token) -> Token:
    """The leftmost word that belongs to the group's name: modifiers in one unbroken row before the head."""
    first = head
    while first.i > first.sent.start:
        before = first.nbor(-1)
        inside = head in before.ancestors and (before.dep_ in _PARTS or before.text == "-")
        if not inside or before.lower_ in _list("drop") or _is_number(before) or before.dep_ == "nummod":
            break
        first = before
    return first if first.text != "-" else first.nbor(1)


def _is_number(word: Token) -> bool:
    return bool(like_num(word.text))  # type: ignore[no-untyped-call]  # spaCy gives it no types
