import pytest

from kg.extract.mentions.groups import find_groups
from tests.extract.mentions.reading import cuts, parse_text


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("They asked the major AI laboratories to stop.", "major AI laboratories"),
        ("Several policymakers agreed.", "policymakers"),
        ("It put children at risk.", "children"),
        ("Lawmakers in three states objected.", "Lawmakers"),
        ("The 62 companies met smaller developers.", "smaller developers"),
        ("The public has a right to know.", "public"),
    ],
)
def test_groups_are_cut_to_what_names_them(text: str, group: str) -> None:
    assert group in cuts(text, list(find_groups(parse_text(text).blocks[0].doc)))


@pytest.mark.parametrize("text", ["The company said so.", "It raised many questions.", "Models were trained."])
def test_single_agents_and_things_are_no_groups(text: str) -> None:
    assert cuts(text, list(find_groups(parse_text(text).blocks[0].doc))) == set()
