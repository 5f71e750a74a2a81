"""The table of stance: every word has one effect in its section, and a wrong effect is refused with its name."""

import pytest

from kg.errors import ResourceError
from kg.extract.stance import table
from kg.extract.stance.table import EFFECTS, load_stance

SECTIONS = ("verbs", "nouns", "adjectives", "prepositions", "auxiliaries", "markers", "adverbs")


@pytest.mark.parametrize("section", SECTIONS)
def test_every_effect_exists_and_every_word_is_lower_case(section):
    words = getattr(load_stance(), section)
    assert words
    assert set(words.values()) <= EFFECTS
    assert all(word == word.lower() for word in words)


@pytest.mark.parametrize(
    ("section", "word", "effect"),
    [
        ("verbs", "decline", "deny"),
        ("verbs", "plan", "plan"),
        ("verbs", "consider", "possible"),
        ("verbs", "say", "report"),
        ("verbs", "manage", "actual"),
        ("nouns", "plan", "plan"),
        ("adjectives", "likely", "plan"),
        ("prepositions", "without", "deny"),
        ("auxiliaries", "may", "possible"),
        ("auxiliaries", "will", "plan"),
        ("markers", "if", "conditional"),
        ("adverbs", "never", "deny"),
    ],
)
def test_gives_words_their_effect(section, word, effect):
    assert getattr(load_stance(), section)[word] == effect


def test_negative_words_hold_what_denies_by_itself():
    assert {"no", "neither", "nobody", "without"} <= load_stance().negative_words


def test_refuses_an_effect_that_does_not_exist(tmp_path, monkeypatch):
    raw = table.ontology_path("stance.toml").read_text(encoding="utf-8")
    wrong = tmp_path / "stance.toml"
    wrong.write_text(raw.replace("[nouns]\n", '[nouns]\nshrug = "maybe"\n'), encoding="utf-8")
    monkeypatch.setattr(table, "ontology_path", lambda name: wrong)
    with pytest.raises(ResourceError, match=r"nouns.*shrug"):
        table.load_stance.__wrapped__()
