"""Names decided for all words at once are those that the recogniser finds word by word."""

from itertools import islice
from pathlib import Path

import pytest

from kg.extract.mentions.decoding import TOGETHER, Decoder
from kg.extract.mentions.learned import load_decoder, load_recogniser
from kg.extract.models import load_model

CORPUS = Path(__file__).resolve().parents[3] / "data" / "corpus"
MARKS = str.maketrans("", "", "[]|")


def to_docs(texts):
    return list(load_model().pipe(texts))


def own_names(docs):
    recogniser = load_recogniser()
    recogniser.set_annotations(docs, recogniser.predict(docs))
    return [[(name.start, name.end, name.label_) for name in doc.ents] for doc in docs]


def corpus_lines():
    lines = [line for path in sorted(CORPUS.rglob("*.txt")) for line in path.read_text("utf-8").splitlines() if line]
    return [line.translate(MARKS) for line in islice(lines, 0, None, 12)]


def test_finds_what_the_recogniser_finds_in_the_corpus():
    docs = to_docs(corpus_lines())
    found = load_decoder().decode(docs)
    assert sum(map(len, found)) > 250
    assert any(name.end - name.start > 3 for names in found for name in names)
    assert [[tuple(name) for name in names] for names in found] == own_names(docs)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Anthropic",
        "Halden Labs",
        "\n Halden \n Labs \n",
        "OpenAI OpenAI OpenAI.",
        "the the the",
        "Dr. Ada Ruiz",
    ],
)
def test_ends_of_texts_and_white_space(text):
    docs = to_docs([text])
    assert [[tuple(name) for name in names] for names in load_decoder().decode(docs)] == own_names(docs)


def test_untrained_recognisers_are_followed_too():
    """What a model that has learnt little does: long names, over and over, ended by sentences alone."""
    recogniser = load_recogniser()
    upper = recogniser.model.get_ref("upper")
    before = upper.get_param("b").copy()
    bias = before.copy()
    bias[[i for i in range(len(bias)) if recogniser.moves.get_class_name(i)[0] in "BI"]] += 30
    docs = to_docs(["One two three four. Five six seven.", "Eight nine", "Ten"])
    try:
        upper.set_param("b", bias)
        found = Decoder(recogniser).decode(docs)
        assert [name[:2] for name in found[0]] == [(0, 5), (5, 9)]
        assert [[tuple(name) for name in names] for names in found] == own_names(docs)
    finally:
        upper.set_param("b", before)


def test_nothing_to_decode():
    assert load_decoder().decode([]) == []


def test_names_longer_than_are_followed_together_are_followed_alone():
    docs = to_docs([" ".join(["Halden"] * 5) + " and " + " ".join(["🙂"] * 60), "🙂 " * 40 + "Tern 2"])
    found = load_decoder().decode(docs)
    assert max(name.end - name.start for names in found for name in names) > TOGETHER + 1
    assert [[tuple(name) for name in names] for names in found] == own_names(docs)
