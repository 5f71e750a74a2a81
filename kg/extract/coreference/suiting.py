"""Whether the words around a pronoun suit a thing: what it does, what is done to it, what is said to be its own."""

from kg.extract.coreference.referents import SUBJECTS, Place, Referent
from kg.extract.coreference.words import Words
from kg.extract.tokens import Token
from kg.model import EntityClass

_SORTS = {
    EntityClass.ORGANIZATION: "agent",
    EntityClass.PERSON: "agent",
    EntityClass.GROUP: "agent",
    EntityClass.PLACE: "agent",  # "Portugal said that it would"
    EntityClass.SYSTEM: "system",
    EntityClass.POLICY: "law",
    EntityClass.DOCUMENT: "document",
}
_MONEY = frozenset({"$", "€", "£", "¥", "dollars", "euros", "pounds"})


def suit(place: Place, referent: Referent, words: Words) -> dict[str, float]:
    """By "does", "undergoes" or "has": 1 where a pronoun's clause suits things of this class, -1 where others only."""
    table, word = _clue(place, words)
    sorts = words.suits[table].get(word) if table else None
    if sorts is None:
        return {}
    name = table if len(sorts) == 1 else f"{table} shared"
    mine = sorts_of(referent, words)
    if referent.cls is None:
        name = f"{name} unnamed" if mine else f"{name} thing"
        return {name: 1.0 if mine & sorts else -1.0}
    found = {name: 1.0 if mine & sorts else -1.0}
    if len(sorts) == 1:
        found[f"{table} {next(iter(sorts))}"] = found[name]
    return found


def sorts_of(referent: Referent, words: Words) -> frozenset[str]:
    """The sorts of thing that a referent may be; of one without a name, by its noun."""
    if referent.cls is not None:
        return frozenset({_SORTS[referent.cls]} if referent.cls in _SORTS else ())
    nouns = words.nouns.get(referent.places[0].head.lower_, ())
    return frozenset(_SORTS[noun.cls] for noun in nouns if noun.cls in _SORTS)


def _clue(place: Place, words: Words) -> tuple[str, str]:
    """The table and the word that tell of a place what it is; empty where nothing does."""
    head, above = place.head, place.head.head
    if place.role == "possessive":
        return "has", above.lemma_
    if head.dep_ in {"nsubjpass", "dobj"}:
        return "undergoes", above.lemma_
    if place.role in SUBJECTS:
        owned = _owned(place.clause)
        return ("has", owned) if owned in words.suits["has"] else ("does", _deed(place.clause, words))
    if head.dep_ == "pobj" and above.lower_ in {"for", "against"} and above.head.lemma_ == "be":
        return "undergoes", "support"
    if head.dep_ == "pobj" and above.head.pos_ == "VERB":
        return "undergoes", f"{above.head.lemma_} {above.lower_}"
    if head.dep_ == "pobj" and above.lower_ == "of":
        return "has", above.head.lemma_
    return "", ""


def _deed(verb: Token, words: Words) -> str:
    """What a clause says that its subject does: "keeps talking" is "talk", "is wrong" is "be wrong"."""
    if verb.lemma_ in words.verbs["going_on"]:
        return next((child.lemma_ for child in verb.children if child.dep_ == "xcomp"), verb.lemma_)
    if f"{verb.lemma_} money" in words.suits["does"] and _is_of_money(verb):
        return f"{verb.lemma_} money"
    if verb.lemma_ == "be":
        return next((f"be {child.lower_}" for child in verb.children if child.dep_ == "acomp"), "be")
    return verb.lemma_


def _owned(verb: Token) -> str:
    """What a clause says that its subject has: "it has a board"."""
    has = verb.lemma_ == "have"
    return next((child.lemma_ for child in verb.children if has and child.dep_ == "dobj"), "")


def _is_of_money(verb: Token) -> bool:
    return any(child.dep_ == "dobj" and any(t.text in _MONEY for t in child.subtree) for child in verb.children)
