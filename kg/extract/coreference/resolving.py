"""Walks through an article once, left to right, and gives each anaphor to the thing that it stands for, or to none."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.coreference.anaphors import find_anaphors, find_nouns, premodifiers
from kg.extract.coreference.fitting import can_be
from kg.extract.coreference.naming import add_mention
from kg.extract.coreference.outline import Outline
from kg.extract.coreference.referents import Anaphor, Place, Referent
from kg.extract.coreference.salience import Scene, presence, read_scene, score
from kg.extract.coreference.speech import find_speakers, speaker_of
from kg.extract.coreference.structure import find_appositions, find_relatives
from kg.extract.coreference.words import Words
from kg.extract.parsed import ParsedBlock
from kg.model import EntityClass, Mention, Span

MIN_SCORE = 0.3  # below it nothing nearby is meant
MIN_MARGIN = 0.12  # the best must be ahead of the second by this share of the best
NAME_WEIGHT = 0.9  # the highest confidence of a resolved anaphor


def _is_possessor(token: Token, head: Token) -> bool:
    """Whether the token stands in a possessor of the head ("its director"): that is another thing, or an anaphor."""
    while token not in {head, token.head}:
        if token.dep_ == "poss":
            return True
        token = token.head
    return False


@dataclass
class Resolver:
    """The state of one walk: the things known so far, and which tokens belong to them."""

    outline: Outline
    words: Words
    named: list[Referent]
    unnamed: list[Referent] = field(default_factory=list)
    owners: dict[tuple[int, int], Referent] = field(default_factory=dict)
    scene: Scene = field(init=False)

    def __post_init__(self) -> None:
        self.scene = read_scene(self.named, self.words)
        for referent in self.named:
            for place in referent.places:
                self._own(place, referent)

    def _own(self, place: Place, referent: Referent) -> None:
        for token in place.block.tokens_in(place.span) or ():
            if token == place.head or not _is_possessor(token, place.head):
                self.owners[place.block.index, token.i] = referent

    def resolve(self) -> None:
        """Adds every anaphor that can be resolved to its referent."""
        self._take_titles()
        self._take_appositions()
        anaphors = list(find_anaphors(self.outline, self.words, set(self.owners)))
        relatives = list(find_relatives(self.outline, self.words))
        speakers = find_speakers(self.outline, self.words)
        taken = {(a.place.block.index, a.place.head.i) for a in anaphors}
        nouns = list(find_nouns(self.outline, set(self.owners)))
        events: list[tuple[Span, int, object]] = [(a.place.span, 0, a) for a in anaphors]
        events += [(place.span, 1, (place, head)) for place, head in relatives]
        events += [(p.span, 2, p) for p in nouns if (p.block.index, p.head.i) not in taken]
        for _, _, event in sorted(events, key=lambda e: (e[0].end, e[1])):
            if isinstance(event, Anaphor):
                self._take_anaphor(event, speakers)
            elif isinstance(event, Place):
                self._take_noun(event)
            elif isinstance(event, tuple):
                self._take_relative(*event)

    def _take_titles(self) -> None:
        """ "chief executive Ann Lee": what stands right before a name tells what she is."""
        for referent in self.named:
            for place in referent.places:
                for child in place.head.children:
                    if child.dep_ in {"compound", "nmod", "amod"} and child.lower_ in self.words.nouns:
                        self._learn(referent, child)

    def _learn(self, referent: Referent, noun: Token) -> None:
        entries = [n for n in self.words.nouns.get(noun.lower_, ()) if n.cls is referent.cls]
        if entries:
            referent.kinds.add(noun.lower_)
            referent.modifiers.update(premodifiers(noun)[1])
            referent.gender = referent.gender or entries[0].gender

    def _take_appositions(self) -> None:
        named = {key: r.cls for key, r in self.owners.items() if r.cls is not None}
        for description, name in find_appositions(self.outline, self.words, named):
            referent = self.owners[name.block.index, name.head.i]
            if (description.block.index, description.head.i) not in self.owners:
                self._learn(referent, description.head)
                self._add(referent, description, "apposition", NAME_WEIGHT)

    def _add(self, referent: Referent, place: Place, layer: str, confidence: float) -> None:
        if referent.cls is not None:
            add_mention(referent, Mention(place.span, referent.cls, layer, round(confidence, 2)), place)
        else:
            referent.places.append(place)
        self._own(place, referent)

    def _take_noun(self, place: Place) -> None:
        """An unnamed thing: a new one, or one with the same head again."""
        if (place.block.index, place.head.i) in self.owners:
            return
        number = "plural" if place.head.tag_ in {"NNS", "NNPS"} else "singular"
        referent = Referent(None, number=number, places=[place])
        self.unnamed.append(referent)
        self._own(place, referent)

    def _take_relative(self, place: Place, head: Token) -> None:
        referent = self.owners.get((place.block.index, head.i))
        if referent is not None:
            self._add(referent, place, "relative", NAME_WEIGHT)

    def _take_anaphor(self, anaphor: Anaphor, speakers: dict[Span, tuple[ParsedBlock, Token]]) -> None:
        if (anaphor.place.block.index, anaphor.place.head.i) in self.owners:
            return
        if anaphor.kind == "speaker":
            self._take_speaker(anaphor, speakers)
            return
        best, confidence = self._choose(anaphor)
        if best is not None:
            layer = "pronoun" if anaphor.kind == "pronoun" else "description"
            self._add(best, anaphor.place, layer, confidence)
            best.gender = best.gender or (anaphor.gender if best.cls is EntityClass.PERSON else "")
        elif anaphor.kind != "pronoun":
            self._take_noun(anaphor.place)

    def _take_speaker(self, anaphor: Anaphor, speakers: dict[Span, tuple[ParsedBlock, Token]]) -> None:
        quotation = self.outline.quotation_at(anaphor.place.span)
        said = speakers.get(quotation) if quotation else None
        referent = self.owners.get((said[0].index, said[1].i)) if said else None
        if referent is None and said:
            referent = speaker_of(self.named, *said)
        if referent is not None and referent.cls in anaphor.classes:
            sure = referent.cls is not EntityClass.PERSON or anaphor.number == "singular"
            self._add(referent, anaphor.place, "speaker", NAME_WEIGHT if sure else 0.5)

    def _choose(self, anaphor: Anaphor) -> tuple[Referent | None, float]:
        """The thing that fits best and how sure that is; None where nothing fits, or two fit alike."""
        ranked = sorted(self._candidates(anaphor), key=lambda pair: -pair[0])
        if not ranked or ranked[0][0] < MIN_SCORE:
            return None, 0.0
        best, second = ranked[0], ranked[1] if len(ranked) > 1 else (0.0, None)
        margin = (best[0] - second[0]) / best[0]
        if margin < MIN_MARGIN:
            return None, 0.0
        return best[1], min(NAME_WEIGHT, 0.5 + margin / 2)

    def _candidates(self, anaphor: Anaphor) -> Iterator[tuple[float, Referent]]:
        for referent in (*self.named, *self.unnamed):
            near = presence(referent, anaphor.place) > 0 or self._is_far_but_main(anaphor, referent)
            if near and can_be(anaphor, referent, self.words) and not self._is_odd(anaphor, referent):
                yield score(anaphor, referent, self.scene), referent

    def _is_far_but_main(self, anaphor: Anaphor, referent: Referent) -> bool:
        earlier = any(place.span < anaphor.place.span for place in referent.places)
        return anaphor.kind != "pronoun" and referent.is_named and earlier

    def _is_odd(self, anaphor: Anaphor, referent: Referent) -> bool:
        """Whether a description says more of a thing than is known: "the trade group" of one never called so."""
        if anaphor.kind == "pronoun":
            return False
        told = set(anaphor.modifiers) - self.words.free_modifiers
        if anaphor.kind == "owned" or anaphor.weak:
            return anaphor.noun not in referent.kinds
        return bool(told) and not told <= referent.modifiers
