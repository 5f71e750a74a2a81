"""One thing under several writings, and several things under close ones, across articles."""

from itertools import permutations

import pytest

from kg.link import NameLinker, explain, parse_judgements
from kg.model import Chain, EntityClass, Proposal, Risk, Span
from tests.link.builders import ORG, PERSON, SYSTEM, make_chain, make_extraction

POLICY, DOCUMENT, EVENT, PLACE = EntityClass.POLICY, EntityClass.DOCUMENT, EntityClass.EVENT, EntityClass.PLACE


def link(*chains: Chain, judgements: str = "") -> list[str]:
    """The IRIs of some chains, each of an article of its own."""
    articles = [make_extraction(f"a{number}", chain) for number, chain in enumerate(chains)]
    linkage = NameLinker(judgements=parse_judgements(f"version 1\n{judgements}")).link(articles)
    return [linkage.iris[article.article.id, "e1"] for article in articles]


ONE = [
    ("Pelham Works", "Pelham Works Ltd", ORG),
    ("Pelham Works", "Pelham Works LLC", ORG),
    ("Pelham Works", "Pelham Works Corp.", ORG),
    ("Pelham Works", "Pelham Works, Inc.", ORG),
    ("Pelham Works", "the Pelham Works", ORG),
    ("Pelham Works", "PELHAM WORKS", ORG),
    ("Société Morel", "Societe Morel", ORG),
    ("Zoë Marsh", "Zoe Marsh", PERSON),
    ("Zoë Marsh", "Prof. Zoë Marsh", PERSON),
    ("Zoe Marsh", "Ms. Zoe Marsh", PERSON),
    ("Heron-2", "Heron 2", SYSTEM),
    ("Clean Records Act", "the Clean Records Act", POLICY),
    ("Larkmoor", "larkmoor", PLACE),
    ("Larkmoor Summit", "The Larkmoor Summit", EVENT),
]
TWO = [
    ("Pelham Works", "Pelham Foundation", ORG),
    ("Pelham", "Pelham Works Institute", ORG),
    ("Zoe Marsh", "Zara Marsh", PERSON),
    ("Zoe Marsh", "Zoe Marshall", PERSON),
    ("Marsh", "Zoe Marsh", PERSON),
    ("Heron 2", "Heron 3", SYSTEM),
    ("Heron 2", "Heron 2 Mini", SYSTEM),
    ("Heron", "Heron 2", SYSTEM),
    ("Clean Records Act", "Clean Water Act", POLICY),
    ("PW", "Pelham Works", ORG),
    ("Larkmoor", "Larkmoor Hill", PLACE),
]


@pytest.mark.parametrize(("first", "second", "cls"), ONE)
def test_one_thing_has_one_iri(first: str, second: str, cls: EntityClass) -> None:
    one, other = link(make_chain(first, cls), make_chain(second, cls))
    assert one == other


@pytest.mark.parametrize(("first", "second", "cls"), TWO)
def test_two_things_have_two(first: str, second: str, cls: EntityClass) -> None:
    one, other = link(make_chain(first, cls), make_chain(second, cls))
    assert one != other


@pytest.mark.parametrize(("first", "second", "cls"), [*ONE, *TWO])
def test_the_other_order_says_the_same(first: str, second: str, cls: EntityClass) -> None:
    chains = make_chain(first, cls), make_chain(second, cls)
    assert len(set(link(*chains))) == len(set(link(*reversed(chains))))


@pytest.mark.parametrize(("first", "second", "cls"), TWO)
def test_a_judgement_joins_what_the_rules_keep_apart(first: str, second: str, cls: EntityClass) -> None:
    one, other = link(make_chain(first, cls), make_chain(second, cls), judgements=f"same {cls} | {first} | {second}")
    assert one == other


@pytest.mark.parametrize("cls", list(EntityClass))
def test_things_of_each_class_have_iris_of_their_own(cls: EntityClass) -> None:
    others = [make_chain("Pelham Heron", other) for other in EntityClass if other is not cls]
    mine, *theirs = link(make_chain("Pelham Heron", cls), *others)
    assert mine not in theirs


def test_an_acronym_counts_for_three_articles_in_any_order() -> None:
    chains = make_chain("Guild of Paper Makers|GPM"), make_chain("GPM"), make_chain("Guild of Paper Makers")
    assert {len(set(link(*order))) for order in permutations(chains)} == {1}


def test_a_rename_shows_in_every_article_of_the_thing() -> None:
    linker = NameLinker(judgements=parse_judgements("version 1\nrename Organization | Pelham | Pelham Group"))
    linkage = linker.link([make_extraction("a1", "Pelham"), make_extraction("a2", "Pelham Inc.")])
    assert [entity.label for entity in linkage.entities.values()] == ["Pelham Group"]


@pytest.mark.parametrize(
    ("judgement", "is_met"),
    [
        ("same Organization | Pelham | Corvid", True),
        ("same Organization | Pelham | Nobody", False),
        ("same Person | Pelham | Corvid", False),
        ("different Organization | Pelham | Corvid", True),
        ("rename Organization | Pelham | Pelham Group", True),
        ("rename Organization | Nobody | Pelham Group", False),
        ("rename Organization | Pelham @ a2 | Pelham Group", False),
        ("type Organization | Nobody | Person", False),
    ],
)
def test_a_judgement_about_nothing_is_reported(judgement: str, is_met: bool) -> None:
    judgements = parse_judgements(f"version 1\n{judgement}")
    articles = [make_extraction("a1", "Pelham"), make_extraction("a2", "Corvid")]
    assert NameLinker(judgements=judgements).review(articles).unmatched == (() if is_met else judgements)


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("a pause", "The pause", True),
        ("A tax on chips", "a tax on chips", True),
        ("a tax on chips", "a tax on data", False),
        ("a pause", "a halt", False),
    ],
)
def test_wording_identifies_proposals_and_risks(first: str, second: str, is_one: bool) -> None:
    articles = [
        make_extraction(
            f"a{number}", proposals=(Proposal("p1", said, Span(0, 1)),), risks=(Risk("r1", said, Span(0, 1)),)
        )
        for number, said in enumerate([first, second])
    ]
    iris = NameLinker().link(articles).iris
    assert (iris["a0", "p1"] == iris["a1", "p1"]) is is_one
    assert (iris["a0", "r1"] == iris["a1", "r1"]) is is_one
    assert iris["a0", "p1"] != iris["a0", "r1"]


def test_documents_of_one_article_alone_stay_apart() -> None:
    report = make_chain("report", DOCUMENT, local=True)
    assert len(set(link(report, report, report))) == 3


@pytest.mark.parametrize("writing", ["Pelham Works", "pelham works", "Pelham Works Inc.", "the Pelham Works"])
def test_any_writing_asks_for_the_same_explanation(writing: str) -> None:
    articles = [make_extraction("a1", "Pelham Works Inc."), make_extraction("a2", "Pelham Works")]
    (found,) = explain(writing, articles, NameLinker())
    assert {mention.article for mention in found.mentions} == {"a1", "a2"}
