"""Who says what a sentence states: a reporting verb above, "according to", or the quotation that it stands in."""

import pytest

from kg.extract.stance.attribution import find_teller, is_quoted, is_reporting
from tests.extract.cast import find_wrong, parse, tellers
from tests.extract.stance.sentences import SAID


@pytest.mark.parametrize("way", SAID)
def test_finds_who_says_so(way):
    assert not find_wrong(SAID[way], tellers)


def _doc(text: str):
    return parse(text).resolved.parsed.blocks[0].doc


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He left. “Nothing works,” she said.", ["Nothing", "works"]),
        ('He left. "Nothing works," she said.', ["Nothing", "works"]),
        ("“Nothing works,” she said. “We are late.”", ["Nothing", "works", "We", "are", "late"]),
        ("“Nothing works. We are late.", ["Nothing", "works", "We", "are", "late"]),
        ("Nothing works.", []),
        ("It’s Acme’s turn, isn’t it.", []),
    ],
)
def test_knows_what_stands_between_quotation_marks(text, quoted):
    assert [token.text for token in _doc(text) if is_quoted(token) and token.is_alpha] == quoted


@pytest.mark.parametrize("verb", ["said", "warned", "told", "argued", "announced", "insisted", "reported"])
def test_knows_reporting_verbs(verb):
    assert any(is_reporting(token) for token in _doc(f"Tom Okafor {verb} them that it rained."))


@pytest.mark.parametrize("text", ["Tom Okafor baked bread.", "The report was long.", "A saying goes round."])
def test_knows_what_reports_nothing(text):
    assert not any(is_reporting(token) for token in _doc(text))


def test_two_speakers_say_it_together():
    doc = _doc("Tom Okafor and Mara Lind said that Acme had built Bolt.")
    built = next(token for token in doc if token.text == "built")
    assert [token.text for token in find_teller(built)] == ["Okafor", "Lind"]


def test_every_word_may_be_asked_for_its_teller():
    for token in _doc("In the view of Tom Okafor, as he said, “according to” is what Kestrel, it says, denied saying."):
        assert all(teller.doc is token.doc for teller in find_teller(token))
