"""Words put in to say whose a sentence is: "The danger, she went on, is …", "…, Ana Roe told the hearing."

Read from the text: the parser hangs what stands on either side of an aside in any way.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.stance.attribution import find_teller, is_reporting
from kg.extract.tokens import Token, TokenSpan
from kg.extract.wishes.words import load_wish_words

MOST = 14  # words of an aside; a longer one is a clause of its own
_BREAKS = frozenset({",", "—", "–"})
_QUOTES = frozenset({'"', "”", "''"})
_OPENERS = frozenset(
    {"and", "but", "which", "who", "that", "while", "although", "when", "if", "because", "or", "where"}
)
_SPEAKERS = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True)
class Aside:
    """Where an aside stands (its commas included, half-open token indices of the text) and who speaks in it."""

    start: int
    end: int
    speaker: Token


def find_asides(sentence: TokenSpan) -> list[Aside]:
    """The asides of a sentence that name who speaks, in order."""
    kept: dict[TokenSpan, list[Aside]] = sentence.doc.kept.setdefault(find_asides, {})
    if sentence not in kept:
        kept[sentence] = _read_asides(sentence)
    return kept[sentence]


def _read_asides(sentence: TokenSpan) -> list[Aside]:
    doc = sentence.doc
    breaks = [t.i for t in sentence if t.text in _BREAKS]
    closing = next((t.i for t in reversed(list(sentence)) if t.text not in {".", '"', "”"}), sentence.start) + 1
    found = []
    for start in breaks:
        end = next((i for i in breaks if i > start), closing)
        first = start + 2 if doc[start + 1 : start + 2].text in _QUOTES else start + 1
        speaker = _speaker_in(doc[first:end]) if first + 1 < end <= first + MOST else None
        if speaker is not None:
            found.append(Aside(start, end + 1 if end < closing else end, speaker))
    return found


def _speaker_in(words: TokenSpan) -> Token | None:
    """Who says what, where the words do no more than say who says it."""
    if words[0].lower_ in _OPENERS or any(t.text in {":", ";"} for t in words):
        return None
    tells = load_wish_words("speakers")["tells"]
    verbs = [t for t in words if is_reporting(t) or (t.lower_ in tells and t.pos_ in {"VERB", "NOUN", "AUX"})]
    if len(verbs) != 1 or _governs(verbs[0], words):
        return None
    before = [t for t in words if t.i < verbs[0].i and t.pos_ in _SPEAKERS]
    after = [t for t in words if t.i > verbs[0].i and t.pos_ in _SPEAKERS]
    if words[0] == verbs[0] or (words[0].lower_ in {"as", "so"} and not before):
        return _top(after)
    return _top(before)


def _governs(verb: Token, words: TokenSpan) -> bool:
    """Whether the verb has content of its own behind it: "…, she said that it rained"."""
    return any(t.lower_ in {"that", "to"} and t.i == verb.i + 1 for t in words)


def _top(tokens: list[Token]) -> Token | None:
    """The word that the others belong to: the first whose head is not among those before the verb."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside and t.dep_ != "poss"), tokens[0] if tokens else None)


def find_said_by(token: Token) -> list[Token]:
    """The words for who says what a word states: by the parse, else by an aside that its sentence ends or pauses on."""
    tellers = find_teller(token)
    return tellers or [aside.speaker for aside in find_asides(token.sent) if not aside.start <= token.i < aside.end][:1]


def without_asides(sentence: TokenSpan) -> Iterator[Token]:
    """The words of a sentence that stand in none of its asides."""
    asides = find_asides(sentence)
    return (t for t in sentence if not any(aside.start <= t.i < aside.end for aside in asides))
