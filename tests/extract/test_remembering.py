"""What is remembered is found once for each word, and goes with its text."""

from kg.extract.remembering import remembered
from kg.extract.tokens import Analysis, Doc, Word


def make_doc() -> Doc:
    """Two words, the second hanging on the first."""
    return Doc([Word(text, True, 0, Analysis("NN", "NOUN", text, "dep")) for text in ("one", "two")])


def test_each_word_is_worked_out_once():
    asked = []

    @remembered
    def find(token):
        asked.append(token.text)
        yield token.text.upper()

    doc = make_doc()
    assert [find(doc[0]), find(doc[1]), find(doc[0])] == [("ONE",), ("TWO",), ("ONE",)]
    assert asked == ["one", "two"]


def test_another_text_is_worked_out_anew():
    asked = []
    find = remembered(lambda token: asked.append(token) or token.children)
    first, second = make_doc(), make_doc()
    assert (find(first[0]), find(second[0])) == ((first[1],), (second[1],))
    assert len(asked) == 2


def test_functions_do_not_mix():
    heads, children = remembered(lambda token: [token.head]), remembered(lambda token: token.children)
    doc = make_doc()
    assert (heads(doc[0]), children(doc[0])) == ((doc[0],), (doc[1],))
