"""The lexicon's format: what an entry may say, what it means when it says nothing, and what is refused."""

import pytest

from kg.errors import ResourceError
from kg.extract.relations.lexicon import AGENT, PARTS_OF_SPEECH, load_lexicon
from kg.model import EntityClass, Modality, Polarity

PREDICATES = 'owns = { from = ["Organization"], to = ["AISystem"] }\nknows = { from = ["Agent"], to = ["Agent"] }\n'
ENTRY = """
[[entry]]
words = ["own", "hold"]
pos = "verb"
subject = "subject"
object = ["object", "of"]
"""


def _load(folder, entries: str, name: str = "owns", predicates: str = PREDICATES):
    (folder / "predicates.toml").write_text(predicates, encoding="utf-8")
    (folder / f"{name}.toml").write_text(entries, encoding="utf-8")
    return load_lexicon(folder)


def test_an_entry_says_only_what_is_its_own(tmp_path):
    (entry,) = _load(tmp_path, ENTRY).entries
    assert (entry.id, entry.predicate, entry.words, entry.pos) == ("owns/1", "owns", ("own", "hold"), "verb")
    assert (entry.subject, entry.object) == (("subject",), ("object", "of"))
    assert entry.subject_types == {EntityClass.ORGANIZATION}
    assert entry.object_types == {EntityClass.SYSTEM}
    assert (entry.polarity, entry.modality, entry.confidence) == (Polarity.AFFIRMED, Modality.ACTUAL, 0.9)
    assert not any([entry.purpose, entry.direct, entry.past, entry.former, entry.ends, entry.needs])


def test_an_entry_may_say_more(tmp_path):
    more = (
        'needs = { object = ["stake"] }\nmodality = "Planned"\npolarity = "Denied"\nconfidence = 0.4\nfrom = ["Person"]'
    )
    (entry,) = _load(tmp_path, ENTRY + more).entries
    assert entry.needs == {"object": frozenset({"stake"})}
    assert (entry.polarity, entry.modality, entry.confidence) == (Polarity.DENIED, Modality.PLANNED, 0.4)
    assert entry.subject_types == {EntityClass.PERSON}


def test_an_agent_is_an_organization_a_person_or_a_group(tmp_path):
    (entry,) = _load(tmp_path, ENTRY, "knows").entries
    assert entry.subject_types == {EntityClass(name) for name in AGENT}


def test_finds_entries_by_part_of_speech_and_word(tmp_path):
    lexicon = _load(tmp_path, ENTRY + ENTRY.replace("own", "keep"))
    assert [entry.id for entry in lexicon.find("verb", "hold")] == ["owns/1", "owns/2"]
    assert [entry.id for entry in lexicon.find("verb", "keep")] == ["owns/2"]
    assert lexicon.find("noun", "own") == ()
    assert lexicon.find("verb", "sing") == ()


@pytest.mark.parametrize(
    ("entries", "name", "said"),
    [
        (ENTRY.replace('"verb"', '"gesture"'), "owns", "gesture"),
        (ENTRY + 'colour = "red"', "owns", "colour"),
        (ENTRY, "eats", "eats"),
        (ENTRY.replace('subject = "subject"', ""), "owns", "subject"),
        (ENTRY + 'from = ["Planet"]', "owns", "Planet"),
        (ENTRY + 'modality = "Dreamt"', "owns", "Dreamt"),
        ("[[entry]", "owns", "cannot be read"),
    ],
)
def test_refuses_an_entry_that_is_malformed_and_names_it(tmp_path, entries, name, said):
    with pytest.raises(ResourceError, match=rf"{name}\.toml.*{said}"):
        _load(tmp_path, entries, name)


def test_refuses_a_folder_without_predicates(tmp_path):
    with pytest.raises(ResourceError, match=r"predicates\.toml"):
        load_lexicon(tmp_path)


def test_the_shipped_lexicon_covers_the_predicates_between_named_things():
    shipped = {entry.predicate for entry in load_lexicon().entries}
    assert shipped >= {
        "develops", "releases", "foundedBy", "worksFor", "formerlyAt", "partOf", "basedIn", "funds", "acquires",
        "collaboratesWith", "competesWith", "enacts", "signs", "regulates", "actsAgainst", "supports", "opposes",
    }  # fmt: skip


def test_the_shipped_entries_have_ids_of_their_own_and_sane_confidence():
    entries = load_lexicon().entries
    assert len({entry.id for entry in entries}) == len(entries)
    assert all(0 < entry.confidence <= 1 for entry in entries)
    assert {entry.pos for entry in entries} <= PARTS_OF_SPEECH


@pytest.mark.parametrize("entry", load_lexicon().entries, ids=lambda e: e.id)
def test_the_shipped_words_are_lemmas_in_lower_case(entry):
    assert entry.words
    assert all(word == word.lower() for word in entry.words)
    assert len(set(entry.words)) == len(entry.words)
