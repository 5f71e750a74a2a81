"""Articles are parsed in batches across articles, block by block, and no character moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.language import BATCH_TEXTS, blank_dateline, parse_articles
from kg.extract.models import load_model
from kg.model import Article
from tests.extract.articles import to_article


@pytest.mark.parametrize(
    "text",
    [
        "OSLO, March 11 (Agency) - The lab moved.",
        "GENEVA — The lab moved.",
        "NEW YORK, May 4 – The lab moved.",
        "ÖREBRO/GENEVA (Agency) - The lab moved.",
        "GENEVA (Agency) -- “Nothing works,” she said.",
    ],
)
def test_blanks_a_dateline(text):
    blanked = blank_dateline(text)
    assert len(blanked) == len(text)
    assert blanked.lstrip() == text[len(text) - len(blanked.lstrip()) :]
    assert blanked.startswith("    ")
    assert not blanked.strip().startswith(("O", "G", "N", "Ö"))


@pytest.mark.parametrize(
    "text",
    ["The lab moved.", "The EU - a union - moved.", "AI — it moves.", "A lab-grown fish.", "", "OSLO", "- Nothing."],
)
def test_leaves_other_openings(text):
    assert blank_dateline(text) == text


@given(st.text(max_size=80))
def test_blanking_never_moves_a_character(text):
    blanked = blank_dateline(text)
    assert len(blanked) == len(text)
    assert all(new in {old, " "} for new, old in zip(blanked, text, strict=True))


@pytest.mark.parametrize("word", ["co-founder", "ex-director", "vice-president", "start-up", "spin-off", "non-profit"])
def test_keeps_compounds_whole(word):
    assert [token.text for token in load_model().make_doc(f"the {word} left")] == ["the", word, "left"]


def test_takes_other_hyphens_apart():
    assert len(load_model().make_doc("the Leeds-based lab")) > 3


def test_gives_each_article_its_blocks_in_order():
    articles = [to_article(text) for text in ("! One\nTwo.\nThree.", "", "Four.", "* Five\n* Six")]
    found = list(parse_articles(articles))
    assert [parsed.article for parsed in found] == articles
    assert [[block.doc.text for block in parsed.blocks] for parsed in found] == [
        ["One", "Two.", "Three."], [], ["Four."], ["Five", "Six"]
    ]  # fmt: skip
    assert all(block.index == i for parsed in found for i, block in enumerate(parsed.blocks))


def test_articles_longer_than_a_batch_stay_whole():
    long = to_article("\n".join(f"Lab {i} moved." for i in range(2 * BATCH_TEXTS + 3)))
    first, second = parse_articles([long, to_article("It rained.")])
    assert len(first.blocks) == len(long.blocks)
    assert [block.doc.text for block in second.blocks] == ["It rained."]


def test_reads_articles_one_by_one_as_they_come():
    def articles():
        yield to_article("One.")
        yield to_article("Two.")

    assert len(list(parse_articles(articles()))) == 2
    assert list(parse_articles([])) == []


def test_an_article_without_blocks_is_kept():
    (parsed,) = parse_articles([Article("none", "", (), "here")])
    assert parsed.blocks == ()
