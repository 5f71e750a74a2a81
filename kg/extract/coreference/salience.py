"""How present a thing is in the reader's mind at one point of an article, and how well it fits an anaphor there."""

from dataclasses import dataclass

from kg.extract.coreference.referents import Anaphor, Place, Referent, clause_of
from kg.extract.coreference.words import Words
from kg.model import EntityClass

# How much one mention makes a thing present, by its role in its clause.
ROLE_WEIGHTS = {
    "subject": 1.0, "object": 0.6, "oblique": 0.45, "possessive": 0.6, "apposition": 0.5, "predicate": 0.3,
    "fragment": 0.6, "heading": 0.3, "modifier": 0.35,
}  # fmt: skip
DECAY = 0.55  # what is left of it one sentence later
MEMORY = 6  # sentences after which a mention counts no more, but for the main actor
MAIN_ACTOR = 0.35  # for the class's most mentioned thing; scaled by its share of the class's mentions
PARALLEL = 0.25  # subject after subject, object after object
UNNAMED = 0.7  # common nouns are picked up less often than names
SUITED_VERB = 0.5  # "it announced" is an organization, "it answered" a model


@dataclass(frozen=True)
class Scene:
    """What is known of the whole article while its anaphors are resolved."""

    words: Words
    shares: dict[int, float]

    def share_of(self, referent: Referent) -> float:
        """The share of a referent in the named mentions of its class, 0..1."""
        return self.shares.get(id(referent), 0.0)


def read_scene(referents: list[Referent], words: Words) -> Scene:
    """The scene of an article whose names are grouped."""
    totals: dict[EntityClass | None, int] = {}
    for referent in referents:
        totals[referent.cls] = totals.get(referent.cls, 0) + len(referent.places)
    return Scene(words, {id(r): len(r.places) / totals[r.cls] for r in referents})


def presence(referent: Referent, at: Place) -> float:
    """How present a thing is where a place starts: the sum over its earlier mentions, each by role and distance."""
    total = 0.0
    for place in referent.places:
        distance = at.sentence - place.sentence
        if place.span.start < at.span.start and 0 <= distance <= MEMORY:
            total += ROLE_WEIGHTS[place.role] * DECAY**distance
    return total


def score(anaphor: Anaphor, referent: Referent, scene: Scene) -> float:
    """How well a thing fits an anaphor; comparable only among the things for one anaphor."""
    total = presence(referent, anaphor.place)
    if referent.is_named:
        total += MAIN_ACTOR * scene.share_of(referent)
    else:
        total *= UNNAMED
    total += PARALLEL * _is_parallel(anaphor, referent)
    if anaphor.kind == "pronoun" and anaphor.number == "singular" and not anaphor.gender:
        total += SUITED_VERB * _suits_verb(anaphor.place, referent, scene.words)
    return total


def _is_parallel(anaphor: Anaphor, referent: Referent) -> bool:
    role = anaphor.place.role
    if role not in {"subject", "object"}:
        return False
    return any(
        p.role == role and 0 <= anaphor.place.sentence - p.sentence <= 1 and p.span < anaphor.place.span
        for p in referent.places
    )


def _suits_verb(place: Place, referent: Referent, words: Words) -> int:
    if place.role != "subject":
        return 0
    verb = clause_of(place.head).lemma_
    fits = {
        EntityClass.ORGANIZATION: verb in words.verbs["agentive"],
        EntityClass.SYSTEM: verb in words.verbs["systemic"],
        EntityClass.POLICY: verb in words.verbs["legal"],
    }
    known = any(fits.values())
    return 0 if not known else 1 if referent.cls is not None and fits.get(referent.cls, False) else -1
