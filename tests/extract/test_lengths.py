"""What an article costs grows with its length and not faster, however monotonous or strange its text is.

Counted in calls, which are the same on every machine.
"""

import cProfile
import random
from collections.abc import Iterator
from itertools import islice

import pytest

from kg.extract import extract_articles
from kg.model import Article, Block, BlockKind, Span

LENGTH = 8_000  # characters; twice as many must cost about twice as much
MOST = 2.6  # times: what took the square of the length came to between 2.5 and 4


def to_article(text: str, ends: str = "") -> Article:
    """An article of one block, or of as many as the text has lines."""
    spans, start = [], 0
    for line in text.splitlines(keepends=True) if ends else [text]:
        spans.append(Span(start, start + len(line.rstrip("\n"))))
        start += len(line)
    return Article("0" * 16, text, tuple(Block(BlockKind.PARAGRAPH, span) for span in spans if span.length), "here")


def count_calls(article: Article) -> int:
    """How many calls it takes to read an article."""
    profile = cProfile.Profile()
    profile.enable()
    (extraction,) = extract_articles([article])
    profile.disable()
    assert extraction.article is article
    return sum(entry.callcount for entry in profile.getstats())


def count_growth(short: Article, long: Article) -> float:
    """How many times as many calls the one takes as the other; what is loaded once counts for neither."""
    for _ in extract_articles([short]):
        pass
    return count_calls(long) / count_calls(short)


def to_names() -> Iterator[str]:
    """Sentences about two names each that no other has."""
    random_ = random.Random(1)
    while True:
        letters = ("".join(random_.choice("bdfgklmnprstvz") + random_.choice("aeiou") for _ in "1234") for _ in "12")
        yield "{} joined {}. ".format(*(name.title() for name in letters))


REPEATED = {
    "one quotation": "“We will close the lab,” said Ann Lee of Halden. ",
    "one speaker": "Mr Lee said the lab would close. ",
    "descriptions": "The company said its chief executive joined the company. ",
    "percent": "5% ",
    "ranges": "from 5% to 6% ",
    "people": "Ann Lee and Bo Roe and ",
    "brackets": "Halden (HL) (",
    "possessives": "Halden's Orbel's maker's ",
    "relative clauses": "because the lab that sued the firm which ",
    "wishes": "Lawmakers must ban the models and must ",
    "commas": ", ",
}


@pytest.mark.parametrize("unit", REPEATED.values(), ids=REPEATED)
def test_one_block_twice_as_long_costs_twice_as_much(unit: str) -> None:
    short, long = ((unit * (length // len(unit) + 1))[:length] for length in (LENGTH, 2 * LENGTH))
    assert count_growth(to_article(short), to_article(long)) <= MOST


@pytest.mark.parametrize("name", ["one quotation", "descriptions", "percent", "people", "wishes"])
def test_twice_as_many_blocks_cost_twice_as_much(name: str) -> None:
    lines = LENGTH // len(REPEATED[name] * 3)
    short, long = ((REPEATED[name] * 3 + "\n") * count for count in (lines, 2 * lines))
    assert count_growth(to_article(short, "\n"), to_article(long, "\n")) <= MOST


def test_twice_as_many_names_cost_twice_as_much() -> None:
    count = LENGTH // len(next(to_names()))
    short, long = ("".join(islice(to_names(), number)) for number in (count, 2 * count))
    assert count_growth(to_article(short), to_article(long)) <= MOST
