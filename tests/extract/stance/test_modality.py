"""What is denied, planned, possible or conditional is a claim with that stance, and never a fact."""

import pytest

from kg.extract.stance.modality import find_stance
from kg.extract.stance.stance import Stance
from kg.extract.syntax.voice import is_verb
from kg.model import Modality, Polarity
from tests.extract.cast import claims, facts, find_wrong, parse, to_rows
from tests.extract.stance.sentences import NOT_SO, SO


@pytest.mark.parametrize("kind", NOT_SO)
def test_reads_what_is_not_so_with_its_stance(kind):
    assert not find_wrong(NOT_SO[kind])


@pytest.mark.parametrize("kind", NOT_SO)
def test_never_makes_a_fact_of_what_is_not_so(kind):
    assert {text: facts(text) for text, _ in to_rows(NOT_SO[kind]) if facts(text)} == {}


@pytest.mark.parametrize("kind", SO)
def test_keeps_what_is_so_untouched_by_what_stands_around_it(kind):
    assert not find_wrong(SO[kind])


@pytest.mark.parametrize(
    ("effects", "polarity", "modality"),
    [
        ([], Polarity.AFFIRMED, Modality.ACTUAL),
        (["actual", "report", ""], Polarity.AFFIRMED, Modality.ACTUAL),
        (["deny"], Polarity.DENIED, Modality.ACTUAL),
        (["deny", "deny"], Polarity.AFFIRMED, Modality.POSSIBLE),
        (["plan", "possible"], Polarity.AFFIRMED, Modality.POSSIBLE),
        (["possible", "plan"], Polarity.AFFIRMED, Modality.POSSIBLE),
        (["conditional", "possible", "deny"], Polarity.DENIED, Modality.CONDITIONAL),
    ],
)
def test_the_most_open_effect_wins_and_denials_cancel_into_what_is_open(effects, polarity, modality):
    stance = Stance()
    for effect in effects:
        stance.apply(effect)
    assert (stance.polarity, stance.modality) == (polarity, modality)
    assert stance.is_actual is (polarity is Polarity.AFFIRMED and modality is Modality.ACTUAL)


def _stance_of(text: str, word: str) -> Stance:
    doc = parse(text).resolved.parsed.blocks[0].doc
    return find_stance(next(token for token in doc if token.text == word))


def test_marks_infinitives_of_purpose():
    assert _stance_of("Acme flew to Oslo to sue Zenith.", "sue").purpose
    assert not _stance_of("Acme managed to buy Zenith.", "buy").purpose


def test_remembers_the_verb_that_reports():
    stance = _stance_of("Tom Okafor said that Acme had sued Zenith.", "sued")
    assert stance.teller is not None
    assert stance.teller.text == "said"


def test_every_word_of_a_long_sentence_has_a_stance():
    text = (
        "If " + ", ".join(["Acme, which may not sue Zenith, refused to deny that it would plan to buy Bolt"] * 12) + "."
    )
    doc = parse(text).resolved.parsed.blocks[0].doc
    assert all(isinstance(find_stance(token), Stance) for token in doc)
    assert any(is_verb(token) and not find_stance(token).is_actual for token in doc)
    assert claims(text)
