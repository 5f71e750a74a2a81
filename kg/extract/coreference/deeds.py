"""What clauses tell of the named things: what they are said to be, what they do, which systems they make."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.extract.coreference.fitting import name_nouns
from kg.extract.coreference.grounding import learn
from kg.extract.coreference.referents import Place, Referent
from kg.extract.coreference.words import Noun, Words
from kg.extract.mentions.gazetteer import load_known
from kg.extract.tokens import Token
from kg.model import EntityClass

_CALLED = frozenset({EntityClass.ORGANIZATION, EntityClass.PERSON, EntityClass.SYSTEM})
_BEING = frozenset({"be", "become", "remain"})
_MAKING = frozenset(
    {"make", "build", "develop", "train", "release", "launch", "unveil", "create", "design", "introduce", "own", "run"}
)
Owners = Mapping[tuple[int, int], Referent]


def take_deeds(named: Sequence[Referent], words: Words, owners: Owners) -> None:
    """Notes the roles, makes and nouns that clauses tell of each named thing."""
    for referent in named:
        for place in list(referent.places):
            _take_roles(referent, place, words)
            for noun in _said_to_be(place):
                if (place.block.index, noun.i) not in owners:
                    learn(referent, noun, words)
            if referent.cls is EntityClass.PERSON:
                _take_employer(referent, place, words, owners)
            maker = _maker_of(place, owners) if referent.cls is EntityClass.SYSTEM else None
            if maker is not None and maker.cls is EntityClass.ORGANIZATION and referent not in maker.makes:
                maker.makes.append(referent)
    _take_offices(named, words)


def _take_offices(named: Sequence[Referent], words: Words) -> None:
    """ "Commissioner Lee" is with the one commission of the article."""
    for person in named:
        bodies = {words.offices[kind] for kind in person.kinds if kind in words.offices}
        if person.cls is not EntityClass.PERSON or not bodies:
            continue
        found = [r for r in named if r.cls is EntityClass.ORGANIZATION and bodies & name_nouns(r)]
        if len(found) == 1 and found[0] not in person.employers:
            person.employers.append(found[0])


def _take_employer(person: Referent, place: Place, words: Words, owners: Owners) -> None:
    """ "Lee runs Halden", "Lee, who works for Halden": who leads or works for an organization is with it."""
    head = place.head
    verbs = [head.head] if head.dep_ == "nsubj" else []
    verbs += [
        c
        for c in head.children
        if c.dep_ == "relcl" and any(w.lower_ == "who" and w.dep_ == "nsubj" for w in c.children)
    ]
    for verb in verbs:
        if verb.lemma_ in words.verbs["employing"] or (verb.lemma_ in words.verbs["leading"] and verb.tag_ != "VBD"):
            inside = [t for c in verb.children if c.i > verb.i and c.dep_ in {"dobj", "prep"} for t in c.subtree]
            employer = _owner(tuple(inside), None, place.block.index, owners)
            if employer is not None and employer not in person.employers:
                person.employers.append(employer)


def take_told_nouns(named: Sequence[Referent], words: Words) -> Words:
    """The tables with nouns that the article itself uses for its names: "Choir of Ash, a record label"."""
    nouns = dict(words.nouns)
    for referent in named:
        for place in referent.places if referent.cls in _CALLED else ():
            apposed = [child for child in place.head.children if child.dep_ == "appos"]
            for noun in (*apposed, *_said_to_be(place)):
                if noun.lower_ not in words.nouns and _is_described(noun):
                    assert referent.cls is not None
                    nouns[noun.lower_] = (Noun(referent.cls, "", "singular", weak=True),)
    return replace(words, nouns=nouns)


def _is_described(noun: Token) -> bool:
    return noun.tag_ == "NN" and any(
        child.lower_ in {"a", "an", "the"} or child.dep_ == "poss" for child in noun.children
    )


def is_known_maker(referent: Referent) -> bool:
    """Whether the gazetteer lists systems of an organization."""
    return any(name in _known_makers() for name in referent.names)


@cache
def _known_makers() -> frozenset[str]:
    return frozenset(known.parent for known in load_known() if known.cls is EntityClass.SYSTEM and known.parent)


def _take_roles(referent: Referent, place: Place, words: Words) -> None:
    head = place.head
    side = {"nsubj": "subject", "dobj": "object", "nsubjpass": "object"}.get(head.dep_)
    if side is None and head.dep_ == "pobj" and head.head.dep_ == "agent":
        side = "subject"
    if side is not None:
        verb = head.head.head if head.dep_ == "pobj" else head.head
        referent.roles |= words.roles.get((side, verb.lemma_), frozenset())


def _said_to_be(place: Place) -> Iterator[Token]:
    """The nouns of "Ann Lee is a judge", "The witness was Ann Lee" and "Ann Lee works as a nurse"."""
    head, verb = place.head, place.head.head
    if any(child.dep_ == "neg" for child in verb.children):
        return
    if head.dep_ == "nsubj" and verb.lemma_ in _BEING:
        yield from (child for child in verb.children if child.dep_ == "attr")
    elif head.dep_ == "attr" and verb.lemma_ in _BEING:
        yield from (child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i)
    elif head.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        preps = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "as")
        yield from (noun for prep in preps for noun in prep.children if noun.dep_ == "pobj")
    for clause in head.children:
        if clause.dep_ == "relcl" and clause.lemma_ in _BEING and any(c.lower_ == "who" for c in clause.children):
            yield from (child for child in clause.children if child.dep_ == "attr")


def _maker_of(place: Place, owners: Owners) -> Referent | None:
    """Who makes a system, from one place: "Halden's Tern", "Tern, made by Halden", "the maker of Tern"."""
    head, index = place.head, place.block.index
    verb = head.head
    if head.dep_ == "dobj" and verb.lemma_ in _MAKING:
        return _owner(verb.children, {"nsubj"}, index, owners)
    if head.dep_ == "nsubjpass" and verb.lemma_ in _MAKING:
        return _by(verb, index, owners)
    for child in head.children:
        if child.dep_ == "acl" and child.lemma_ in _MAKING:
            return _by(child, index, owners)
    if head.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lower_ in {"maker", "developer", "creator", "owner"}:
        return _owner((verb.head, verb.head.head), None, index, owners)
    return _owner(head.children, {"poss", "compound", "nmod"}, index, owners)


def _by(verb: Token, index: int, owners: Owners) -> Referent | None:
    agents = (noun for child in verb.children if child.dep_ == "agent" for noun in child.children)
    return _owner(agents, None, index, owners)


def _owner(
    tokens: Iterator[Token] | tuple[Token, ...], deps: set[str] | None, index: int, owners: Owners
) -> Referent | None:
    for token in tokens:
        owner = owners.get((index, token.i)) if deps is None or token.dep_ in deps else None
        if owner is not None and owner.cls is EntityClass.ORGANIZATION:
            return owner
    return None
