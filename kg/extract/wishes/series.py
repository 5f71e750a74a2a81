"""Proposals in a row: "three repairs would go far: assign …, void …", "should (a) list …, (b) test …"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.parsed import ParsedBlock
from kg.extract.stance.stance import Stance
from kg.extract.syntax.arguments import find_subjects
from kg.extract.syntax.voice import is_verb
from kg.extract.tokens import Doc, Token, TokenSpan
from kg.extract.wishes.asides import find_said_by
from kg.extract.wishes.found import Found
from kg.extract.wishes.speakers import Speakers, Speech
from kg.extract.wishes.wording import trim
from kg.extract.wishes.words import load_wish_words

MOST = 6  # imperatives after a lead-in that still belong to it
CONFIDENCE = 0.75
_MARKER = re.compile(r"\((?:[a-h]|i{1,3}|iv|v|[1-8])\) ")
_ORDINALS = frozenset({"first", "second", "third", "finally", "then", "and", "also", "lastly", "next", ",", "—"})


def find_series(speakers: Speakers, block: ParsedBlock) -> Iterator[Found]:
    """The proposals of each lead-in of the block that a row of imperatives, or of lettered parts, answers."""
    sentences = list(block.doc.sents)
    for number, sentence in enumerate(sentences):
        parts = _lettered(sentence) or _behind_colon(sentence)
        if not parts and _leads_in(sentence, sentence.end):
            parts = _imperatives(sentences[number + 1 : number + 1 + MOST])
        if len(parts) > 1:
            speech = _speech(speakers, block, sentence)
            yield from (Found("proposal", block, p, "proposal/series", Stance(), speech, (), CONFIDENCE) for p in parts)


def _leads_in(sentence: TokenSpan, end: int) -> bool:
    """Whether the words up to `end` announce what should be done: "three things the agency could do"."""
    words = load_wish_words("proposal")
    lead = [token for token in sentence if token.i < end]
    lemmas = {token.lower_ for token in lead}
    open_ = lemmas & {"could", "should", "would", "must", "can", "need", "needs", "want", "wants"}
    return bool(lemmas & words["series"]) and bool(open_) and not lemmas & {"not", "n't", "no", "never"}


def _behind_colon(sentence: TokenSpan) -> list[TokenSpan]:
    colon = next((token for token in sentence if token.text == ":"), None)
    if colon is None or not _leads_in(sentence, colon.i):
        return []
    cuts = [t.i for t in sentence if t.i > colon.i and (t.text in {",", ";"} or t.lower_ in {"and", "or"})]
    return _parts(sentence, [colon.i + 1, *(i + 1 for i in cuts if _is_bare(sentence.doc, i + 1)), sentence.end + 1])


def _lettered(sentence: TokenSpan) -> list[TokenSpan]:
    """The parts behind "(a)", "(b)", where what stands before them says that they ought to be done."""
    marks = list(_MARKER.finditer(sentence.text))
    if len(marks) < 2:
        return []
    at = sentence.start_char
    lead = {token.lower_ for token in sentence if token.idx < at + marks[0].start()}
    if not lead & load_wish_words("proposal")["modals"]:
        return []
    bounds = [next((t.i for t in sentence if t.idx >= at + mark.end()), sentence.end) for mark in marks]
    opened = [next(t.i for t in sentence if t.idx >= at + mark.start()) for mark in marks]
    ends = [*opened[1:], sentence.end]
    found = (trim(sentence.doc, start, end) for start, end in zip(bounds, ends, strict=True))
    return [part for part in found if part is not None]


def _parts(sentence: TokenSpan, starts: Sequence[int]) -> list[TokenSpan]:
    found = [trim(sentence.doc, start, following - 1) for start, following in pairwise(starts)]
    parts = [part for part in found if part is not None]
    return parts if all(_is_bare(sentence.doc, part.start) for part in parts) else []


def _imperatives(sentences: Sequence[TokenSpan]) -> list[TokenSpan]:
    parts: list[TokenSpan] = []
    for sentence in sentences:
        start = next((t.i for t in sentence if t.lower_ not in _ORDINALS), sentence.end)
        if start >= sentence.end or not _is_bare(sentence.doc, start):
            break
        part = trim(sentence.doc, start, sentence.end)
        if part is not None:
            parts.append(part)
    return parts


def _is_bare(doc: Doc, index: int) -> bool:
    """Whether a bare verb stands there, which nobody is the subject of: an imperative."""
    if index >= len(doc):
        return False
    token: Token = doc[index]
    subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children)
    return token.tag_ in {"VB", "VBP"} and token.pos_ in {"VERB", "AUX"} and not subject


def _speech(speakers: Speakers, block: ParsedBlock, sentence: TokenSpan) -> Speech:
    tellers = find_said_by(sentence.root) or [
        subject
        for t in sentence
        if is_verb(t) and t.lemma_.lower() in {"say", "want", "argue"}
        for subject in find_subjects(t)
    ]
    return speakers.of_word(block, tellers) if tellers else Speech()
