"""Whose system it is gives way to who made it: "X, whose assistant Pulso failed … Pulso's developer, Y"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.relations.lexicon import Lexicon
from kg.model import Claim, Modality


def yield_to_makers(claims: Iterable[Claim], lexicon: Lexicon) -> Iterator[Claim]:
    """The claims, those that somebody develops what is only called theirs open where another is said to have made it.

    A company and its own unit may both be said to develop a system.
    """
    claims = list(claims)
    yielding = {entry.id for entry in lexicon.entries if entry.yields}
    kin = {frozenset((claim.subject, claim.object)) for claim in claims if claim.predicate == "partOf"}
    makers: dict[str, set[str]] = {}
    for claim in claims:
        if claim.predicate == "develops" and claim.is_fact and claim.rule not in yielding:
            makers.setdefault(claim.object, set()).add(claim.subject)
    for claim in claims:
        others = makers.get(claim.object, set())
        weak = claim.predicate == "develops" and claim.rule in yielding and claim.subject not in others
        apart = [other for other in others if frozenset((claim.subject, other)) not in kin]
        yield replace(claim, modality=Modality.POSSIBLE) if weak and claim.is_fact and apart else claim
