"""Long blocks are cut behind sentences and words; no character is lost; what reading costs grows with the length."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import extract_articles
from kg.extract.cutting import MAX_CHARACTERS, cut_blocks
from kg.extract.models import load_model, tokenize
from kg.model import Article, Block, BlockKind, Span
from tests.extract.articles import to_article

SENTENCE = "The ministry said that Halden Labs had released Tern 2 without telling the regulator, which fined it. "


def to_block(text, **more):
    return Article("cut", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text)), **more),), "here")


def test_leaves_articles_as_they_are():
    article = to_article("! One\nTwo.\n* Three")
    assert cut_blocks(article) is article


@given(st.integers(0, 3), st.integers(1, 120), st.sampled_from(["a", "a ", "Ab. ", "\n", "“Oh.” ", "$ x? "]))
def test_pieces_are_the_block_again(before, times, text):
    article = to_block(SENTENCE * before + text * times * 100)
    pieces = cut_blocks(article).blocks
    assert "".join(piece.span.cut(article.text) for piece in pieces) == article.text
    assert all(0 < piece.span.length <= MAX_CHARACTERS for piece in pieces)


def test_cuts_behind_sentences_if_it_can():
    article = to_block(SENTENCE * 100)
    assert all(piece.span.cut(article.text).endswith("it. ") for piece in cut_blocks(article).blocks)
    article = to_block("word " * 1000)
    assert all(piece.span.cut(article.text).endswith("word ") for piece in cut_blocks(article).blocks)


def test_items_stand_under_the_first_piece_of_their_lead():
    text = SENTENCE * 30 + "an item"
    end = len(SENTENCE) * 30
    blocks = (
        Block(BlockKind.HEADING, Span(0, len(SENTENCE) * 25), level=1),
        Block(BlockKind.PARAGRAPH, Span(len(SENTENCE) * 25, end)),
        Block(BlockKind.ITEM, Span(end, len(text)), level=1, lead=1),
    )
    cut = cut_blocks(Article("cut", text, blocks, "here")).blocks
    assert len(cut) > 3
    assert cut[cut[-1].lead] == blocks[1]


def test_cells_stay_with_their_piece():
    text = SENTENCE * 40
    cells = (Span(3, 12), Span(len(text) - 9, len(text)))
    pieces = cut_blocks(to_block(text, cells=cells)).blocks
    assert pieces[0].cells == cells[:1]
    assert pieces[-1].cells == cells[1:]
    assert all(not piece.cells for piece in pieces[1:-1])


def test_extractions_are_of_the_article_as_it_was():
    article = to_block("It rained. " * 300 + "Anthropic released Claude 4 in May.")
    [extraction] = extract_articles([article])
    assert extraction.article is article
    claim = next(claim for claim in extraction.claims if claim.predicate == "releases")
    assert claim.evidence.cut(article.text) == "Anthropic released Claude 4 in May."


def test_articles_with_and_without_long_blocks_keep_their_order():
    articles = [to_block("It rained. " * times) for times in (1, 400, 2, 500, 3)]
    articles = [replace(article, id=str(number)) for number, article in enumerate(articles)]
    assert [extraction.article.id for extraction in extract_articles(articles)] == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize(
    "text",
    [
        "a " + "$" * 300 + " b",
        "see https://a.org/" + "b" * 300 + ", they say",
        "“" * 250,
        "a" * 500 + "\n\n b",
        " " + "-." * 200,
        "",
    ],
)
def test_stretches_without_blanks_keep_every_character(text):
    doc = tokenize(text)
    assert doc.text == text
    assert len(doc) < 400


@given(st.text(alphabet="aB3 .,$“\n", max_size=120))
def test_ordinary_texts_are_left_to_the_tokenizer(text):
    assert [token.text for token in tokenize(text)] == [token.text for token in load_model().make_doc(text)]


@pytest.mark.parametrize("sign", ["$", '"', "“", "(", "5% ", "1 ", SENTENCE])
def test_twenty_thousand_characters_cost_seconds_at_most(sign):
    article = to_block(sign * (20_000 // len(sign)))
    next(extract_articles([to_article("Warm up.")]))
    start = time.process_time()
    next(extract_articles([article]))
    assert time.process_time() - start < 5  # 0.6 to 2 on one core; before they were cut up to 90
