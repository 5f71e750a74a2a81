"""Names that no list holds get their class from the words around them."""

import pytest

from kg.extract.language import parse_articles
from kg.extract.mentions import find_mentions
from kg.extract.mentions.gazetteer import known_as
from kg.model import Article, Block, BlockKind, Span
from tests.extract.cast import to_rows
from tests.extract.mentions.typed import TYPED

ROWS = list(to_rows(TYPED))


@pytest.fixture(scope="module")
def read():
    """What is named in each sentence, as "name class"."""
    articles = [Article(t, t, (Block(BlockKind.PARAGRAPH, Span(0, len(t))),), t) for t, _ in ROWS]
    found = zip(articles, parse_articles(articles), strict=True)
    return {a.text: {f"{m.span.cut(a.text)} {m.cls}" for m in find_mentions(parsed)} for a, parsed in found}


@pytest.mark.parametrize(("text", "named"), ROWS, ids=[text[:40] for text, _ in ROWS])
def test_a_name_has_the_class_that_its_words_give_away(read, text, named):
    assert named <= read[text]


def test_most_of_the_names_are_known_to_no_list():
    names = [name.rpartition(" ")[0] for _, named in ROWS for name in named]
    assert sum(bool(known_as(name)) for name in names) < len(names) / 5
