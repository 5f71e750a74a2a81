import pytest

from kg.errors import ConfigError
from kg.link import NameLinker, format_judgements, parse_judgements, read_judgements
from kg.model import EntityClass, Extraction
from tests.link.builders import PERSON, SYSTEM, make_chain, make_extraction

TEXT = """
# who is who
version 1
same       Organization | Pelagic Partners | Pelagic Capital    # renamed in 2024
different  Person | Ann Lee @ a2 | Ann Lee
rename     Organization | Quill | Quill Laboratories B.V.
type       AISystem | Murmur | Organization
"""


def link(judgements: str, *extractions: Extraction) -> dict[tuple[str, str], str]:
    """The IRIs that the extractions' chains have under the judgements."""
    return NameLinker(judgements=parse_judgements(f"version 1\n{judgements}")).link(extractions).iris


def test_a_file_is_read_with_its_notes_and_lines() -> None:
    same, different, rename, typed = parse_judgements(TEXT)
    assert (same.verb, [side.name for side in same.sides]) == ("same", ["Pelagic Partners", "Pelagic Capital"])
    assert (same.note, same.line) == ("renamed in 2024", 4)
    assert [str(side) for side in different.sides] == ["Ann Lee @ a2", "Ann Lee"]
    assert (rename.value, typed.value) == ("Quill Laboratories B.V.", "Organization")


def test_what_is_written_is_read_back() -> None:
    judgements = parse_judgements(TEXT)
    again = parse_judgements(format_judgements(judgements))
    assert [str(judgement) for judgement in again] == [str(judgement) for judgement in judgements]


def test_no_file_and_an_empty_file_hold_no_judgements(tmp_path) -> None:
    assert read_judgements(tmp_path / "none.txt") == ()
    assert parse_judgements("# nothing yet\n") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("same Organization | A | B", "line 1: expected 'version 1'"),
        ("version 2", "line 1: expected 'version 1'"),
        ("version 1\nsame Organization | A", "line 2: not a judgement"),
        ("version 1\n\nequal Organization | A | B", "line 3: not a judgement"),
        ("version 1\nsame Company | A | B", "line 2: no class 'Company'"),
        ("version 1\ntype Person | A | Robot", "line 2: no class 'Robot'"),
        ("version 1\nsame Person | A | ", "line 2: not a judgement"),
    ],
)
def test_a_wrong_line_is_named(text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        parse_judgements(text)


def test_same_joins_what_no_rule_would() -> None:
    iris = link("same Organization | Pelagic | Orrin", make_extraction("a1", "Pelagic"), make_extraction("a2", "Orrin"))
    assert iris["a1", "e1"] == iris["a2", "e1"]


def test_same_beats_an_article_that_tells_them_apart() -> None:
    iris = link("same Organization | Pelagic | Orrin", make_extraction("a1", "Pelagic", "Orrin"))
    assert iris["a1", "e1"] == iris["a1", "e2"]


def test_different_beats_a_name_that_was_learnt() -> None:
    articles = make_extraction("a1", "Pelagic Oak|PO"), make_extraction("a2", "PO")
    assert len(set(link("", *articles).values())) == 1
    assert len(set(link("different Organization | Pelagic Oak | PO", *articles).values())) == 2


def test_different_takes_one_article_out_of_a_name() -> None:
    articles = [make_extraction(a, make_chain("Ann Lee", PERSON)) for a in ("a1", "a2", "a3")]
    iris = link("different Person | Ann Lee @ a2 | Ann Lee", *articles)
    assert iris["a1", "e1"] == iris["a3", "e1"] != iris["a2", "e1"]


def test_rename_gives_the_label_and_keeps_the_name() -> None:
    linker = NameLinker(judgements=parse_judgements("version 1\nrename Organization | Quill | Quill Laboratories"))
    (entity,) = linker.link([make_extraction("a1", "Quill")]).entities.values()
    assert (entity.label, entity.alternatives) == ("Quill Laboratories", ("Quill",))


def test_type_changes_the_class_and_joins_it_to_its_namesake() -> None:
    articles = make_extraction("a1", make_chain("Murmur", SYSTEM)), make_extraction("a2", "Murmur")
    iris = link("type AISystem | Murmur | Organization", *articles)
    assert iris["a1", "e1"] == iris["a2", "e1"]
    assert "/org/" in iris["a1", "e1"]


def test_judgements_that_meet_nothing_are_reported() -> None:
    judgements = parse_judgements(
        "version 1\nsame Organization | Pelagic | Nobody\nrename Organization | Pelagic | P\ntype AISystem | M | Person"
    )
    review = NameLinker(judgements=judgements).review([make_extraction("a1", "Pelagic")])
    assert sorted(judgement.verb for judgement in review.unmatched) == ["same", "type"]


def test_a_judged_class_is_matched_by_what_it_made() -> None:
    judgements = parse_judgements("version 1\ntype AISystem | Murmur | Organization")
    review = NameLinker(judgements=judgements).review([make_extraction("a1", make_chain("Murmur", SYSTEM))])
    assert review.unmatched == ()
    assert [entity.cls for entity in review.linkage.entities.values()] == [EntityClass.ORGANIZATION]
