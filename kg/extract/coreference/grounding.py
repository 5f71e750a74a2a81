"""What is learnt of the named things before any anaphor is resolved: titles, appositions, who belongs where."""

import re
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract.coreference.anaphors import INSIDE, premodifiers
from kg.extract.coreference.fitting import head_noun
from kg.extract.coreference.naming import add_mention
from kg.extract.coreference.outline import Outline
from kg.extract.coreference.referents import Place, Referent
from kg.extract.coreference.structure import find_appositions
from kg.extract.coreference.words import Noun, Words
from kg.extract.tokens import Token
from kg.model import EntityClass, Mention

INTRODUCED = 20  # mentions by which an article has told where a person belongs
CERTAIN = 0.9  # the highest confidence of a mention that is not a name
_CALLED_BY_NOUN = frozenset({EntityClass.ORGANIZATION, EntityClass.POLICY})
_AND = re.compile(r"(?:\s*\([^)]*\))?,?\s+(?:and|&)\s+(?:the\s+)?")
Owners = MutableMapping[tuple[int, int], Referent]


def own(place: Place, referent: Referent, owners: Owners) -> None:
    """Notes that a place's tokens stand for a thing; those of a possessor inside it do not ("its director")."""
    for at in range(place.first, place.end):
        if at == place.head.i or place.end - place.first == 1 or not _is_possessor(place.block.doc[at], place.head):
            owners[place.block.index, at] = referent


def _is_possessor(token: Token, head: Token) -> bool:
    while token.i not in {head.i, token.head.i}:
        if token.dep_ == "poss":
            return True
        token = token.head
    return False


def add_place(referent: Referent, place: Place, layer: str, confidence: float) -> None:
    """Adds a place to a thing, as a mention where the thing is named."""
    if referent.cls is None:
        referent.places.append(place)
    else:
        add_mention(referent, Mention(place.span, referent.cls, layer, round(confidence, 2)), place)


def take_titles(named: Sequence[Referent], words: Words) -> None:
    """ "chief executive Ann Lee", "Judge Lee": what stands right before a name tells what she is."""
    for referent in named:
        for place in referent.places:
            before = place.block.doc[place.first - 1] if place.first else None
            if before is not None and before.dep_ not in {"pobj", "dobj", "ROOT"}:
                learn(referent, before, words)
            after = place.head.head
            if after.i == place.end and place.head.dep_ in INSIDE:
                learn(referent, after, words)  # "the Skua drone"


def take_name_nouns(named: Sequence[Referent], words: Words) -> Words:
    """The tables with the common nouns inside the article's names: "the forum" is the "Forum for Open Weights"."""
    nouns = dict(words.nouns)
    for referent in named:
        for noun in {head_noun(name) for name in referent.names}:
            if referent.cls in _CALLED_BY_NOUN and noun.isalpha() and noun not in words.nouns:
                nouns[noun] = (Noun(referent.cls, noun, "singular", any_kind=True, weak=True),)
    return replace(words, nouns=nouns)


def take_places(named: Sequence[Referent], owners: Owners) -> None:
    """ "Halden of Oslo": notes the place, so that "the Oslo company" can mean it."""
    for referent in named:
        for place in referent.places:
            for token in place.head.subtree if place.head.children else ():
                owner = owners.get((place.block.index, token.i))
                if owner is not None and owner is not referent and owner.cls is EntityClass.PLACE:
                    referent.modifiers.add(token.lower_)
                    referent.origins.add(token.lower_)


def learn(referent: Referent, noun: Token, words: Words) -> None:
    """Notes a common noun that was used for a thing, with what stood before it, and those coordinated with it."""
    for other in noun.children:
        if other.dep_ == "conj" and other.pos_ == "NOUN":
            learn(referent, other, words)
    entries = [n for n in words.nouns.get(noun.lower_, ()) if n.cls is referent.cls]
    if entries:
        referent.kinds.add(noun.lower_)
        before = premodifiers(noun)[1]
        referent.modifiers.update(before)
        referent.origins.update(t.lower_ for t in noun.lefts if t.lower_ in before and t.pos_ == "PROPN")
        referent.gender = referent.gender or entries[0].gender


def take_appositions(outline: Outline, words: Words, owners: Owners) -> None:
    """ "Marlow, the lab": adds the description to the thing."""
    named = {key: r.cls for key, r in owners.items() if r.cls is not None}
    for description, name in find_appositions(outline, words, named):
        referent = owners[name.block.index, name.head.i]
        if (description.block.index, description.head.i) not in owners:
            learn(referent, description.head, words)
            add_place(referent, description, "apposition", CERTAIN)
            own(description, referent, owners)


def find_coordinations(named: Sequence[Referent]) -> Iterator[Referent]:
    """Several names at once, as an unnamed plural thing each: "Ann Lee and Marlow"."""
    places = sorted((place for referent in named for place in referent.places), key=lambda place: place.span)
    for one, other in pairwise(places):
        if one.block.index == other.block.index and one.sentence == other.sentence:
            start = one.block.block.span.start
            between = one.block.doc.text[one.span.end - start : other.span.start - start]
            if _AND.fullmatch(between):
                yield Referent(None, number="plural", places=[one])


def affiliations(person: Referent, owners: Mapping[tuple[int, int], Referent]) -> list[Referent]:
    """The organizations that stand with a person's name: "Ann Lee of Marlow", "its chief executive, Ann Lee".

    Those that clauses told first.
    """
    found = list(person.employers)
    for place in person.places[:INTRODUCED]:
        top = place.head
        while top.dep_ in {"appos", "compound", "nmod"} and top.head.i != top.i:
            top = top.head
        for token in top.subtree if top.pos_ in {"NOUN", "PROPN"} else ():
            owner = owners.get((place.block.index, token.i))
            if owner is not None and owner.cls is EntityClass.ORGANIZATION and owner not in found:
                found.append(owner)
    return found
