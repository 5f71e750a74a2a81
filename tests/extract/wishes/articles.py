"""What is asked for and feared in articles of several blocks, and who says so."""

from kg.extract.wishes import Wishes, read_wishes
from tests.extract.articles import resolve_blocks


def wishes_in(text: str) -> Wishes:
    """The proposals and risks of a text of several blocks."""
    return read_wishes(resolve_blocks(text))


def speakers_in(text: str) -> dict[str, list[str]]:
    """Who puts each proposal and risk of a text of several blocks: label -> names."""
    resolved = resolve_blocks(text)
    found = read_wishes(resolved)
    names = {chain.id: chain.name for chain in resolved.chains}
    return {
        node.label: [names[c.subject] for c in found.claims if c.object == node.id]
        for node in (*found.proposals, *found.risks)
    }


# text of several blocks, and who puts each proposal and risk in it
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
