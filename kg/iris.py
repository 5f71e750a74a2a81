"""Mints every IRI of a resource, deterministically, and knows the prefixes; nothing else in the package makes IRIs."""

import hashlib
import re
import unicodedata

from kg.model import Article, Claim, EntityClass, Metric, Span

AIG = "https://w3id.org/aigov/ontology#"
DEFAULT_BASE = "https://w3id.org/aigov/resource/"

PREFIXES: dict[str, str] = {
    "aig": AIG,
    "res": DEFAULT_BASE,
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "unit": "http://qudt.org/vocab/unit/",
    "currency": "http://qudt.org/vocab/currency/",
    "risk": "https://w3id.org/aigov/risk#",
}

PATHS: dict[EntityClass, str] = {
    EntityClass.ORGANIZATION: "org",
    EntityClass.PERSON: "person",
    EntityClass.GROUP: "group",
    EntityClass.SYSTEM: "system",
    EntityClass.POLICY: "policy",
    EntityClass.DOCUMENT: "document",
    EntityClass.EVENT: "event",
    EntityClass.PLACE: "place",
}

MAX_SLUG_CHARACTERS = 60  # longer names end in a digest, so that they stay readable and still differ


def expand_iri(compact: str) -> str:
    """The full IRI of a compact one, "unit:PERCENT" -> "http://qudt.org/vocab/unit/PERCENT".

    Raises:
        KeyError: the prefix is not one of `PREFIXES`.
    """
    prefix, local = compact.split(":", 1)
    return PREFIXES[prefix] + local


def to_digest(*parts: str) -> str:
    """16 hex digits that depend on every part and on where each ends (SHA-256, cut)."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def to_slug(name: str) -> str:
    """A readable ASCII name for an IRI: "Jørgen Ødegård" -> "jorgen-odegard".

    Names that fold to nothing, or are too long, are told apart by a digest; the result is never empty.
    """
    folded = unicodedata.normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9.+]+", "-", folded.lower().replace("'", "")).strip("-.")
    if slug and len(slug) <= MAX_SLUG_CHARACTERS:
        return slug
    return f"{slug[:MAX_SLUG_CHARACTERS].strip('-.')}-{to_digest(name)[:8]}".strip("-")


_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE",
                          "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "ð": "d", "ı": "i", "’": "'"})  # fmt: skip


def mint_article_id(url: str | None, text: str) -> str:
    """What tells one article from another: its canonical URL where known, else its text."""
    return to_digest("url", url) if url else to_digest("text", text)


def mint_article(base: str, article_id: str) -> str:
    """The IRI of an article."""
    return f"{base}article/{article_id}"


def mint_run(base: str, run_id: str) -> str:
    """The IRI of a run of ingestion."""
    return f"{base}run/{run_id}"


def mint_evidence(base: str, article_id: str, span: Span) -> str:
    """The IRI of a passage: the article's with a character-range fragment (RFC 5147)."""
    return f"{mint_article(base, article_id)}#char={span.start},{span.end}"


def mint_entity(base: str, cls: EntityClass, key: str) -> str:
    """The IRI of a named thing; `key` is what identifies it within its class."""
    return f"{base}{PATHS[cls]}/{to_slug(key)}"


def mint_worded(base: str, kind: str, key: str) -> str:
    """The IRI of a "proposal" or "risk", from the normalised wording that identifies it."""
    slug = to_slug(key)
    return f"{base}{kind}/{slug[:MAX_SLUG_CHARACTERS].strip('-.')}-{to_digest(key)[:8]}"


def mint_metric(base: str, subjects: tuple[str, ...], metric: Metric) -> str:
    """The IRI of a quantity: the same when the same value is stated of the same things in the same words."""
    value = format(metric.value.normalize(), "f")
    parts = (*sorted(subjects), value, metric.unit, metric.comparator, metric.measures.lower(), metric.period.lower())
    return f"{base}metric/{to_digest(*parts)}"


def mint_claim(base: str, article: Article, claim: Claim, iris: tuple[str, str, str, str]) -> str:
    """The IRI of a claim; `iris` are those of its subject, predicate, object and source ("" for the article)."""
    where = f"{claim.evidence.start},{claim.evidence.end}"
    return f"{base}claim/{to_digest(article.id, where, *iris, claim.polarity, claim.modality)}"
