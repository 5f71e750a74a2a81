"""The Python face: article in, graph or frame out."""

import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.errors import QueryError, SourceError, StoreError
from tests.house.stories import HELDE, OSPREY


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> kg.Reading:
    folder = tmp_path_factory.mktemp("face")
    (folder / "helde.txt").write_text(HELDE, encoding="utf-8")
    (folder / "osprey.txt").write_text(OSPREY, encoding="utf-8")
    return kg.read(folder)


def test_a_graph_can_be_asked_at_once(reading: kg.Reading) -> None:
    found = reading.graph.query("SELECT ?n { ?o aig:basedIn/rdfs:label ?n ; rdfs:label 'Helde Robotics' }")
    assert [str(row.n) for row in found] == ["Bergen"]


def test_a_frame_has_a_row_for_each_claim(reading: kg.Reading) -> None:
    frame = reading.frame()
    based = frame[frame.predicate == "basedIn"].iloc[0]
    assert (based.subject, based.object, based.polarity, based.modality) == (
        "Helde Robotics",
        "Bergen",
        "Affirmed",
        "Actual",
    )
    assert "The company is based in Bergen." in based.sentence
    assert HELDE[HELDE.index("The company") :].startswith(based.sentence)
    assert 0 < based.confidence <= 1
    assert set(frame.article) == {"Helde Robotics unveils Brisk-2", "Osprey Labs opposes licensing bill"}


def test_a_text_is_read_as_it_is() -> None:
    assert "Helde Robotics" in set(kg.read(HELDE).frame().subject)


def test_a_page_is_read_as_it_is() -> None:
    page = f"<html><body><article><h1>Helde</h1><p>{HELDE.splitlines()[2]}</p></article></body></html>"
    assert "Helde Robotics" in set(kg.read(page).frame().subject)


def test_a_missing_file_is_not_taken_for_a_text() -> None:
    with pytest.raises(SourceError, match="no-such-article"):
        kg.read("no-such-article.html")


def test_what_could_be_read_comes_with_what_could_not(tmp_path: Path) -> None:
    (tmp_path / "helde.txt").write_text(HELDE, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    reading = kg.read(tmp_path)
    assert len(reading.extractions) == 1
    assert [Path(failure.location).name for failure in reading.failures] == ["empty.txt"]


def test_a_store_is_asked_by_query_and_by_name(store: Path) -> None:
    counted = kg.ask("SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }", store=store)
    assert counted.to_dict("list") == {"n": [2]}
    about = kg.ask("about", "Osprey Labs", store=store)
    assert {"subject", "predicate", "object", "sentence"} <= set(about.columns)
    assert len(about) > 0


def test_a_question_without_rows_keeps_its_columns(store: Path) -> None:
    assert list(kg.ask("SELECT ?a ?b { ?a aig:nothing ?b }", store=store).columns) == ["a", "b"]


def test_only_tables_make_frames(store: Path) -> None:
    with pytest.raises(QueryError, match="no table"):
        kg.ask("ASK {}", store=store)


def test_there_must_be_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        kg.ask("risks", store=tmp_path / "none")


def test_import_kg_loads_nothing_else() -> None:
    check = (
        "import sys, kg; print(sorted({n.split('.')[0] for n in sys.modules} & {'spacy', 'rdflib', 'pandas', 'click'}))"
    )
    assert subprocess.run([sys.executable, "-c", check], capture_output=True, text=True).stdout.strip() == "[]"


def test_unknown_names_are_attribute_errors() -> None:
    with pytest.raises(AttributeError, match="nothing_like_it"):
        kg.nothing_like_it  # noqa: B018 - looking it up is the point
