"""A whole article, from its blocks to its claims: what must hold of every extraction, whatever the article."""

import time
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract import extract_articles
from kg.model import Article, Block, BlockKind, EntityClass, Extraction, Modality, Polarity, Span
from tests.extract.articles import to_article

STORY = """
! Kelder Robotics opens its doors to inspectors
Kelder Robotics, the Utrecht-based maker of Pelican-2, was founded by Karin Haal in 2016.\
 Haal, who remains chief executive, said on Monday that the company would publish every safety test.
# Money and people
Northsea Ventures invested €40 million in Kelder Robotics in March. Kelder Robotics now employs 320 people.
Petra Voss, former head of policy at Kelder Robotics, joined the University of Bergen as a professor in May.
# What critics fear
> “The danger is that nobody checks the answers,” said Petra Voss. “We believe governments should fund inspectors.”
Voss warned of mass unemployment. Kelder Robotics has not signed the Lisbon Declaration on Artificial Intelligence.
The University of Bergen recommends three steps:
* Yearly audits of large models.
* A public register of incidents.
| Company | Staff
| Kelder Robotics | 320
"""
NORTHERN = """
! Sweden backs inspectors
Sweden's parliament passed the Model Safety Act. According to Petra Voss, the act applies to AI companies.
"""


@cache
def extract(text: str) -> Extraction:
    """What is read of the article that the lines write."""
    (extraction,) = extract_articles([to_article(text)])
    return extraction


def said(extraction: Extraction, *, facts: bool = True) -> set[tuple[str, str, str]]:
    """The claims between named things, by their names; only those that stand as facts, or only the others."""
    names = {chain.id: chain.name for chain in extraction.chains}
    return {
        (names[c.subject], c.predicate, names[c.object])
        for c in extraction.claims
        if c.is_fact is facts and c.subject in names and c.object in names
    }


@pytest.mark.parametrize(
    "fact",
    [
        ("Kelder Robotics", "develops", "Pelican-2"),
        ("Kelder Robotics", "foundedBy", "Karin Haal"),
        ("Kelder Robotics", "basedIn", "Utrecht"),
        ("Karin Haal", "worksFor", "Kelder Robotics"),
        ("Northsea Ventures", "funds", "Kelder Robotics"),
        ("Petra Voss", "formerlyAt", "Kelder Robotics"),
        ("Petra Voss", "worksFor", "University of Bergen"),
    ],
)
def test_reads_the_storys_facts(fact):
    assert fact in said(extract(STORY))


def test_a_post_left_is_not_still_held():
    assert ("Petra Voss", "worksFor", "Kelder Robotics") not in said(extract(STORY))


def test_what_is_denied_is_claimed_and_no_fact():
    denied = [c for c in extract(STORY).claims if c.polarity is Polarity.DENIED and c.predicate == "signs"]
    assert denied
    assert not [fact for fact in said(extract(STORY)) if fact[1] == "signs"]


def test_reads_the_storys_proposals_and_risks():
    story = extract(STORY)
    asked = {proposal.label for proposal in story.proposals}
    assert asked >= {"fund inspectors", "Yearly audits of large models", "public register of incidents"}
    assert {risk.label for risk in story.risks} >= {"nobody checks the answers", "mass unemployment"}


def test_knows_who_warns_and_who_proposes():
    story = extract(STORY)
    names = {chain.id: chain.name for chain in story.chains}
    labels = {node.id: node.label for node in (*story.proposals, *story.risks)}
    put = {(names[c.subject], labels[c.object]) for c in story.claims if c.predicate in {"proposes", "warnsOf"}}
    assert ("Petra Voss", "mass unemployment") in put
    assert ("Petra Voss", "nobody checks the answers") in put
    assert ("University of Bergen", "public register of incidents") in put


def test_reads_the_storys_quantities():
    values = {(metric.value, metric.unit) for metric in extract(STORY).metrics}
    assert (Decimal(40_000_000), "currency:EUR") in values
    assert (Decimal(320), "unit:UNITLESS") in values


def test_reads_who_says_so():
    northern = extract(NORTHERN)
    names = {chain.id: chain.name for chain in northern.chains}
    sources = {names[c.attributed_to] for c in northern.claims if c.predicate == "regulates" and c.attributed_to}
    assert sources == {"Petra Voss"}
    assert ("Sweden", "enacts", "Model Safety Act") in said(northern)


