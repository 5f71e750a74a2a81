"""Parses texts and articles with the language models, in batches."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

import numpy as np
from spacy.tokens import Doc as Parse

from kg.extract.analysis import Tagged, analyse
from kg.extract.memory import collecting_later
from kg.extract.mending import mend, rehang
from kg.extract.mentions.decoding import Name
from kg.extract.mentions.learned import load_decoder
from kg.extract.models import load_model, parse_together, passing_words, tokenize
from kg.extract.parsed import Parsed, ParsedBlock
from kg.extract.tokens import Doc, Word
from kg.model import Article

BATCH_TEXTS = 64  # the fastest of the sizes measured for blocks of news text; single calls cost twice as much


# "OSLO, March 11 (Agency) - ", "GENEVA — ": a place in capitals, at most a date and an agency, then a dash.
_CAPITALS = "A-ZÀ-ÖØ-Þ"
_DATELINE = re.compile(
    rf"^[{_CAPITALS}][{_CAPITALS}.'’/ -]{{2,30}}(, [^—–()-]{{2,40}})?"
    rf"( \([^)]{{2,30}}\))? ?[—–-]{{1,2}} (?=[\"“'{_CAPITALS}])"
)


def blank_dateline(text: str) -> str:
    """The text with a wire story's dateline turned into blanks, so that it is no part of the first sentence.

    No character moves: offsets into the text stay what they were.
    """
    match = _DATELINE.match(text)
    return " " * match.end() + text[match.end() :] if match else text


def parse_texts(texts: Iterable[str]) -> Iterator[Doc]:
    """Each text parsed, with the names that the recogniser sees in it, in order."""
    decoder = load_decoder()
    coming = iter(texts)
    while batch := list(islice(coming, BATCH_TEXTS)):
        with collecting_later(), passing_words():
            parses = [tokenize(text) for text in batch]
            parse_together(parses)
            docs = [_to_doc(parse, names) for parse, names in zip(parses, decoder.decode(parses), strict=True)]
        yield from docs


def _to_doc(parse: Parse, names: Sequence[Name]) -> Doc:
    """A parse as plain values."""
    rows = parse.to_array(["SPACY", "HEAD", "TAG", "DEP"])
    spaces, heads = rows[:, 0].astype(bool).tolist(), (rows[:, 1].astype(np.int64) + np.arange(len(rows))).tolist()
    tags, deps = ([_name_of(key) for key in column] for column in rows[:, 2:].T.tolist())
    texts = [token.text for token in parse]
    analyses = analyse([Tagged(*row) for row in zip(texts, tags, deps, strict=True)])
    words = [Word(*row) for row in zip(texts, spaces, heads, analyses, strict=True)]
    spans = [(parse[start:end], label) for start, end, label in names]
    return mend(Doc(rehang(words), [(span.start_char, span.end_char, label) for span, label in spans]))


@cache  # one for each tag and dependency of the model
def _name_of(key: int) -> str:
    name: str = load_model().vocab.strings[key]
    return name


def parse_articles(articles: Iterable[Article]) -> Iterator[Parsed]:
    """Each article with its blocks parsed, in order; texts go through the models in batches, across articles."""
    waiting: deque[tuple[Article, int]] = deque()

    def texts() -> Iterator[str]:
        for article in articles:
            for index, block in enumerate(article.blocks):
                waiting.append((article, index))
                yield blank_dateline(article.cut(block))
            if not article.blocks:
                waiting.append((article, -1))
                yield ""

    gathered: list[ParsedBlock] = []
    for doc in parse_texts(texts()):
        article, index = waiting.popleft()
        if index >= 0:
            gathered.append(ParsedBlock(index, article.blocks[index], doc))
        if index == len(article.blocks) - 1:
            yield Parsed(article, tuple(gathered))
            gathered = []
