"""The values that a network is drawn from: plain, frozen, known to no other stage."""

from dataclasses import dataclass
from enum import StrEnum


class Stance(StrEnum):
    """How what is said stands to the facts, in the order in which a reader wants them."""

    FACT = "fact"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Node:
    """One thing that something is said about: its class is a local name of the ontology ("Organization").

    `names` are other names it goes by, sorted; `note` is one line that says more, or empty.
    """

    iri: str
    label: str
    cls: str
    names: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class CitedArticle:
    """Where an edge was read: `published` is ISO 8601 or empty, `url` as the article gives it, which may be hostile."""

    iri: str
    title: str
    url: str = ""
    published: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """One claim: who is said to do what to whom, by whom, how surely, and in which words.

    `source` and `target` are IRIs of nodes; `predicate`, `polarity`, `modality` are local names ("develops", "Denied",
    "Planned"). `quote` is the evidence, `before` and `after` what stands around it in its paragraph. `attributed_to` is
    the IRI of who says so, `speaker` the name; both are empty where the article speaks in its own voice. `confidence`
    is 0..1.
    """

    iri: str
    source: str
    target: str
    predicate: str
    quote: str
    article: CitedArticle
    before: str = ""
    after: str = ""
    attributed_to: str = ""
    speaker: str = ""
    polarity: str = "Affirmed"
    modality: str = "Actual"
    confidence: float = 1.0
    role: str = ""

    @property
    def stance(self) -> Stance:
        """How this one claim stands to the facts: never disputed, which takes two."""
        if self.polarity == "Denied":
            return Stance.DENIED
        return {"Actual": Stance.FACT, "Planned": Stance.PLANNED}.get(self.modality, Stance.POSSIBLE)
