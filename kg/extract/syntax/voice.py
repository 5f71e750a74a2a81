"""How a verb is used: its voice, its particle, and what its prepositions govern."""

from collections.abc import Iterator

from kg.extract.remembering import remembered
from kg.extract.syntax.coordination import to_members, to_repeated
from kg.extract.tokens import Token
from kg.extract.words import load_words

STANCES = load_words("stances")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})


def is_verb(token: Token) -> bool:
    """Whether the token is a full verb, an auxiliary that stands for one included."""
    return token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: by auxiliary, as a reduced relative, or sharing a passive auxiliary."""
    children = {child.dep_ for child in verb.children}
    if "auxpass" in children or "nsubjpass" in children:
        return True
    if verb.tag_ != "VBN" or "aux" in children:
        return False
    if verb.dep_ in {"acl", "amod", "acomp"}:
        return True
    if verb.dep_ == "advcl" or (verb.dep_ == "prep" and verb.i == verb.sent.start):  # "Based in X, Y makes"
        return not children & {"dobj", "nsubj"}
    if verb.dep_ == "conj" and "nsubj" not in children:
        return is_passive(verb.head) or ("agent" in children and not children & OBJECTS)
    return verb.dep_ in {"ROOT", "relcl", "ccomp", "xcomp", "csubj"} and "agent" in children


def to_lemmas(verb: Token) -> list[str]:
    """The verb's possible lemmas with its particle, as the lexicon writes them: "take over", "sign up", "fine".

    The model's own comes first; its lemmatizer makes "fin" of "fined" and "find" of "founded", so the forms that the
    ending allows come after.
    """
    helped = verb.lower_ == "found" and verb.i > 0 and verb.nbor(-1).lower_ in {"helped", "help", "to", "co"}
    lemmas = ["found"] if helped else [] if verb.lower_ == "founded" else [verb.lemma_.lower()]
    if verb.lower_.endswith("ed"):
        lemmas += [verb.lower_[:-1], verb.lower_[:-2]]
    particle = next((child for child in verb.children if child.dep_ == "prt"), None)
    return [f"{lemma} {particle.lower_}" for lemma in lemmas] if particle is not None else lemmas


def find_particle(verb: Token) -> str:
    """The particle behind a verb, an adverb to the parser at times ("is off"), in small letters; "" without one."""
    after = (child for child in verb.children if child.dep_ in {"prt", "advmod"} and child.i > verb.i)
    return next((child.lower_ for child in after), "")


@remembered
def governed(token: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, governed word) for each prepositional phrase of the token, coordinated words each.

    Stacked prepositions ("up to", "out of") give the inner word under the outer name joined by a blank as well.
    """
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {"ADP", "SCONJ", "PART", "VERB"}:
            for preposition in to_repeated(child):
                yield from _objects_of(preposition, child.lower_)


def _objects_of(preposition: Token, name: str) -> Iterator[tuple[str, Token]]:
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp", "obj"}:
            for member in to_members(child):
                yield name, member
            if child.lower_ in STANCES:  # "in favour of X"
                yield from ((f"{name} {child.lower_} {inner}", token) for inner, token in governed(child))
        elif child.dep_ == "prep":
            yield from _objects_of(child, f"{name} {child.lower_}")
        elif child.dep_ == "conj" and child.pos_ == "ADP" and child.lower_ != preposition.lower_:
            yield from _objects_of(child, child.lower_)
