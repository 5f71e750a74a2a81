"""Looked-up parts of speech and lemmas are those of the model's rules run over the whole text."""

import pytest

from kg.extract.analysis import Tagged, analyse, to_verb_lemma
from kg.extract.models import load_model

TEXTS = (
    "There's a lab that isn't hers. There are two, and it's been theirs. Let's go: y'all ain't gonna like it.",
    "  The labs' models were being trained;\n \n it didn't help them, though they tried. C'm on! I got ta. Nothin'.",
    "She has done what he does. What is done is done. To have been, they'll have had to be.",
    "THE COURT RULES AGAINST THE LAB",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_looks_up_what_the_rules_say_of_the_whole_text(text):
    model = load_model()
    parse = model(text)
    found = analyse([Tagged(token.text, token.tag_, token.dep_) for token in parse])
    for name in ("attribute_ruler", "lemmatizer"):
        model.get_pipe(name)(parse)
    assert [tuple(analysis) for analysis in found] == [(t.tag_, t.pos_, t.lemma_, t.dep_) for t in parse]


@pytest.mark.parametrize(("word", "lemma"), [("obliges", "oblige"), ("Suing", "sue"), ("bought", "buy")])
def test_lemmas_of_verbs(word, lemma):
    assert to_verb_lemma(word) == lemma
