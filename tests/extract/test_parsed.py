"""The bridge between tokens and characters, and the chains that words stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.parsed import find_lists
from kg.model import Span
from tests.extract.articles import resolve_blocks
from tests.extract.cast import parse

TWO = resolve_blocks("Acme built Bolt.\nMara Lind, Tom Okafor and Ines Roy “left” Zenith — twice.")


def test_a_tokens_span_cuts_the_token():
    text = TWO.parsed.article.text
    for block in TWO.parsed.blocks:
        assert all(block.span_of(token).cut(text) == token.text for token in block.doc)
        assert all(block.span_of(sentence).cut(text) == sentence.text for sentence in block.doc.sents)


@given(st.data())
def test_a_span_of_tokens_comes_back_as_the_same_tokens(data):
    block = data.draw(st.sampled_from(TWO.parsed.blocks))
    start = data.draw(st.integers(0, len(block.doc) - 1))
    run = block.doc[start : data.draw(st.integers(start + 1, len(block.doc)))]
    assert block.tokens_in(block.span_of(run)).text == run.text


def test_part_of_a_word_is_widened_to_the_word():
    block = TWO.parsed.blocks[0]
    assert block.tokens_in(Span(1, 3)).text == "Acme"


def test_a_span_elsewhere_has_no_tokens_here():
    first, second = TWO.parsed.blocks
    assert first.tokens_in(second.block.span) is None
    assert first.tokens_in(Span(0, second.block.span.end)) is None


def test_finds_the_block_that_holds_a_span():
    first, second = TWO.parsed.blocks
    assert TWO.parsed.block_at(Span(0, 4)) is first
    assert TWO.parsed.block_at(second.block.span) is second
    assert TWO.parsed.block_at(Span(0, second.block.span.end)) is None


def test_lists_sentences_with_their_blocks():
    assert [(block.index, sentence.text.split()[0]) for block, sentence in TWO.parsed.sentences()] == [
        (0, "Acme"), (1, "Mara")
    ]  # fmt: skip


def test_each_word_of_a_name_stands_for_its_chain():
    block = TWO.parsed.blocks[1]
    names = [chain.name if (chain := TWO.chain_at(block, token)) else None for token in block.doc]
    assert names[:2] == ["Mara Lind", "Mara Lind"]
    assert names[-2:] == [None, None]


def test_a_word_in_two_mentions_stands_for_the_narrower():
    marked = parse("[its director=Mara Lind|Person] met Acme.")
    block = marked.resolved.parsed.blocks[0]
    assert marked.resolved.chain_at(block, block.doc[1]).name == "Mara Lind"
    assert marked.resolved.mention_at(block, block.doc[2]) is None


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Acme, Zenith and Kestrel left.", {("Acme", "Zenith", "Kestrel")}),
        ("Acme and Zenith left.", {("Acme", "Zenith")}),
        ("Acme, Zenith, and Kestrel left.", {("Acme", "Zenith", "Kestrel")}),
        ("Acme, the Orrin Institute, as well as Kestrel left.", {("Acme", "Orrin Institute", "Kestrel")}),
        ("Acme or Zenith left.", {("Acme", "Zenith")}),
        ("Acme, Zenith left.", set()),
        ("Acme and Mara Lind left.", set()),
        ("Acme left and Zenith stayed.", set()),
        ("Acme and Zenith met Kestrel and Heron Labs.", {("Acme", "Zenith"), ("Kestrel", "Heron Labs")}),
        ("Acme left.", set()),
    ],
)
def test_reads_enumerations_of_names_from_the_text(text, listed):
    assert {tuple(chain.name for chain, _ in run) for _, run in find_lists(parse(text).resolved)} == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (
            "Mara Lind of Acme, Zenith's Tom Okafor and Ines Roy (Kestrel) left.",
            {("Mara Lind", "Tom Okafor", "Ines Roy")},
        ),
        ("Mara Lind of Leeds and Tom Okafor left.", {("Mara Lind", "Tom Okafor")}),
        ("Mara Lind left Acme, Tom Okafor and Ines Roy stayed.", set()),
        ("Mara Lind of Acme, Zenith and Kestrel left.", set()),
    ],
)
def test_reads_enumerations_of_people_with_whom_they_are_of(text, listed):
    assert {tuple(chain.name for chain, _ in run) for _, run in find_lists(parse(text).resolved, True)} == listed


def test_what_is_said_of_one_member_of_an_enumeration_is_not_said_of_those_elsewhere():
    resolved = parse("Mara Lind of Acme and Tom Okafor of Zenith left.").resolved
    block = resolved.parsed.blocks[0]
    last = next(token for token in block.doc if token.text == "Okafor")
    assert [chain.name for chain, _ in resolved.listed_with(block, last)] == ["Mara Lind", "Tom Okafor"]
    assert [chain.name for chain, _ in resolved.listed_plainly(block, last)] == ["Tom Okafor"]


def test_a_member_of_an_enumeration_is_listed_with_the_others():
    resolved = parse("Acme, Zenith and Kestrel left Oslo.").resolved
    block = resolved.parsed.blocks[0]
    by_word = {token.text: [chain.name for chain, _ in resolved.listed_with(block, token)] for token in block.doc}
    assert by_word["Zenith"] == ["Acme", "Zenith", "Kestrel"]
    assert by_word["Oslo"] == ["Oslo"]
    assert by_word["left"] == []
