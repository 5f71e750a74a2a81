"""Risks that a law or wish is put up against: "is meant to prevent it", "to guard against theft, X asks"."""

from collections.abc import Iterator

from kg.extract.parsed import ParsedBlock
from kg.extract.referents import find_referents
from kg.extract.stance.stance import Stance
from kg.extract.syntax.arguments import find_objects, find_subjects
from kg.extract.syntax.voice import governed, is_verb
from kg.extract.tokens import Token
from kg.extract.wishes.asides import find_said_by
from kg.extract.wishes.clauses import is_infinitive
from kg.extract.wishes.found import Found
from kg.extract.wishes.speakers import Speakers, Speech
from kg.extract.wishes.wording import to_passage
from kg.extract.wishes.words import load_wish_words
from kg.model import EntityClass

CONFIDENCE = 0.65
_FROM = frozenset({"against", "from"})


def find_guarded(speakers: Speakers, block: ParsedBlock, verb: Token) -> Iterator[Found]:
    """What the verb says that a law is meant to prevent, or somebody's wish is to guard against."""
    if not guards(verb) or any(child.dep_ == "neg" for child in verb.children):
        return
    speech = _meant(speakers, block, verb) or _wished(speakers, block, verb)
    if speech is not None:
        for thing in find_averted(verb):
            passage = to_passage(thing) if thing.pos_ not in {"PRON", "PROPN"} else None
            if passage is not None:
                yield Found("risk", block, passage, "risk/guard", Stance(), speech, (), CONFIDENCE)


def guards(verb: Token) -> bool:
    """Whether the verb is one of preventing or lessening."""
    return is_verb(verb) and verb.lemma_.lower() in load_wish_words("risk")["averting"]


def find_averted(verb: Token) -> list[Token]:
    """What is prevented: "prevents X", "guards against X", "protects people from X"."""
    held = [token for name, token in governed(verb) if name in _FROM]
    return held or [t for t in find_objects(verb) if t.i > verb.i]


def _meant(speakers: Speakers, block: ParsedBlock, verb: Token) -> Speech | None:
    """ "is meant to prevent", "aims to prevent", of a law or its like: the fear of who says so, or of nobody."""
    above = verb.head
    meant = above.lemma_.lower() in load_wish_words("risk")["meaning"] and verb.dep_ in {"xcomp", "advcl", "ccomp"}
    laws = [r for t in find_subjects(verb) for r in find_referents(speakers.resolved, block, t, {EntityClass.POLICY})]
    return speakers.of_word(block, find_said_by(verb)) if meant and laws else None


def _wished(speakers: Speakers, block: ParsedBlock, verb: Token) -> Speech | None:
    """ "To prevent X, Ana Roe wants": the fear of who wants."""
    opening = verb.left_edge.i <= verb.sent.start + 1 and verb.dep_ in {"advcl", "xcomp"} and is_infinitive(verb)
    words = load_wish_words("proposal")
    asks = verb.head.lemma_.lower() in words["ask"] | words["seek"] | words["seek_for"] | words["state"]
    speech = speakers.of_word(block, find_subjects(verb.head)) if opening and asks else None
    return speech if speech is not None and speech.agents else None
