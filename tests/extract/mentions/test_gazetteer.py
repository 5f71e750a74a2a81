import csv

import pytest

from kg.extract.mentions.gazetteer import find_known, known_as, load_known
from kg.model import EntityClass
from kg.resources import ontology_path


def found(text: str) -> list[tuple[str, str]]:
    return [(candidate.cut(text), known.id) for candidate, known in find_known(text)]


def test_ids_are_unique_and_say_the_class() -> None:
    ids = [known.id for known in load_known()]
    assert len(ids) == len(set(ids))
    prefixes = {
        EntityClass.ORGANIZATION: "org",
        EntityClass.SYSTEM: "system",
        EntityClass.PERSON: "person",
        EntityClass.POLICY: "policy",
        EntityClass.EVENT: "event",
        EntityClass.PLACE: "place",
    }
    assert all(known.id.startswith(prefixes[known.cls] + "/") for known in load_known())


def test_names_are_clean() -> None:
    for known in load_known():
        for name in known.names:
            assert name == name.strip(), name
            assert name, known.id
            assert "?" not in name, name


def test_care_is_one_of_those_that_are_handled() -> None:
    assert {known.care for known in load_known()} <= {"", "word", "person", "country"}


def test_parents_are_known_themselves() -> None:
    parents = {known.parent for known in load_known() if known.parent}
    assert [parent for parent in sorted(parents) if not known_as(parent)] == []


def test_wikidata_ids_are_only_those_seen_in_a_source() -> None:
    ids = {known.names[0]: known.wikidata for known in load_known() if known.wikidata}
    assert ids["Anthropic"] == "Q116758847"
    assert all(item.startswith("Q") and item[1:].isdigit() for item in ids.values())


def test_every_file_has_the_columns() -> None:
    for path in ontology_path("gazetteer").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines))
        assert rows[0] == ["id", "class", "name", "aliases", "parent", "care", "wikidata"]
        assert all(len(row) == 7 for row in rows), path.name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The EU AI Act binds Google DeepMind.", ["EU AI Act", "Google DeepMind"]),
        ("OpenAI's lawyers met Dario Amodei", ["OpenAI", "Dario Amodei"]),
        ("Officials in Washington, D.C. and the U.S. Senate", ["Washington, D.C.", "U.S. Senate"]),
        ("the Anthropic-backed group", ["Anthropic"]),
        ("Metaphors, Metadata and Metallurgy", []),
        ("Llamas and Llama-5", []),
        ("GPT-4o, GPT-4.1 and GPT-4", ["GPT-4o", "GPT-4.1", "GPT-4"]),
        ("ANTHROPIC SUES OPENAI", ["ANTHROPIC", "OPENAI"]),
        ("BRUSSELS, May 4 - Talks went on", ["BRUSSELS"]),
        ("They MET at noon", []),
    ],
)
def test_the_longest_known_name_is_found_and_nothing_inside_words(text: str, names: list[str]) -> None:
    assert [name for name, _ in found(text)] == names


def test_a_short_name_leads_to_the_same_thing() -> None:
    assert found("GDPR")[0][1] == found("General Data Protection Regulation")[0][1]
