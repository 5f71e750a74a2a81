"""Which things an anaphor can stand for at all: class, number, gender, kind of thing, and the grammar of its clause."""

from collections.abc import Collection
from enum import Enum
from functools import lru_cache

from kg.extract.coreference.referents import SUBJECTS, Anaphor, Place, Referent, clause_of
from kg.extract.coreference.words import Noun, Words
from kg.extract.tokens import Token
from kg.model import EntityClass
from kg.names import fold

_INSIDE = frozenset({"poss", "appos", "prep", "pobj", "compound", "amod", "nmod", "attr"})


_COLLECTIVE = frozenset({"they", "their", "them", "themselves"})
_CONTRASTING = frozenset({"unlike", "like", "besides", "alongside"})


def agrees(anaphor: Anaphor, referent: Referent) -> bool:
    """Whether a thing has the class, number and gender that an anaphor asks for, as far as they are known."""
    if referent.is_named and referent.cls not in anaphor.classes:
        return False
    differs = anaphor.number and referent.number and anaphor.number != referent.number
    # A company may be "they"; a single person, law or model is not.
    collective = referent.cls is EntityClass.ORGANIZATION and anaphor.noun in _COLLECTIVE
    if differs and not (anaphor.kind == "pronoun" and collective):
        return False
    return not (anaphor.gender and referent.gender and anaphor.gender != referent.gender)


def can_be(anaphor: Anaphor, referent: Referent, words: Words) -> bool:
    """Whether neither the noun nor the clause of an anaphor speaks against a thing that agrees with it."""
    if anaphor.kind in {"description", "owned"}:
        fits = fit_noun(anaphor, referent, words) is not Fit.NONE
    else:
        fits = referent.is_named or _is_thing(anaphor, referent, words)
    return fits and not is_bound(anaphor.place, referent)


def is_bound(place: Place, referent: Referent) -> bool:
    """Whether grammar keeps a place from standing for a thing: one of its mentions holds it, or shares its clause.

    "Marlow sued it": not Marlow. "Marlow and its rivals", "Marlow said it": may be.
    """
    own = referent.near(place.sentence, place.sentence)
    near = (p for p in own if p.block.index == place.block.index and p.sentence == place.sentence)
    return any(_binds(other, place) for other in near)


def _binds(other: Place, place: Place) -> bool:
    if other.span.contains(place.span) or place.span.contains(other.span):
        return True
    if _describes(place.head, other) or _contrasts(place, other):
        return True
    described = place.head.pos_ == "NOUN" and other.head.pos_ == "PROPN"
    if place.role == "possessive":
        return place.head.head.i == other.head.i
    reflexive = place.head.lower_.endswith(("self", "selves"))
    if place.role in {"object", "oblique"} and other.role in SUBJECTS and not reflexive:
        return place.doing.i == other.clause.i
    if place.role in {"object", "oblique"} and other.role == "object" and place.clause.dep_ == "xcomp":
        return place.clause.head.i == other.head.head.i  # "asked Halden to sue it"
    if described and place.role in SUBJECTS and other.role in SUBJECTS:
        # "Halden hires, and the lab pays": another subject than the first, or it would be left out.
        return place.clause.dep_ == "conj" and place.clause.head.i == other.clause.i
    above = place.role in SUBJECTS and place.head.dep_ != "conj" and other.role in {"object", "oblique"}
    return above and place.clause.i == other.clause.i


def _contrasts(place: Place, other: Place) -> bool:
    """Whether a clause sets its subject beside a thing: "Unlike Halden, the lab pays"."""
    prep = other.head.head
    return place.role in SUBJECTS and prep.lower_ in _CONTRASTING and clause_of(prep).i == place.clause.i


def _describes(token: Token, other: Place) -> bool:
    """Whether a noun phrase that holds a token says what another thing is: "Halden, until then the lab's partner"."""
    is_pronoun = token.pos_ == "PRON"
    while token.dep_ in _INSIDE and token.head.i != token.i:
        if token.dep_ == "appos" and token.head.i == other.head.i:
            return not is_pronoun  # "Halden, its chief said drily, "was not invited""
        if token.dep_ == "attr" and any(c.i == other.head.i and c.dep_ == "nsubj" for c in token.head.children):
            return other.head.tag_ not in {"WDT", "WP"}
        token = token.head
    return False


def _is_thing(anaphor: Anaphor, referent: Referent, words: Words) -> bool:
    """Whether an unnamed thing can be meant by a pronoun: people are "he", things are "it"."""
    head = referent.places[0].head
    is_person = any(noun.cls is EntityClass.PERSON for noun in words.nouns.get(head.lower_, ()))
    if EntityClass.PERSON in anaphor.classes and anaphor.number == "singular":
        return is_person
    return anaphor.number == "plural" or not is_person


