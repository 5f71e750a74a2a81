"""Walks through an article once, left to right, and gives each anaphor to the thing that it stands for, or to none."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from kg.extract.coreference.anaphors import find_anaphors, find_nouns
from kg.extract.coreference.fitting import Fit, agrees, can_be, fit_noun
from kg.extract.coreference.grounding import (
    CERTAIN,
    add_place,
    affiliations,
    find_coordinations,
    own,
    take_appositions,
    take_name_nouns,
    take_places,
    take_titles,
)
from kg.extract.coreference.outline import Outline
from kg.extract.coreference.referents import SUBJECTS, Anaphor, Place, Referent
from kg.extract.coreference.salience import Scene, focus_on, presence, read_scene, score
from kg.extract.coreference.speech import find_speakers
from kg.extract.coreference.structure import find_relatives
from kg.extract.coreference.voice import Voices, find_voices
from kg.extract.coreference.words import Words
from kg.extract.parsed import ParsedBlock
from kg.extract.tokens import Token
from kg.model import EntityClass, Span

MIN_SCORE = 0.45  # below it nothing nearby is meant
MIN_GENDERED = 0.25  # the same for "he" and "she", which fit few things
MIN_QUOTED = 0.3  # the same inside a quotation
MIN_DESCRIPTION = 0.15  # the same for a description, which can reach back far
MIN_LONE = 0.2  # the same where nothing else at all can be meant
PLURAL_NEARBY = 0.3  # what is plural and scores as much keeps "they" from being one organization
FORGOTTEN = 0.05  # what scores less cannot be meant
MIN_MARGIN = 0.18  # the best must be ahead of the second by this much
MIN_LEAD = 0.1  # the same for a description, whose noun tells more than a pronoun
RECENT = 60  # unnamed things that can still be meant: more than `salience.MEMORY` sentences hold
FOR_EMPLOYER = 0.6  # "we" in the mouth of a person with one organization
FOR_SPEAKER = 0.5  # "we" in the mouth of any other person
OWN_VOICE = 0.8  # "we" and "I" outside quotations, where it is known who speaks the article

Event = Anaphor | Place | tuple[Place, Token]


@dataclass
class Resolver:
    """The state of one walk: the things known so far, and which tokens stand for them."""

    outline: Outline
    words: Words
    named: list[Referent]
    unnamed: list[Referent] = field(default_factory=list)
    owners: dict[tuple[int, int], Referent] = field(default_factory=dict)

    @cached_property
    def _scene(self) -> Scene:
        return read_scene(self.named, self.words, self.owners)

    @cached_property
    def _voices(self) -> Voices:
        return find_voices(self.outline, self.words, self.named, self.owners)

    @cached_property
    def _speakers(self) -> dict[Span, tuple[ParsedBlock, Token]]:
        return find_speakers(self.outline, self.words)

    def resolve(self) -> None:
        """Adds every anaphor that can be resolved to its referent; first persons last, when all speakers are known."""
        for referent in self.named:
            for place in referent.places:
                own(place, referent, self.owners)
        self.words = take_name_nouns(self.named, self.words)
        take_titles(self.named, self.words)
        take_places(self.named, self.owners)
        take_appositions(self.outline, self.words, self.owners)
        self.unnamed.extend(find_coordinations(self.named))
        speaking: list[Anaphor] = []
        for event in self._events():
            if isinstance(event, Place):
                self._take_noun(event)
            elif isinstance(event, tuple):
                self._take_relative(*event)
            elif event.kind == "speaker" and event.place.quoted:
                speaking.append(event)
            elif event.kind == "speaker":
                self._take_voice(event)
            else:
                self._take_anaphor(event)
        for anaphor in speaking:
            self._take_speaker(anaphor)

    def _events(self) -> list[Event]:
        """All that the walk meets, by where it ends; at one place anaphors come first, plain nouns last."""
        taken = set(self.owners)
        events: list[tuple[int, int, Event]] = []
        for anaphor in find_anaphors(self.outline, self.words, taken):
            events.append((anaphor.place.span.end, 0, anaphor))
            taken.add((anaphor.place.block.index, anaphor.place.head.i))
        events += [(place.span.end, 1, (place, head)) for place, head in find_relatives(self.outline, self.words)]
        events += [(place.span.end, 2, place) for place in find_nouns(self.outline, taken)]
        return [event for _, _, event in sorted(events, key=lambda e: e[:2])]

    def _take_noun(self, place: Place) -> None:
        number = "plural" if place.head.tag_ in {"NNS", "NNPS"} or place.head.lower_ == "those" else "singular"
        referent = Referent(None, number=number, places=[place])
        self.unnamed.append(referent)
        own(place, referent, self.owners)

    def _take_relative(self, place: Place, head: Token) -> None:
        referent = self.owners.get((place.block.index, head.i))
        if referent is not None:
            self._add(referent, place, "relative", CERTAIN)

    def _add(self, referent: Referent, place: Place, layer: str, confidence: float) -> None:
        add_place(referent, place, layer, confidence)
        own(place, referent, self.owners)

    def _take_anaphor(self, anaphor: Anaphor) -> None:
        best, confidence = self._choose(anaphor)
        if best is not None:
            self._add(best, anaphor.place, "pronoun" if anaphor.kind == "pronoun" else "description", confidence)
            best.origins.update(set(anaphor.modifiers) - self.words.free_modifiers)
            best.called.update({anaphor.noun} if anaphor.kind != "pronoun" else ())
            best.gender = best.gender or (anaphor.gender if best.cls is EntityClass.PERSON else "")
        elif anaphor.kind != "pronoun":
            self._take_noun(anaphor.place)

    def _take_speaker(self, anaphor: Anaphor) -> None:
        """ "I" is who speaks; "we" the organization that speaks, or the speaker's, or else the speaker."""
        speaker = self._speaker(anaphor.place)
        if speaker is None or not speaker.is_named:
            return
        if anaphor.number == "singular" or speaker.cls is not EntityClass.PERSON:
            if speaker.cls in anaphor.classes:
                self._add(speaker, anaphor.place, "speaker", CERTAIN)
            return
        employers = affiliations(speaker, self.owners)
        if len(employers) == 1:
            self._add(employers[0], anaphor.place, "speaker", FOR_EMPLOYER)
        else:
            self._add(speaker, anaphor.place, "speaker", FOR_SPEAKER)

    def _take_voice(self, anaphor: Anaphor) -> None:
        """Outside quotations "we" is the organization that speaks the article, "I" the person."""
        voice = self._voices.at(anaphor.place.block)
        meant = voice.person if anaphor.number == "singular" else voice.organization
        above = anaphor.place.head.head
        shared = anaphor.place.role == "possessive" and above.lemma_ in self.words.shared
        # "the exercises that we observed": what the sentence says is not about who observed.
        aside = anaphor.place.role == "embedded" and above.dep_ == "relcl"
        # "our other co-founder, who left": posts that are somebody else's now.
        other = any(child.lower_ in self.words.other_modifiers for child in above.children)
        if meant is not None and not shared and not aside and not (other and anaphor.place.role == "possessive"):
            self._add(meant, anaphor.place, "speaker", OWN_VOICE)

    def _speaker(self, place: Place) -> Referent | None:
        quotation = self.outline.quotation_at(place.span)
        said = self._speakers.get(quotation) if quotation else None
        return self.owners.get((said[0].index, said[1].i)) if said else None

    def _choose(self, anaphor: Anaphor) -> tuple[Referent | None, float]:
        """The thing that fits best and how sure that is; None where nothing fits, or two fit alike."""
        ranked = _without_lone_they(anaphor, sorted(self._candidates(anaphor), key=lambda pair: -pair[0]))
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        if not ranked or ranked[0][0] < (MIN_LONE if second < FORGOTTEN else _least_score(anaphor)):
            return None, 0.0
        margin = ranked[0][0] - second
        if margin < (MIN_MARGIN if anaphor.kind == "pronoun" else MIN_LEAD):
            return None, 0.0
        return ranked[0][1], min(CERTAIN, 0.5 + margin / 2)

    def _candidates(self, anaphor: Anaphor) -> Iterator[tuple[float, Referent]]:
        place = anaphor.place
        focus = focus_on(anaphor, self._scene)
        silent = self._silent(place)
        for referent in (*self.named, *self.unnamed[-RECENT:]):
            if not agrees(anaphor, referent) or referent in silent:
                continue
            near = referent is focus.forward or presence(referent, place) > 0 or _is_remembered(anaphor, referent)
            if near and can_be(anaphor, referent, self.words) and not self._is_odd(anaphor, referent):
                yield score(focus, referent, self._scene), referent

    def _silent(self, place: Place) -> list[Referent]:
        """Who a third person is not: the one who speaks there, and whom the speaker speaks for."""
        speaker = self._speaker(place) if place.quoted else None
        if speaker is None:
            voice = self._voices.at(place.block)
            named = [r for r in (voice.person, voice.organization) if r is not None]
            return [r for r in named if not _is_named_beside(r, place)]
        return [speaker, *affiliations(speaker, self.owners)]

    def _is_odd(self, anaphor: Anaphor, referent: Referent) -> bool:
        """Whether a description says more of a thing than is known: "the trade group" of one never called so."""
        if anaphor.kind == "pronoun":
            return False
        if anaphor.kind == "owned" or anaphor.weak:
            return fit_noun(anaphor, referent, self.words) not in {Fit.OWN_NOUN, Fit.SAME_NOUN}
        told = set(anaphor.modifiers) - self.words.free_modifiers - referent.modifiers
        return bool(told) and not self._may_come_from(anaphor.place, told, referent)

    def _may_come_from(self, place: Place, told: set[str], referent: Referent) -> bool:
        """Whether all that is new in a description is a place, of an organization just spoken of without one."""
        if referent.cls is not EntityClass.ORGANIZATION or referent.origins or not is_fresh(referent, place):
            return False
        new = [t for t in place.block.doc[place.first : place.head.i] if t.lower_ in told]
        return all(t.text[:1].isupper() and not t.text.isupper() and self._is_origin(place, t) for t in new)

    def _is_origin(self, place: Place, token: Token) -> bool:
        owner = self.owners.get((place.block.index, token.i))
        return owner is not None and owner.cls is EntityClass.PLACE if owner is not None else token.pos_ == "ADJ"


