"""What bills would do, what is enumerated, foretold or judged, and each of several things asked (see cast.py)."""

import pytest

from tests.extract.cast import find_wrong, wished

SENTENCES = {
    "bills": """
        Mara Lind introduced a bill that would oblige laboratories to publish their tests. => \
            Mara Lind asks laboratories: publish their tests
        Mara Lind introduced a bill that would ban chatbots for minors. => Mara Lind asks -: ban chatbots for minors
        A bill that would ban chatbots for minors was rejected. =>
    """,
    "several": """
        Heron Labs asked Parliament to suspend the transfer and to fine the company. => \
            Heron Labs asks Parliament: suspend the transfer; Heron Labs asks Parliament: fine the company
        Mara Lind said governments should fund inspectors and protect witnesses. => \
            Mara Lind asks governments: fund inspectors; Mara Lind asks governments: protect witnesses
    """,
    "other ways": """
        Mara Lind wrote that Parliament ought to publish the list. => Mara Lind asks Parliament: publish the list
        Mara Lind would have governments cap exposure at two hours. => \
            Mara Lind asks governments: cap exposure at two hours
        Heron Labs and Kestrel were among those that had asked for a delay of two years. => \
            Heron Labs and Kestrel asks -: delay of two years
        Heron Labs asked for comment. =>
    """,
    "enumerated": """
        Heron Labs sees three dangers: hidden advertising, addictive design and the loss of privacy. => \
            Heron Labs fears: hidden advertising; Heron Labs fears: addictive design; Heron Labs fears: loss of privacy
        Heron Labs sees no dangers: everything is fine. =>
    """,
    "foretold": """
        Such checks, Mara Lind said, would become a back door for hackers. => \
            Mara Lind fears: become a back door for hackers
        Mara Lind said the merger would leave hospitals dependent on Acme. => \
            Mara Lind fears: merger would leave hospitals dependent on Acme
        Mara Lind said that it risked undercutting public trust. => Mara Lind fears: undercutting public trust
        Mara Lind said the merger would help hospitals. =>
        The merger closed on Monday, Mara Lind said. =>
    """,
    "judged": """
        Mara Lind called the plan an attack on civil rights. => Mara Lind fears: attack on civil rights
        Mara Lind called the plan a success. =>
    """,
    "interrupted": """
        Heron Labs opposed it, contending that the burden, which it puts at 90, would drive employers abroad. => \
            Heron Labs fears: drive employers abroad
        Mara Lind warned that the merger would leave hospitals dependent on Acme. => \
            Mara Lind fears: merger would leave hospitals dependent on Acme
    """,
    "named before a colon": """
        What worries Mara Lind is error without appeal: people who lose a benefit and cannot find out why. => \
            Mara Lind fears: error without appeal; ~ - fears: people who lose a benefit
        Mara Lind has a fear. Her fear is not that machines will disobey us. It is moral deskilling: that we shall \
            forget how to refuse. => Mara Lind fears: moral deskilling
    """,
    "clefts": """
        What worries Mara Lind is secret trials, the ones that nobody knows have begun. => \
            Mara Lind fears: secret trials
        What keeps Mara Lind awake is neither. It is what she calls the second tide: firms that take what they like. \
            => Mara Lind fears: second tide
        What keeps Mara Lind awake is neither. =>
        What Mara Lind would not want is a race to copy the form. => Mara Lind fears: race to copy the form
        What Mara Lind wants is a race to copy the form. => Mara Lind asks -: race to copy the form
    """,
    "too late": """
        "We should have caught this in the first hour," Mara Lind wrote. =>
    """,
    "afraid": """
        Heron Labs is worried that the tool bakes in unequal treatment. => \
            Heron Labs fears: tool bakes in unequal treatment
        Mara Lind is frightened of being replaced by machines. => Mara Lind fears: being replaced by machines
        Mara Lind is alarmed at the prospect of mass unemployment. => Mara Lind fears: mass unemployment
    """,
}


@pytest.mark.parametrize("way", SENTENCES)
def test_reads_each_way_of_putting_it(way: str) -> None:
    assert not find_wrong(SENTENCES[way], wished)
