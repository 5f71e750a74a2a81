"""Parts of speech and lemmas, as the parsing model's own rules have them, each worked out once.

The rules look at a word, its tag and its dependency, so what they say can be kept: running them over every word
of every text costs more than the parser. A few rules look at a neighbour too ("'s" in "let's", "is" in "there is"):
their words are looked up with their neighbours.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from kg.extract.models import load_model
from kg.extract.tokens import Analysis

KEPT = 20_000  # words in their uses, about 12 MB: some hundred articles' worth


class Tagged(NamedTuple):
    """What the tagger and the parser say of a word."""

    text: str
    tag: str
    dep: str


def analyse(words: Sequence[Tagged]) -> list[Analysis]:
    """What each word of one text is, in their order."""
    found: list[Analysis] = []
    for i, word in enumerate(words):
        if _minds_neighbours(word.text.lower()):
            start = max(i - 1, 0)
            found.append(_look_up(tuple(words[start : i + 2]), i - start))
        else:
            found.append(_look_up((word,), 0))
    return found


def to_verb_lemma(text: str) -> str:
    """The lemma that a word has as a verb, whatever the tagger takes it for."""
    model = load_model()
    doc = Doc(model.vocab, [text], pos=["VERB"])
    return model.get_pipe("lemmatizer")(doc)[0].lemma_


@lru_cache(maxsize=KEPT)
def _look_up(words: tuple[Tagged, ...], at: int) -> Analysis:
    """What the model's rules say of one of some neighbouring words."""
    model = load_model()
    doc = Doc(
        model.vocab, [word.text for word in words], tags=[word.tag for word in words], deps=[word.dep for word in words]
    )
    for name in ("attribute_ruler", "lemmatizer"):
        model.get_pipe(name)(doc)
    token = doc[at]
    return Analysis(token.tag_, token.pos_, token.lemma_, token.dep_)


@lru_cache(maxsize=KEPT)
def _minds_neighbours(lower: str) -> bool:
    return _minding().fullmatch(lower) is not None


@cache
def _minding() -> re.Pattern[str]:
    """The words, in small letters, that some rule judges by a neighbour."""
    ruler = load_model().get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    rules: list[dict[str, Any]] = ruler.patterns
    pairs = ((rule["index"], pattern) for rule in rules for pattern in rule["patterns"] if len(pattern) > 1)
    return re.compile("|".join(written for index, pattern in pairs for written in _written(pattern[index]["LOWER"])))


def _written(lower: str | dict[str, Any]) -> list[str]:
    """The expressions of a rule's condition on the small letters of its word."""
    if isinstance(lower, str):
        return [re.escape(lower)]
    return [lower["REGEX"]] if "REGEX" in lower else [re.escape(word) for word in lower["IN"]]
