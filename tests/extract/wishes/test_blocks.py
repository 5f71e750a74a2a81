"""What is asked for and feared across blocks: lists under a lead-in, answers to questions, sections with a heading."""

import pytest

from tests.extract.articles import resolve_blocks
from tests.extract.wishes.articles import speakers_in, wishes_in

ARTICLES = {
    "items with labels": (
        """
        Heron Labs says the concerns include:
        * Loss of control: nobody can stop an agent.
        * Biased hiring tools.
        * Leaks of patient records — a clinic lost thousands
        """,
        {
            "Loss of control": ["Heron Labs"],
            "Biased hiring tools": ["Heron Labs"],
            "Leaks of patient records": ["Heron Labs"],
        },
    ),
    "proposals of nobody": (
        """
        The steps recommended by experts:
        * Publish every test.
        * A public register of incidents.
        * Acme agreed with it.
        """,
        {"Publish every test": [], "public register of incidents": []},
    ),
    "lead-in with its own subject": (
        """
        Kestrel recommends two steps:
        * Publishing every test
        * A register of incidents
        """,
        {"Publishing every test": ["Kestrel"], "register of incidents": ["Kestrel"]},
    ),
    "negated lead-in": (
        """
        Acme does not recommend these steps:
        * Publish every test.
        """,
        {},
    ),
    "lead-in that announces neither": (
        """
        Acme has three offices:
        * A tower in Oslo
        * A barn in Leeds
        """,
        {},
    ),
    "risks of who was speaking": (
        """
        Heron Labs warned of a hard winter. The main risks:
        * Power cuts
        """,
        {"hard winter": ["Heron Labs"], "Power cuts": ["Heron Labs"]},
    ),
    "they of a heading": (
        """
        Heron Labs met Acme. Heron Labs wrote to Heron Labs.
        # What they want
        * Open the files
        """,
        {"Open the files": ["Heron Labs"]},
    ),
    "section of wishes": (
        """
        # What Heron Labs and Kestrel want
        Audits should be public.
        """,
        {"Audits should be public": ["Heron Labs", "Kestrel"]},
    ),
    "answer to what should be done": (
        """
        Mara Lind spoke to us about her work.
        What should governments do?
        Publish every test. Open the files. It will rain.
        """,
        {"Publish every test": ["Mara Lind"], "Open the files": ["Mara Lind"]},
    ),
    "answer to what is feared": (
        """
        Mara Lind spoke to us about her work.
        What frightens you most?
        Loss of control. It could happen soon.
        """,
        {"Loss of control": ["Mara Lind"]},
    ),
    "I in an answer": (
        """
        Mara Lind spoke to us about her work.
        What comes next?
        I urge governments to open the files.
        """,
        {"open the files": ["Mara Lind"]},
    ),
    "imperatives that answer nothing": (
        """
        Mara Lind spoke to us about her work.
        How was the year?
        Read the report. Open the files.
        """,
        {},
    ),
    "titles, headings, rows": (
        """
        ! Heron Labs urges governments to act
        # Heron Labs urges governments to act
        | Heron Labs urges governments to act
        It rained.
        """,
        {},
    ),
}


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