def is_fresh(referent: Referent, place: Place) -> bool:
    """Whether a thing was subject, object or possessor in the same sentence or the one before."""
    near = (p for p in referent.places if p.span < place.span and place.sentence - p.sentence <= 1)
    return any(p.role in SUBJECTS | {"object", "possessive"} for p in near)


def _is_named_beside(referent: Referent, place: Place) -> bool:
    """Whether a sentence itself names a thing: who speaks may do so too ("the rules that Halden sets itself")."""
    names = (p for p in referent.places if p.sentence == place.sentence and p.head.pos_ != "PRON")
    return any(p.block.index == place.block.index for p in names)


def _without_lone_they(anaphor: Anaphor, ranked: list[tuple[float, Referent]]) -> list[tuple[float, Referent]]:
    """Outside quotations "they" is one organization only where nothing plural can be meant."""
    several = anaphor.number == "plural" and anaphor.kind == "pronoun" and not anaphor.place.quoted
    if not several or not any(s >= PLURAL_NEARBY and r.number == "plural" for s, r in ranked):
        return ranked
    return [(s, r) for s, r in ranked if r.number != "singular"]


def _least_score(anaphor: Anaphor) -> float:
    if anaphor.kind != "pronoun":
        return MIN_DESCRIPTION
    if anaphor.gender:
        return MIN_GENDERED
    return MIN_QUOTED if anaphor.place.quoted else MIN_SCORE


def _is_remembered(anaphor: Anaphor, referent: Referent) -> bool:
    """Whether a description can reach back to a thing at any distance: one that is named before it."""
    if anaphor.kind == "pronoun" or not referent.is_named:
        return False
    return any(place.span < anaphor.place.span for place in referent.places)
