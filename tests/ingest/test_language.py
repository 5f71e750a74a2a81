"""The language of a text is told by its words and script, whatever its page says."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ingest import read_sources
from kg.ingest.language import UNKNOWN, find_language
from kg.ingest.sifting import Reason
from kg.model import Article, Skipped
from tests.ingest.holding import read
from tests.ingest.pages import CLOSING, MIDDLE, OPENING, page

# The same news in each language: a council hands its sluices to a machine, and engineers will look at what it does.
LINES = Path(__file__).with_name("languages.txt").read_text(encoding="utf-8").splitlines()
NEWS = dict(line.split(" ", 1) for line in LINES)


@pytest.mark.parametrize("language", NEWS)
@pytest.mark.parametrize("hint", ["", "en", "xx"])
def test_a_sentence_of_news_is_told(language: str, hint: str) -> None:
    assert find_language(NEWS[language], hint) == language


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("", "", "en"),
        ("Sluices", "de-DE", "de-de"),
        ("Rat gibt Schleusen ab", "", "en"),
        ("12 345 67.8 % 1,234", "en", "en"),
        (" ".join(f"Rockledge {n} Viera {n + 3}" for n in range(20)), "en", UNKNOWN),
        (" ".join(f"Rockledge {n} of Viera {n + 3}" for n in range(3)), "en", "en"),
        (NEWS["en"] * 3 + NEWS["zh"], "", "en"),
        (NEWS["de"] * 3 + NEWS["en"], "en", "de"),
        (
            "Ursula von der Leyen and Luiz Inácio Lula da Silva have told the press that they will not sign it.",
            "",
            "en",
        ),
    ],
)
def test_short_mixed_and_odd_texts(text: str, hint: str, language: str) -> None:
    assert find_language(text, hint) == language


@settings(deadline=None)
@given(st.text(max_size=400), st.text(max_size=5))
def test_any_text_has_a_language(text: str, hint: str) -> None:
    assert find_language(text, hint)


def test_every_sample_article_is_in_english() -> None:
    results = list(read_sources(["data/sample/articles"]))
    assert results
    assert all(isinstance(result, Article) for result in results)


def test_a_long_text_costs_next_to_nothing() -> None:
    text = NEWS["en"] * 5_000
    find_language(text)
    started = time.process_time()
    for _ in range(20):
        find_language(text)
    assert time.process_time() - started < 1


def test_the_answer_does_not_depend_on_the_run() -> None:
    code = (
        "from tests.ingest.test_language import NEWS, find_language; print([find_language(t) for t in NEWS.values()])"
    )
    runs = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(2)}
    assert len(runs) == 1


def test_a_page_is_believed_less_than_its_words() -> None:
    body = OPENING + MIDDLE + CLOSING
    (article,) = read("-", stdin=page(body).replace(b'lang="en"', b'lang="de"'))
    assert isinstance(article, Article)
    assert (article.language, dict(article.origins)["language"]) == ("en", "text")
    (skipped,) = read("-", stdin=page(f"<p>{NEWS['de'] * 4}</p>"))
    assert skipped == Skipped("-", Reason.NOT_ENGLISH, "de")
