"""Rows of tables are read by the headings of their columns, and only where a row is plain."""

import pytest

from kg.extract.relations import read_relations
from tests.extract.articles import resolve_blocks


def _said(text: str) -> set[str]:
    resolved = resolve_blocks(text)
    names = {chain.id: chain.name for chain in resolved.chains}
    return {f"{names[c.subject]} {c.predicate} {names[c.object]}" for c in read_relations(resolved)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| Model | Developer\n| Bolt | Acme\n| Quill | Zenith", {"Acme develops Bolt", "Zenith develops Quill"}),
        ("| Developer | Model\n| Acme | Bolt", {"Acme develops Bolt"}),
        ("| Model | Developer | Year\n| Bolt | Acme | 2024", {"Acme develops Bolt"}),
        ("| Model | Rating\n| Bolt | Acme", set()),
        ("| Model | Developer\n| Bolt | nobody", set()),
        ("| Model | Developer\n| Bolt and Quill | Acme", set()),
        ("| Model | Developer\n| Bolt | Acme and Zenith", set()),
        ("Model, Developer\n| Bolt | Acme", set()),
        ("| Bolt | Acme", set()),
    ],
)
def test_reads_rows_under_their_headings(text, expected):
    assert _said(text) == expected


def test_quotes_the_row():
    resolved = resolve_blocks("| Model | Developer\n| Bolt | Acme")
    (claim,) = read_relations(resolved)
    assert claim.evidence.cut(resolved.parsed.article.text) == "Bolt | Acme"
