"""Texts that nobody would write: each ends within its limits, and leaves the extractor as it was."""

import time

import pytest

from kg.engines.limits import Limits
from kg.engines.local import LocalEngine
from kg.engines.shards import Result
from kg.engines.task import Task
from kg.model import Article, Extraction, Failure
from tests.engines.extractors import make_article

SENTENCE = "Anthropic said on Monday that OpenAI would invest $4 billion in its model Claude by 2027. "
LIMITS = Limits(seconds=0.5, megabytes=300)
SLACK_S = 1.5  # an interruption waits for the end of one call into the parser's compiled code

HOSTILE = {
    "a paragraph without end": SENTENCE * 5_000,
    "a word without end": "a" * 200_000,
    "a number without end": "9" * 200_000,
    "numbers": "9 " * 50_000,
    "currency signs": "$" * 50_000,
    "sums": "$4 billion " * 5_000,
    "a list without end": "Anthropic, " * 10_000,
    "a sentence without end": "Anthropic said that " * 5_000,
    "quotation marks": '"' * 50_000,
    "quotations that never close": '"We said, ' * 10_000,
    "brackets": "(" * 50_000,
    "acronyms in brackets": "(AI) " * 10_000,
    "capitals": "ANTHROPIC " * 10_000,
    "names": " ".join(f"Name{number} Surname{number}" for number in range(5_000)),
    "pronouns": "He said she said it said they said. " * 2_000,
    "shares": "from 41% to 17% " * 5_000,
    "marks upon marks": "a" + "\u0301" * 100_000,
    "turned writing": "\u202eOpenAI \u200b" * 5_000,
    "nothing to see": "\u200b" * 100_000,
    "control characters": "\x00" * 50_000 + SENTENCE,
    "half a character": "OpenAI \ud800 said. ",
    "hyphens": "-".join(["state"] * 20_000),
    "dots": "." * 100_000,
    "blanks": "a" + " " * 200_000 + "b",
}


@pytest.fixture(scope="module")
def engine() -> LocalEngine:
    return LocalEngine(Task(limits=LIMITS))


@pytest.fixture(scope="module")
def good(engine: LocalEngine) -> tuple[Article, Result]:
    """An article as any other, and what it says."""
    article = make_article("good", SENTENCE)
    return article, next(LocalEngine().extract([article]))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_ends_within_its_limits(text: str, engine: LocalEngine, good: tuple[Article, Result]) -> None:
    hostile = make_article("hostile", text)
    start = time.process_time()
    [result] = engine.extract([hostile])
    assert time.process_time() - start < LIMITS.seconds + SLACK_S
    if isinstance(result, Failure):
        assert result.location == hostile.location
        assert result.reason.startswith(("takes longer than", "needs more than", "cannot be extracted (Unicode"))
    article, said = good
    assert isinstance(said, Extraction)
    assert said.claims
    assert list(engine.extract([article])) == [said]
