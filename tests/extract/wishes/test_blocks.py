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


def test_a_label_and_its_explanation_are_one_risk():
    found = wishes_in(
        "The agency warned of several dangers. Key concerns include:\n"
        "* Loss of control: As systems improve themselves, oversight could fail.\n"
        "* Fraud: Cloned voices may deceive banks and harm savers."
    )
    assert [risk.label for risk in found.risks if risk.label[:4] in {"Loss", "Frau"}] == ["Loss of control", "Fraud"]
    assert not [risk for risk in found.risks if "deceive" in risk.label or "fail" in risk.label]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Acme's warning about Bolt's capabilities surprised nobody.", []),
        ("Acme's warning about a collapse of the grid surprised nobody.", ["collapse of the grid"]),
        (
            "While acknowledging the benefits Bolt could bring, Acme warns that it could cause blackouts.",
            ["it could cause blackouts"],
        ),
    ],
)
def test_what_a_warning_is_about_is_a_risk_only_where_it_is_a_harm(text, labels):
    assert [risk.label for risk in wishes_in(text).risks] == labels
