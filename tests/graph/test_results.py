"""Every format of every kind of result, read back by others' readers."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest
import rdflib
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    Store,
    Triple,
    parse_query_results,
)

from kg.errors import UnknownFormat
from kg.graph import Answer, Rows, Triples, formats_of, run_query, write_result

NODE = NamedNode("http://example.org/a")
NUMBER = Literal("8", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
ROWS = Rows(
    ("a", "b"),
    (
        (NODE, Literal('say "é", a\ttab,\na line <b>&amp;')),
        (None, Literal("Zug", language="de")),
        (BlankNode("x"), NUMBER),
        (None, None),
        (Literal(""), Literal("0.5", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal"))),
    ),
)
FORMATS = {"json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML, "tsv": QueryResultsFormat.TSV}


@pytest.mark.parametrize("name", FORMATS)
def test_rows_come_back_as_they_were(name: str) -> None:
    found = parse_query_results(write_result(ROWS, name), format=FORMATS[name])
    assert isinstance(found, QuerySolutions)
    assert tuple(variable.value for variable in found.variables) == ROWS.variables
    back = [tuple(row) for row in found]
    assert [tuple(map(str, row)) for row in back] == [tuple(map(str, row)) for row in ROWS.rows]


def test_csv_holds_plain_values() -> None:
    rows = list(csv.reader(io.StringIO(write_result(ROWS, "csv").decode(), newline="")))
    assert rows[0] == ["a", "b"]
    assert rows[1] == ["http://example.org/a", 'say "é", a\ttab,\na line <b>&amp;']
    assert rows[2] == ["", "Zug"]


def test_json_lines_hold_one_object_a_row() -> None:
    lines = [json.loads(line) for line in write_result(ROWS, "jsonl").decode().splitlines()]
    assert lines[2]["b"] == 8
    assert lines[3] == {}
    assert lines[4] == {"a": "", "b": 0.5}


def test_control_characters_do_not_break_xml() -> None:
    made = write_result(Rows(("a",), ((Literal("x\x00\x1by"),),)), "xml")
    assert "".join(ET.fromstring(made).itertext()) == "x\ufffd\ufffdy"


@pytest.mark.parametrize("name", ["json", "xml"])
def test_triple_terms_are_written(name: str) -> None:
    row = Rows(("t",), ((Triple(NODE, NODE, NUMBER),),))
    back = parse_query_results(write_result(row, name), format=FORMATS[name])
    assert isinstance(back, QuerySolutions)
    assert next(iter(back))["t"] == row.rows[0][0]
    assert row.texts() == [["http://example.org/a http://example.org/a 8"]]


@pytest.mark.parametrize("value", [True, False])
def test_answers(value: bool) -> None:
    for name in ("json", "xml"):
        assert bool(parse_query_results(write_result(Answer(value), name), format=FORMATS[name])) is value
    assert json.loads(write_result(Answer(value), "jsonl")) == {"boolean": value}
    assert write_result(Answer(value), "csv") == write_result(Answer(value), "table") == f"{value}\n".lower().encode()


@pytest.mark.parametrize(("name", "theirs"), [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld"),
                                              ("rdfxml", "xml"), ("trig", "trig")])  # fmt: skip
def test_graphs_are_read_by_rdflib(example: Store, name: str, theirs: str) -> None:
    result = run_query(example, "CONSTRUCT WHERE { ?s aig:develops ?o }")
    assert isinstance(result, Triples)
    read = rdflib.Dataset(default_union=True).parse(data=write_result(result, name), format=theirs)
    assert len(read) == 1


@pytest.mark.parametrize(
    ("result", "name"), [(ROWS, "turtle"), (Answer(True), "trig"), (Triples(()), "csv"), (ROWS, "")]
)
def test_a_format_that_does_not_fit_names_those_that_do(result: Rows | Answer | Triples, name: str) -> None:
    with pytest.raises(UnknownFormat) as caught:
        write_result(result, name)
    assert caught.value.allowed == formats_of(result)
    assert formats_of(result)[0] in caught.value.advice
