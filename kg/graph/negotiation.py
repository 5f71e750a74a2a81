"""Chooses the format of an answer from what the other side accepts: RFC 9110, section 12.5.1."""

from collections.abc import Sequence

MEDIA_TYPES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "turtle": "text/turtle; charset=utf-8",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
    "trig": "application/trig",
}
"""By format, the preferred first; what is not named here is not served."""

_ALIASES = {"application/json": "json", "application/xml": "xml", "text/xml": "xml", "text/plain": "ntriples"}


def media_type_of(name: str) -> str:
    """The media type of a format; "" for one that is not served."""
    return MEDIA_TYPES.get(name, "")


def choose_format(accept: str, formats: Sequence[str]) -> str | None:
    """The name of the format that the header asks for most, ours of several alike; None where none will do."""
    served = [name for name in MEDIA_TYPES if name in formats]
    wanted = [_to_wish(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    best, best_weight = None, 0.0
    for name in served:
        weight = _weigh(name, wanted)
        if weight > best_weight:
            best, best_weight = name, weight
    return best


def _to_wish(part: str) -> tuple[str, float]:
    media_range, *parameters = (piece.strip() for piece in part.split(";"))
    weight = 1.0
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "q":
            try:
                weight = float(value)
            except ValueError:
                weight = 0.0
    return media_range.lower(), weight


def _weigh(name: str, wanted: list[tuple[str, float]]) -> float:
    """The weight of the most specific range that the format falls under; 0 where there is none."""
    media_type = MEDIA_TYPES[name].partition(";")[0]
    own = {media_type, *(alias for alias, aliased in _ALIASES.items() if aliased == name)}
    group = f"{media_type.partition('/')[0]}/*"
    for ranges in (own, {group}, {"*/*"}):
        found = [weight for media_range, weight in wanted if media_range in ranges]
        if found:
            return max(found)
    return 0.0
