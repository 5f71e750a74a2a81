import pytest

from kg.extract.coreference.outline import find_quotations
from kg.extract.coreference.words import load_words, to_plural
from kg.extract.language import parse_articles
from kg.extract.parsed import Parsed
from kg.model import Article, Block, BlockKind, EntityClass, Span
from tests.extract.coreference.reading import load_script


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("company", "companies"),
        ("spokeswoman", "spokeswomen"),
        ("boss", "bosses"),
        ("survey", "surveys"),
        ("law", "laws"),
    ],
)
def test_plurals(word: str, plural: str) -> None:
    assert to_plural(word) == plural


def test_every_noun_and_its_plural_is_known_with_its_number() -> None:
    nouns = load_words().nouns
    assert {noun.number for noun in nouns["companies"]} == {"plural"}
    assert {noun.cls for noun in nouns["directive"]} == {EntityClass.POLICY}
    assert {noun.gender for noun in nouns["spokeswoman"]} == {"female"}


def test_no_given_name_is_of_two_genders() -> None:
    given = load_words().given
    assert {given["anna"], given["jose"]} == {"female", "male"}
    assert set(given.values()) == {"female", "male"}


def parse(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Parsed:
    """One block, parsed."""
    (parsed,) = parse_articles([Article("t", text, (Block(kind, Span(0, len(text))),), "t")])
    return parsed


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said “yes, “no” way” today.", ["“yes, “no”"]),
        ('She began: "It is long.', ['"It is long.']),
        ("Nobody's words.", []),
    ],
)
def test_quotations(text: str, quotations: list[str]) -> None:
    parsed = parse(text)
    assert [span.cut(text) for block in parsed.blocks for span in find_quotations(block)] == quotations


def test_a_block_quotation_is_one() -> None:
    parsed = parse("We knew.", BlockKind.QUOTATION)
    assert [span for block in parsed.blocks for span in find_quotations(block)] == [Span(0, 8)]


@pytest.mark.parametrize(("prefix", "right", "wrong"), [("learn", 0.885, 0.06), ("check", 0.78, 0.09)])
def test_the_marked_articles_are_resolved_as_well_as_before(prefix: str, right: float, wrong: float) -> None:
    tally = load_script().measure(prefix)
    assert tally.total >= 90
    assert tally.right / tally.total >= right
    assert tally.wrong / tally.total <= wrong
