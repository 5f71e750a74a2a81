import pytest

from kg.model import EntityClass
from tests.extract.coreference.reading import names_of, resolve_marked


@pytest.mark.parametrize(
    "text",
    [
        "[Ann Lee|P:a] left. [Lee|P:a] will not return.",
        "[Ann Lee|P:a] left. Ms. [Lee|P:a] will not return.",
        "[Wietske van Hasselt|P:a] left. [Van Hasselt|P:a] will not return.",
        "[Emil Orrin|P:a] left. Then [Emil|P:a] came back.",
        "[William Orrin|P:a] left. [Bill Orrin|P:a] came back.",
        "[Rosa Maria Orrin|P:a] left. [R. Orrin|P:a] came back.",
        "[Halden Oak Partners|O:a] sued. [Halden Oak|O:a] lost.",
        "[Halden Biosecurity|O:a] sued. [Halden|O:a] lost.",
        "[Halden|O:a] sued. [Halden AI|O:a] lost.",
        "The [Nordic Central Bank|O:a] ([NCB|O:a]) sued. [NCB|O:a] lost.",
        "[NCB|O:a] ([Nordic Central Bank|O:a]) sued.",
        "The [Nordic Commission|O:a] met. The [Commission|O:a] agreed.",
        "[Tern AI model|S:a] is out. [Tern|S:a] is fast.",
        "The [EU Chip Act|L:a] passed. The [Chip Act|L:a] is long.",
        "[Halden Oak Partners|O:a] sued. [Halden Oak|P:a] lost.",
    ],
)
def test_names_of_one_thing_are_one_chain(text: str) -> None:
    assert len(resolve_marked(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[Ann Lee|P:a] met [Bo Lee|P:b].",
        "[Ann Lee|P:a] met [Orrin|P:b].",
        "[Halden|O:a] founded the [Halden Institute|O:b].",
        "[Halden|O:a] owns [Halden Public Interest|O:b].",
        "[Tern 4|S:a] is faster than [Tern 4 mini|S:b].",
        "[Tern|S:a] is a family; [Tern 4|S:b] is its newest.",
        "[Halden|O:a] makes [Halden|S:b].",
        "The [Nordic Commission|O:a] met the [Trade Commission|O:b].",
    ],
)
def test_close_names_are_two_chains(text: str) -> None:
    assert len(resolve_marked(text)) == 2


def test_a_surname_of_two_people_is_neither() -> None:
    chains = resolve_marked("[Ann Lee|P:a] met [Bo Lee|P:b]. [Lee|P:c] won.")
    assert len(chains) == 3


def test_chains_are_numbered_by_first_mention_and_named_in_full() -> None:
    chains = resolve_marked("[Lee|P:a] won. [Halden|O:b] lost to [Ann Lee|P:a], and [Lee|P:a] left.")
    assert [(chain.id, chain.name, chain.names) for chain in chains] == [
        ("e1", "Ann Lee", ("Lee", "Ann Lee")),
        ("e2", "Halden", ("Halden",)),
    ]


def test_an_acronym_is_a_name_but_not_the_best() -> None:
    (chain,) = resolve_marked("The [Nordic Central Bank|O:a] ([NCB|O:a]) sued.")
    assert (chain.name, chain.names) == ("Nordic Central Bank", ("Nordic Central Bank", "NCB"))


def test_a_short_name_takes_the_class_of_the_full_one() -> None:
    (chain,) = resolve_marked("[Halden Oak Partners|O:a] sued. [Halden Oak|P:a] lost.")
    assert {mention.cls for mention in chain.mentions} == {EntityClass.ORGANIZATION}


def test_articles_and_possessives_are_no_part_of_names() -> None:
    assert names_of("[The Halden Fund's|O:a] board met. [Halden Fund|O:a] lost.") == [("Halden Fund",)]


def test_without_names_there_are_no_chains() -> None:
    assert names_of("It said that the company had left.") == []
