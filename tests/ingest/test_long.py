"""Paragraphs that no prose has are cut between words, and nothing of them is lost."""

import pytest

from kg.ingest.pieces import GAP, MAX_BLOCK_CHARACTERS, Piece, to_blocks
from kg.model import BlockKind


@pytest.mark.parametrize("text", ["word " * 30_000, "x" * 45_000, "One sentence. " * 4_000])
def test_an_endless_paragraph_becomes_several(text: str) -> None:
    joined, blocks = to_blocks([Piece(BlockKind.PARAGRAPH, text), Piece(BlockKind.PARAGRAPH, "The end.")])
    assert len(blocks) > 3
    assert all(block.span.end - block.span.start <= MAX_BLOCK_CHARACTERS for block in blocks)
    assert joined.replace(GAP, " ").replace(" ", "") == (text + "The end.").replace(" ", "")
    assert blocks[-1].span.cut(joined) == "The end."


def test_a_usual_paragraph_stays_whole() -> None:
    _, blocks = to_blocks([Piece(BlockKind.PARAGRAPH, "word " * 1_900)])
    assert len(blocks) == 1