# The kinds that a named thing of its class is most likely of, where nothing tells its kind.
USUAL = frozenset({"company", "law", "pact", "system"})


class Fit(Enum):
    """How well the noun of a description fits a thing."""

    OWN_NOUN = "it alone was called so, or its name says it"
    SAME_NOUN = "it was called so, but so are many"
    CALLED = "an earlier description with that noun was resolved to it"
    ROLE = "what it does earns it that noun"
    LIKE = "a word of its name is another form of the noun"
    SAME_KIND = "it is known to be of that kind"
    ANY = "the noun fits every kind"
    UNKNOWN = "nothing is known of its kind"
    UNUSUAL = "nothing is known of its kind, and few are of that kind"
    NONE = "it is another kind of thing"


def fit_noun(anaphor: Anaphor, referent: Referent, words: Words) -> Fit:
    """How well the noun of a description fits a thing."""
    if not referent.is_named:
        return Fit.SAME_NOUN if referent.places[0].head.lower_ == anaphor.noun else Fit.NONE
    if anaphor.noun in referent.kinds or anaphor.noun in name_nouns(referent):
        return Fit.SAME_NOUN if anaphor.noun in words.generic else Fit.OWN_NOUN
    if anaphor.noun in referent.called:
        return Fit.CALLED
    if anaphor.noun in referent.roles or words.siblings.get(anaphor.noun, _NONE) & referent.kinds:
        return Fit.ROLE
    if is_like(anaphor.noun, referent):
        return Fit.LIKE
    if referent.cls is EntityClass.PERSON and anaphor.noun in words.earned:
        return Fit.NONE  # what somebody does would have told
    return _fit_kind(anaphor, referent, words)


def _fit_kind(anaphor: Anaphor, referent: Referent, words: Words) -> Fit:
    """How well the kind of thing that a noun is said of fits that of a thing."""
    mine = _kinds_of(anaphor.noun, referent.cls, words)
    known = known_kinds(referent, words)
    if any(noun.any_kind for noun in mine):
        return Fit.ANY
    if not any(noun.kind for noun in mine):
        return Fit.NONE  # a noun that the article itself uses of another thing
    if not known:
        if referent.cls is EntityClass.PERSON:
            return Fit.UNKNOWN
        return Fit.UNKNOWN if any(noun.kind in USUAL for noun in mine) else Fit.UNUSUAL
    return Fit.SAME_KIND if {noun.kind for noun in mine} & known else Fit.NONE


def head_noun(name: str) -> str:
    """The noun that says what a name's thing is, folded: "forum" of "Forum for Open Weights"."""
    words = fold(name).split()
    end = next((i for i, word in enumerate(words) if word in _OF), len(words))
    return words[end - 1] if end > 0 and len(words) > 1 else ""


def name_nouns(referent: Referent) -> frozenset[str]:
    """The words of a thing's names, folded, plurals as singulars too; none where names do not say what a thing is."""
    if referent.cls in {EntityClass.PERSON, EntityClass.SYSTEM, EntityClass.PLACE}:
        return frozenset()
    return _words_of(tuple(referent.names))


@lru_cache(maxsize=4096)  # asked again for every candidate
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    words = {word for name in names for word in fold(name).split()}
    return frozenset(words | {word.removesuffix("s") for word in words})


_OF = frozenset({"of", "for", "on", "in", "to"})
_SPEAKING = frozenset({EntityClass.ORGANIZATION, EntityClass.POLICY})
_NONE: frozenset[str] = frozenset()
STEM = 5  # letters by which two words are taken for one: "robot" and "Robotics"


def is_like(word: str, referent: Referent) -> bool:
    """Whether a word is another form of one in a thing's names."""
    return any(word.startswith(other[:STEM]) for other in name_nouns(referent) if len(other) >= STEM)


def _kinds_of(form: str, cls: EntityClass | None, words: Words) -> list[Noun]:
    return [noun for noun in words.nouns.get(form, ()) if noun.cls is cls]


def known_kinds(referent: Referent, words: Words) -> set[str]:
    """The kinds of thing that a referent is, from the nouns used for it and what `take_kinds` noted."""
    told = _kinds_by(referent.kinds, referent, words) | referent.sorts
    return told or _kinds_by(referent.called, referent, words)


def named_kinds(referent: Referent, words: Words) -> set[str]:
    """The kinds that a referent's names tell: by the noun at the head of one, else by any word in them."""
    heads = {head_noun(name) for name in referent.names} if referent.cls in _SPEAKING else frozenset()
    return _kinds_by(heads, referent, words) or _kinds_by(name_nouns(referent), referent, words)


def _kinds_by(forms: Collection[str], referent: Referent, words: Words) -> set[str]:
    nouns = [noun for form in forms for noun in _kinds_of(form, referent.cls, words)]
    return {noun.kind for noun in nouns if noun.kind and not noun.any_kind}
