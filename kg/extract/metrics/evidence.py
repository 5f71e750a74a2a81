"""What speaks for or against each thing near a figure being what the figure is about."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.extract.metrics.frame import Frame, objects_of, subject_of
from kg.extract.metrics.naming import UNNAMED
from kg.extract.metrics.places import Nearness, Place, find_places
from kg.extract.metrics.rules import is_deontic
from kg.extract.metrics.words import kinds, listed
from kg.extract.parsed import Resolved
from kg.extract.tokens import Token
from kg.model import Chain, EntityClass

Evidence = dict[str, float]

_FAR = (2, 5, 10, 20)  # tokens between a mention and the figure, the upper ends of four steps
_DEPENDENCIES = frozenset(
    ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound", "appos", "conj", "attr", "nmod", "dative")
)


@dataclass(frozen=True)
class _Scene:
    """What is the same for all candidates of one figure."""

    resolved: Resolved
    frame: Frame
    places: tuple[Place, ...]
    expected: frozenset[EntityClass]
    is_deontic: bool
    root_subject: Chain | None
    subject_before: Chain | None
    most: Mapping[EntityClass | None, int]


def observe(
    resolved: Resolved, frame: Frame, ways: Mapping[str, Iterable[str]], chains: Iterable[Chain]
) -> dict[str, tuple[Chain, Evidence]]:
    """Every candidate by its id, with what is known of it; `ways` are those in which rules found the `chains`."""
    places = find_places(resolved, frame, chains)
    before = next((s for s in frame.block.doc.sents if s.end == frame.sentence.start), None)
    most: dict[EntityClass | None, int] = {}
    for chain in resolved.chains:
        for cls in (None, chain.cls):
            most[cls] = max(most.get(cls, 0), len(chain.mentions))
    scene = _Scene(
        resolved=resolved,
        frame=frame,
        places=places,
        expected=find_expected(frame),
        is_deontic=is_deontic(frame),
        root_subject=_subject(resolved, frame, frame.sentence.root),
        subject_before=None if before is None else _subject(resolved, frame, before.root),
        most=most,
    )
    return {
        place.chain.id: (
            place.chain,
            {f"way.{way}": 1.0 for way in ways.get(place.chain.id, ())}
            | _of_thing(scene, place)
            | _of_place(scene, place),
        )
        for place in places
    }


def _subject(resolved: Resolved, frame: Frame, verb: Token) -> Chain | None:
    subject = subject_of(verb)
    return resolved.chain_at(frame.block, subject) if subject is not None else None


def _of_thing(scene: _Scene, place: Place) -> Evidence:
    """What sort of thing it is, how often it is named, and whether such things have what is measured."""
    chain, most = place.chain, scene.most
    count = len(chain.mentions)
    found = {
        f"class.{chain.cls}": 1.0,
        "prominence": math.log(count + 1) / math.log(most[None] + 1),
        "most named": float(count == most[None]),
        "most named of class": float(count == most[chain.cls]),
        "once": float(count == 1),
    }
    if scene.expected:
        found["expected" if chain.cls in scene.expected else "unexpected"] = 1.0
    if scene.is_deontic:
        found[f"deontic.{chain.cls}"] = 1.0
    return found


def _of_place(scene: _Scene, place: Place) -> Evidence:
    """Where it is named, as what, and what is named nearer."""
    found = {f"place.{place.nearness.name.lower()}": 1.0}
    head, frame = place.head, scene.frame
    if place.nearness is Nearness.SENTENCE and head is not None:
        side = "before" if head.i < frame.tokens[0].i else "after"
        dependency = head.dep_ if head.dep_ in _DEPENDENCIES else "other"
        far = sum(place.distance > step for step in _FAR)
        found |= {f"{side}.{dependency}": 1.0, f"side.{side}": 1.0, f"far.{far}": 1.0}
        found["reporter"] = float(_reports(head))
        found["root subject"] = float(place.chain == scene.root_subject)
        found["nearest"] = float(place == _nearest(scene, before=True))
        found["nearest after"] = float(place == _nearest(scene, before=False))
        found["only"] = float(len(list(_rivals(scene))) == 1 and place.chain.cls not in UNNAMED)
    elif place.nearness in (Nearness.SENTENCE_BEFORE, Nearness.EARLIER):
        found["subject before"] = float(place.chain == scene.subject_before)
    if head is not None:
        found[f"form.{_form(head)}"] = 1.0
    return found


def _rivals(scene: _Scene) -> Iterator[Place]:
    """The named things of the figure's sentence, places and people apart."""
    return (p for p in scene.places if p.nearness is Nearness.SENTENCE and p.chain.cls not in UNNAMED)


def _nearest(scene: _Scene, before: bool) -> Place | None:
    start = scene.frame.tokens[0].i
    rivals = (p for p in _rivals(scene) if p.head is not None and (p.head.i < start) is before)
    return min(rivals, key=lambda place: place.distance, default=None)


def _reports(head: Token) -> bool:
    """Whether a word names who says so: the subject of "said", the "X" of "according to X"."""
    if head.dep_ == "nsubj":
        return head.head.lemma_.lower() in listed("about", "reporting")
    return head.dep_ == "pobj" and head.head.lower_ == "to" and head.head.head.lower_ == "according"


def _form(head: Token) -> str:
    if head.tag_ in ("PRP", "PRP$"):
        return "pronoun"
    return "name" if head.pos_ == "PROPN" or head.text[:1].isupper() else "noun"


def find_expected(frame: Frame) -> frozenset[EntityClass]:
    """The classes of things that have what is measured ("revenue", "parameters"); empty where the words do not tell."""
    nouns = {t.lemma_.lower() for t in (frame.noun, frame.partitive, frame.link[2], *_of_verb(frame)) if t is not None}
    return frozenset(cls for cls in EntityClass if cls in kinds() and nouns & kinds()[cls])


def _of_verb(frame: Frame) -> Iterator[Token | None]:
    """The nouns that a figure's verb joins to it: "revenue" of "revenue quadrupled to"."""
    if frame.verb is not None:
        yield subject_of(frame.verb)
        yield from objects_of(frame.verb)
        yield from (t for child in frame.tokens.root.children if child.dep_ == "prep" for t in child.children)
