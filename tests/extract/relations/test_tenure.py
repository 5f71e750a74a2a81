"""What somebody's coming and going says about the posts that the article gives them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.relations.families import spread_over_families, to_family
from kg.extract.relations.tense import find_tense
from kg.extract.relations.tenure import Ending, settle_posts
from kg.model import Chain, Claim, EntityClass, Mention, Modality, Polarity, Span
from tests.extract.syntax.reading import word

POST = Claim("ann", "worksFor", "acme", Span(10, 20), confidence=0.8)
OTHER = replace(POST, object="bank", evidence=Span(30, 40))
LEFT = replace(POST, predicate="formerlyAt", evidence=Span(50, 60))


def _held(claims) -> set[tuple[str, str]]:
    return {(claim.predicate, claim.object) for claim in claims}


def test_a_post_that_was_left_is_past_wherever_it_stands():
    assert _held(settle_posts([POST, LEFT])) == {("formerlyAt", "acme")}
    assert _held(settle_posts([LEFT, POST])) == {("formerlyAt", "acme")}


def test_a_denied_or_possible_leaving_leaves_the_post():
    denied = replace(LEFT, polarity=Polarity.DENIED)
    possible = replace(LEFT, modality=Modality.POSSIBLE)
    assert ("worksFor", "acme") in _held(settle_posts([POST, denied, possible]))


def test_somebody_elses_leaving_leaves_the_post():
    assert ("worksFor", "acme") in _held(settle_posts([POST, replace(LEFT, subject="bob")]))


def test_going_elsewhere_ends_the_other_posts_said_before():
    move = Ending("ann", Span(50, 60), kept="bank")
    assert _held(settle_posts([POST, OTHER], [move])) == {("formerlyAt", "acme"), ("worksFor", "bank")}


def test_going_elsewhere_leaves_posts_said_later():
    later = replace(POST, evidence=Span(90, 99))
    assert _held(settle_posts([later], [Ending("ann", Span(50, 60), kept="bank")])) == {("worksFor", "acme")}


def test_being_ousted_ends_every_post():
    assert _held(settle_posts([POST, OTHER], [Ending("ann", Span(50, 60))])) == {
        ("formerlyAt", "acme"),
        ("formerlyAt", "bank"),
    }


def test_an_ending_that_names_its_post_leaves_the_others():
    assert _held(settle_posts([POST, OTHER, LEFT], [Ending("ann", Span(50, 60))])) == {
        ("formerlyAt", "acme"),
        ("worksFor", "bank"),
    }


def test_an_inclusive_ending_ends_what_its_own_passage_says():
    here = replace(POST, evidence=Span(50, 60))
    assert _held(settle_posts([here], [Ending("ann", Span(50, 60), inclusive=True)])) == {("formerlyAt", "acme")}
    later = Ending("ann", Span(50, 60), after=frozenset({"acme"}))
    assert _held(settle_posts([here], [later])) == {("worksFor", "acme")}


def test_a_founder_who_left_was_at_what_they_founded():
    founded = Claim("acme", "foundedBy", "ann", Span(10, 20))
    settled = settle_posts([founded], [Ending("ann", Span(50, 60))])
    assert ("formerlyAt", "acme") in _held(settled)
    assert founded in settled


def test_the_surest_of_two_readings_of_a_passage_stays():
    unsure = replace(POST, confidence=0.3, rule="other")
    assert settle_posts([unsure, POST]) == settle_posts([POST, unsure]) == (POST,)


CLAIMS = st.lists(
    st.builds(
        Claim,
        subject=st.sampled_from(["ann", "bob"]),
        predicate=st.sampled_from(["worksFor", "formerlyAt", "foundedBy"]),
        object=st.sampled_from(["acme", "bank"]),
        evidence=st.sampled_from([Span(0, 5), Span(10, 20), Span(50, 60)]),
        confidence=st.sampled_from([0.3, 0.6, 0.9]),
    ),
    max_size=8,
)
ENDINGS = st.lists(
    st.builds(Ending, st.sampled_from(["ann", "bob"]), st.just(Span(30, 40)), st.sampled_from([None, "bank"])),
    max_size=3,
)


@given(CLAIMS, ENDINGS)
def test_settling_does_not_depend_on_the_claims_order_and_settles_for_good(claims, endings):
    settled = settle_posts(claims, endings)
    assert {replace(c, confidence=0, rule="") for c in settle_posts(claims[::-1], endings)} == {
        replace(c, confidence=0, rule="") for c in settled
    }
    assert settle_posts(settled) == settled
    held = {(c.subject, c.object) for c in settled if c.predicate == "worksFor"}
    left = {(c.subject, c.object) for c in settled if c.predicate == "formerlyAt"}
    assert not held & left


@pytest.mark.parametrize(
    ("text", "trigger", "former", "past"),
    [
        ("Ann is head of the lab.", "head", False, False),
        ("Ann was head of the lab.", "head", False, True),
        ("Ann was head of the lab until May.", "head", True, True),
        ("Ann, former head of the lab, left.", "head", True, False),
        ("Ann runs the lab.", "runs", False, False),
        ("Ann ran the lab.", "ran", False, True),
        ("Ann has run the lab for years.", "run", False, False),
        ("Ann had run the lab for years.", "run", False, True),
        ("Ann used to run the lab.", "run", False, True),
        ("Ann previously ran the lab.", "ran", True, True),
        ("Ann became head of the lab.", "head", False, False),
        ("The lab named Ann head.", "head", False, False),
        ("Ann, head of the lab, left.", "head", False, False),
        ("Ann resigned as head of the lab.", "head", True, False),
    ],
)
def test_places_a_state_in_time(text, trigger, former, past):
    tense = find_tense(word(text, trigger))
    assert (tense.former, tense.past) == (former, past)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Auk", "auk"),
        ("Auk 2", "auk"),
        ("Auk-2 Mini", "auk"),
        ("Auk2", "auk"),
        ("Auk Mini", "auk"),
        ("AUK 3.5", "auk"),
        ("42", "42"),
        ("Ibis", "ibis"),
    ],
)
def test_names_a_systems_family(name, family):
    assert to_family(name) == family


def _system(id_: str, name: str) -> Chain:
    return Chain(id_, EntityClass.SYSTEM, name, (name,), (Mention(Span(0, 3), EntityClass.SYSTEM, "test"),))


def test_the_maker_of_a_family_makes_its_versions_and_is_less_sure():
    made = Claim("acme", "develops", "s1", Span(0, 9), confidence=0.8)
    chains = [_system("s1", "Auk"), _system("s2", "Auk 2"), _system("s3", "Ibis")]
    (spread,) = spread_over_families(chains, [made])
    assert (spread.subject, spread.object, spread.evidence) == ("acme", "s2", made.evidence)
    assert spread.confidence < made.confidence


@pytest.mark.parametrize(
    "claims",
    [
        [],
        [Claim("acme", "develops", "s1", Span(0, 9), polarity=Polarity.DENIED)],
        [Claim("acme", "develops", "s1", Span(0, 9), modality=Modality.PLANNED)],
        [Claim("acme", "releases", "s1", Span(0, 9))],
        [Claim("acme", "develops", "s1", Span(0, 9)), Claim("bank", "develops", "s3", Span(0, 9))],
    ],
)
def test_a_family_without_one_sure_maker_gives_nothing(claims):
    chains = [_system("s1", "Auk"), _system("s2", "Auk 2"), _system("s3", "Auk 3")]
    assert not [c for c in spread_over_families(chains, claims) if c.object == "s2"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("She has worked on weapons, first as an adviser to NATO and now at a college.", True),
        ("She joined first as an adviser to NATO.", False),
    ],
)
def test_a_first_post_is_over_where_another_followed(text: str, outcome: bool):
    assert find_tense(word(text, "adviser")).former is outcome
