"""Whatever is put and removed in whatever order and batches, the graph is that of the articles that are left."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Triple

from kg.graph import KgStore
from kg.model import EntityClass, Extraction, Modality, Polarity
from tests.graph.examples import MEMORY, Builder, NameLinker, make_article

TEXT = "Alba, ALBA and Borea, whose model Cirrus scored 40%, asked for a pause, A Pause, fearing loss of control."
NAMES = (("Alba", EntityClass.ORGANIZATION), ("ALBA", EntityClass.ORGANIZATION), ("Borea", EntityClass.ORGANIZATION),
         ("Cirrus", EntityClass.SYSTEM))  # fmt: skip

flags = st.booleans()


@st.composite
def extractions(draw: st.DrawFn, number: int) -> Extraction:
    """One version of article `number`: which names, wordings and claims it has is drawn."""
    b = Builder(make_article(f"{TEXT} {draw(st.sampled_from(('', 'Again.')))}", f"https://example.org/{number}"))
    ids = [b.chain(name, cls) for name, cls in NAMES if draw(flags)]
    ids += [b.proposal(wording) for wording in ("a pause", "A Pause") if draw(flags)]
    if draw(flags):
        ids.append(b.risk("loss of control", draw(st.sampled_from(("", "MisalignedGoals")))))
    if ids and draw(flags):
        ids.append(b.metric("40%", "40", measures=draw(st.sampled_from(("score", "Score")))))
        b.claim(ids[0], "hasMetric", ids[-1], "scored 40%")
    for _ in range(draw(st.integers(0, 4)) if ids else 0):
        ends = draw(st.sampled_from(ids)), draw(st.sampled_from(ids))
        predicate, passage = draw(st.sampled_from(("opposes", "proposes"))), draw(st.sampled_from(("Borea", "Alba")))
        b.claim(ends[0], predicate, ends[1], passage, polarity=draw(st.sampled_from(Polarity)),
                modality=draw(st.sampled_from(Modality)), confidence=draw(st.sampled_from((0.5, 0.9))))  # fmt: skip
    return b.made


@st.composite
def histories(draw: st.DrawFn) -> list[list[Extraction] | list[str]]:
    """Puts of several articles and removals by id, in turn."""
    steps: list[list[Extraction] | list[str]] = []
    for _ in range(draw(st.integers(1, 5))):
        numbers = draw(st.lists(st.integers(0, 3), min_size=1, max_size=3, unique=True))
        batch = [draw(extractions(number)) for number in numbers]
        steps.append([e.article.id for e in batch] if draw(st.integers(0, 3)) == 0 else batch)
    return steps


def graph_of(folder: Path, batches: list[list[Extraction]]) -> set[Triple]:
    with KgStore.open(folder, NameLinker()) as store:
        for batch in batches:
            store.put(batch)
        return set(store.triples())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_the_graph_depends_on_the_articles_left_alone(history: list[list[Extraction] | list[str]]) -> None:
    left: dict[str, Extraction] = {}
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        with KgStore.open(Path(folder) / "lived", NameLinker()) as store:
            for step in history:
                for item in step:
                    if isinstance(item, Extraction):
                        left[item.article.id] = item
                    else:
                        left.pop(item, None)
                if isinstance(step[0], Extraction):
                    store.put(step)  # type: ignore[arg-type]
                else:
                    store.remove(step)  # type: ignore[arg-type]
            lived = set(store.triples())
            assert [e.article.id for e in store.extractions()] == sorted(left)
            assert list(store.extractions()) == [left[id_] for id_ in sorted(left)]
        fresh = graph_of(Path(folder) / "fresh", [list(reversed(left.values()))])
        one_by_one = graph_of(Path(folder) / "single", [[e] for e in left.values()])
    assert lived == fresh == one_by_one


@settings(max_examples=10, deadline=None)
@given(extractions(0), extractions(0))
def test_a_changed_article_leaves_no_trace_of_its_earlier_version(old: Extraction, new: Extraction) -> None:
    new = replace(new, article=replace(new.article, headline="Another"))
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        assert graph_of(Path(folder) / "a", [[old], [new]]) == graph_of(Path(folder) / "b", [[new]])
