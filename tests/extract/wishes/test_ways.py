"""Less common ways of asking for something and of fearing it, and what only looks like one (see cast.py)."""

import pytest

from tests.extract.cast import find_wrong, wished

SENTENCES = {
    "polite": """
        "We would urge governments to fund inspectors," said Mara Lind. => Mara Lind asks governments: fund inspectors
        Mara Lind would like to see yearly audits. => Mara Lind asks -: yearly audits
        "I would like you to read on," said Mara Lind. =>
    """,
    "on somebody": """
        Heron Labs renewed its call on Parliament to reject the Audit Bill. => \
            Heron Labs asks Parliament: reject the Audit Bill
        Mara Lind pleaded with Parliament to open an inquiry. => Mara Lind asks Parliament: open an inquiry
        Mara Lind appealed to governments to fund inspectors. => Mara Lind asks governments: fund inspectors
        Heron Labs asked that laboratories publish their tests. => Heron Labs asks laboratories: publish their tests
    """,
    "verdicts": """
        Mara Lind said it would be better to test the tool abroad first. => \
            Mara Lind asks -: test the tool abroad first
        Mara Lind said it would not be wise to wait. =>
    """,
    "lacks": """
        "We need a treaty on autonomous weapons," Mara Lind said. => Mara Lind asks -: treaty on autonomous weapons
        A better idea, Mara Lind said, would be to tax idle chips. => Mara Lind asks -: tax idle chips
    """,
    "lists": """
        Heron Labs has three demands: public audits; a right to appeal; an end to secret contracts. => \
            Heron Labs asks -: public audits; Heron Labs asks -: right to appeal; \
            Heron Labs asks -: end to secret contracts
        Mara Lind's advice to governments: fund the inspectors. => Mara Lind asks governments: fund the inspectors
        Heron Labs is pushing to lower the threshold. => Heron Labs asks -: lower the threshold
    """,
    "nouns": """
        Heron Labs's demand that laboratories publish their tests went unheard. => \
            Heron Labs asks laboratories: publish their tests
        Mara Lind floated the idea of a fund for inspectors. => Mara Lind asks -: fund for inspectors
        Mara Lind would like everyone to know. =>
    """,
    "worries": """
        What keeps Mara Lind up at night is a tool that hides its aims. => Mara Lind fears: tool that hides its aims
        The threat of model theft worries Mara Lind. => Mara Lind fears: model theft
        Data poisoning remains the chief worry of Heron Labs. => Heron Labs fears: Data poisoning
        Mara Lind is troubled by what she calls machine fever. => Mara Lind fears: machine fever
    """,
    "told": """
        Mara Lind sounded the alarm over job losses. => Mara Lind fears: job losses
        The dangers of automated targeting were spelled out by Heron Labs. => Heron Labs fears: automated targeting
        The ruling raises the spectre of a flood of lawsuits, wrote Mara Lind. => Mara Lind fears: flood of lawsuits
        Mara Lind flagged bias against migrants as the main risk. => Mara Lind fears: bias against migrants
        Mara Lind said jobs were in jeopardy. => Mara Lind fears: jobs were in jeopardy
        Mara Lind conceded there was a chance of blackouts. => Mara Lind fears: blackouts
    """,
    "doers of harm": """
        Criminals could use the tool to write letters, Mara Lind said. => \
            Mara Lind fears: Criminals could use the tool to write letters
        Teachers could use the tool to write letters, Mara Lind said. =>
    """,
    "unheard": """
        Mara Lind said that mistakes may go unnoticed for years. => \
            Mara Lind fears: mistakes may go unnoticed for years
        Mara Lind dismissed the risk of extinction as hype. =>
    """,
    "no fear": """
        Mara Lind spoke of a chance of success. =>
        The list ranks the systems as high-risk, Mara Lind said. =>
    """,
}


@pytest.mark.parametrize("way", SENTENCES)
def test_reads_each_way_of_putting_it(way: str) -> None:
    assert not find_wrong(SENTENCES[way], wished)
