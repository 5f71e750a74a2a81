"""Sentences that gave nothing though they should have: which they are, and what speaks for them."""

import time
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.misses import BASE, find_misses, find_signals, load_signals, split_sentences, to_score
from kg.model import Chain, Claim, Comparator, EntityClass, Extraction, Mention, Metric, Span
from tests.extract.articles import to_article


def chain(text: str, name: str, cls: EntityClass = EntityClass.ORGANIZATION, layer: str = "ner") -> Chain:
    start = text.index(name)
    return Chain(f"e-{name}", cls, name, (name,), (Mention(Span(start, start + len(name)), cls, layer),))


def extraction(text: str, *names: str) -> Extraction:
    article = to_article(text)
    return Extraction(article, tuple(chain(article.text, name) for name in names))


def signals(text: str, *names: str) -> list[str]:
    made = extraction(text, *names)
    return list(find_signals(made, Span(0, len(made.article.text))))


def sentences(text: str) -> list[str]:
    article = to_article(text)
    return [span.cut(article.text) for span in split_sentences(article)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The lab shut three offices. It gave no reason for that.", 2),
        ("Dr. Ana Roe left the lab in May.", 1),
        ("The suit against Acme Inc. of Oslo goes on.", 1),
        ("Nobody at the U.S. Senate had asked for it.", 1),
        ("“Nobody asked us for it.” That is what the mayor wrote.", 2),
        ("It cost a lot of money! 40 schools went without it.", 2),
        ("No. 7 on the list is a town that nobody knows.", 1),
        ("Read more. Follow us.", 0),
        ("! Acme buys the whole of Bolt\n# Why this deal matters a lot\nIt is the first deal of its kind.", 1),
        ("| Lab | Vendor. Town | Year of birth\n| Acme Labs | Bolt Inc. Oslo | 2019", 2),
    ],
)
def test_sentences_end_where_they_end(text: str, found: int) -> None:
    assert len(sentences(text)) == found, sentences(text)


@given(st.text(alphabet="aB. !?”\n1", max_size=80))
def test_sentences_lie_in_order_and_quote_the_text(text: str) -> None:
    article = to_article(text or "a")
    spans = list(split_sentences(article))
    assert all(span.cut(article.text) == span.cut(article.text).strip() for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote was lost by 31 to 12 in the end.", "number"),
        ("It spends $4m on that every year.", "number"),
        ("It won a 12-year ban at last.", "number"),
        ("They cut the share by 7% in a year.", "number"),
        ("Half of the pupils saw nothing.", "amount"),
        ("The spokeswoman told us so.", "reporting"),
        ("Every maker shall keep a log of it.", "obligation"),
        ("Its makers ought to keep a log.", "obligation"),
        ("Parents called on the school to end it.", "asking"),
        ("Parents fear for the pupils there.", "fearing"),
        ("It was sold when the owners sued each other.", "dealing"),
    ],
)
def test_a_signal_is_told_by_words_or_digits(text: str, expected: str) -> None:
    assert expected in signals(text)


@pytest.mark.parametrize(
    "text",
    [
        "All of it began on 12 May in the north.",
        "All of it began on March 3rd in the north.",
        "All of it began in 2019 or in 2021-22 there.",
        "They went there with Sorrel 5 on board.",
        "They played on with a COVID-19 test at hand.",
    ],
)
def test_dates_and_names_are_no_numbers(text: str) -> None:
    assert "number" not in signals(text)


def test_digits_of_a_name_that_was_found_are_no_number() -> None:
    assert "number" in signals("the kahu 3 is out of use.")
    assert "number" not in signals("the kahu 3 is out of use.", "kahu 3")


@pytest.mark.parametrize("piece", [".", "1,", "1", ". ", '."', "A. ", "May", "X 1 ", "must ", "\t", "$1m "])
def test_no_text_takes_long(piece: str) -> None:
    began = time.process_time()
    list(find_misses(extraction("a" + piece * (60_000 // len(piece)))))
    assert time.process_time() - began < 5


def test_names_count_by_thing_and_only_those_that_name() -> None:
    text = "Acme met Bolt and the lab."
    assert signals(text) == []
    assert signals(text, "Acme") == ["name"]
    assert signals(text, "Acme", "Bolt") == ["names"]
    made = extraction(text, "Acme")
    others = (chain(text, "the lab", layer="description"), chain(text, "Bolt", EntityClass.PLACE))
    with_others = replace(made, chains=(*made.chains, *others))
    assert list(find_signals(with_others, Span(0, len(text)))) == ["name"]


def test_what_gave_something_is_no_miss() -> None:
    made = extraction("Acme bought Bolt for 4 ships. Acme sued Bolt over 3 of them.", "Acme", "Bolt")
    text = made.article.text
    first, second = split_sentences(made.article)
    assert [miss.span for miss in find_misses(made)] == [first, second]
    claimed = replace(made, claims=(Claim("e-Acme", "acquires", "e-Bolt", first),))
    assert [miss.span for miss in find_misses(claimed)] == [second]
    four = text.index("4 ships")
    metric = Metric("m1", "4 ships", Decimal(4), "unit:UNITLESS", Comparator.EXACTLY, Span(four, four + 7))
    assert [miss.span for miss in find_misses(replace(made, metrics=(metric,)))] == [second]


def test_a_sentence_without_signals_is_no_miss() -> None:
    assert not list(find_misses(extraction("There was a lot of rain in the north.")))


@given(st.sets(st.sampled_from(sorted(load_signals()[0].keys() - {BASE})), min_size=1, max_size=3))
def test_every_signal_raises_the_score(names: set[str]) -> None:
    for name in names:
        assert to_score(names - {name}) < to_score(names) < 1


def test_every_signal_of_the_table_has_a_weight_and_some_words() -> None:
    weights, patterns = load_signals()
    assert weights.keys() - patterns.keys() == {BASE, "name", "names", "number"}
    assert all(pattern.search("according  to") is None or name == "reporting" for name, pattern in patterns.items())
