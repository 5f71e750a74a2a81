"""Encoded words are what the model's own layers make of them, however texts are put together."""

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import encoding
from kg.extract.encoding import ROWS_AT_ONCE, Encoder
from kg.extract.mentions.learned import load_recogniser
from kg.extract.models import load_model, parse_together

TEXTS = (
    "Halden Labs released Tern 2 on Monday.",
    "",
    "It didn't say why; “nothing works,” she said.",
    " \n ",
    "A",
    "$" * 40 + " éé “” 漢字 🙂",
)


def own_model():
    return load_model().get_pipe("tok2vec").model


def recogniser_model():
    return load_recogniser().model.get_ref("tok2vec").layers[0]


def to_docs(texts):
    return [load_model().make_doc(text) for text in texts]


def assert_same(found, expected):
    assert [rows.shape for rows in found] == [rows.shape for rows in expected]
    for rows, others in zip(found, expected, strict=True):
        np.testing.assert_allclose(rows, others, atol=2e-5)


@pytest.mark.parametrize("model", [own_model, recogniser_model])
def test_gives_what_the_layers_give(model):
    docs = to_docs(TEXTS)
    assert_same(Encoder(model()).encode(docs), model().predict(docs))


def test_texts_longer_than_are_taken_at_once_are_seen_whole():
    words = " ".join(f"word{i % 700}," for i in range(2 * ROWS_AT_ONCE))
    docs = to_docs([words, "After it.", words[:5000]])
    assert len(docs[0]) > 3 * ROWS_AT_ONCE
    assert_same(Encoder(own_model()).encode(docs), own_model().predict(docs))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=4))
def test_any_texts_together_are_as_each_alone(texts):
    encoder, docs = Encoder(own_model()), to_docs(texts)
    assert_same(encoder.encode(docs), [encoder.encode([doc])[0] for doc in docs])


def test_keeps_no_more_forms_than_it_may(monkeypatch):
    monkeypatch.setattr(encoding, "FORMS_KEPT", 5)
    encoder = Encoder(own_model())
    for text in (
        "One two three four.",
        "Five six seven eight.",
        "One two three four five six seven eight nine.",
        "Ten.",
    ):
        docs = to_docs([text])
        assert_same(encoder.encode(docs), own_model().predict(docs))
    assert len(encoder._rows) <= 5
    assert len(encoder._vectors) == 5


def test_forms_that_differ_in_one_attribute_are_kept_apart():
    apart, joined = to_docs(["lab , lab", "lab, lab"])
    first, second = Encoder(own_model()).encode([apart, joined])
    assert not np.allclose(first[0], second[0], atol=1e-3)


def test_nothing_to_encode():
    assert Encoder(own_model()).encode([]) == []


def test_parses_as_the_pipeline_does():
    texts = [*TEXTS, "The ministry, which Halden sued in May, denied that it had banned Tern 2 before the vote."]
    together = to_docs(texts)
    parse_together(together)
    for doc, text in zip(together, texts, strict=True):
        alone = load_model()(text)
        assert [(t.tag_, t.dep_, t.head.i, t.is_sent_start) for t in doc] == [
            (t.tag_, t.dep_, t.head.i, t.is_sent_start) for t in alone
        ]


def test_products_take_one_thread():
    """Asked of a process of its own, for whoever loaded numpy first has decided here."""
    ask = "import os, kg.extract; print(os.environ['OPENBLAS_NUM_THREADS'])"
    environment = {name: value for name, value in os.environ.items() if not name.endswith("NUM_THREADS")}
    done = subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"


def test_what_is_broken_off_leaves_no_word_without_its_vector(monkeypatch):
    encoder = Encoder(own_model())
    mixers = encoder._mixers
    monkeypatch.setattr(encoder, "_mixers", [*mixers, None])  # the last cannot be called
    with pytest.raises(AttributeError):
        encoder.encode(to_docs(TEXTS))
    monkeypatch.setattr(encoder, "_mixers", mixers)
    assert_same(encoder.encode(to_docs(TEXTS)), own_model().predict(to_docs(TEXTS)))
