"""Labels are the shortest passage that names the thing, and risks have their place in the scheme."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.wishes.domains import find_domain
from kg.extract.wishes.wording import MAX_TOKENS, to_clause, to_passage, trim
from kg.extract.wishes.words import load_wish_words
from tests.extract.cast import wishes
from tests.extract.syntax.reading import parse_text, word


def _shown(passage):
    return passage.text if passage is not None else None


@pytest.mark.parametrize(
    ("text", "head", "label"),
    [
        ("They want a public register of incidents.", "register", "public register of incidents"),
        ("They want “a public register”.", "register", "public register"),
        ("They fear the loss of control, which grows.", "loss", "loss of control"),
        ("They fear both the cost and the delay.", "cost", "cost and the delay"),
        ("They fear it.", "it", "it"),
    ],
)
def test_a_noun_is_named_without_articles_and_asides(text, head, label):
    assert _shown(to_passage(word(text, head))) == label


@pytest.mark.parametrize(
    ("text", "verb", "label"),
    [
        ("They said that audits should be public.", "be", "audits should be public"),
        ("They said that audits would fail because nobody pays.", "fail", "audits would fail"),
        ("They said audits would fail, although nobody knows.", "fail", "audits would fail"),
    ],
)
def test_a_clause_is_named_without_its_reason(text, verb, label):
    assert _shown(to_clause(word(text, verb))) == label


def test_members_that_are_told_apart_end_the_passage():
    thing = word("They fear cheap drones and forged votes.", "drones")
    assert (
        _shown(to_passage(thing, without=[word("They fear cheap drones and forged votes.", "votes")])) == "cheap drones"
    )


@given(st.lists(st.sampled_from(["the", "a", ",", "“", "”", "labs", "and", "share", ".", "to", "that"]), max_size=50))
def test_a_trimmed_passage_has_no_loose_ends(words):
    doc = parse_text(" ".join(words))
    passage = trim(doc, 0, len(doc))
    if passage is not None:
        assert 0 < len(passage) <= MAX_TOKENS
        assert passage[0].text not in {"the", "a", ",", "“", "and"}
        assert passage[-1].text not in {",", "”", "."} or len(passage) == MAX_TOKENS


def test_a_very_long_passage_is_cut_at_a_comma():
    text = "They want " + ", ".join(f"a register of incidents in district {i}" for i in range(40)) + "."
    passage = trim(parse_text(text), 2, len(parse_text(text)))
    assert len(passage) <= MAX_TOKENS
    assert passage.doc[passage.end].text == ","


@pytest.mark.parametrize(
    ("label", "sentence"),
    [("mass unemployment", ""), ("", "they warned of mass unemployment"), ("cyberattacks on hospitals", "")],
)
def test_a_risk_has_its_place_in_the_scheme(label, sentence):
    assert find_domain(label, sentence)


def test_the_label_decides_before_the_sentence_does():
    alone = find_domain("mass unemployment", "")
    assert find_domain("mass unemployment", "they also spoke of cyberattacks") == alone
    assert find_domain("cyberattacks", "they also spoke of unemployment") != alone


@pytest.mark.parametrize("label", ["", "bad weather on Sunday", "subunemployment"])
def test_what_the_scheme_does_not_know_has_no_place(label):
    assert find_domain(label, "") == ""


def test_a_risk_that_is_read_carries_its_place():
    (risk,) = wishes("Mara Lind warned of mass unemployment.").risks
    assert risk.domain == find_domain("mass unemployment", "")


@pytest.mark.parametrize("kind", ["proposal", "risk"])
def test_the_word_lists_are_lower_case(kind):
    lists = load_wish_words(kind)
    assert all(words and all(word == word.lower() for word in words) for words in lists.values())
