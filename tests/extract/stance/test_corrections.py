"""What a correction takes back is told apart from what an article only repeats."""

import pytest

from kg.extract.language import parse_articles
from kg.extract.stance.corrections import is_taken_back
from tests.extract.articles import to_article


def verb_of(text, word):
    (parsed,) = parse_articles([to_article(text)])
    return next(token for token in parsed.blocks[0].doc if token.text == word)


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this article said that Acme had bought Zenith.",
        "The original version of our report stated that Acme bought Zenith.",
        "We wrongly reported that Acme bought Zenith.",
        "Last week I wrote that Acme had bought Zenith. It has not.",
        "In May we said Acme bought Zenith. That was wrong, and we apologise.",
        "A caption misidentified the firm that bought Zenith.",
        "Correction (3 May): Acme was described as the firm that bought Zenith. It rents an office there.",
        "Acme was named as the firm that bought Zenith. It was named wrongly.",
        "Acme was said to have bought Zenith. It did nothing of the kind.",
        "The week in brief. Wrong: that Acme bought Zenith. Right: that Bolt did.",
    ],
)
def test_what_was_said_wrongly_is_taken_back(text):
    assert is_taken_back(verb_of(text, "bought"))


@pytest.mark.parametrize(
    "text",
    [
        "As we reported last week, Acme bought Zenith. It was not cheap.",
        "We said in May that Acme bought Zenith. The price was 3 million.",
        "Acme bought Zenith. It has not said why.",
        "Acme was described as the firm that bought Zenith. It is based in Norland.",
        "The correction was quick: Acme bought Zenith.",
        "An earlier version of the model was weak, so Acme bought Zenith.",
    ],
)
def test_what_is_only_repeated_stands(text):
    assert not is_taken_back(verb_of(text, "bought"))


def test_only_the_sentence_of_the_correction_is_taken_back():
    text = "Acme sued Zenith in May. An earlier version of this article said that it bought Zenith."
    assert not is_taken_back(verb_of(text, "sued"))
    assert is_taken_back(verb_of(text, "bought"))
