"""One article's claims and nodes with their IRIs: what all triples about the article are made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from sys import intern

from kg.iris import AIG, mint_article, mint_claim, mint_evidence
from kg.model import Claim, Extraction, Linkage, Metric, Proposal, Risk, Span

Worded = Metric | Proposal | Risk

INTRODUCING: dict[type[Worded], str] = {Metric: "hasMetric", Proposal: "proposes", Risk: "warnsOf"}
"""The predicate whose claim says where a node of that class comes from."""


@dataclass(frozen=True, slots=True)
class StatedClaim:
    """A claim with the IRIs of all its parts; `source` is "" where the article speaks in its own voice."""

    claim: Claim
    subject: str
    predicate: str
    object: str
    source: str

    @property
    def fact(self) -> tuple[str, str, str]:
        """Subject, predicate and object: the direct triple that it backs if it is affirmed as so."""
        return self.subject, self.predicate, self.object


@dataclass(frozen=True)
class Scope:
    """One article's extraction and the IRI of each of its nodes, by node id."""

    extraction: Extraction
    iris: dict[str, str]
    base: str

    @property
    def article_iri(self) -> str:
        """The article's IRI."""
        return mint_article(self.base, self.extraction.article.id)

    def evidence_iri(self, span: Span) -> str:
        """The IRI of a passage of the article."""
        return mint_evidence(self.base, self.extraction.article.id, span)

    def worded(self) -> Iterator[Worded]:
        """The article's metrics, proposals and risks, in this order."""
        yield from self.extraction.metrics
        yield from self.extraction.proposals
        yield from self.extraction.risks

    @cached_property
    def stated(self) -> tuple[StatedClaim, ...]:
        """The claims, but those that say of a thing that it stands in a relation to itself once names are linked."""
        claims = (self._to_stated(claim) for claim in self.extraction.claims)
        return tuple(stated for stated in claims if stated.subject != stated.object)

    def _to_stated(self, claim: Claim) -> StatedClaim:
        source = self.iris[claim.attributed_to] if claim.attributed_to else ""
        return StatedClaim(
            claim, self.iris[claim.subject], intern(AIG + claim.predicate), self.iris[claim.object], source
        )

    def claims(self) -> dict[str, StatedClaim]:
        """The claims by IRI; of several that differ in nothing but rule, role or confidence, the surest."""
        by_iri: dict[str, StatedClaim] = {}
        for stated in sorted(self.stated, key=_preference, reverse=True):
            parts = (*stated.fact, stated.source)
            by_iri.setdefault(mint_claim(self.base, self.extraction.article, stated.claim, parts), stated)
        return by_iri

    def facts(self) -> Iterator[tuple[str, str, str]]:
        """What the article affirms as true now or in the past, as IRIs; may repeat."""
        return (stated.fact for stated in self.stated if stated.claim.is_fact)

    def unclaimed(self) -> Iterator[Worded]:
        """The metrics, proposals and risks that no claim of the article introduces: the article's own."""
        introduced = {(stated.predicate, stated.object) for stated in self.stated}
        for node in self.worded():
            if (AIG + INTRODUCING[type(node)], self.iris[node.id]) not in introduced:
                yield node


def _preference(stated: StatedClaim) -> tuple[float, str, str]:
    return stated.claim.confidence, stated.claim.role, stated.claim.rule


def to_scopes(extractions: Iterator[Extraction], linkage: Linkage, base: str) -> dict[str, Scope]:
    """The scope of every article, by article id."""
    iris: dict[str, dict[str, str]] = {}
    for (article_id, node_id), iri in linkage.iris.items():
        iris.setdefault(article_id, {})[node_id] = iri
    return {e.article.id: Scope(e, iris.get(e.article.id, {}), base) for e in extractions}
