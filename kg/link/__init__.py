"""Linking: one thing, one IRI, across articles and whatever their order.

linker.py      the face: `NameLinker`
keys.py        what identifies a chain across articles
groups.py      the chains under their keys
joining.py     which groups are one thing, by which rule, and what was refused
entities.py    labels and IRIs
judgements.py  the file of human judgements, which beat every rule
"""

from kg.link.judgements import Judgement, format_judgements, parse_judgements, read_judgements
from kg.link.linker import NameLinker, Outcome

__all__ = ["Judgement", "NameLinker", "Outcome", "format_judgements", "parse_judgements", "read_judgements"]
