"""Joins the parts of a wording, and finds what the clause around a quantity adds to it."""

from kg.extract.metrics.frame import NOMINAL, Frame, objects_of
from kg.extract.metrics.phrases import clause, content, limited, noun_phrase, opening, tidy, to_text
from kg.extract.metrics.words import listed
from kg.extract.tokens import Token

FEW = 2  # content words below which a wording is filled up from its clause


def join(*parts: list[Token]) -> str:
    """The parts as one line, each token once, each part no longer than a wording may be."""
    seen: set[int] = set()
    words: list[str] = []
    for part in parts:
        fresh = [token for token in part if token.i not in seen]
        seen |= {token.i for token in fresh}
        words.append(to_text(limited(fresh)))
    return " ".join(word for word in words if word)


def _noun_of(frame: Frame) -> Token | None:
    """The noun right before that is of this amount, however the parse has it: "penalties of up to 3%"."""
    first = frame.first
    if first - frame.sentence.start < len(("noun", "of")) or frame.block.doc[first - 1].lower_ != "of":
        return None
    noun = frame.block.doc[first - 2]
    return noun if noun.pos_ == "NOUN" else None


def find_around(frame: Frame, hidden: frozenset[int]) -> list[Token]:
    """What the clause adds to a counted noun or a share: the verb, and what the verb is completed by."""
    relation, preposition, governor = frame.link
    if governor is None:
        return []
    if (noun := _noun_of(frame)) is not None:
        return tidy([noun, *(t for t in noun.lefts if t.dep_ in ("compound", "amod"))], hidden)
    if relation in ("nsubj", "nsubjpass"):
        return clause(governor, hidden)
    if governor.pos_ in NOMINAL and relation == "pobj":
        return tidy([governor, *(t for t in governor.lefts if t.dep_ in ("compound", "amod"))], hidden)
    verb = governor if governor.pos_ in ("VERB", "AUX") else None
    if verb is None:
        return []
    if preposition is not None and preposition.dep_ != "agent":
        objects = [t for t in objects_of(verb) if t.i not in hidden]
        return tidy([t for noun in objects for t in noun_phrase(noun, hidden)] + [verb], hidden)
    light = verb.lemma_.lower() in listed("light", "verbs")
    rest = (
        clause(verb, hidden, without=[frame.anchor, *frame.anchor.ancestors][:1])
        if light
        else [verb, *particles_of(verb), *_short_phrases(verb, frame, hidden)]
    )
    return tidy(rest, hidden)


def particles_of(verb: Token) -> list[Token]:
    """The particles of a phrasal verb ("lay off")."""
    return [t for t in verb.children if t.dep_ == "prt"]


def _short_phrases(verb: Token, frame: Frame, hidden: frozenset[int]) -> list[Token]:
    """The words of a verb's prepositional phrases after the quantity, where they are no dates."""
    colon = next((t.i for t in frame.sentence if t.text == ":" and t.i > frame.tokens[-1].i), frame.sentence.end)
    rest = [t for t in clause(verb, hidden, without=[frame.anchor]) if t.i < colon]
    return [t for t in rest if t.i > frame.tokens[-1].i] if len(rest) <= _LONGEST_REST else []


_LONGEST_REST = 7  # tokens: a longer rest of a clause says more than what is counted


def fill(frame: Frame, phrase: list[Token], hidden: frozenset[int]) -> str:
    """The phrase, with the clause around it where it says too little alone."""
    if content(phrase) >= FEW or frame.verb is None or (phrase and frame.link[0] in ("nsubj", "nsubjpass")):
        return join(phrase)
    around = find_around(frame, hidden)
    fresh = [t for t in around if t not in phrase]
    return join(phrase, around, opening(frame.verb, hidden) if content(phrase) + content(fresh) <= FEW else [])
