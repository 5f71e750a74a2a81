"""Turns what was read out of an article into triples, as the graph contract says."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.graph.nodes import describe, to_descriptions
from kg.graph.scope import Scope, StatedClaim, to_scopes
from kg.graph.terms import is_web_address, to_address, to_confidence, to_date, to_integer, to_term, to_text
from kg.iris import DEFAULT_BASE
from kg.model import Article, Extraction, Linkage, Span

MAX_LABEL_CHARACTERS = 80  # of an article without headline: about one line of a table


def to_triples(extraction: Extraction, linkage: Linkage, base: str = DEFAULT_BASE) -> list[Triple]:
    """All that one article says, each triple once: the article, its claims and evidence, its facts, its resources."""
    scope = to_scopes(iter((extraction,)), linkage, base)[extraction.article.id]
    found = dict.fromkeys(to_own_triples(scope))
    found.update(dict.fromkeys(to_fact(fact) for fact in scope.facts()))
    for iri, description in to_descriptions((scope,), linkage).items():
        found.update(dict.fromkeys(describe(iri, description)))
    return list(found)


def to_quads(extraction: Extraction, linkage: Linkage, base: str = DEFAULT_BASE) -> list[Quad]:
    """The same triples in a named graph that bears the article's IRI."""
    triples = to_triples(extraction, linkage, base)
    name = NamedNode(to_scopes(iter((extraction,)), linkage, base)[extraction.article.id].article_iri)
    return [Quad(t.subject, t.predicate, t.object, name) for t in triples]


def to_fact(fact: tuple[str, str, str]) -> Triple:
    """The direct triple of three IRIs."""
    subject, predicate, thing = map(NamedNode, fact)
    return Triple(subject, predicate, thing)


def to_own_triples(scope: Scope) -> Iterator[Triple]:
    """What rests on this article alone: the article, its evidence, its claims; may repeat."""
    yield from _article_triples(NamedNode(scope.article_iri), scope.extraction.article)
    for iri in scope.iris.values():
        yield Triple(NamedNode(scope.article_iri), to_term("schema:mentions"), NamedNode(iri))
    for iri, stated in scope.claims().items():
        yield from _claim_triples(NamedNode(iri), stated)
        yield from _evidence_triples(scope, NamedNode(iri), stated.claim.evidence)
    for node in scope.unclaimed():
        yield from _evidence_triples(scope, NamedNode(scope.iris[node.id]), node.span)


def to_label(article: Article) -> str:
    """The headline, or the first words of the text."""
    if article.headline:
        return article.headline
    start = " ".join(article.text[: 2 * MAX_LABEL_CHARACTERS].split())
    if len(start) <= MAX_LABEL_CHARACTERS:
        return start
    return start[:MAX_LABEL_CHARACTERS].rsplit(" ", 1)[0] + "…"


def _article_triples(subject: NamedNode, article: Article) -> Iterator[Triple]:
    stated: list[tuple[str, NamedNode | Literal]] = [
        ("rdf:type", to_term("schema:NewsArticle")),
        ("rdfs:label", to_text(to_label(article))),
        ("schema:inLanguage", to_text(article.language)),
        ("aig:plainText", to_text(article.text)),
        *(("schema:author", to_text(author)) for author in article.authors),
    ]
    if article.headline:
        stated.append(("schema:headline", to_text(article.headline)))
    if article.publisher:
        stated.append(("schema:publisher", to_text(article.publisher)))
    if article.published and (date := to_date(article.published)):
        stated.append(("schema:datePublished", date))
    if article.url and is_web_address(article.url):
        stated.append(("schema:url", to_address(article.url)))
    return (Triple(subject, to_term(predicate), value) for predicate, value in stated)


def _claim_triples(subject: NamedNode, stated: StatedClaim) -> Iterator[Triple]:
    claim = stated.claim
    yield Triple(subject, to_term("rdf:type"), to_term("aig:Claim"))
    yield Triple(subject, to_term("rdf:subject"), NamedNode(stated.subject))
    yield Triple(subject, to_term("rdf:predicate"), NamedNode(stated.predicate))
    yield Triple(subject, to_term("rdf:object"), NamedNode(stated.object))
    yield Triple(subject, to_term("aig:polarity"), to_term(f"aig:{claim.polarity}"))
    yield Triple(subject, to_term("aig:modality"), to_term(f"aig:{claim.modality}"))
    yield Triple(subject, to_term("aig:confidence"), to_confidence(claim.confidence))
    if stated.source:
        yield Triple(subject, to_term("aig:attributedTo"), NamedNode(stated.source))
    if claim.role:
        yield Triple(subject, to_term("aig:roleTitle"), to_text(claim.role))
    if claim.rule:
        yield Triple(subject, to_term("aig:rule"), to_text(claim.rule))


def _evidence_triples(scope: Scope, derived: NamedNode, span: Span) -> Iterator[Triple]:
    subject = NamedNode(scope.evidence_iri(span))
    yield Triple(derived, to_term("prov:wasDerivedFrom"), subject)
    yield Triple(subject, to_term("rdf:type"), to_term("aig:Evidence"))
    yield Triple(subject, to_term("oa:hasSource"), NamedNode(scope.article_iri))
    yield Triple(subject, to_term("oa:exact"), to_text(span.cut(scope.extraction.article.text)))
    yield Triple(subject, to_term("oa:start"), to_integer(span.start))
    yield Triple(subject, to_term("oa:end"), to_integer(span.end))
