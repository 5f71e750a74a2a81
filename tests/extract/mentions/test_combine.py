"""What is decided of one block's candidates: which of them are no names, and where a name begins."""

import pytest

from kg.extract.mentions.candidates import Candidate
from kg.extract.mentions.combine import block_names
from kg.model import EntityClass
from tests.extract.mentions.reading import parse_text


def names_in(text: str, read: str, cls: EntityClass) -> set[str]:
    """What is left as names where a recogniser has read some words of the text as one."""
    doc = parse_text(text).blocks[0].doc
    at = text.index(read)
    found = block_names(doc, [Candidate(at, at + len(read), cls, "ner")], frozenset(), frozenset({"ner"}))
    return {candidate.cut(text) for candidate in found}


@pytest.mark.parametrize(
    ("text", "read", "cls"),
    [
        ("Orbel solved half of the ORL-bench Verified tasks.", "Verified", EntityClass.SYSTEM),
        ("Orbel came first on the Pinewick benchmark.", "Pinewick", EntityClass.SYSTEM),
        ("Orbel came first on MMLU-Pro in May.", "MMLU-Pro", EntityClass.SYSTEM),
        ("Questioned by Hanna Orr KC, he agreed.", "KC", EntityClass.ORGANIZATION),
        ("They speak Twi at home.", "Twi", EntityClass.ORGANIZATION),
        ("(Laughs.) One hears all sorts.", "Laughs", EntityClass.ORGANIZATION),
        ("It was sent on Tue 22 Sep 2026 at noon.", "Tue 22 Sep 2026", EntityClass.POLICY),
    ],
)
def test_no_names(text: str, read: str, cls: EntityClass) -> None:
    assert names_in(text, read, cls) == set()


@pytest.mark.parametrize(
    ("text", "read", "cls", "name"),
    [
        ("Cancel Orbel and someone else will sell one.", "Cancel Orbel", EntityClass.PERSON, "Orbel"),
        ("Mrs Justice Orrin intervened twice.", "Mrs Justice Orrin", EntityClass.ORGANIZATION, "Orrin"),
        ("They tested the Pinewick assistant.", "Pinewick", EntityClass.SYSTEM, "Pinewick"),
    ],
)
def test_names(text: str, read: str, cls: EntityClass, name: str) -> None:
    assert names_in(text, read, cls) == {name}
