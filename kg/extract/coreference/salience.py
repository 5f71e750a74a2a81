"""How present a thing is in the reader's mind at one point of an article, and how well it fits an anaphor there.

The weights were set on `data/coreference/learn-*` and the training part of GUM's news, where a wrong antecedent counted
as much as two missed ones; `scripts/measure-coreference` measures them on `check-*`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.coreference.fitting import Fit, fit_noun
from kg.extract.coreference.referents import SUBJECTS, Anaphor, Place, Referent
from kg.extract.coreference.words import Words
from kg.extract.tokens import Token
from kg.model import EntityClass

# How much one mention makes a thing present, by its role in its clause.
ROLE_WEIGHTS = {
    "subject": 1.0, "embedded": 0.9, "object": 0.6, "oblique": 0.6, "possessive": 0.3, "apposition": 0.5,
    "predicate": 0.3,    "fragment": 0.6, "heading": 0.4, "modifier": 0.35,
}  # fmt: skip
DECAY = 0.37  # what is left of it one sentence later
MOST_PRESENT = 0.8  # for a description: what is more present would rather be a pronoun
MEMORY = 6  # sentences after which a mention counts no more, but for the main actor
REPEATED = 0.25  # what a second mention in one sentence adds of its weight
MAIN_ACTOR = 0.2  # for the article's most mentioned thing; others by their share of its mentions
PARALLEL = 0.25  # subject after subject, object after object
COARGUMENT = 0.7  # what stands before a possessive in its own clause: "fine a supplier 4% of its turnover"
ACCUSED = 0.8  # the same after "over" and "for": "sued Halden over its prices"
GOVERNING = 0.6  # the subject of the clause that the anaphor's clause belongs to: "Marlow says it will"
FRONTED = 1.2  # the subject that follows a fronted phrase: "In its report, Marlow says"
UNNAMED = 0.95  # common nouns are picked up less often than names
SUITED_VERB = 1.0  # "it announced" is an organization, "it answered" a model
BACKED = 0.6  # "opposes it": a law, or else not an organization
WITHIN = 0.5  # taken off an organization for "on it", "in it"
ABSENT = 0.6  # what is left of how well a noun fits a thing not spoken of for a while
SECTION = 0.35  # what is left of presence across a heading
SINGLE_THEY = 0.4  # taken off an organization for "they", so that plural things come first
PLACE = 0.6  # taken off a place for "it"
FIT_WEIGHTS = {
    Fit.OWN_NOUN: 1.6,
    Fit.SAME_NOUN: 1.0,
    Fit.CALLED: 0.7,
    Fit.SAME_KIND: 0.4,
    Fit.ANY: 0.2,
    Fit.UNKNOWN: 0.15,
    Fit.UNUSUAL: -0.2,
}

Owners = Mapping[tuple[int, int], Referent]


@dataclass(frozen=True)
class Scene:
    """What is known of the whole article while its anaphors are resolved; `owners` gives each token its thing."""

    words: Words
    owners: Owners
    most: int

    def prominence(self, referent: Referent) -> float:
        """How often a thing is named, as a share of the most often named one, 0..1."""
        return min(1.0, len(referent.names and referent.mentions) / self.most)


def read_scene(referents: list[Referent], words: Words, owners: Owners) -> Scene:
    """The scene of an article whose names are grouped."""
    return Scene(words, owners, max((len(r.mentions) for r in referents), default=1))


def presence(referent: Referent, at: Place) -> float:
    """How present a thing is where a place starts: by role and distance of what stands for it before."""
    sentences: dict[int, list[float]] = {}
    for place in referent.places:
        distance = at.sentence - place.sentence
        if place.span.start < at.span.start and 0 <= distance <= MEMORY:
            apart = SECTION if place.section != at.section and at.role != "heading" else 1.0
            sentences.setdefault(distance, []).append(apart * ROLE_WEIGHTS[place.role])
    return sum(DECAY**d * (max(ws) * (1 - REPEATED) + REPEATED * sum(ws)) for d, ws in sentences.items())


@dataclass(frozen=True)
class Focus:
    """An anaphor and what its clause points to: the `governing` subject and the `forward` one, where there are such."""

    anaphor: Anaphor
    governing: Referent | None
    forward: Referent | None


def focus_on(anaphor: Anaphor, scene: Scene) -> Focus:
    """The focus of an anaphor; only a pronoun's clause points to anything."""
    if anaphor.kind != "pronoun":
        return Focus(anaphor, None, None)
    place = anaphor.place
    return Focus(anaphor, governing_subject(place, scene), fronted_subject(place, scene.owners))


