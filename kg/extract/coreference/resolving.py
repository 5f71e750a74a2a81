"""Walks through an article once, left to right, and gives each anaphor to the thing that it stands for, or to none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from kg.extract.coreference.anaphors import find_anaphors, find_nouns
from kg.extract.coreference.choosing import Candidate, Chooser, load_chooser
from kg.extract.coreference.deeds import take_deeds, take_told_nouns
from kg.extract.coreference.evidence import compare, observe
from kg.extract.coreference.fitting import Fit, agrees, can_be, fit_noun, is_like, name_nouns
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
from kg.extract.coreference.kinds import take_kinds
from kg.extract.coreference.outline import Outline
from kg.extract.coreference.referents import SUBJECTS, Anaphor, Place, Referent
from kg.extract.coreference.salience import Scene, focus_on, most_mentions, presence
from kg.extract.coreference.speech import find_speakers
from kg.extract.coreference.structure import find_relatives
from kg.extract.coreference.voice import Voices, find_voices
from kg.extract.coreference.words import Words
from kg.extract.mentions.gazetteer import known_as
from kg.extract.parsed import ParsedBlock
from kg.extract.tokens import Token
from kg.model import EntityClass, Span
from kg.names import fold

RECENT = 60  # unnamed things that can still be meant: more than `salience.MEMORY` sentences hold
INTERJECTED = 4  # words at most between a first person and the comma that closes its comment: "I am told,"
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
    chooser: Chooser = field(default_factory=load_chooser)
    unnamed: list[Referent] = field(default_factory=list)
    owners: dict[tuple[int, int], Referent] = field(default_factory=dict)

    @cached_property
    def _scene(self) -> Scene:
        spoken = frozenset(index for index, voice in self._voices.by_block.items() if voice.person is not None)
        return Scene(self.words, self.owners, most_mentions(self.named), spoken)

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
        self.words = take_told_nouns(self.named, take_name_nouns(self.named, self.words))
        take_titles(self.named, self.words)
        take_places(self.named, self.owners)
        take_appositions(self.outline, self.words, self.owners)
        take_deeds(self.named, self.words, self.owners)
        take_kinds(self.named, self.words)
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
            events.append((self._turn(anaphor.place), 0, anaphor))
            taken.add((anaphor.place.block.index, anaphor.place.head.i))
        events += [(place.span.end, 1, (place, head)) for place, head in find_relatives(self.outline, self.words)]
        events += [(place.span.end, 2, place) for place in find_nouns(self.outline, taken)]
        return [event for _, _, event in sorted(events, key=lambda e: e[:2])]

    def _turn(self, place: Place) -> int:
        """When a place's turn is: where it ends, but in a quotation not before its speaker's, if that is a pronoun."""
        quotation = self.outline.quotation_at(place.span)
        said = self._speakers.get(quotation) if quotation else None
        if said is None or said[0].index != place.block.index or said[1].pos_ != "PRON":
            return place.span.end
        speaker = said[0].span_of(said[1])
        near = self.outline.sentence_at(speaker.start) - place.sentence <= 1
        return max(place.span.end, speaker.end + 1) if near else place.span.end

    def _take_noun(self, place: Place) -> None:
        if place.head.lower_ in self.words.measures:
            return  # "three years": nothing that is spoken of again
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
            if anaphor.kind != "pronoun":
                best.called.add(anaphor.noun)
                self._scene.lately[anaphor.noun] = best
            best.gender = best.gender or (anaphor.gender if best.cls is EntityClass.PERSON else "")
        elif anaphor.kind != "pronoun":
            self._take_noun(anaphor.place)

    def _take_speaker(self, anaphor: Anaphor) -> None:
        """ "I" is who speaks; "we" the organization that speaks, or the speaker's, or else the speaker."""
        speaker = self._speaker(anaphor.place) or self._headlined(anaphor.place)
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

    def _headlined(self, place: Place) -> Referent | None:
        """Who says what a headline quotes without telling who: the only one that speaks the article."""
        people = {id(voice.person): voice.person for voice in self._voices.by_block.values() if voice.person}
        return next(iter(people.values())) if place.role == "heading" and len(people) == 1 else None

    def _take_voice(self, anaphor: Anaphor) -> None:
        """Outside quotations "we" is the organization that speaks the article, "I" the person."""
        voice = self._voices.at(anaphor.place.block)
        meant = voice.person if anaphor.number == "singular" else voice.several
        above = anaphor.place.head.head
        shared = anaphor.place.role == "possessive" and above.lemma_ in self.words.shared
        # "the exercises that we observed": what the sentence says is not about who observed.
        aside = anaphor.place.role == "embedded" and above.dep_ == "relcl"
        # "our other co-founder, who left": posts that are somebody else's now.
        other = any(child.lower_ in self.words.other_modifiers for child in above.children)
        if (
            meant is not None
            and not shared
            and not (aside or is_interjected(anaphor.place))
            and not (other and anaphor.place.role == "possessive")
        ):
            self._add(meant, anaphor.place, "speaker", OWN_VOICE)

    def _speaker(self, place: Place) -> Referent | None:
        quotation = self.outline.quotation_at(place.span)
        said = self._speakers.get(quotation) if quotation else None
        return self.owners.get((said[0].index, said[1].i)) if said else None

    def _choose(self, anaphor: Anaphor) -> tuple[Referent | None, float]:
        """The thing that is likely meant and how sure that is; None where nothing is likely enough."""
        candidates = list(self._candidates(anaphor))
        compare(anaphor, candidates, self._scene)
        referent, likely = self.chooser.choose(anaphor, candidates)
        return referent, min(CERTAIN, likely)

    def _candidates(self, anaphor: Anaphor) -> Iterator[Candidate]:
        place = anaphor.place
        focus = focus_on(anaphor, self._scene)
        silent = self._silent(place)
        for referent in (*self.named, *self.unnamed[-RECENT:]):
            if not agrees(anaphor, referent) or referent in silent:
                continue
            present = presence(referent, place)
            near = present > 0 or referent is focus.forward or _is_remembered(anaphor, referent)
            if near and can_be(anaphor, referent, self.words) and not self._is_odd(anaphor, referent):
                yield observe(focus, referent, self._scene, present), referent

    def _silent(self, place: Place) -> list[Referent]:
        """Who a third person is not: the one who speaks there, and whom the speaker speaks for."""
        speaker = self._speaker(place) if place.quoted else None
        if speaker is None:
            voice = self._voices.at(place.block)
            named = [r for r in (voice.person, voice.organization) if r is not None]
            return [r for r in named if not self._is_named_beside(r, place)]
        return [speaker, *affiliations(speaker, self.owners)]

    def _is_named_beside(self, referent: Referent, place: Place) -> bool:
        """Whether who speaks is spoken of: named in the sentence, or before it, with no "we" in it ("About Halden")."""
        first = any(t.lower_ in self.words.pronouns and self.words.pronouns[t.lower_].speaker for t in place.head.sent)
        near = (p for p in referent.places if p.block.index == place.block.index and p.head.pos_ != "PRON")
        return any(0 <= place.sentence - p.sentence <= (0 if first else 1) for p in near)

    def _is_odd(self, anaphor: Anaphor, referent: Referent) -> bool:
        """Whether a description says more of a thing than is known: "the trade group" of one never called so."""
        if anaphor.kind == "pronoun":
            return False
        fit = fit_noun(anaphor, referent, self.words)
        if anaphor.kind == "owned" or (anaphor.weak and not self._scene.is_main(referent)):
            return fit not in {Fit.OWN_NOUN, Fit.SAME_NOUN, Fit.ROLE, Fit.LIKE}
        told = set(anaphor.modifiers) - self.words.free_modifiers - referent.modifiers - name_nouns(referent)
        told = {word for word in told if not is_like(word, referent)}
        if not told or self._is_its_maker(anaphor, told, referent):
            return False
        return not self._may_come_from(anaphor.place, told, referent)

    def _is_its_maker(self, anaphor: Anaphor, told: set[str], referent: Referent) -> bool:
        """Whether a description says nothing new of a thing but what it makes: "the Tern maker"."""
        if anaphor.noun not in self.words.makers or referent.cls is not EntityClass.ORGANIZATION:
            return False
        if not self._scene.is_main(referent):
            return told <= made_words(referent.makes)
        makers = [r for r in self.named if r is not referent and told <= made_words(r.makes)]
        systems = [r for r in self.named if r.cls is EntityClass.SYSTEM]
        return not makers and told <= made_words(systems)

    def _may_come_from(self, place: Place, told: set[str], referent: Referent) -> bool:
        """Whether all that is new in a description is a place, of an organization just spoken of without one."""
        if referent.cls is not EntityClass.ORGANIZATION or referent.origins or not is_fresh(referent, place):
            return False
        new = [t for t in place.block.doc[place.first : place.head.i] if t.lower_ in told]
        capital = all(t.text[:1].isupper() and not t.text.isupper() for t in new)
        return capital and (_is_known_place(place) or all(self._is_origin(place, t) for t in new))

    def _is_origin(self, place: Place, token: Token) -> bool:
        owner = self.owners.get((place.block.index, token.i))
        if owner is not None:
            return owner.cls is EntityClass.PLACE
        based = any(t.lower_ == "based" for t in token.doc[token.i + 1 : token.i + 3])
        return token.pos_ == "ADJ" or based or token.lower_.endswith("-based")


