"""Names in a table by the heading of their column."""

import pytest

from kg.extract.language import parse_articles
from kg.extract.mentions import find_mentions
from tests.extract.articles import to_article

TABLE = """
# What was tested
| Model | Developer | Country | Refused
| Tarn Pro | Ennerdale Works | Norway | 97%
| Fell Chat | Buttermere | Japan | 91%
"""


@pytest.fixture(scope="module")
def named():
    (parsed,) = parse_articles([to_article(TABLE)])
    return {parsed.article.text[m.span.start : m.span.end]: str(m.cls) for m in find_mentions(parsed)}


@pytest.mark.parametrize(
    ("name", "cls"),
    [("Tarn Pro", "AISystem"), ("Fell Chat", "AISystem"), ("Ennerdale Works", "Organization"), ("Norway", "Place")],
)
def test_a_column_says_what_its_cells_name(named, name, cls):
    assert named.get(name) == cls


def test_headings_and_figures_name_nothing(named):
    assert not {"Model", "Developer", "Country", "97%"} & set(named)
