"""What the model learns of words is forgotten where it would grow without end."""

import pytest

from kg.extract import extract_articles, models
from kg.extract.language import parse_texts
from kg.extract.models import load_model, passing_words
from tests.extract.articles import to_article


@pytest.fixture
def few_words(monkeypatch):
    """No words beyond those of the model are kept."""
    next(iter(parse_texts(["Warm up."])))
    monkeypatch.setattr(models, "_kept_strings", lambda: 0)


def made_up(number):
    return to_article(f"Anthropic sued Marlow{number} Labs in Tern{number}ville, which foundered{number}.")


def test_words_are_forgotten(few_words):
    before = len(load_model().vocab.strings)
    list(extract_articles(made_up(number) for number in range(40)))
    assert len(load_model().vocab.strings) == before
    assert "Marlow7" not in load_model().vocab.strings


def test_words_are_kept_as_long_as_there_is_room(monkeypatch):
    monkeypatch.setattr(models, "_kept_strings", lambda: len(load_model().vocab.strings) + 10)
    next(iter(parse_texts(["Wexquinsol moved."])))
    assert "Wexquinsol" in load_model().vocab.strings


def test_forgetting_changes_nothing(few_words, monkeypatch):
    articles = [made_up(number) for number in range(5)]
    forgetting = list(extract_articles(articles))
    monkeypatch.undo()
    assert forgetting == list(extract_articles(articles))
    assert any(extraction.claims for extraction in forgetting)


def test_a_broken_block_leaves_the_model_usable(few_words):
    with pytest.raises(TypeError), passing_words():
        load_model().vocab.strings.add("Zelverfen") + "a word is a number"
    assert "Zelverfen" not in load_model().vocab.strings
    assert [token.text for token in next(iter(parse_texts(["Zelverfen moved."])))] == ["Zelverfen", "moved", "."]
