"""What is asked for and feared across blocks: lists under a lead-in, answers to questions, sections with a heading."""

import pytest

from tests.extract.articles import resolve_blocks
from tests.extract.wishes.articles import ARTICLES, speakers_in, wishes_in


@pytest.mark.parametrize("kind", ARTICLES)
def test_reads_across_blocks(kind):
    text, expected = ARTICLES[kind]
    assert speakers_in(text) == expected


def test_an_answer_is_asked_of_whom_the_question_names():
    text = ARTICLES["answer to what should be done"][0]
    asked = {c.object for c in wishes_in(text).claims if c.predicate == "addressedTo"}
    names = {chain.id: chain.name for chain in resolve_blocks(text).chains}
    assert {names[id_] for id_ in asked} == {"governments"}


def test_numbers_proposals_and_risks_in_order_of_the_text():
    found = wishes_in(ARTICLES["items with labels"][0])
    assert [risk.id for risk in found.risks] == ["r1", "r2", "r3"]
    assert [risk.span for risk in found.risks] == sorted(risk.span for risk in found.risks)


@pytest.mark.parametrize("text", ["Nothing.", "?", "# What they want", "* Alone", "Its risks:\n* …\n* 3"])
def test_reads_nothing_where_nothing_is_named(text):
    found = wishes_in(text)
    assert not [node for node in (*found.proposals, *found.risks) if node.label != "Alone"]
