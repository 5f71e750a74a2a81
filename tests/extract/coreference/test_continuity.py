import pytest

from kg.extract.coreference.continuity import carry_on, is_nested, stand_of
from kg.extract.coreference.referents import Place, Referent
from kg.extract.language import parse_articles
from kg.extract.tokens import Token
from kg.model import Article, Block, BlockKind, EntityClass, Span
from tests.extract.coreference.reading import load_script


def token_of(text: str, word: str) -> Token:
    (parsed,) = parse_articles([Article("t", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "t")])
    return next(token for token in parsed.blocks[0].doc if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "outcome"),
    [
        ("Pupils use a tutor made by Microsoft.", "Microsoft", True),
        ("Pupils use a tutor that Microsoft sells.", "Microsoft", True),
        ("Pupils sued Microsoft on Monday.", "Microsoft", False),
        ("Microsoft said that pupils like it.", "Microsoft", False),
    ],
)
def test_a_name_within_another_nouns_phrase_is_nested(text: str, word: str, outcome: bool) -> None:
    assert is_nested(token_of(text, word)) is outcome


def places_of(text: str, *words: str) -> list[Place]:
    from kg.extract.coreference.outline import read_outline

    gold = load_script().parse_gold("t", f"News\n\n{text}")
    (parsed,) = parse_articles([gold.article])
    outline, block = read_outline(parsed), parsed.blocks[1]
    tokens = [next(token for token in block.doc if token.text == word) for word in words]
    return [outline.place_at(block, block.doc[token.i : token.i + 1], token) for token in tokens]


def test_what_is_carried_on_is_told_by_both_stands() -> None:
    name, pronoun = places_of("Microsoft hired ten people. Its chief resigned.", "Microsoft", "Its")
    found = set(carry_on(pronoun, Referent(EntityClass.ORGANIZATION, places=[name])))
    assert found == {"lead", "subject's after subject 1"}


def test_nothing_is_carried_on_from_what_comes_later() -> None:
    pronoun, name = places_of("It was late. Microsoft hired ten people.", "It", "Microsoft")
    assert list(carry_on(pronoun, Referent(EntityClass.ORGANIZATION, places=[name]))) == []


def test_of_possessors_only_a_subjects_stand_apart() -> None:
    first, second = places_of("Its chief praised their boss.", "Its", "their")
    assert (stand_of(first), stand_of(second)) == ("subject's", "possessive")
