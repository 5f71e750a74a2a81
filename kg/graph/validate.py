"""Holds a graph against the SHACL shapes that ship with the package."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import Triple

from kg.errors import CheckFailed, ResourceError
from kg.graph.frame import to_rdflib
from kg.iris import DEFAULT_BASE
from kg.resources import ontology_path

if TYPE_CHECKING:
    import rdflib


def validate(triples: Iterable[Triple], base: str = DEFAULT_BASE, shapes: Path | None = None) -> int:
    """How many triples were held against `shapes`, by default `ontology/shapes.ttl`, none of them in the wrong.

    Raises:
        CheckFailed: some are; `findings` names the node, what it has, and the rule, one line each, sorted.
        ResourceError: the shapes are no Turtle.
    """
    import pyshacl

    graph = to_rdflib(triples, base)
    rules = _read_shapes(shapes or ontology_path("shapes.ttl"))
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=rules, advanced=False, meta_shacl=False)
    if conforms:
        return len(graph)
    findings = sorted(set(_to_findings(report, graph)))
    raise CheckFailed(f"the graph breaks its shapes in {len(findings)} places", findings)


def _read_shapes(path: Path) -> "rdflib.Graph":
    import rdflib

    try:
        return rdflib.Graph().parse(path, format="turtle")
    except SyntaxError as error:
        reason = " ".join(str(error).split())[:_MAX_SHOWN]
        raise ResourceError(f"{path} cannot be read: {reason}", "mend or restore the file") from error


def _to_findings(report: Any, graph: "rdflib.Graph") -> Iterator[str]:
    from rdflib.namespace import RDF, SH

    for result in report.subjects(RDF.type, SH.ValidationResult):
        node, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        message = " ".join(str(report.value(result, SH.resultMessage)).split())
        shown = f" ({_to_name(graph, value)})" if value is not None and value != node else ""
        yield f"{_to_name(graph, node)}: {message}{shown}"


def _to_name(graph: "rdflib.Graph", term: Any) -> str:
    """The label beside the IRI where there is one, else the term, on one line and not too long."""
    from rdflib.namespace import RDFS

    label = graph.value(term, RDFS.label)
    text = " ".join(str(term).split())
    return f"{label} <{text}>" if label is not None else text[:_MAX_SHOWN]


_MAX_SHOWN = 200  # characters: a value may be the text of an article
