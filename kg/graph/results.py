"""What a query found, and how it is written in each format: the SPARQL 1.1 result formats, RDF, and JSON lines."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.errors import UnknownFormat
from kg.graph.terms import to_plain, to_prefixes, to_short, to_term, to_xml_text
from kg.iris import DEFAULT_BASE

Term = NamedNode | BlankNode | Literal | Triple
Row = tuple[Term | None, ...]

_XML = "http://www.w3.org/2005/sparql-results#"


@dataclass(frozen=True)
class Rows:
    """The result of a SELECT: the names of its columns and its rows, in the query's order; None is unbound."""

    variables: tuple[str, ...]
    rows: tuple[Row, ...]
    base: str = DEFAULT_BASE

    def texts(self) -> list[list[str]]:
        """The rows for people: literals as they read, IRIs shortened ("aig:develops"), unbound as ""."""
        return [["" if term is None else to_short(term, self.base) for term in row] for row in self.rows]


@dataclass(frozen=True)
class Answer:
    """The result of an ASK."""

    value: bool


@dataclass(frozen=True)
class Triples:
    """The result of a CONSTRUCT or DESCRIBE, sorted."""

    triples: tuple[Triple, ...]
    base: str = DEFAULT_BASE


Result = Rows | Answer | Triples


def formats_of(result: Result) -> tuple[str, ...]:
    """The formats that fit the kind of a result, the usual one first; "table" is drawn by the caller from `texts`."""
    if isinstance(result, Rows):
        return ("table", *_ROWS)
    return tuple(_ANSWER) if isinstance(result, Answer) else tuple(_GRAPH)


def write_result(result: Result, name: str) -> bytes:
    """The result in the format of that name, in UTF-8.

    Raises:
        UnknownFormat: the query's kind has no such format.
    """
    if isinstance(result, Rows) and name in _ROWS:
        return _ROWS[name](result).encode()
    if isinstance(result, Answer) and name in _ANSWER:
        return _ANSWER[name](result).encode()
    if isinstance(result, Triples) and name in _GRAPH:
        return serialize(result.triples, format=_GRAPH[name], prefixes=to_prefixes(result.base)) or b""
    kind = {Rows: "a table", Answer: "a yes or no", Triples: "a graph"}[type(result)]
    raise UnknownFormat(name, kind, formats_of(result))


def _to_csv(result: Rows) -> str:
    """https://www.w3.org/TR/sparql11-results-csv-tsv/ section 3: values without any sign of what they are."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(result.variables)
    writer.writerows([to_plain(term) for term in row] for row in result.rows)
    return stream.getvalue()


def _to_tsv(result: Rows) -> str:
    """Section 4 of the same: terms as in Turtle."""
    lines = ["\t".join(f"?{name}" for name in result.variables)]
    lines += ["\t".join("" if term is None else str(term) for term in row) for row in result.rows]
    return "\n".join(lines) + "\n"


def _to_json(result: Rows) -> str:
    """https://www.w3.org/TR/sparql11-results-json/"""
    bindings = [
        {name: _json_term(term) for name, term in zip(result.variables, row, strict=True) if term is not None}
        for row in result.rows
    ]
    document = {"head": {"vars": list(result.variables)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Term) -> dict[str, Any]:
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    return {"type": "literal", "value": term.value} | _mark(term, "xml:lang", "datatype")


def _mark(literal: Literal, language_key: str, datatype_key: str) -> dict[str, str]:
    if literal.language:
        return {language_key: literal.language}
    return {} if literal.datatype == to_term("xsd:string") else {datatype_key: literal.datatype.value}


def _to_json_lines(result: Rows) -> str:
    """One object a row; numbers and truth values as JSON has them, all else as text, nothing for what is unbound."""
    rows = (
        {name: _json_value(term) for name, term in zip(result.variables, row, strict=True) if term is not None}
        for row in result.rows
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _json_value(term: Term) -> str | int | float | bool:
    if not isinstance(term, Literal):
        return to_plain(term)
    datatype = term.datatype.value.removeprefix("http://www.w3.org/2001/XMLSchema#")
    if datatype == "integer":
        return int(term.value)
    if datatype in ("decimal", "double", "float") and term.value not in ("INF", "-INF", "NaN"):
        return float(term.value)
    return term.value == "true" if datatype == "boolean" else term.value


def _to_xml(result: Rows) -> str:
    """https://www.w3.org/TR/rdf-sparql-XMLres/"""
    root = _xml_head(result.variables)
    results = ET.SubElement(root, "results")
    for row in result.rows:
        element = ET.SubElement(results, "result")
        for name, term in zip(result.variables, row, strict=True):
            if term is not None:
                _add_xml_term(ET.SubElement(element, "binding", name=name), term)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _xml_head(variables: tuple[str, ...]) -> ET.Element:
    root = ET.Element("sparql", xmlns=_XML)
    head = ET.SubElement(root, "head")
    for name in variables:
        ET.SubElement(head, "variable", name=name)
    return root


def _add_xml_term(parent: ET.Element, term: Term) -> None:
    if isinstance(term, Triple):
        triple = ET.SubElement(parent, "triple")
        for name, part in (("subject", term.subject), ("predicate", term.predicate), ("object", term.object)):
            _add_xml_term(ET.SubElement(triple, name), part)
        return
    tag = {NamedNode: "uri", BlankNode: "bnode", Literal: "literal"}[type(term)]
    marks = _mark(term, "xml:lang", "datatype") if isinstance(term, Literal) else {}
    ET.SubElement(parent, tag, marks).text = to_xml_text(term.value)


def _answer_xml(answer: Answer) -> str:
    root = _xml_head(())
    ET.SubElement(root, "boolean").text = _word(answer)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _word(answer: Answer) -> str:
    return "true" if answer.value else "false"


_ROWS: dict[str, Callable[[Rows], str]] = {
    "csv": _to_csv,
    "tsv": _to_tsv,
    "json": _to_json,
    "jsonl": _to_json_lines,
    "xml": _to_xml,
}

_ANSWER: dict[str, Callable[[Answer], str]] = {
    "table": lambda answer: _word(answer) + "\n",
    "csv": lambda answer: _word(answer) + "\n",
    "tsv": lambda answer: _word(answer) + "\n",
    "json": lambda answer: json.dumps({"head": {}, "boolean": answer.value}) + "\n",
    "jsonl": lambda answer: json.dumps({"boolean": answer.value}) + "\n",
    "xml": _answer_xml,
}

_GRAPH: dict[str, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
    "trig": RdfFormat.TRIG,
}
