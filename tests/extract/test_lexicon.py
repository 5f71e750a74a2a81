"""Every entry of the lexicon reads its positive examples and leaves its negative ones alone."""

import pytest

from kg.extract.relations import read_relations
from kg.extract.relations.lexicon import load_lexicon
from tests.extract.marked import parse_marked

ENTRIES = load_lexicon().entries
YES = [pytest.param(e, text, id=f"{e.id}-{i}") for e in ENTRIES for i, text in enumerate(e.yes)]
NO = [pytest.param(e, text, id=f"{e.id}-{i}") for e in ENTRIES for i, text in enumerate(e.no)]


@pytest.mark.parametrize(("entry", "text"), YES)
def test_reads_its_example(entry, text):
    marked = parse_marked(text)
    facts = [c for c in read_relations(marked.resolved) if c.is_fact]
    wanted = (marked.roles["s"], entry.predicate, marked.roles["o"])
    assert wanted in [(c.subject, c.predicate, c.object) for c in facts], [
        (c.subject, c.predicate, c.object, c.rule) for c in facts
    ]


@pytest.mark.parametrize(("entry", "text"), NO)
def test_leaves_its_counterexample(entry, text):
    marked = parse_marked(text)
    facts = [c for c in read_relations(marked.resolved) if c.is_fact and c.predicate == entry.predicate]
    assert not facts, [(c.subject, c.predicate, c.object, c.rule) for c in facts]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_has_examples_of_both_kinds(entry):
    assert entry.no
    assert entry.yes or entry.modality != "Actual" or entry.pos == "column"
