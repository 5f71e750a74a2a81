"""Reads what articles claim: a function of one article at a time.

parsed.py       an article with its blocks parsed        tokens.py       parsed texts as plain values
cutting.py      long blocks in pieces
language.py     texts and articles to parses             models.py       the model that parses them
glances.py      which words a text holds at all
encoding.py     words as vectors of their context, for the models
analysis.py     parts of speech and lemmas, looked up    mending.py      verbs that the tagger took for something else
mentions/       where things are named                   coreference/    which mentions are one thing
syntax/         who does what, however it is put         stance/         how it is meant, and who says so
relations/      claims that relate two things            quantities/     numbers with their units
metrics/        which quantity is about what             wishes/         proposals and risks
positions/      who is for or against a proposal, and what is meant to prevent which risk
referents.py    which chains a word refers to            renaming.py     parsing again with names that the parser knows
remembering.py  what is worked out once for each word
words.py        closed lists that constructions turn on  reading.py      all of it, for parsed articles
memory.py       when unreachable objects are looked for  calibration.py  how many claims of a kind prove right
misses.py       sentences that should have given something and did not
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Article, Extraction

# Whoever loads numpy first decides how many threads its products take. At our sizes two wait for each other, and
# waiting is processor time: up to five times as much on a busy machine.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

EXTRACTOR_VERSION = "1"  # raised when the same article may give other claims, so that stores know to read it again


def extract_articles(articles: Iterable[Article]) -> Iterator[Extraction]:
    """One extraction per article, in the articles' order; neither order nor batch changes the outcome."""
    from kg.extract.cutting import cut_blocks
    from kg.extract.language import parse_articles
    from kg.extract.reading import read_parsed

    waiting: deque[Article] = deque()

    def cut() -> Iterator[Article]:
        for article in articles:
            waiting.append(article)
            yield cut_blocks(article)

    for extraction in read_parsed(parse_articles(cut())):
        article = waiting.popleft()
        yield extraction if extraction.article is article else replace(extraction, article=article)
