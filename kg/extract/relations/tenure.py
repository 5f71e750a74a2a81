"""What somebody's coming and going says about the posts that the article gives them, and each statement once."""

from collections.abc import Iterable
from dataclasses import replace

from kg.model import Claim


def settle_posts(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, each statement once per passage, with posts that the article says were left turned into past ones.

    "Sabine, head of safety at X, warned … She has since left": she was at X. A claim that somebody holds a post gives
    way to a claim that they left it, wherever the two stand.
    """
    unique = _once(claims)
    left = {(c.subject, c.object) for c in unique if c.predicate == "formerlyAt" and c.is_fact}
    return tuple(_once(_retire(claim, left) for claim in unique))


def _retire(claim: Claim, left: set[tuple[str, str]]) -> Claim:
    if claim.predicate == "worksFor" and claim.is_fact and (claim.subject, claim.object) in left:
        return replace(claim, predicate="formerlyAt")
    return claim


def _once(claims: Iterable[Claim]) -> list[Claim]:
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (claim.subject, claim.predicate, claim.object, claim.evidence, claim.polarity, claim.modality)
        if key not in best or claim.confidence > best[key].confidence:
            best[key] = claim
    return sorted(best.values(), key=lambda c: (c.evidence, c.predicate, c.subject, c.object))