def score(focus: Focus, referent: Referent, scene: Scene) -> float:
    """How well a thing fits an anaphor; comparable only among the things for one anaphor."""
    anaphor, place = focus.anaphor, focus.anaphor.place
    total = presence(referent, place)
    if anaphor.kind == "pronoun":
        total += PARALLEL * _is_parallel(place, referent)
        lone_they = anaphor.number == "plural" and referent.number == "singular"
        total += GOVERNING * (not lone_they and focus.governing is referent)
        total += COARGUMENT * is_coargument(place, referent)
        total += ACCUSED * (is_accusing(place, scene.words) and is_coargument(place, referent))
        total += FRONTED * (focus.forward is referent)
        total += SUITED_VERB * _suits_verb(anaphor, referent, scene.words)
        total += BACKED * _suits_object(place, referent, scene.words)
        total -= WITHIN * (referent.cls is EntityClass.ORGANIZATION and _is_within(anaphor, scene.words))
        total -= SINGLE_THEY * (lone_they and not place.quoted)
        total -= PLACE * (referent.cls is EntityClass.PLACE)
    else:
        known = referent.is_named or is_introduced(referent)
        fit = FIT_WEIGHTS[fit_noun(anaphor, referent, scene.words)] if known else 0.0
        total = min(total, MOST_PRESENT) + (fit if total > 0 or fit < 0 else ABSENT * fit)
    if not referent.is_named:
        return total if is_introduced(referent) else total * UNNAMED
    return total + MAIN_ACTOR * scene.prominence(referent)


def is_introduced(referent: Referent) -> bool:
    """Whether an unnamed thing came up as a new one: "a court"."""
    first = referent.places[0]
    return first.block.doc[first.first].lower_ in {"a", "an"}


def _is_parallel(place: Place, referent: Referent) -> bool:
    group = SUBJECTS if place.role in SUBJECTS else {"object"}
    if place.role not in group:
        return False
    before = [p for p in referent.places if p.span < place.span and p.role in group]
    return any(
        p.sentence == place.sentence or (p.sentence == place.sentence - 1 and p.role != "embedded") for p in before
    )


def is_coargument(place: Place, referent: Referent) -> bool:
    """Whether a possessive's own clause has a thing before it as its object."""
    if place.role != "possessive":
        return False
    clause = place.clause
    near = (p for p in referent.places if p.span < place.span and p.sentence == place.sentence)
    return any(p.clause.i == clause.i and (p.role == "object" or p.head.head.dep_ == "agent") for p in near)


def is_accusing(place: Place, words: Words) -> bool:
    """Whether a possessive stands in what somebody is sued, fined or praised for."""
    if place.clause.lemma_ not in words.verbs["accusing"] or place.role != "possessive":
        return False
    preps = (t for t in place.head.ancestors if t.dep_ in {"prep", "pcomp"} and t.i > place.clause.i)
    return any(prep.lower_ in {"over", "for", "of", "with"} for prep in preps)


def governing_subject(place: Place, scene: Scene) -> Referent | None:
    """What the subject of the nearest clause is that a place's own clause belongs to; for a possessive, of its own."""
    clause = place.clause
    above = [a for a in clause.ancestors if a.pos_ in {"VERB", "AUX"}]
    # "It is safe, Marlow said" looks forward; "Marlow backs it; its chief said" looks back.
    if clause.lemma_ not in scene.words.verbs["reporting"] or any(t.text == ";" for t in clause.lefts):
        above = [child for child in clause.lefts if child.dep_ in {"ccomp", "parataxis"}] + above
    for verb in above if place.role in SUBJECTS else [clause, *above]:
        subject = _subject(verb)
        if subject is not None and subject.i < place.head.i:
            return scene.owners.get((place.block.index, subject.i))
    return None


def fronted_subject(place: Place, owners: Owners) -> Referent | None:
    """The subject that a place in a fronted phrase or clause looks forward to, or None."""
    token = place.head
    for verb in token.ancestors:
        subject = _subject(verb)
        if subject is not None and subject.i > token.i and not subject.is_ancestor(token):
            after = place.block.doc[subject.left_edge.i - 1] if subject.left_edge.i else subject
            return owners.get((place.block.index, subject.i)) if after.text == "," else None
        if subject is not None and subject.i < token.i and verb.dep_ not in {"advcl", "relcl", "acl"}:
            return None
    return None


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)


def _suits_object(place: Place, referent: Referent, words: Words) -> int:
    """Whether a thing is what is backed or opposed: rather a law, bill or letter than an organization."""
    verb, prep = place.head.head, place.head.head
    is_object = place.head.dep_ == "dobj" and verb.lemma_ in words.verbs["backing"]
    is_side = prep.lower_ in {"for", "against"} and prep.dep_ == "prep" and prep.head.lemma_ == "be"
    if not is_object and not is_side:
        return 0
    if referent.cls in {EntityClass.POLICY, EntityClass.DOCUMENT}:
        return 1
    return -1 if referent.cls in {EntityClass.ORGANIZATION, EntityClass.PERSON} else 0


def _is_within(anaphor: Anaphor, words: Words) -> bool:
    """Whether an "it" stands behind a preposition that says where or about what: hardly an organization."""
    return anaphor.place.head.dep_ == "pobj" and anaphor.place.head.head.lower_ in words.pleonastic["within"]


def _suits_verb(anaphor: Anaphor, referent: Referent, words: Words) -> int:
    if anaphor.place.role not in SUBJECTS or anaphor.number == "plural" or anaphor.gender:
        return 0
    verb = anaphor.place.clause.lemma_
    fits = {
        EntityClass.ORGANIZATION: verb in words.verbs["agentive"],
        EntityClass.SYSTEM: verb in words.verbs["systemic"],
        EntityClass.POLICY: verb in words.verbs["legal"],
    }
    if not any(fits.values()):
        return 0
    return 1 if referent.cls is not None and fits.get(referent.cls, False) else -1
