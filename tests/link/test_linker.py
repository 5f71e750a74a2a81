import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.iris import DEFAULT_BASE
from kg.link import NameLinker
from kg.model import Chain, Claim, Comparator, EntityClass, Extraction, Metric, Proposal, Risk, Span
from tests.link.builders import ORG, PERSON, SYSTEM, make_chain, make_extraction


def iris_of(*extractions: Extraction) -> list[str]:
    """The IRIs of all chains, by article and chain, without the base."""
    linkage = NameLinker().link(extractions)
    return [linkage.iris[e.article.id, c.id].removeprefix(DEFAULT_BASE) for e in extractions for c in e.chains]


def is_one(first: Chain, second: Chain, *others: Extraction) -> bool:
    """Whether the chains of two articles are one thing."""
    one, other, *_ = iris_of(make_extraction("a1", first), make_extraction("a2", second), *others)
    return one == other


@pytest.mark.parametrize(
    ("first", "second", "cls"),
    [
        ("Halden Systems", "Halden Systems Inc.", ORG),
        ("Halden Systems", "The Halden Systems", ORG),
        ("Brøndby Forskning A/S", "Brondby Forskning", ORG),
        ("Orrin GmbH", "Orrin", ORG),
        ("Mirova AI", "Mirova", ORG),
        ("Ann Lee", "Dr. Ann Lee", PERSON),
        ("José Ávila", "Jose Avila", PERSON),
        ("Tern-4", "Tern 4", SYSTEM),
        ("Tern 4", "Tern4", SYSTEM),
    ],
)
def test_writings_of_one_name_are_one_thing(first: str, second: str, cls: EntityClass) -> None:
    assert is_one(make_chain(first, cls), make_chain(second, cls))


@pytest.mark.parametrize(
    ("first", "second", "cls"),
    [
        ("Halden", "Halden Institute", ORG),
        ("Halden", "Halden Public Interest", ORG),
        ("Lee", "Lee", PERSON),
        ("Lee", "Ann Lee", PERSON),
        ("Ann Lee", "Anna Lee", PERSON),
        ("Tern 4", "Tern 4 mini", SYSTEM),
        ("Tern 4", "Tern 3", SYSTEM),
        ("Tern", "Tern 4", SYSTEM),
        ("Commission", "European Commission", ORG),
        ("Commission", "Commission", ORG),
    ],
)
def test_close_names_are_two_things(first: str, second: str, cls: EntityClass) -> None:
    assert not is_one(make_chain(first, cls), make_chain(second, cls))


def test_things_of_two_classes_are_two_things() -> None:
    assert not is_one(make_chain("Orrin"), make_chain("Orrin", SYSTEM))


def test_an_acronym_learnt_in_one_article_is_used_in_another() -> None:
    assert is_one(make_chain("Guild of Spoken Word Artists|GSWA"), make_chain("GSWA"))


def test_an_acronym_of_two_things_is_used_for_neither() -> None:
    other = make_extraction("a3", make_chain("Greater Sydney Water Authority|GSWA"))
    assert not is_one(make_chain("Guild of Spoken Word Artists|GSWA"), make_chain("GSWA"), other)


def test_two_full_names_do_not_become_one_through_a_common_acronym() -> None:
    assert not is_one(
        make_chain("Guild of Spoken Word Artists|GSWA"), make_chain("Greater Sydney Water Authority|GSWA")
    )


def test_a_short_name_is_not_used_where_one_article_tells_the_two_apart() -> None:
    both = make_extraction("a3", "Halden Labs", "Halden")
    assert not is_one(make_chain("Halden Labs|Halden"), make_chain("Halden"), both)


def test_a_surname_is_its_articles_own_until_the_full_name_stands_there() -> None:
    first, second, third = iris_of(
        make_extraction("a1", make_chain("Ann Lee|Lee", PERSON)),
        make_extraction("a2", make_chain("Ann Lee|Lee", PERSON)),
        make_extraction("a3", make_chain("Lee", PERSON)),
    )
    assert first == second == "person/ann-lee"
    assert third not in {first, "person/lee"}


def test_the_gazetteer_tells_two_apart_and_joins_two_names() -> None:
    assert not is_one(make_chain("Orrin", known="org/orrin"), make_chain("Orrin", known="org/orrin-bank"))
    assert is_one(make_chain("Orrin", known="org/orrin"), make_chain("Orrin Holdings", known="org/orrin"))
    assert is_one(make_chain("Orrin", known="org/orrin"), make_chain("Orrin"))


def test_a_known_thing_has_its_full_name_its_own_iri_and_its_wikidata_item() -> None:
    linkage = NameLinker().link([make_extraction("a1", make_chain("Anthropic PBC", known="org/anthropic"))])
    (entity,) = linkage.entities.values()
    assert (entity.iri, entity.label) == (f"{DEFAULT_BASE}org/anthropic", "Anthropic")
    assert entity.same_as == ("http://www.wikidata.org/entity/Q116758847",)
    assert entity.alternatives == ("Anthropic PBC",)


def test_a_thing_of_its_article_alone_is_no_other_articles() -> None:
    assert not is_one(
        make_chain("blog post", EntityClass.DOCUMENT, local=True), make_chain("blog post", EntityClass.DOCUMENT)
    )


