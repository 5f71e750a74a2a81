"""What somebody's coming and going says about the posts that the article gives them, and each statement once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.model import Claim, Span


@dataclass(frozen=True)
class Ending:
    """An event that ends posts of a person: all of them, or all but the one they went to (`kept`, a chain's id).

    It touches what is said before its passage; with `inclusive` what its passage itself says as well, else only posts
    with organizations that its passage does not mention `after` the event's verb (these are the ids of their chains).
    """

    person: str
    evidence: Span
    kept: str | None = None
    inclusive: bool = False
    after: frozenset[str] = frozenset()


def settle_posts(claims: Iterable[Claim], endings: Iterable[Ending] = ()) -> tuple[Claim, ...]:
    """The claims, each statement once per passage, with posts that the article says were left turned into past ones.

    "Sabine, head of safety at X, warned … She has since left": she was at X. A claim that somebody holds a post gives
    way to a claim that they left it, wherever the two stand.
    """
    endings = list(endings)
    unique = _once(claims)
    left = _left(unique, endings)
    return tuple(_once([*(_retire(claim, left) for claim in unique), *_departed_founders(unique, endings, left)]))


def _left(claims: list[Claim], endings: list[Ending]) -> set[tuple[str, str]]:
    """The (person, organization) pairs whose post is over."""
    left = {(c.subject, c.object) for c in claims if c.predicate == "formerlyAt" and c.is_fact}
    for ending in endings:
        if ending.kept is None and any(person == ending.person for person, _ in left):
            continue  # the article says which post was left
        left |= {(c.subject, c.object) for c in claims if _touches(ending, c)}
    return left


def _touches(ending: Ending, claim: Claim) -> bool:
    here = claim.evidence.start == ending.evidence.start and (ending.inclusive or claim.object not in ending.after)
    before = claim.evidence.start < ending.evidence.start or here
    post = claim.predicate == "worksFor" and claim.subject == ending.person
    return before and post and claim.object != ending.kept


def _departed_founders(claims: list[Claim], endings: list[Ending], left: set[tuple[str, str]]) -> list[Claim]:
    """A founder who "has left", with no word of which post, was at what they founded."""
    departed = {e.person for e in endings if e.kept is None} - {person for person, _ in left}
    founded = [c for c in claims if c.predicate == "foundedBy" and c.is_fact and c.object in departed]
    return [replace(c, subject=c.object, object=c.subject, predicate="formerlyAt", confidence=0.7) for c in founded]


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
