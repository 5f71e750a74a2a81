"""What sentences of news state is read from their bare text, names and all."""

import pytest

from kg.extract import extract_articles
from kg.model import Article, Block, BlockKind, Span
from tests.extract.cast import to_rows
from tests.extract.relations.told import TOLD

MUTUAL = {"collaboratesWith", "competesWith"}


def facts_of(text):
    """The facts of one sentence as "subject predicate object", by every name of both; mutual ones both ways."""
    article = Article("a", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "a")
    (extraction,) = extract_articles([article])
    names = {chain.id: chain.names for chain in extraction.chains}
    facts = set()
    for claim in extraction.claims:
        if claim.is_fact and claim.object in names:
            for subject in names[claim.subject]:
                for object_ in names[claim.object]:
                    facts.add(f"{subject} {claim.predicate} {object_}")
                    facts |= {f"{object_} {claim.predicate} {subject}"} if claim.predicate in MUTUAL else set()
    return facts


@pytest.mark.parametrize("predicate", TOLD)
def test_reads_what_is_told(predicate):
    missed = {text: stated - facts_of(text) for text, stated in to_rows(TOLD[predicate])}
    assert not {text: facts for text, facts in missed.items() if facts}


@pytest.mark.parametrize(
    "text",
    [
        "Microsoft has denied that it put money into Mistral.",
        "Databricks may buy MosaicML next year.",
        "Jan Leike turned down a job at Google.",
        "Mistral has no plans to work with Anthropic.",
        "Mistral would compete with OpenAI if it had the chips.",
        "An earlier version of this article said that Jan Leike works for Google.",
    ],
)
def test_states_nothing_that_is_not_so(text):
    assert not {fact for fact in facts_of(text) if " hasMetric " not in fact}
