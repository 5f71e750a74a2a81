"""What is held in memory of every article while all are linked: enough, and little."""

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.ledger import to_light, to_reading
from kg.link import NameLinker
from tests.link.builders import make_extraction

MAX_LINKING_BYTES = (
    2700  # for an article of two chains, beside the article itself; measured 2,186, with more sets 3,222
)

names = st.lists(st.sampled_from(("Alba Labs", "Alba", "Borea|Borea AI", "ALBA", "Cirrus Inc.|Cirrus")), max_size=4)


@given(st.lists(names, max_size=4))
def test_linking_needs_no_more_than_the_readings(articles: list[list[str]]) -> None:
    whole = [make_extraction(f"a{number}", *chains) for number, chains in enumerate(articles)]
    assert NameLinker().link(map(to_reading, map(to_light, whole))) == NameLinker().link(whole)


def test_linking_takes_little_memory_for_each_article() -> None:
    count = 400
    readings = [to_reading(make_extraction(f"a{n}", f"Alba{n} Works", "Borea Labs")) for n in range(count)]
    NameLinker().link(readings[:1])
    tracemalloc.start()
    try:
        NameLinker().link(readings)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak / count < MAX_LINKING_BYTES
