"""What is said of a model family holds for its versions: who makes "Auk" makes "Auk 2", and the other way round."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Chain, Claim, EntityClass

CONFIDENCE = 0.85  # of the inference, times that of the claim it rests on


def spread_over_families(chains: Iterable[Chain], claims: Iterable[Claim]) -> Iterator[Claim]:
    """A `develops` claim for each system of a family of which the article says who develops one.

    Each rests on the passage that says so. A system with a developer of its own is left alone, and so is a family
    that has two.
    """
    developed = [claim for claim in claims if claim.predicate == "develops" and claim.is_fact]
    makers: dict[str, set[str]] = {}
    systems = [chain for chain in chains if chain.cls is EntityClass.SYSTEM]
    family = {chain.id: to_family(chain.name) for chain in systems}
    for claim in developed:
        makers.setdefault(family.get(claim.object, ""), set()).add(claim.subject)
    known = {claim.object for claim in developed}
    for chain in systems:
        origin = next((c for c in developed if family.get(c.object) == family[chain.id]), None)
        if chain.id not in known and origin is not None and len(makers[family[chain.id]]) == 1:
            confidence = round(origin.confidence * CONFIDENCE, 3)
            yield replace(origin, object=chain.id, confidence=confidence, rule="develops/family")


def to_family(name: str) -> str:
    """The family's part of a system's name: "Auk-2 Mini" -> "auk"; the whole name where it has no version."""
    first = re.split(r"[\s-]+", name.strip())[0]
    return re.sub(r"\d.*$", "", first).lower() or name.lower()
