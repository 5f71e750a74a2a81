"""How present a thing is in the reader's mind at one point of an article, and what an anaphor's clause points to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.extract.coreference.referents import SUBJECTS, Anaphor, Place, Referent
from kg.extract.coreference.words import Words
from kg.extract.tokens import Token

# Set on `data/coreference/learn-*` and the training part of GUM's news, before weights were learnt.
# How much one mention makes a thing present, by its role in its clause.
ROLE_WEIGHTS = {
    "subject": 1.0, "embedded": 0.9, "object": 0.6, "oblique": 0.6, "possessive": 0.3, "apposition": 0.5,
    "predicate": 0.3,    "fragment": 0.6, "heading": 0.4, "modifier": 0.35,
}  # fmt: skip
DECAY = 0.37  # what is left of it one sentence later
MEMORY = 6  # sentences after which a mention counts no more, but for the main actor
REPEATED = 0.25  # what a second mention in one sentence adds of its weight
MAIN = 3  # mentions that make a thing what the article is about
SECTION = 0.35  # what is left of presence across a heading
Owners = Mapping[tuple[int, int], Referent]


@dataclass(frozen=True)
class Scene:
    """What is known of the whole article while its anaphors are resolved; `owners` gives each token its thing.

    `spoken` are the blocks that a person says, outside quotations, `lately` what each noun stood for last.
    """

    words: Words
    owners: Owners
    most: int
    spoken: frozenset[int] = frozenset()
    lately: dict[str, Referent] = field(default_factory=dict)

    def is_spoken(self, place: Place) -> bool:
        """Whether somebody says what stands at a place: in a quotation or in their own voice."""
        return place.quoted or place.block.index in self.spoken

    def prominence(self, referent: Referent) -> float:
        """How often a thing is named, as a share of the most often named one, 0..1."""
        return min(1.0, len(referent.names and referent.mentions) / self.most)

    def is_main(self, referent: Referent) -> bool:
        """Whether a thing is what the article is about: named most often, and more than in passing."""
        return self.prominence(referent) == 1.0 and len(referent.mentions) >= MAIN


def most_mentions(referents: Iterable[Referent]) -> int:
    """How often the thing is named that is named most often, at least 1."""
    return max((len(r.mentions) for r in referents), default=1)


def presence(referent: Referent, at: Place) -> float:
    """How present a thing is where a place starts: by role and distance of what stands for it before."""
    sentences: dict[int, list[float]] = {}
    sentence, start = at.sentence, at.span.start
    for place in referent.near(sentence - MEMORY, sentence):
        distance = sentence - place.sentence
        if 0 <= distance <= MEMORY and place.span.start < start:
            apart = SECTION if place.section != at.section and at.role != "heading" else 1.0
            sentences.setdefault(distance, []).append(apart * ROLE_WEIGHTS[place.role])
    if not sentences:
        return 0.0
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
    forward = fronted_subject(place, scene.owners) or commented_on(place, scene.owners)
    return Focus(anaphor, governing_subject(place, scene), forward)


def is_introduced(referent: Referent) -> bool:
    """Whether an unnamed thing came up as a new one: "a court"."""
    first = referent.places[0]
    return first.block.doc[first.first].lower_ in {"a", "an", "such"}


def is_parallel(place: Place, referent: Referent) -> bool:
    """Whether a place and a thing are subjects, or objects, of neighbouring clauses."""
    group = SUBJECTS if place.role in SUBJECTS else {"object"}
    if place.role not in group:
        return False
    near = referent.near(place.sentence - 1, place.sentence)
    before = [p for p in near if p.span < place.span and p.role in group]
    return any(
        p.sentence == place.sentence or (p.sentence == place.sentence - 1 and p.role != "embedded") for p in before
    )


def is_coargument(place: Place, referent: Referent) -> bool:
    """Whether a possessive's own clause has a thing before it as its object."""
    if place.role != "possessive":
        return False
    clause = place.clause
    own = referent.near(place.sentence, place.sentence)
    near = (p for p in own if p.span < place.span and p.sentence == place.sentence)
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
    if clause.dep_ == "conj" and clause.head.lemma_ in scene.words.verbs["reporting"]:
        # "It was safe, Marlow said, and it had passed": what was said goes on.
        above = [child for child in clause.head.lefts if child.dep_ in {"ccomp", "parataxis"}] + above
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


def commented_on(place: Place, owners: Owners) -> Referent | None:
    """Whom a quotation is said to be about: ""They lost," she said of Halden"."""
    if not place.quoted:
        return None
    for token in place.head.sent:
        if token.lower_ == "of" and token.dep_ == "prep" and token.i > place.head.i and token.head.pos_ == "VERB":
            return next((o for n in token.children if (o := owners.get((place.block.index, n.i))) is not None), None)
    return None


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
