"""What a figure's own relative clause is about, it is about alone."""

import pytest

from kg.extract.metrics import read_metrics
from tests.extract.marked import parse_marked


def about(text: str) -> dict[str, set[str]]:
    """By the figure's label, the names of what it is about."""
    resolved = parse_marked(text).resolved
    metrics, claims = read_metrics(resolved)
    names = {chain.id: chain.name for chain in resolved.chains}
    return {str(m.value): {names[c.subject] for c in claims if c.object == m.id} for m in metrics}


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        (
            "[Kestrel|Organization] competes with the firm [Zenith|Organization], which raised $40 million in January.",
            "40000000",
            {"Zenith"},
        ),
        (
            "[Acme|Organization] sued [Zenith|Organization], which has 300 million users in Europe.",
            "300000000",
            {"Zenith"},
        ),
        (
            "[Acme|Organization]'s fines are small beside the 7% of turnover that the [Data Act|Policy] allows.",
            "7",
            {"Data Act"},
        ),
    ],
)
def test_a_relative_clause_says_what_its_figure_is_about(text, value, expected):
    assert about(text)[value] == expected


def test_a_clause_of_place_does_not():
    found = about("On questions in Romansh [Bolt|AISystem] gets 78% right, where [Quill|AISystem] managed 29%.")
    assert "Bolt" in found["78"]