def check(extraction: Extraction) -> None:
    """What must hold of every extraction."""
    text = extraction.article.text
    nodes = (*extraction.chains, *extraction.metrics, *extraction.proposals, *extraction.risks)
    ids = [node.id for node in nodes]
    assert len(ids) == len(set(ids))
    for span in [mention.span for chain in extraction.chains for mention in chain.mentions]:
        assert span.cut(text).strip()
    for node in (*extraction.metrics, *extraction.proposals, *extraction.risks):
        assert 0 <= node.span.start < node.span.end <= len(text)
    for claim in extraction.claims:
        assert {claim.subject, claim.object} <= set(ids)
        assert claim.subject != claim.object
        assert claim.attributed_to is None or claim.attributed_to in ids
        assert 0 <= claim.evidence.start < claim.evidence.end <= len(text)
        assert claim.evidence.cut(text).strip()
        assert any(block.span.contains(claim.evidence) for block in extraction.article.blocks)
        assert 0 < claim.confidence <= 1
        assert claim.rule
    assert len(set(extraction.claims)) == len(extraction.claims)
    assert [c.evidence for c in extraction.claims] == sorted(c.evidence for c in extraction.claims)
    assert {p.label for p in extraction.proposals} == {p.span.cut(text) for p in extraction.proposals}


@pytest.mark.parametrize("text", [STORY, NORTHERN])
def test_every_claim_stands_in_the_text(text):
    check(extract(text))


def test_neither_batch_nor_order_changes_what_is_read():
    articles = [to_article(STORY), to_article(NORTHERN)]
    together = list(extract_articles(articles))
    assert together == [extract(STORY), extract(NORTHERN)]
    assert list(extract_articles(articles[::-1])) == together[::-1]


def test_where_an_article_was_found_changes_nothing():
    elsewhere = replace(to_article(NORTHERN), location="/elsewhere", url="https://example.org/a", publisher="Post")
    (read,) = extract_articles([elsewhere])
    assert read.claims == extract(NORTHERN).claims
    assert read.chains == extract(NORTHERN).chains


SENTENCES = [line.lstrip("!#*>| ") for line in STORY.strip().splitlines()] + [
    "Haal may sue Northsea Ventures.",
    "So did Kelder Robotics.",
    "What should governments do?",
    "Open every file.",
    "ÅNGSTRÖM — the “lab” 🤖 – said: Pelican’s ﬁrst test… failed?!",
    "…",
    "“",
    "-",
    "42",
    "Petra Voss Petra Voss Petra Voss",
    "e\u0301tude \u200bof\u00a0zero\u2060width \ufeffmarks",
    "研究所はペリカンを発表した。",
    "HAAL, HAAL AND HAAL TO BUY PELICAN",
]
LINES = st.lists(
    st.tuples(st.sampled_from(["", "! ", "# ", "* ", "> ", "| "]), st.sampled_from(SENTENCES)), min_size=1, max_size=6
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES)
def test_what_must_hold_holds_for_any_mixture_of_blocks(lines):
    check(extract("\n".join(kind + sentence for kind, sentence in lines)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120))
def test_what_must_hold_holds_for_any_characters(text):
    article = Article("any", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "any")
    (extraction,) = extract_articles([article])
    check(extraction)


def test_an_empty_article_says_nothing():
    (extraction,) = extract_articles([Article("none", "", (), "here")])
    assert extraction == Extraction(Article("none", "", (), "here"))


@pytest.mark.parametrize("kind", BlockKind)
def test_an_empty_block_says_nothing(kind):
    (extraction,) = extract_articles([Article("none", "", (Block(kind, Span(0, 0)),), "here")])
    assert not extraction.claims


def test_an_article_with_only_a_title_is_read():
    extraction = extract("! Northsea Ventures acquires Kelder Robotics")
    check(extraction)
    assert ("Northsea Ventures", "acquires", "Kelder Robotics") in said(extraction)


def test_a_titles_future_is_no_fact():
    extraction = extract("! Northsea Ventures to acquire Kelder Robotics in May")
    assert not said(extraction)
    planned = {c.modality for c in extraction.claims if c.predicate == "acquires"}
    assert planned <= {Modality.PLANNED}


def test_a_very_long_sentence_is_read_to_its_end():
    names = ", ".join(f"Kelder Robotics of district {i}, which nobody knows" for i in range(80))
    extraction = extract(f"After {names}, Northsea Ventures acquired Pelican Holdings.")
    check(extraction)


def test_the_classes_of_the_story_are_all_there():
    classes = {chain.cls for chain in extract(STORY).chains}
    assert classes >= {
        EntityClass.ORGANIZATION, EntityClass.PERSON, EntityClass.SYSTEM, EntityClass.PLACE, EntityClass.GROUP
    }  # fmt: skip


def test_long_blocks_in_capitals_are_read_in_time():
    sentence = (
        "THE COMMISSION SAID THAT ACME LABS WOULD PAY $25 MILLION UNDER THE MODEL ACT OF MARCH 2024 AND ITS RIVALS "
    )
    article = to_article(sentence * 60)
    start = time.process_time()
    assert len(list(extract_articles([article]))) == 1
    assert time.process_time() - start < 20  # seconds of CPU; half a one on an idle core