def _is_known_place(place: Place) -> bool:
    """Whether the words with capitals before a noun name a place of the gazetteer: "the San Diego firm"."""
    named = " ".join(t.text for t in place.block.doc[place.first + 1 : place.head.i] if t.text[:1].isupper())
    return any(known.cls is EntityClass.PLACE for known in known_as(named))


def is_interjected(place: Place) -> bool:
    """Whether a first person only comments on what others do: "The minister, I am told, fears them"."""
    before, after = place.block.doc[max(0, place.first - 1)], place.block.doc[place.end : place.end + INTERJECTED]
    return place.role in SUBJECTS and before.text == "," and any(t.text == "," for t in after)


def made_words(systems: Iterable[Referent]) -> set[str]:
    """The words of the names of systems, folded."""
    return {word for system in systems for name in system.names for word in fold(name).split()}


def is_fresh(referent: Referent, place: Place) -> bool:
    """Whether a thing was subject, object or possessor in the same sentence or the one before."""
    lately = referent.near(place.sentence - 1, place.sentence)
    near = (p for p in lately if p.span < place.span and place.sentence - p.sentence <= 1)
    return any(p.role in SUBJECTS | {"object", "oblique", "possessive"} for p in near)


def _is_remembered(anaphor: Anaphor, referent: Referent) -> bool:
    """Whether a description can reach back to a thing at any distance: one that is named before it."""
    if anaphor.kind == "pronoun" or not referent.is_named:
        return False
    return any(place.span < anaphor.place.span for place in referent.places)
