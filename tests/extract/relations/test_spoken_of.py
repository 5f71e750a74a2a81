"""Whose rival, backer or engineer it is where the sentence does not say; names in brackets; owners of names."""

import pytest

from kg.extract.relations import read_relations
from tests.extract.marked import parse_marked


def _facts(text):
    marked = parse_marked(text)
    names = {chain.id: chain.name for chain in marked.resolved.chains}
    return {(names[c.subject], c.predicate, names[c.object]) for c in read_relations(marked.resolved) if c.is_fact}


def test_a_rival_of_nobody_is_a_rival_of_whom_the_text_speaks_of():
    text = "[Bolt|Organization] was fined on Monday. [Acme|Organization], a larger rival, was cleared."
    assert ("Acme", "competesWith", "Bolt") in _facts(text)


def test_nobody_is_their_own_rival():
    assert not _facts("[Acme|Organization], a larger rival, was cleared.")


def test_whose_rival_it_is_comes_before_what_the_text_speaks_of():
    text = "[Bolt|Organization] was fined. [Snip|Organization]'s rival [Acme|Organization] was cleared."
    assert {f for f in _facts(text) if f[1] == "competesWith"} == {("Acme", "competesWith", "Snip")}


@pytest.mark.parametrize("title", ["rival", "supplier", "harshest critic", "partner"])
def test_a_noun_between_an_owner_and_a_name_says_that_it_is_no_part(title):
    text = f"They sued [Bolt|Organization]'s {title} [Acme|Organization]."
    assert ("Acme", "partOf", "Bolt") not in _facts(text)


def test_a_name_right_behind_its_owner_is_a_part():
    assert ("Acme Labs", "partOf", "Bolt") in _facts("They sued [Bolt|Organization]'s [Acme Labs|Organization].")


def test_each_name_goes_with_the_from_behind_it():
    text = "They met [Ana Roe|Person] from [Acme|Organization] and [Ben Low|Person] from [Bolt|Organization]."
    posts = {(s, o) for s, p, o in _facts(text) if p == "worksFor"}
    assert posts == {("Ana Roe", "Acme"), ("Ben Low", "Bolt")}


@pytest.mark.parametrize("behind", ["(in [Ghent|Place])", "(but not [Ghent|Place] residents)"])
def test_brackets_that_hold_more_than_a_name_say_nothing(behind):
    assert not _facts(f"[Acme|Organization] {behind} won.")


def test_a_teacher_with_an_article_of_their_own_belongs_to_nobody_else():
    text = "[Ana Roe|Person], [Acme|Organization]'s chief executive and a former [Bolt|Organization] teacher, agreed."
    facts = _facts(text)
    assert ("Ana Roe", "worksFor", "Acme") in facts
    assert ("Ana Roe", "formerlyAt", "Acme") not in facts


@pytest.mark.parametrize("when", ["then [Acme|Organization]'s counsel", "[Acme|Organization]'s counsel at the time"])
def test_who_held_a_post_then_was_there(when):
    assert ("Ana Roe", "formerlyAt", "Acme") in _facts(f"[Ana Roe|Person], {when}, attended.")


@pytest.mark.parametrize("title", ["chief risk officer", "head of policy", "chief executive"])
def test_a_title_right_behind_the_name_of_who_is_named(title):
    assert ("Ana Roe", "worksFor", "Acme") in _facts(f"[Acme|Organization] named [Ana Roe|Person] {title}.")


def test_a_paper_that_names_somebody_does_not_hire_them():
    assert not _facts("In its list of heirs, [Acme|Organization] named [Ana Roe|Person].")


def test_its_own_title_belongs_to_whom_the_text_speaks_of():
    text = "[Acme|Organization] builds a centre. Its head of security, [Ana Roe|Person], agreed."
    assert ("Ana Roe", "worksFor", "Acme") in _facts(text)


def test_two_people_listed_each_with_a_post_hold_one_each():
    text = "[Ana Roe|Person], head of [Acme|Organization], and [Ben Low|Person], a lawyer at [Bolt|Organization], met."
    posts = {(s, o) for s, p, o in _facts(text) if p == "worksFor"}
    assert posts == {("Ana Roe", "Acme"), ("Ben Low", "Bolt")}


@pytest.mark.parametrize("clause", ["founded by [Ana Roe|Person]", "started in May by [Ana Roe|Person]"])
def test_a_participle_behind_a_name_and_a_comma_is_said_of_it(clause):
    text = f"One of its cheques went to [Acme|Organization], {clause}."
    assert ("Acme", "foundedBy", "Ana Roe") in _facts(text)


def test_who_backs_a_suit_backs_no_defendant():
    assert ("Snip", "funds", "Bolt") not in _facts(
        "[Acme|Organization] sued [Bolt|Organization], joined by [Snip|Organization]."
    )


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "[Acme|Organization], a firm based in [Ghent|Place] and founded by [Ana Roe|Person], agreed.",
            ("Acme", "foundedBy", "Ana Roe"),
        ),
        (
            "[Acme|Organization] and [Bolt|Organization], which compete, agreed.",
            ("Acme", "competesWith", "Bolt"),
        ),
        ("[Acme|Organization] led [Bolt|Organization]'s seed round in May.", ("Acme", "funds", "Bolt")),
        ("[Acme|Organization], which [Bolt|Organization] bought in 2018, agreed.", ("Acme", "partOf", "Bolt")),
        ("Former [Acme|Organization] engineer [Ana Roe|Person] agreed.", ("Ana Roe", "formerlyAt", "Acme")),
    ],
)
def test_reads_joined_relative_and_titled_arguments(text, fact):
    assert fact in _facts(text)
