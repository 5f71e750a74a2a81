"""Articles with known facts as lines to learn from: names are marked, what the gold does not say is left unsaid."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "scripts"))

from corpus_articles import find_names, find_unsaid, names_of, read_article_sets  # noqa: E402
from corpus_lines import CLASSES, UNSAID, Line  # noqa: E402
from corpus_names import NameMaker  # noqa: E402

HALDEN = {"class": "Organization", "name": "Halden Labs", "aliases": ["Halden", "the lab", "Norway's Halden"]}
QUELL = {"class": "Person", "name": "Zyra Quell", "aliases": ["Quell", "President Quell"]}
ACT = {"class": "Policy", "name": "Fair Models Act", "aliases": ["the Act"]}


def test_names_are_those_that_the_guidelines_mark() -> None:
    assert names_of([HALDEN, QUELL, ACT]) == {
        "Halden Labs": "Organization",
        "Halden": "Organization",
        "Zyra Quell": "Person",
        "Quell": "Person",
        "Fair Models Act": "Policy",
    }


def test_a_name_of_two_classes_is_unsaid() -> None:
    assert names_of([HALDEN, {"class": "Place", "name": "Halden"}])["Halden"] == UNSAID


def test_groups_are_no_names() -> None:
    assert names_of([{"class": "StakeholderGroup", "name": "Parents"}]) == {}


def test_the_longest_name_is_marked() -> None:
    text = "Halden Labs said Halden-2 is not Halden."
    found = [text[start:end] for start, end, _ in find_names(text, names_of([HALDEN]))]
    assert found == ["Halden Labs", "Halden"]


def test_other_capitals_are_unsaid_but_for_what_is_never_a_name() -> None:
    text = "The AI of Halden met Orrin Marsh on Monday."
    assert [text[start:end] for start, end, _ in find_unsaid(text, names_of([HALDEN]))] == ["Orrin", "Marsh"]


@pytest.mark.parametrize("name", ["dev", "seed"])
def test_articles_beside_the_checkout_are_never_learnt_from(name: str) -> None:
    assert read_article_sets() == read_article_sets((name,))


def test_sets_can_be_left_out() -> None:
    assert len(read_article_sets(("sample",))) == len(read_article_sets()) - 1


def test_marks_are_in_order_and_apart() -> None:
    for line in (line for file in read_article_sets() for line in file):
        ends = [0, *(end for _, end, _ in line.marks)]
        assert all(end <= start for end, (start, _, _) in zip(ends, line.marks, strict=False))
        assert {cls for _, _, cls in line.marks} <= {*CLASSES, UNSAID}


def test_what_is_unsaid_keeps_its_words() -> None:
    line = Line("Orrin met Zyra Quell.", ((0, 5, UNSAID), (10, 20, "Person")))
    made = NameMaker(1).substitute(line, 1.0)
    assert made.text.startswith("Orrin met ")
    assert made.marks[0] == (0, 5, UNSAID)
