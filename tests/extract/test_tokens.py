"""Plain words answer like spaCy's own, whatever they are asked, for any text that the model parses."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.models import load_model
from kg.extract.tokens import Analysis, Doc, Word
from kg.extract.tokens import Doc as Parse

TEXTS = (
    "The lab, which Mara Lind founded in Oslo, has hired 12 people. Its rival hasn't (yet).",
    "  Spaced   out — “quoted” text:\n- one;\n- two.  ",
    "Ines Roy, Tom Okafor and Kim Dae of Zenith said on Monday that they'd sue; the agency, they said, would not.",
    "THE COURT RULES AGAINST THE LAB",
    "What was asked, nobody knew, of the people whom the state that had sued named.",
    "!",
    "",
)
RELATIVES = ("children", "lefts", "rights", "subtree", "ancestors")
FLAGS = ("text", "lower_", "idx", "tag_", "dep_", "is_punct", "is_space", "is_lower", "is_title", "is_alpha")


@cache
def parse(text: str) -> Parse:
    return load_model()(text)


def convert(parse: Parse) -> Doc:
    """The parse as plain values, without lemmas."""
    return Doc([Word(t.text, bool(t.whitespace_), t.head.i, Analysis(t.tag_, t.pos_, t.lemma_, t.dep_)) for t in parse])


@pytest.mark.parametrize("text", TEXTS)
def test_words_have_the_same_text_place_and_relatives(text):
    theirs, ours = parse(text), convert(parse(text))
    assert (ours.text, len(ours)) == (text, len(theirs))
    for token, other in zip(ours, theirs, strict=True):
        assert {flag: getattr(token, flag) for flag in FLAGS} == {flag: getattr(other, flag) for flag in FLAGS}
        assert [[r.i for r in getattr(token, name)] for name in RELATIVES] == [
            [r.i for r in getattr(other, name)] for name in RELATIVES
        ]
        assert (token.head.i, token.left_edge.i, token.right_edge.i) == (
            other.head.i, other.left_edge.i, other.right_edge.i
        )  # fmt: skip
        assert (token.sent.start, token.sent.end) == (other.sent.start, other.sent.end)
        assert [token.is_ancestor(t) for t in ours] == [other.is_ancestor(t) for t in theirs]


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_are_the_same(text):
    theirs, ours = parse(text), convert(parse(text))
    assert [(s.start, s.end) for s in ours.sents] == [(s.start, s.end) for s in theirs.sents]
    assert [t.i for t in ours if t.is_sent_start] == [t.i for t in theirs if t.is_sent_start]


@given(st.data())
def test_runs_of_words_are_the_same(data):
    text = data.draw(st.sampled_from(TEXTS))
    index = st.none() | st.integers(-30, 30)
    outer, inner = slice(data.draw(index), data.draw(index)), slice(data.draw(index), data.draw(index))
    theirs, ours = parse(text)[outer], convert(parse(text))[outer]
    for their, our in ((theirs, ours), (theirs[inner], ours[inner])):
        assert (our.start, our.end, our.text) == (their.start, their.end, their.text)
        assert (our.start_char, our.end_char, len(our)) == (their.start_char, their.end_char, len(their))
        assert [token.i for token in our] == [token.i for token in their]
        if len(our):
            assert (our.root.i, our[-1].i, our.sent.start) == (their.root.i, their[-1].i, their.sent.start)


@given(st.sampled_from(TEXTS), st.integers(-3, 120), st.integers(-3, 120))
def test_a_stretch_of_the_text_covers_the_same_words(text, start, length):
    their = parse(text).char_span(start, start + length, alignment_mode="expand") if length > 0 else None
    our = convert(parse(text)).char_span(start, start + length) if length > 0 else None
    assert (our and (our.start, our.end)) == (their and (their.start, their.end))


@given(st.data())
def test_a_run_as_a_text_of_its_own_has_the_same_tree(data):
    text = data.draw(st.sampled_from([text for text in TEXTS if len(text) > 1]))
    theirs, ours = parse(text), convert(parse(text))
    start = data.draw(st.integers(0, len(ours) - 1))
    end = data.draw(st.integers(start + 1, len(ours)))
    theirs, ours = theirs[start:end].as_doc(), ours[start:end].as_doc()
    assert [(t.text, t.head.i, t.dep_, t.tag_) for t in ours] == [(t.text, t.head.i, t.dep_, t.tag_) for t in theirs]
    assert [(s.start, s.end) for s in ours.sents] == [(s.start, s.end) for s in theirs.sents]


def test_a_word_exists_once():
    doc = convert(parse(TEXTS[0]))
    assert doc[1] is doc[0:3][1] is doc[1].children[0].head
    assert doc[1] != convert(parse(TEXTS[0]))[1]


def test_neighbours_end_with_the_text():
    doc = convert(parse(TEXTS[0]))
    assert doc[0].nbor(1) is doc[1]
    assert doc[2].nbor(-1) is doc[1]
    for word, distance in ((doc[0], -1), (doc[len(doc) - 1], 1)):
        with pytest.raises(IndexError):
            word.nbor(distance)


@given(st.integers(2, 4000))
def test_a_chain_of_any_depth_is_walked(depth):
    word = Analysis("NN", "NOUN", "word", "dep")
    doc = Doc([Word("word", True, min(i + 1, depth - 1), word) for i in range(depth)])
    assert [token.i for token in doc[depth - 1].subtree] == list(range(depth))
    assert sum(1 for _ in doc[0].ancestors) == depth - 1
    assert len(doc.sents) == 1
