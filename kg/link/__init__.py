"""Linking: one thing, one IRI, across articles and whatever their order.

linker.py      the face: `NameLinker`
keys.py        what identifies a chain across articles
namesakes.py   two people of one name
groups.py      the chains under their keys
joining.py     which groups are one thing, by which rule, and what was refused
known.py       what the gazetteer says of the things that it decided
entities.py    labels and IRIs
explain.py     why a name is what it is in the graph
judgements.py  the file of human judgements, which beat every rule
"""

from kg.link.explain import Explanation, SeenMention, explain
from kg.link.joining import Refusal
from kg.link.judgements import Judgement, format_judgements, parse_judgements, read_judgements
from kg.link.linker import NameLinker, Outcome

__all__ = [
    "Explanation",
    "Judgement",
    "NameLinker",
    "Outcome",
    "Refusal",
    "SeenMention",
    "explain",
    "format_judgements",
    "parse_judgements",
    "read_judgements",
]
