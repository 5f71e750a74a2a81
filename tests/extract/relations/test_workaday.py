"""What reporters write every day is read."""

import pytest

from tests.extract.cast import claims, find_wrong, to_rows
from tests.extract.relations.newsroom import NEWSROOM
from tests.extract.relations.workaday import WORKADAY


@pytest.mark.parametrize("kind", WORKADAY)
def test_reads_the_plainest_sentences(kind):
    assert not find_wrong(WORKADAY[kind])


@pytest.mark.parametrize("kind", NEWSROOM)
def test_reads_what_is_a_little_less_plain(kind):
    assert not find_wrong(NEWSROOM[kind])


def test_no_sentence_is_there_twice():
    texts = [text for table in (WORKADAY, NEWSROOM) for kind in table for text, _ in to_rows(table[kind])]
    assert len(texts) == len(set(texts))


def test_a_sentence_with_one_name_says_nothing_of_two():
    assert not claims("Acme grew.")
