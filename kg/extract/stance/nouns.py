"""The stance of a noun that tells something ("acquisition", "partner"): of what it hangs on, and of what becomes of it.

A noun in apposition, a title and a possessor are presupposed: what governs the noun they belong to does not touch them.
"""

from kg.extract.stance.corrections import is_taken_back
from kg.extract.stance.frames import find_frame
from kg.extract.stance.stance import Stance
from kg.extract.stance.table import StanceTable, load_stance
from kg.extract.syntax.paths import LIGHT
from kg.extract.syntax.voice import find_particle, is_verb
from kg.extract.tokens import Token
from kg.extract.words import load_words
from kg.model import EntityClass

_PRODUCTS = load_words("classifiers", EntityClass.SYSTEM)
_UNDERTAKINGS = load_words("undertakings")
_FAILED = load_words("failed")
_ABOUT = frozenset({"of", "about", "on", "over", "for", "at", "against", "regarding", "concerning"})
_STAYING = frozenset({"be", "remain", "stay"})
# What ends was there before: "an end to the partnership".
_ENDS = frozenset({"end", "halt"})


def find_own_stance(noun: Token) -> Stance:
    """How it is meant that somebody has what a noun names, by its own adjectives and the frame of its sentence.

    What governs a possession does not touch it: "will sell its Bolt" has one, "its proposed Act" is none yet.
    """
    stance = Stance()
    apply_modifiers(noun, stance, load_stance())
    if is_taken_back(noun):
        stance.take_back()
    stance.apply(find_frame(noun))
    return stance


def leave_noun(noun: Token, stance: Stance, table: StanceTable) -> Token | None:
    """The verb whose stance a noun shares, or None where the noun is presupposed."""
    if is_negated(noun, table):
        stance.apply("deny")
    above = noun.head
    if noun.dep_ in {"attr", "oprd", "acomp"} and is_verb(above):
        return above
    if {"poss", "appos"} <= {child.dep_ for child in noun.children}:
        return None  # "will not meet its founder, X": X is
    if noun.lemma_.lower() in _PRODUCTS and {"poss", "compound"} <= {child.dep_ for child in noun.children}:
        return None  # "will sell its Foo assistant": it has one
    if noun.dep_ in {"dobj", "nsubjpass"} and is_verb(above):
        stance.apply(table.objects.get(above.lemma_.lower(), "actual"))
        return above
    if noun.dep_ == "nsubj" and is_verb(above):
        return _take_fate(noun, stance, table)
    if noun.dep_ == "pobj":
        return _leave_phrase(noun, stance, table)
    if noun.dep_ == "conj":
        return leave_noun(above, stance, table) if above != noun else None
    return None


def is_negated(noun: Token, table: StanceTable) -> bool:
    """Whether a word of its own denies it: "no lawsuit", "not a partner", "neither"."""
    return any(child.dep_ in {"det", "neg"} and child.lower_ in table.negative_words for child in noun.children)


def apply_modifiers(noun: Token, stance: Stance, table: StanceTable) -> None:
    """Takes the adjectives before a noun into account: "a potential partner", "the would-be founder"."""
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod"}:
            whole = "".join(token.lower_ for token in child.subtree if token.i < child.i) + child.lower_
            stance.apply(table.modifiers.get(child.lower_) or table.modifiers.get(whole, "actual"))
            if child.lower_ in _FAILED and noun.lemma_.lower() in _UNDERTAKINGS:
                stance.apply("deny")  # a failed bid came to nothing, a failed company was founded
        elif child.dep_ == "advmod":
            stance.apply(table.adverbs.get(child.lower_, "actual"))  # "supposedly a subsidiary of X"


def _leave_phrase(noun: Token, stance: Stance, table: StanceTable) -> Token | None:
    """From the object of a preposition: the verb of "serves as", or what the phrase hangs on: "talk of a pact"."""
    preposition, above = noun.head, noun.head.head
    if preposition.lower_ == "as" and is_verb(above):
        stance.apply(table.particles.get(f"{above.lemma_.lower()} as", "actual"))  # "posed as an investor in X"
    carried = preposition.lower_ == "as" or above.lemma_ in LIGHT or above.lemma_ == "be"
    if is_verb(above):
        return above if noun.i > above.i and carried else None
    if above.pos_ != "NOUN" or preposition.lower_ not in _ABOUT or above.lemma_.lower() in _ENDS:
        return None
    effect = table.nouns.get(above.lemma_.lower(), "actual")
    if effect not in {"deny", "plan", "possible"}:
        return None
    stance.apply(effect)
    return None


def _take_fate(noun: Token, stance: Stance, table: StanceTable) -> Token | None:
    """What the verb says of the noun, its subject: it never happened, fell through, is on the table, would hurt.

    Only what is said to come about or not hands its own stance on: a lawsuit that will not end was brought.
    """
    verb = noun.head
    lemma = verb.lemma_.lower()
    particle = find_particle(verb)
    effect = table.fates.get(f"{lemma} {particle}") or table.fates.get(lemma, "")
    if effect == "actual":
        return verb
    ended = noun.lemma_.lower() in _UNDERTAKINGS
    if effect and (ended or particle):
        stance.apply(effect)
    elif verb.lemma_ in _STAYING and (said := _find_said(verb, table)):
        stance.apply(said)
    elif ended or any(child.lower_ in {"a", "an", "any"} for child in noun.children):
        ahead = {"plan", "possible", "conditional"} if ended else {"possible", "conditional"}  # "a venture of X will"
        helping = (table.auxiliaries.get(child.lower_, "actual") for child in verb.children if child.dep_ == "aux")
        stance.apply(next((effect for effect in helping if effect in ahead), "actual"))
    return None


def _find_said(copula: Token, table: StanceTable) -> str:
    """What "is" says of its subject: "is unlikely", "is off", "is on the table", "is under discussion"; else ""."""
    denied = any(token.dep_ == "neg" for token in copula.children)
    for child in copula.children:
        phrase = child.lower_ if child.dep_ != "prep" else " ".join(token.lower_ for token in child.subtree)
        effect = table.states.get(phrase, "") if child.i > copula.i else ""
        if effect:
            return "deny" if denied and effect == "possible" else effect
    return ""
