"""What a correction takes back: "An earlier version of this article said that Acme had signed", "I wrongly wrote"."""

import re
from functools import lru_cache

from kg.extract.tokens import Token

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s+[A-Z“\"']|\s*$)[^.!?]*)*[.!?]*")
_EARLIER = re.compile(
    r"\b(?:earlier|previous|original|initial|first) (?:version|edition|draft)s? of "
    r"(?:this|the|our|my|last) (?:\w+ ){0,2}"
    r"(?:article|story|report|newsletter|post|piece|item|column|headline|page|bulletin|caption)\b|"
    r"\b(?:wrongly|incorrectly|mistakenly|erroneously|misleadingly) "
    r"(?:said|stated|reported|wrote|described|identified|gave|named|called|listed|attributed|suggested)\b|"
    r"(?:^|[.!?—–:-])\s*(?:wrong|false|untrue|not true|incorrect|myth|error|fiction)\s*:|"
    r"\bmis(?:stated|identified|reported|attributed|spelled)\b",
    re.IGNORECASE,
)
_OWN_WORDS = re.compile(r"(?<![Aa]s )\b(?:I|[Ww]e) (?:wrote|reported|said|told you|had)\b")
_TAKEN_BACK = re.compile(
    r"\b(?:not|n['’]t|wrong|error|mistake|mistaken|sorry|apologi[sz]e|regret|correct\w*)\b", re.IGNORECASE
)
# In a correction, what was told before: "Correction: X was described as", "Clarification: X has been named as".
_CORRECTION = re.compile(r"^\W*(?:correction|clarification|corrigend|errat)\w*\b[^.]{0,40}?[:.—–]", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:was|were|been) (?:(?:wrongly|originally|first) )?"
    r"(?:described|named|identified|listed|given|called|referred to|quoted|reported|said|cited|credited)\b"
)
_MISTOLD = re.compile(
    r"\b(?:quoted|described|named|identified|listed|reported|cited|credited|translated|attributed) "
    r"(?:wrongly|falsely|incorrectly|mistakenly|inaccurately|in error|by mistake)\b|"
    r"^\s*(?:It|She|He|They) (?:owns?|does|did|is|was|has|had|said|holds?|makes?|made) (?:nothing|no such)\b"
)
KEPT = 512  # blocks whose corrections are remembered: more than one batch of articles holds


def is_taken_back(trigger: Token) -> bool:
    """Whether the trigger's sentence only tells what an earlier version of the article said wrongly."""
    return any(start <= trigger.idx < end for start, end in _taken_back(trigger.doc.text))


@lru_cache(KEPT)
def _taken_back(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a block's text whose sentences are taken back, in order."""
    corrects = _CORRECTION.match(text) is not None
    if not (corrects or any(sign.search(text) for sign in (_EARLIER, _OWN_WORDS, _TOLD))):
        return ()
    sentences = [match.span() for match in _SENTENCE.finditer(text)]
    found = []
    for (start, end), following in zip(sentences, [*sentences[1:], (len(text), len(text))], strict=True):
        said, after = text[start:end], text[following[0] : following[1]]
        mistold = _TOLD.search(said) and (corrects or _MISTOLD.search(after))
        if mistold or _EARLIER.search(said) or (_OWN_WORDS.search(said) and _TAKEN_BACK.search(after)):
            found.append((start, end))
    return tuple(found)
