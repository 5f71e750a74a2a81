"""Two people of one name are kept apart where their posts have nothing in common."""

from itertools import permutations

import pytest

from kg.link import NameLinker, parse_judgements
from kg.model import Claim, Span
from tests.link.builders import PERSON, make_chain, make_extraction

ANA = make_chain("Ana Roe", PERSON)


def told(article, *organizations, post=True, person=ANA):
    """An article that names Ana Roe and the organizations, and gives her a post at the first of them."""
    claim = Claim("e1", "worksFor", "e2", Span(0, 5), confidence=0.9)
    return make_extraction(article, person, *organizations, claims=(claim,) if post else ())


def people(*extractions, judgements=()):
    linkage = NameLinker(judgements=judgements).link(extractions)
    return [linkage.iris[extraction.article.id, "e1"] for extraction in extractions]


def test_posts_at_different_places_are_of_two_people():
    first, second = people(told("a", "Acme Bank"), told("b", "Ghent Police"))
    assert first != second


def test_who_moved_is_one_person_where_an_article_names_both_places():
    first, second = people(told("a", "Acme Bank"), told("b", "Ghent Police", "Acme Bank"))
    assert first == second


def test_an_article_without_a_post_goes_with_most():
    one, two, other, bare = people(
        told("a", "Acme Bank"), told("b", "Acme Bank"), told("c", "Ghent Police"), told("d", "Zenith", post=False)
    )
    assert one == two == bare != other


def test_whom_the_gazetteer_knows_is_one():
    known = make_chain("Ana Roe", PERSON, known="person/ana-roe")
    first, second = people(told("a", "Acme Bank", person=known), told("b", "Ghent Police", person=known))
    assert first == second


def test_a_judgement_joins_them():
    judgements = parse_judgements("version 1\nsame Person | Ana Roe @ a | Ana Roe @ b\n", "judgements.txt")
    first, second = people(told("a", "Acme Bank"), told("b", "Ghent Police"), judgements=judgements)
    assert first == second


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_does_not_matter(order):
    articles = [told("a", "Acme Bank"), told("b", "Ghent Police"), told("c", "Ghent Police")]
    linkage = NameLinker().link([articles[i] for i in order])
    assert linkage.iris["b", "e1"] == linkage.iris["c", "e1"] != linkage.iris["a", "e1"]
