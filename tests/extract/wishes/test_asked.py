"""Proposals and risks are read from each way of putting them, with who puts them and to whom."""

import pytest

from kg.model import Modality, Polarity
from tests.extract.cast import find_wrong, parse, wished, wishes
from tests.extract.wishes.asked import ASKED, FEARED, NOT_ASKED, VOICES


@pytest.mark.parametrize("way", ASKED)
def test_reads_what_is_asked_for(way):
    assert not find_wrong(ASKED[way], wished)


@pytest.mark.parametrize("kind", NOT_ASKED)
def test_does_not_read(kind):
    assert not find_wrong(NOT_ASKED[kind], wished)


@pytest.mark.parametrize("way", FEARED)
def test_reads_what_is_feared(way):
    assert not find_wrong(FEARED[way], wished)


@pytest.mark.parametrize("voice", VOICES)
def test_finds_who_speaks(voice):
    assert not find_wrong(VOICES[voice], wished)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Mara Lind urged laboratories to publish their tests.", "proposal/ask"),
        ("Heron Labs called for a public register of incidents.", "proposal/seek-for"),
        ("Mara Lind argued that governments should fund inspectors.", "proposal/that"),
        ("Heron Labs proposed a tax on idle chips.", "proposal/seek"),
        ("Mara Lind issued a call for yearly audits.", "proposal/noun-for"),
        ("Heron Labs made a proposal to split the agency in two.", "proposal/noun-to"),
        ("According to Mara Lind, laboratories should publish their tests.", "proposal/norm"),
        ("Mara Lind warned of mass unemployment.", "risk/word"),
    ],
)
def test_names_the_construction(text, rule):
    assert {claim.rule for claim in wishes(text).claims} == {rule}


@pytest.mark.parametrize("text", ["Acme never proposed a tax on idle chips.", "Acme never warned of job losses."])
def test_what_is_denied_is_a_claim_and_no_fact(text):
    (claim,) = wishes(text).claims
    assert claim.polarity is Polarity.DENIED
    assert not claim.is_fact


def test_what_is_planned_is_a_claim_and_no_fact():
    (claim,) = wishes("Heron Labs will propose a tax on idle chips.").claims
    assert claim.modality is Modality.PLANNED


def test_quotes_where_it_stands():
    text = "It rained. Mara Lind urged laboratories to publish their tests. It stopped."
    found = wishes(text)
    (proposal,) = found.proposals
    plain = parse(text).resolved.parsed.article.text
    assert proposal.span.cut(plain) == proposal.label == "publish their tests"
    assert proposal.description == "Mara Lind urged laboratories to publish their tests."
    assert {claim.evidence.cut(plain) for claim in found.claims} == {proposal.description}


def test_the_speaker_is_the_source():
    for claim in wishes("Mara Lind urged laboratories to publish their tests.").claims:
        speaker = next(c.subject for c in wishes("Mara Lind urged laboratories to publish their tests.").claims)
        assert claim.attributed_to == speaker


def test_the_same_thing_asked_twice_is_one_proposal_with_both_speakers():
    text = "Heron Labs proposed a tax on idle chips. Kestrel proposed a tax on idle chips."
    assert wished(text) == {"Heron Labs and Kestrel asks -: tax on idle chips"}
    assert len(wishes(text).proposals) == 1


def test_a_passage_is_read_once_however_many_constructions_find_it():
    text = "Mara Lind said that [she=Mara Lind|Person] recommends that governments should fund inspectors."
    assert len(wishes(text).proposals) == 1


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Mara Lind urged laboratories to share the data in May.", "share the data in May"),
        ("Mara Lind urged laboratories to pay taxes.", "pay taxes"),
        ("Mara Lind said that laboratories should always share their data.", "share their data"),
    ],
)
def test_names_what_is_asked_without_the_asked_and_auxiliaries(text, label):
    assert label in {proposal.label for proposal in wishes(text).proposals}
