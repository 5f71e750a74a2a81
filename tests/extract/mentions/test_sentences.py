"""What is named in plain sentences, layer by layer: `name|Class` for each name, exactly those."""

import pytest

from tests.extract.mentions.reading import mentions_of, names_of

GRAMMAR = frozenset({"grammar"})
GAZETTEER = frozenset({"gazetteer"})

BY_FORM = """
# laws, bills, regulations, standards
The Clean Records Act was signed in May. => Clean Records Act|Policy
Nobody read the Clean Records Act of 2025. => Clean Records Act of 2025|Policy
The senate rejected SB 771 on Friday. => SB 771|Policy
The house passed H.R. 4021 last week. => H.R. 4021|Policy
They comply with Regulation (EU) 2016/679 today. => Regulation (EU) 2016/679|Policy
They comply with Directive 2002/58/EC today. => Directive 2002/58/EC|Policy
He revoked Executive Order 14110 in January. => Executive Order 14110|Policy
The plant is certified to ISO/IEC 27001:2022 now. => ISO/IEC 27001:2022|Policy
The Treaty on Open Records was signed. => Treaty on Open Records|Policy
# ministries, universities, firms
The Ministry of Fisheries agreed. => Ministry of Fisheries|Organization
The Department of Water and Power agreed. => Department of Water and Power|Organization
She studied at the University of Larkmoor for years. => University of Larkmoor|Organization
They sued Pinewick Holdings, Inc. in May. => Pinewick Holdings, Inc.|Organization
They hired Pinewick Stone LLP in May. => Pinewick Stone LLP|Organization
# people with titles
Dr. Maud Ellery agreed. => Maud Ellery|Person
Senator Maud Ellery agreed. => Maud Ellery|Person
Professor Maud Ellery agreed. => Maud Ellery|Person
Mr. Ellery agreed. => Ellery|Person
Judge Maud Ellery's ruling was read. => Maud Ellery|Person
"""

KNOWN = """
OpenAI agreed. => OpenAI|Organization
Nobody read OpenAI’s letter. => OpenAI|Organization
They asked Microsoft and Nvidia. => Microsoft|Organization; Nvidia|Organization
They asked Google DeepMind. => Google DeepMind|Organization
Nobody expected ChatGPT to answer. => ChatGPT|AISystem
They compared GPT-4 with GPT-5. => GPT-4|AISystem; GPT-5|AISystem
The GDPR applies. => GDPR|Policy
The EU AI Act applies. => EU AI Act|Policy
The European Commission agreed. => European Commission|Organization
They met in Germany. => Germany|Place
They met in Paris. => Paris|Place
"""

GROUPS = """
Policymakers agreed. => Policymakers|StakeholderGroup
They asked regulators. => regulators|StakeholderGroup
They asked researchers. => researchers|StakeholderGroup
"""

NOTHING = """
It rained all day.
Nobody knows why the lights went out.
However, the price of bread rose by nine percent.
On Monday, the shops were closed.
In March, the rain came late.
Why does it matter?
First, read the page. Then, turn it.
The Act applies.
This is what they said.
There are forty chairs in the hall.
"""


def rows(table: str) -> list[tuple[str, set[tuple[str, str]]]]:
    """The sentences of a table, each with the names and classes that it expects."""
    found = []
    for line in table.strip().splitlines():
        if not line.startswith("#"):
            sentence, _, expected = line.partition(" => ")
            pairs = (part.strip().rpartition("|") for part in expected.split(";") if part.strip())
            found.append((sentence, {(name, cls) for name, _, cls in pairs}))
    return found


@pytest.mark.parametrize(("text", "expected"), rows(BY_FORM))
def test_names_that_their_form_gives_away(text: str, expected: set[tuple[str, str]]) -> None:
    assert names_of(text, GRAMMAR) == expected


@pytest.mark.parametrize(("text", "expected"), rows(BY_FORM))
def test_other_layers_do_not_spoil_what_their_form_gives_away(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= names_of(text)


@pytest.mark.parametrize(("text", "expected"), rows(KNOWN))
def test_names_that_the_world_knows(text: str, expected: set[tuple[str, str]]) -> None:
    assert names_of(text, GAZETTEER) == expected


@pytest.mark.parametrize(("text", "expected"), rows(GROUPS))
def test_groups_need_no_name(text: str, expected: set[tuple[str, str]]) -> None:
    assert names_of(text) == expected


@pytest.mark.parametrize("text", rows(NOTHING))
def test_plain_sentences_name_nothing(text: tuple[str, set[tuple[str, str]]]) -> None:
    assert names_of(text[0]) == text[1]


@pytest.mark.parametrize(("text", "expected"), [*rows(BY_FORM), *rows(KNOWN)])
def test_no_name_begins_with_an_article_or_ends_with_a_possessive(text: str, expected: set[tuple[str, str]]) -> None:
    names = {name for name, _ in names_of(text)}
    assert names
    assert not [name for name in names if name.lower().startswith(("the ", "a ", "an ")) or name.endswith(("'s", "’s"))]


def test_places_of_two_mentions_of_one_name_are_both_found() -> None:
    text = "OpenAI sued. Nobody had expected OpenAI to win."
    assert [(m.span.start, m.span.end) for m in mentions_of(text)] == [(0, 6), (33, 39)]


def test_a_surname_is_found_after_the_full_name_in_another_block() -> None:
    text = "Dr. Maud Ellery spoke first.\nThe hall was cold when Ellery left."
    assert ("Ellery", "Person") in names_of(text)


def test_an_acronym_in_brackets_is_found_again() -> None:
    text = "The Ministry of Rural Fisheries (MRF) agreed.\nLater the MRF paid."
    assert ("MRF", "Organization") in names_of(text)
    assert sum(mention.span.cut(text) == "MRF" for mention in mentions_of(text)) == 2
