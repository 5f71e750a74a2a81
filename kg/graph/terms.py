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


def to_date(value: str) -> Literal | None:
    """An xsd:date, or an xsd:dateTime that keeps its offset and loses fractions of a second; None for other texts."""
    try:
        moment = datetime.fromisoformat(value).replace(microsecond=0)
    except ValueError:
        return None
    if len(value) <= len("2026-05-04"):
        return Literal(moment.date().isoformat(), datatype=to_term("xsd:date"))
    return Literal(moment.isoformat().replace("+00:00", "Z"), datatype=to_term("xsd:dateTime"))


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


def to_plain(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    """A term without any sign of what it is; nothing for None."""
    if term is None:
        return ""
    return str(term) if isinstance(term, (Triple, BlankNode)) else term.value


def to_xml_text(text: str) -> str:
    """The text with U+FFFD for what XML 1.0 cannot hold, not even escaped: most control characters."""
    return _NOT_XML.sub("\ufffd", text)


_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def sort_triples(triples: Iterable[Triple]) -> list[Triple]:
    """The triples by subject, predicate and object; a subject's classes come first."""
    kind = to_term("rdf:type")
    return sorted(triples, key=lambda t: (str(t.subject), t.predicate != kind, t.predicate.value, str(t.object)))
