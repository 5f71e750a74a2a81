"""Who says what a sentence states: a reporting verb above, "according to", or the quotation that it stands in."""

import pytest

from kg.extract.stance.attribution import find_teller, is_quoted, is_reporting
from tests.extract.cast import find_wrong, parse, tellers

SAID = {
    "the article itself": """
        Acme built Bolt. => -: Acme develops Bolt
        Tom Okafor saw that Acme built Bolt. => -: Acme develops Bolt
        It emerged that Acme had built Bolt. => -: Acme develops Bolt
        Somebody said that Acme had built Bolt. => -: Acme develops Bolt
        Tom Okafor spoke. Acme built Bolt. => -: Acme develops Bolt
    """,
    "reporting verb before": """
        Tom Okafor said that Acme had built Bolt. => Tom Okafor: Acme develops Bolt
        Tom Okafor told [reporters|StakeholderGroup] that Acme had built Bolt. => Tom Okafor: Acme develops Bolt
        Heron Labs claimed that Acme had built Bolt. => Heron Labs: Acme develops Bolt
        Tom Okafor denied that Acme had built Bolt. => Tom Okafor: Acme develops Bolt
        The Grey Book says that Acme built Bolt. => Grey Book: Acme develops Bolt
        Acme announced that [it=Acme|Organization] had built Bolt. => ~ -: Acme develops Bolt
    """,
    "reporting verb after": """
        Acme built Bolt, Tom Okafor said. => Tom Okafor: Acme develops Bolt
        Acme has built Bolt, said Tom Okafor. => Tom Okafor: Acme develops Bolt
    """,
    "passive": """
        It was said by Tom Okafor that Acme had built Bolt. => Tom Okafor: Acme develops Bolt
    """,
    "nearest of two": """
        Kestrel reported that Tom Okafor said Acme had built Bolt. => Tom Okafor: Acme develops Bolt
        Tom Okafor said Kestrel had reported that Acme built Bolt. => Kestrel: Acme develops Bolt
    """,
    "according to": """
        According to Tom Okafor, Acme built Bolt. => Tom Okafor: Acme develops Bolt
        Acme built Bolt, according to Tom Okafor. => Tom Okafor: Acme develops Bolt
        Acme built Bolt, according to the Grey Book. => Grey Book: Acme develops Bolt
        Acme built Bolt according to plan. => -: Acme develops Bolt
    """,
    "quotation": """
        “Acme built Bolt,” said Tom Okafor. => Tom Okafor: Acme develops Bolt
        “It was a hard year. Acme built Bolt in ten months,” said Tom Okafor. => Tom Okafor: Acme develops Bolt
        “It was a hard year,” said Tom Okafor. “Acme built Bolt in ten months.” => Tom Okafor: Acme develops Bolt
        "It was a hard year," said Tom Okafor. "Acme built Bolt in ten months." => Tom Okafor: Acme develops Bolt
        “It was a hard year,” said Tom Okafor. Acme built Bolt in ten months. => -: Acme develops Bolt
        “Acme built Bolt.” => -: Acme develops Bolt
    """,
    "apposition under a report": """
        Tom Okafor said that Acme, the maker of Bolt, had sued Zenith. => Tom Okafor: Acme actsAgainst Zenith
    """,
}


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
