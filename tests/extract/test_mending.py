"""Words that the tree uses as verbs are verbs, whatever the tagger says; nothing else is touched."""

import pytest

from kg.extract.language import parse_articles
from kg.extract.models import load_model
from tests.extract.articles import to_article


def word_of(text, word):
    (parsed,) = parse_articles([to_article(text)])
    return next(token for token in parsed.blocks[0].doc if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Geoffrey Hinton, who quit Google last year, and Yoshua Bengio both back the measure.", "back", "back"),
        ("One of them, SB 942, obliges providers of systems to offer a tool.", "obliges", "oblige"),
    ],
)
def test_a_word_with_a_subject_and_an_object_is_a_verb(text, word, lemma):
    token = word_of(text, word)
    assert (token.pos_, token.lemma_) == ("VERB", lemma)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It is the work of Quillon, a Canberra company started by two former officials.", "started"),
        ("The model was built by Acme.", "built"),
    ],
)
def test_a_past_tense_that_somebody_does_is_a_participle(text, word):
    assert word_of(text, word).tag_ == "VBN"


def test_a_verb_gets_the_subject_that_was_taken_for_an_apposition():
    text = (
        "In a notable shift in the rapidly evolving lending landscape, Quillon, the firm behind Bolt, has urged rest."
    )
    assert word_of(text, "Quillon").head.text == "urged"
    assert word_of("The suit names its rival, Quillon, and sought damages.", "Quillon").dep_ != "nsubj"


def test_what_the_tagger_has_right_stays():
    text = "The firm sold its back office in May, and its shares rose."
    plain = {token.text: token.tag_ for token in load_model()(text)}
    (parsed,) = parse_articles([to_article(text)])
    assert {token.text: token.tag_ for token in parsed.blocks[0].doc} == plain