def test_two_local_things_of_one_name_in_one_article_are_two() -> None:
    post = make_chain("blog post", EntityClass.DOCUMENT, local=True)
    first, second = iris_of(make_extraction("a1", post, post))
    assert first != second


def test_names_that_fold_to_one_slug_keep_two_iris() -> None:
    one, other = iris_of(make_extraction("a1", "Hart & Vale", "Hart Vale"))
    assert one != other


def test_the_label_is_the_most_complete_name_without_title_or_legal_form() -> None:
    linkage = NameLinker().link(
        [
            make_extraction("a1", make_chain("Dr. Ann Lee|Lee|Ann Lee", PERSON), "Halden Systems Inc.|Halden|HS"),
            make_extraction("a2", "Halden Systems"),
        ]
    )
    assert sorted(entity.label for entity in linkage.entities.values()) == ["Ann Lee", "Halden Systems"]
    assert {e.alternatives for e in linkage.entities.values() if e.cls is ORG} == {
        ("HS", "Halden", "Halden Systems Inc.")
    }


def test_it_says_which_rules_joined_the_names() -> None:
    linkage = NameLinker().link([make_extraction("a1", "Halden Systems|HS"), make_extraction("a2", "HS")])
    assert [entity.because for entity in linkage.entities.values()] == [("name learnt in an article",)]


def make_metric(number: str) -> Metric:
    """One quantity."""
    return Metric(number, "4 %", Decimal("4.0"), "unit:PERCENT", Comparator.EXACTLY, Span(0, 1), "share")


def test_a_quantity_is_one_where_it_is_about_one_thing() -> None:
    def article(name: str, about: str) -> Extraction:
        claim = Claim("e1", "hasMetric", "m1", Span(0, 1))
        return make_extraction(name, about, metrics=(make_metric("m1"),), claims=(claim,))

    iris = NameLinker().link([article("a1", "Halden"), article("a2", "Halden Inc."), article("a3", "Orrin")]).iris
    assert iris["a1", "m1"] == iris["a2", "m1"] != iris["a3", "m1"]


def test_a_quantity_about_nothing_is_its_articles_own() -> None:
    iris = NameLinker().link([make_extraction(a, metrics=(make_metric("m1"),)) for a in ("a1", "a2")]).iris
    assert iris["a1", "m1"] != iris["a2", "m1"]


def test_proposals_and_risks_are_one_where_their_wording_is() -> None:
    def article(name: str, proposal: str, risk: str) -> Extraction:
        return make_extraction(
            name, proposals=(Proposal("p1", proposal, Span(0, 1)),), risks=(Risk("r1", risk, Span(0, 1)),)
        )

    iris = NameLinker().link([article("a1", "A pause", "loss of control"), article("a2", "the pause", "losses")]).iris
    assert iris["a1", "p1"] == iris["a2", "p1"]
    assert iris["a1", "r1"] != iris["a2", "r1"]


def test_forty_thousand_chains_are_linked_within_seconds() -> None:
    chains = [
        make_chain(f"Halden {n} Labs|Halden {n}|H{n}", known=f"org/{n}" if n % 7 == 0 else None) for n in range(400)
    ]
    extractions = [make_extraction(f"a{n}", *chains[n % 10 :: 10]) for n in range(1000)]
    started = time.process_time()
    linkage = NameLinker().link(extractions)
    assert time.process_time() - started < 6  # about one second alone on a slow core; the store links at every batch
    assert (len(linkage.iris), len(linkage.entities)) == (40_000, 400)


NAMES = [
    "Halden",
    "Halden Labs",
    "Halden Labs|Halden",
    "HL",
    "Halden Labs|HL",
    "Hale Lovell|HL",
    "Halden Inc.",
    "Orrin",
]
CHAINS = st.lists(
    st.builds(
        make_chain, st.sampled_from(NAMES), st.sampled_from([ORG, PERSON]), st.sampled_from([None, None, "org/x"])
    ),
    max_size=4,
)


@given(st.lists(CHAINS, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_any_order_gives_the_same_linkage(articles: list[list[Chain]], random: object) -> None:
    extractions = [make_extraction(f"a{number}", *chains) for number, chains in enumerate(articles)]
    linkage = NameLinker().link(extractions)
    random.shuffle(extractions)  # type: ignore[attr-defined]
    assert NameLinker().link(iter(extractions)) == linkage


@given(st.lists(CHAINS, max_size=6))
@settings(max_examples=100, deadline=None)
def test_every_chain_has_an_entity_of_its_class_that_bears_its_names(articles: list[list[Chain]]) -> None:
    extractions = [make_extraction(f"a{number}", *chains) for number, chains in enumerate(articles)]
    linkage = NameLinker().link(extractions)
    assert set(linkage.iris.values()) == set(linkage.entities)
    for extraction in extractions:
        for chain in extraction.chains:
            entity = linkage.entities[linkage.iris[extraction.article.id, chain.id]]
            assert entity.cls is chain.cls
            assert set(chain.names) <= {entity.label, *entity.alternatives}
