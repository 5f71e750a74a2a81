"""Makes RDF terms from plain values, in the lexical form that the store keeps, so that a term read back is equal."""

import re
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from functools import cache
from urllib.parse import urlsplit

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.iris import PATHS, PREFIXES, expand_iri

CONFIDENCE_DIGITS = 4  # more would be noise: confidences are calibrated on some hundreds of claims


@cache
def to_term(compact: str) -> NamedNode:
    """The node of a compact IRI: "aig:Claim", "rdf:type"."""
    return NamedNode(expand_iri(compact))


def to_text(value: str) -> Literal:
    """A plain string."""
    return Literal(value)


def to_integer(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=to_term("xsd:integer"))


def to_decimal(value: Decimal) -> Literal:
    """An xsd:decimal without exponent and without idle zeros: 0.90 -> "0.9", 1E+3 -> "1000"."""
    plain = format(value, "f")
    shortest = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return Literal("0" if shortest in ("-0", "") else shortest, datatype=to_term("xsd:decimal"))


def to_confidence(value: float) -> Literal:
    """An xsd:decimal with at most `CONFIDENCE_DIGITS` digits behind the point."""
    return to_decimal(Decimal(str(round(value, CONFIDENCE_DIGITS))))


def to_date(value: str) -> Literal:
    """An xsd:date or xsd:dateTime where the text is one in ISO 8601; xsd:gYearMonth, xsd:gYear; else a plain string.

    A date with time keeps its offset and loses fractions of a second.
    """
    for pattern, datatype in _DATES:
        if pattern.fullmatch(value):
            return Literal(value, datatype=to_term(datatype))
    try:
        moment = datetime.fromisoformat(value).replace(microsecond=0).isoformat()
    except ValueError:
        return Literal(value)
    if len(value) == len("20260504"):
        return Literal(moment[: len("2026-05-04")], datatype=to_term("xsd:date"))
    return Literal(moment.replace("+00:00", "Z"), datatype=to_term("xsd:dateTime"))


_DATES = (
    (re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"), "xsd:date"),
    (re.compile(r"\d{4}-(0[1-9]|1[0-2])"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
)


def to_address(value: str) -> Literal:
    """An xsd:anyURI: a literal, since an address is no resource of the graph and may hold what no IRI may."""
    return Literal(value, datatype=to_term("xsd:anyURI"))


def is_web_address(value: str) -> bool:
    """Whether a browser may be sent there: http or https, with a host."""
    parts = urlsplit(value)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


_FOLDERS = {path: path for path in PATHS.values()}
_FOLDERS |= {"article": "article", "claim": "claim", "metric": "metric", "proposal": "proposal", "harm": "risk"}
"""Prefixes for the kinds of resources, since a prefixed name cannot hold the slash in "res:org/anthropic" as it is;
`risk:` names the concepts of the risk scheme."""


def to_prefixes(base: str) -> dict[str, str]:
    """The prefixes that queries, tables and files know: those of `kg.iris`, and "org:anthropic" for resources."""
    return PREFIXES | {prefix: f"{base}{path}/" for prefix, path in _FOLDERS.items()} | {"res": base}


def to_short(term: NamedNode | BlankNode | Literal | Triple, base: str) -> str:
    """How a term reads in a table: "aig:develops", "org:anthropic", a literal without quotes."""
    if isinstance(term, Triple):
        return " ".join(to_short(part, base) for part in (term.subject, term.predicate, term.object))
    if not isinstance(term, NamedNode):
        return term.value
    fitting = [(len(start), prefix) for prefix, start in to_prefixes(base).items() if term.value.startswith(start)]
    if not fitting:
        return term.value
    length, prefix = max(fitting)
    return f"{prefix}:{term.value[length:]}"


def sort_triples(triples: Iterable[Triple]) -> list[Triple]:
    """The triples by subject, predicate and object; a subject's classes come first."""
    kind = to_term("rdf:type")
    return sorted(triples, key=lambda t: (str(t.subject), t.predicate != kind, t.predicate.value, str(t.object)))
