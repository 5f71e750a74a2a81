"""Turns the referents of an article into its chains."""

from collections.abc import Collection, Mapping, Sequence

from kg.extract.coreference.referents import Referent
from kg.extract.mentions import known_as
from kg.model import Chain, EntityClass
from kg.names import is_acronym, person_words


def to_chains(referents: Sequence[Referent]) -> tuple[Chain, ...]:
    """The chains "e1", "e2", ... in order of first mention; only of things with a name or that are groups."""
    named = [r for r in referents if r.cls is not None and r.names]
    ordered = sorted(named, key=lambda r: (r.first(), r.names[0]))
    main, places = main_country(named), _places_by_sentence(named)
    return tuple(
        _to_chain(number, referent, {main, *_countries_beside(referent, places)})
        for number, referent in enumerate(ordered, 1)
    )


def _to_chain(number: int, referent: Referent, countries: Collection[str]) -> Chain:
    assert referent.cls is not None
    mentions = tuple(sorted(referent.mentions, key=lambda m: (m.span, m.layer)))
    name = best_name(referent.cls, referent.names)
    return Chain(f"e{number}", referent.cls, name, tuple(referent.names), mentions, known_id(referent, countries))


def main_country(referents: Sequence[Referent]) -> str:
    """The full name of the place of the gazetteer that the article names most often; empty where it names none."""
    places = [r for r in referents if r.cls is EntityClass.PLACE and known_as(r.names[0])]
    most = max(places, key=lambda place: (len(place.mentions), -place.first()), default=None)
    return known_as(most.names[0])[0].names[0] if most is not None else ""


def _places_by_sentence(referents: Sequence[Referent]) -> dict[int, set[str]]:
    """Of each sentence the full names of the gazetteer's places that stand in it."""
    found: dict[int, set[str]] = {}
    for referent in referents:
        known = known_as(referent.names[0]) if referent.cls is EntityClass.PLACE else ()
        for place in referent.places if known else ():
            found.setdefault(place.sentence, set()).add(known[0].names[0])
    return found


def _countries_beside(referent: Referent, places: Mapping[int, set[str]]) -> set[str]:
    """The full names of the places that stand in one sentence with an organization."""
    sentences = {place.sentence for place in referent.places} if referent.cls is EntityClass.ORGANIZATION else ()
    return {name for sentence in sentences for name in places.get(sentence, ())}


def known_id(referent: Referent, countries: Collection[str] = ()) -> str | None:
    """The id of the thing in the gazetteer, where that found it under one of its names and knows only one by them.

    Acronyms count only where no full name is known. What several countries have ("House of Representatives") is the
    known one only where its country is among `countries`, or its full name stands there.
    """
    if all(mention.layer != "gazetteer" for mention in referent.mentions):
        return None
    full = [name for name in referent.names if not is_acronym(name)]
    for names in (full, referent.names):
        found = [k for name in names for k in known_as(name) if k.cls is referent.cls]
        ids = {k.id for k in found if k.care != "country" or k.parent in countries or k.names[0] in names}
        if ids:
            return ids.pop() if len(ids) == 1 else None
    return None


def best_name(cls: EntityClass, names: Sequence[str]) -> str:
    """The most complete of a thing's names: no acronym where there is a full name, then the longest, then the first."""
    if cls is EntityClass.PERSON:
        return max(names, key=lambda name: (len(person_words(name)), -names.index(name)))
    full = [name for name in names if not is_acronym(name)] or list(names)
    return max(full, key=lambda name: (len(name), -names.index(name)))
