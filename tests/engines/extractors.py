"""Extractors as simple as their contract allows; what an article's text says is what happens to who reads it."""

import os
import re
import signal
import time
from collections.abc import Iterable, Iterator

from kg.errors import ResourceError
from kg.model import Article, Block, BlockKind, Extraction, Span


def make_article(name: str, text: str = "fine") -> Article:
    return Article(name, text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), f"/news/{name}.txt")


def make_articles(*texts: str) -> list[Article]:
    return [make_article(str(number), text) for number, text in enumerate(texts)]


def obey(articles: Iterable[Article]) -> Iterator[Extraction]:
    """Does what the text's first word says; "fine" is an empty extraction."""
    for article in articles:
        words = article.text.split()
        if words[0] in ACTIONS:
            ACTIONS[words[0]](*words[1:])
        yield Extraction(article)


def _fail(*_words: str) -> None:
    raise ValueError("cannot read this")


def _lack(*_words: str) -> None:
    raise ImportError("no module named spacy")


def _miss(*_words: str) -> None:
    raise ResourceError("ontology/lexicon is missing from the installation", "install kg again")


def _spin(*_words: str) -> None:
    while True:
        pass


def _backtrack(*_words: str) -> None:
    re.match(r"(a+)+$", "a" * 50 + "b")


def _sleep(seconds: str = "1000") -> None:
    time.sleep(float(seconds))


def _devour(*_words: str) -> None:
    held = []
    while True:
        held.append(bytearray(5_000_000))


def _deafen(*_words: str) -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM, signal.SIGPROF})
    time.sleep(1000)


ACTIONS = {
    "fail": _fail,
    "lack": _lack,
    "miss": _miss,
    "spin": _spin,
    "backtrack": _backtrack,
    "sleep": _sleep,
    "devour": _devour,
    "deafen": _deafen,
    "leave": lambda *_words: os._exit(3),
    "quit": lambda *_words: exit(3),
    "die": lambda *_words: os.kill(os.getpid(), signal.SIGKILL),
}
