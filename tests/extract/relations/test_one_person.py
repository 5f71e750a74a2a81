"""A noun in the singular is about one person, however many stand in a row before it."""

import pytest

from kg.extract.coreference import resolve
from kg.extract.mentions import find_mentions
from kg.extract.parsed import Resolved
from kg.extract.relations import read_relations
from tests.extract.mentions.reading import parse_text


def posts_in(text: str) -> set[str]:
    parsed = parse_text(text)
    chains = resolve(parsed, find_mentions(parsed))
    names = {chain.id: chain.name for chain in chains}
    claims = read_relations(Resolved(parsed, chains))
    return {names[c.subject] for c in claims if c.predicate in {"worksFor", "formerlyAt"}}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("It was started by Ana Lund, Kim Oh and Tobias Renner, a former engineer at Meta.", {"Tobias Renner"}),
        ("They met Ragna Moe and Tobias Renner, a researcher at Google DeepMind.", {"Tobias Renner"}),
        ("It hired Ana Lund, a lawyer, and Kim Oh, an analyst at Nvidia.", {"Kim Oh"}),
        ("Ana Lund and Kim Oh, former engineers at Meta, run it.", {"Ana Lund", "Kim Oh"}),
    ],
)
def test_a_post_is_that_of_whom_the_noun_is_about(text, people):
    assert posts_in(text) == people
