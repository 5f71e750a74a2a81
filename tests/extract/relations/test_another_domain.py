"""Another domain is another lexicon: the tables in tests/data/football are read without a line of Python."""

from pathlib import Path

import pytest

from kg.extract.relations import read_relations
from kg.extract.relations.lexicon import load_lexicon
from kg.model import Modality, Polarity
from tests.extract.marked import Marked, parse_marked

FOOTBALL = load_lexicon(Path(__file__).parents[2] / "data" / "football")
YES = [pytest.param(e, text, id=f"{e.id}-{i}") for e in FOOTBALL.entries for i, text in enumerate(e.yes)]
NO = [pytest.param(e, text, id=f"{e.id}-{i}") for e in FOOTBALL.entries for i, text in enumerate(e.no)]

ARTICLE = (
    "[Rovers|Organization], coached by [Ada Moss|Person], won the [Harbour Cup|Event] on Sunday, beating "
    "[Wanderers|Organization]. [Tom Pike|Person], the [Wanderers|Organization] goalkeeper, said the "
    "[League Board|Organization] had fined [Wanderers|Organization]. [Rovers|Organization] have not beaten "
    "[United|Organization] and may sign [Ida Crane|Person], a former [United|Organization] striker."
)


def _claims(marked: Marked, lexicon=FOOTBALL) -> set[tuple[str, str, str, str, str]]:
    names = {chain.id: chain.name for chain in marked.resolved.chains}
    return {
        (names[c.subject], c.predicate, names[c.object], c.polarity, c.modality)
        for c in read_relations(marked.resolved, lexicon)
    }


@pytest.mark.parametrize(("entry", "text"), YES)
def test_reads_its_example(entry, text):
    marked = parse_marked(text)
    facts = {(c.subject, c.predicate, c.object) for c in read_relations(marked.resolved, FOOTBALL) if c.is_fact}
    assert (marked.roles["s"], entry.predicate, marked.roles["o"]) in facts


@pytest.mark.parametrize(("entry", "text"), NO)
def test_leaves_its_counterexample(entry, text):
    facts = [c for c in read_relations(parse_marked(text).resolved, FOOTBALL) if c.is_fact]
    assert not [c for c in facts if c.predicate == entry.predicate]


def test_reads_an_article_with_stance_and_tense():
    so, actual = Polarity.AFFIRMED, Modality.ACTUAL
    assert _claims(parse_marked(ARTICLE)) == {
        ("Ada Moss", "coaches", "Rovers", so, actual),
        ("Rovers", "wins", "Harbour Cup", so, actual),
        ("Rovers", "beats", "Wanderers", so, actual),
        ("Tom Pike", "playsFor", "Wanderers", so, actual),
        ("Wanderers", "finedBy", "League Board", so, actual),
        ("Rovers", "beats", "United", Polarity.DENIED, actual),
        ("Ida Crane", "playsFor", "Rovers", so, Modality.POSSIBLE),
        ("Ida Crane", "playedFor", "United", so, actual),
    }


def test_knows_who_said_so():
    marked = parse_marked(ARTICLE)
    names = {chain.id: chain.name for chain in marked.resolved.chains}
    sources = {names[c.attributed_to] for c in read_relations(marked.resolved, FOOTBALL) if c.attributed_to}
    assert sources == {"Tom Pike"}


def test_the_shipped_lexicon_knows_nothing_of_it():
    predicates = {predicate for _, predicate, *_ in _claims(parse_marked(ARTICLE), None)}
    assert not predicates & {"playsFor", "coaches", "beats", "wins"}


def test_ellipses_follow_the_lexicon_too():
    marked = parse_marked("[Rovers|Organization] won the [Harbour Cup|Event]. So did [Wanderers|Organization].")
    assert {(s, p) for s, p, *_ in _claims(marked)} == {("Rovers", "wins"), ("Wanderers", "wins")}
