"""Risks enumerated in a sentence: "names four of them: A; B; and C", "Examples are A, B and C", "risks such as A"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Span as TokenSpan

from kg.extract.parsed import ParsedBlock
from kg.extract.stance.modality import Stance
from kg.extract.wishes.found import Found
from kg.extract.wishes.speakers import Speakers, Speech
from kg.extract.wishes.wording import trim
from kg.extract.wishes.words import load_wish_words

MAX_ITEM = 14  # tokens; a longer one is an account, not a name
_REFERRING = frozenset({"them", "these", "those", "they", "examples", "among", "ones", "such"})
_LEAD = re.compile(
    r"(:|\b(?:Examples|These|They|Among them) (?:are|include|range from)"
    r"|\b(?:risks|dangers|threats|harms|hazards),? (?:such as|including|among them|like))\s"
)


def find_enumerated(speakers: Speakers, block: ParsedBlock) -> Iterator[Found]:
    """The risks that each sentence of the block enumerates, in order."""
    before = frozenset[str]()
    for sentence in block.doc.sents:
        words = frozenset(token.lower_ for token in sentence)
        start = _start_of_list(sentence)
        lead = frozenset(token.lower_ for token in block.doc[sentence.start : start]) if start else frozenset()
        cues = load_wish_words("risk")["enumerated"]
        if (
            start
            and (lead & cues or (lead & _REFERRING and before & (cues | load_wish_words("risk")["harms"])))
            and not lead & {"no", "not", "never"}
        ):
            items = _to_items(sentence, start)
            speech = _speech(speakers, block, sentence, start)
            if len(items) > 1 and not speech.unknown:
                yield from (
                    Found("risk", block, item, "risk/enumeration", Stance(), speech, (), 0.75) for item in items
                )
        before = words


def _start_of_list(sentence: TokenSpan) -> int:
    """The index of the token that the enumeration begins with; 0 where there is none."""
    match = _LEAD.search(sentence.text)
    after = [t.i for t in sentence if match and t.idx - sentence.start_char >= match.end()]
    return after[0] if after else 0


def _to_items(sentence: TokenSpan, start: int) -> list[TokenSpan]:
    """What stands between semicolons, or else between commas and the last "and"; empty where one is no name."""
    doc = sentence.doc
    parts = [i for i in range(start, sentence.end) if doc[i].text == ";"]
    if not parts:
        parts = [i for i in range(start, sentence.end) if doc[i].text == "," or _joins(sentence, i, start)]
    bounds = [start, *parts, sentence.end]
    items = [trim(doc, a, b) for a, b in pairwise(bounds)]
    found = [item for item in items if item is not None]
    return found if all(len(item) <= MAX_ITEM and _names(item) for item in found) else []


def _names(item: TokenSpan) -> bool:
    return any(token.pos_ in {"NOUN", "PROPN", "VERB"} for token in item)


def _joins(sentence: TokenSpan, index: int, start: int) -> bool:
    """Whether it is the "and" that closes the list: the last one, with a comma or nothing like it before."""
    joins = [t.i for t in sentence if t.i > start and t.lower_ in {"and", "or"}]
    return bool(joins) and index == joins[-1]


def _speech(speakers: Speakers, block: ParsedBlock, sentence: TokenSpan, start: int) -> Speech:
    subjects = [t for t in sentence if t.i < start and t.dep_ == "nsubj" and t.lower_ not in _REFERRING]
    found = speakers.of_word(block, subjects[:1]) if subjects else Speech()
    return Speech(found.agents)
