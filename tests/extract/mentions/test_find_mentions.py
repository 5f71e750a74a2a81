from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.mentions import LAYERS, find_mentions, known_as
from kg.model import EntityClass
from tests.extract.mentions.reading import mentions_of, names_of, parse_text

PIECES = [
    *("Anthropic", "the EU AI Act", "Dr. Jane Doe's", "said that", "Orbel-3 Mini", "and", "policymakers", ".", "\n"),
    *("(", ")", "“Paper Tigers”", "In", "Veritone Labs, Inc.", "SB 53", "GPT-5", "’s", "chief executive", "—"),
    *("Zoë Ångström", "\u200b", "🙂"),
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25))
def test_mentions_are_in_order_apart_and_clean(pieces: list[str]) -> None:
    text = " ".join(pieces)
    mentions = mentions_of(text)
    assert list(mentions) == sorted(mentions, key=lambda mention: mention.span)
    for left, right in pairwise(mentions):
        assert left.span.end <= right.span.start
    for mention in mentions:
        name = mention.span.cut(text)
        assert name == name.strip() != ""
        assert not name.startswith(("the ", "Dr. ", "“"))
        assert not name.endswith(("'s", "’s", ",", "”"))
        assert 0 < mention.confidence <= 1
        assert mention.layer in LAYERS | {"group"}


def test_finding_twice_finds_the_same() -> None:
    parsed = parse_text("Zyra Quellborn of Halden Labs met OpenAI.\nQuellborn left Halden.")
    assert find_mentions(parsed) == find_mentions(parsed)


def test_no_blocks_no_mentions() -> None:
    assert find_mentions(parse_text("")) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Anthropic said the EU AI Act would not affect Claude.",
            {("Anthropic", "Organization"), ("EU AI Act", "Policy"), ("Claude", "AISystem")},
        ),
        (
            "Dr. Jane Doe's lab met the European Commission.",
            {("Jane Doe", "Person"), ("European Commission", "Organization")},
        ),
        ("Mistral Small is made by Mistral AI.", {("Mistral Small", "AISystem"), ("Mistral AI", "Organization")}),
        ("Major AI laboratories should pause.", {("Major AI laboratories", "StakeholderGroup")}),
        ("AI is moving faster than GPUs on Monday.", set()),
    ],
)
def test_whole_sentences(text: str, names: set[tuple[str, str]]) -> None:
    assert names_of(text) == names


def test_a_person_may_bear_the_name_of_a_system() -> None:
    assert ("Claude Rousselot", "Person") in names_of("The nurse Claude Rousselot, 52, said no.")


def test_a_common_word_opening_a_sentence_is_no_company() -> None:
    assert names_of("Target dates slipped again.", frozenset({"gazetteer"})) == set()


def test_headings_do_not_make_names() -> None:
    text = "# Key Lessons For Everyone\nIt rained.\nThey left.\nNobody came."
    assert names_of(text) == set()


def test_known_as_tells_what_bears_a_name() -> None:
    assert [known.cls for known in known_as("Claude")] == [EntityClass.SYSTEM]
    assert known_as("Quellborn") == ()
