"""Of which kind an organization is that nobody calls anything: by the gazetteer, its name, what it does and has."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extract.coreference.fitting import head_noun, named_kinds
from kg.extract.coreference.referents import Place, Referent
from kg.extract.coreference.words import Words
from kg.extract.mentions.gazetteer import known_as
from kg.model import EntityClass


def take_kinds(named: Sequence[Referent], words: Words) -> None:
    """Notes the kinds that names tell; of organizations also what the gazetteer, else what they do tells."""
    for referent in named:
        referent.sorts |= named_kinds(referent, words)
        if referent.cls is not EntityClass.ORGANIZATION:
            continue
        referent.sorts |= set(_named_kinds(referent, words.kinds["names"])) or set(_known_kinds(referent, words))
        if not referent.sorts:
            deeds = {kind for place in referent.places for kind in _told_kinds(place, words.kinds)}
            referent.sorts |= {"company"} if referent.makes else deeds


def _known_kinds(referent: Referent, words: Words) -> Iterator[str]:
    """What the gazetteer says, of those that are not called what they are: "Nvidia", not "Federal Council"."""
    for name in referent.names:
        for known in known_as(name)[:1]:
            heads = {head_noun(other) for other in known.names}
            if known.cls is referent.cls and known.kind and not any(head in words.nouns for head in heads):
                yield known.kind


def _named_kinds(referent: Referent, table: Mapping[str, frozenset[str]]) -> Iterator[str]:
    for name in referent.names:
        yield from table.get(head_noun(name), ())


def _told_kinds(place: Place, tables: Mapping[str, Mapping[str, frozenset[str]]]) -> frozenset[str]:
    head = place.head
    if head.dep_ == "nsubj":
        return tables["does"].get(head.head.lemma_, frozenset())
    return tables["has"].get(head.head.lemma_, frozenset()) if head.dep_ == "poss" else frozenset()
