"""Turns the referents of an article into its chains."""

from collections.abc import Sequence

from kg.extract.coreference.referents import Referent
from kg.extract.mentions import known_as
from kg.model import Chain, EntityClass
from kg.names import is_acronym, person_words


def to_chains(referents: Sequence[Referent]) -> tuple[Chain, ...]:
    """The chains "e1", "e2", ... in order of first mention; only of things with a name or that are groups."""
    named = [r for r in referents if r.cls is not None and r.names]
    ordered = sorted(named, key=lambda r: (r.first(), r.names[0]))
    return tuple(_to_chain(number, referent) for number, referent in enumerate(ordered, 1))


def _to_chain(number: int, referent: Referent) -> Chain:
    assert referent.cls is not None
    mentions = tuple(sorted(referent.mentions, key=lambda m: (m.span, m.layer)))
    name = best_name(referent.cls, referent.names)
    return Chain(f"e{number}", referent.cls, name, tuple(referent.names), mentions, known_id(referent))


def known_id(referent: Referent) -> str | None:
    """The id of the thing in the gazetteer, where that found it under one of its names and knows only one by them."""
    if all(mention.layer != "gazetteer" for mention in referent.mentions):
        return None
    ids = {known.id for name in referent.names for known in known_as(name) if known.cls is referent.cls}
    return ids.pop() if len(ids) == 1 else None


def best_name(cls: EntityClass, names: Sequence[str]) -> str:
    """The most complete of a thing's names: no acronym where there is a full name, then the longest, then the first."""
    if cls is EntityClass.PERSON:
        return max(names, key=lambda name: (len(person_words(name)), -names.index(name)))
    full = [name for name in names if not is_acronym(name)] or list(names)
    return max(full, key=lambda name: (len(name), -names.index(name)))
