"""What every `kg.protocols.Store` promises."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Triple

from kg.graph import KgStore
from kg.model import EntityClass, Extraction, Linkage, Polarity
from tests.graph.examples import Builder, NameLinker, make_article, make_contract_example

Content = Callable[[], set[Triple]]


def make_second() -> Extraction:
    b = Builder(make_article("Anthropic builds Claude, the rival of GPT-5.", "https://example.org/rival"))
    lab, claude = b.chain("Anthropic"), b.chain("Claude", EntityClass.SYSTEM)
    b.chain("GPT-5", EntityClass.SYSTEM)
    b.claim(lab, "develops", claude)
    return b.made


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Callable[[], KgStore]]:
    opened: list[KgStore] = []

    def make() -> KgStore:
        opened.append(KgStore.open(tmp_path / f"store-{len(opened)}", NameLinker()))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


def content(store: KgStore) -> set[Triple]:
    return set(store.triples())


def test_putting_twice_changes_nothing(stores: Callable[[], KgStore]) -> None:
    store = stores()
    store.put([make_contract_example()])
    once = content(store)
    store.put([make_contract_example()])
    assert content(store) == once
    assert len(store) == 1


def test_the_order_of_articles_does_not_matter(stores: Callable[[], KgStore]) -> None:
    first, second, third = stores(), stores(), stores()
    first.put([make_contract_example(), make_second()])
    second.put([make_second(), make_contract_example()])
    third.put([make_second()])
    third.put([make_contract_example()])
    assert content(first) == content(second) == content(third)


def test_a_new_version_replaces_the_earlier(stores: Callable[[], KgStore]) -> None:
    store, fresh = stores(), stores()
    old = make_second()
    new = replace(old, claims=(replace(old.claims[0], polarity=Polarity.DENIED),))
    store.put([make_contract_example(), old])
    store.put([new])
    fresh.put([new, make_contract_example()])
    assert content(store) == content(fresh)


def test_removing_takes_out_what_rests_on_the_article_alone(stores: Callable[[], KgStore]) -> None:
    store, fresh = stores(), stores()
    store.put([make_contract_example(), make_second()])
    store.remove([make_contract_example().article.id])
    fresh.put([make_second()])
    assert content(store) == content(fresh)


def test_removing_all_leaves_nothing(stores: Callable[[], KgStore]) -> None:
    store = stores()
    store.put([make_contract_example(), make_second()])
    store.remove([make_second().article.id, make_contract_example().article.id])
    assert content(store) == set()


def test_ids_that_are_not_there_are_ignored(stores: Callable[[], KgStore]) -> None:
    store = stores()
    store.put([make_second()])
    before = content(store)
    store.remove(["0" * 16])
    assert content(store) == before


def test_all_of_a_put_or_none(stores: Callable[[], KgStore]) -> None:
    store = stores()
    store.put([make_second()])
    before = content(store)
    broken = make_contract_example()
    broken = replace(broken, claims=(replace(broken.claims[0], subject="e99"),))
    other = Builder(make_article("Somebody else.")).made
    with pytest.raises(KeyError):
        store.put([other, broken])
    assert content(store) == before
    assert len(store) == 1
    store.put([other])
    assert len(store) == 2


def test_a_linker_that_fails_changes_nothing(stores: Callable[[], KgStore], monkeypatch: pytest.MonkeyPatch) -> None:
    store = stores()
    store.put([make_second()])
    before = content(store)

    def fail(*_: object) -> Linkage:
        raise RuntimeError("no linkage")

    with monkeypatch.context() as patch:
        patch.setattr(NameLinker, "link", fail)
        with pytest.raises(RuntimeError, match="no linkage"):
            store.put([make_contract_example()])
    assert content(store) == before
    store.put([make_contract_example()])
    assert len(store) == 2
