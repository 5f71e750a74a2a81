"""What a construction finds: a passage that names a proposal or risk, who says so, of whom it is asked, how it is meant."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import Referent, find_referents
from kg.extract.stance.modality import Stance
from kg.model import EntityClass

AGENTS = frozenset({EntityClass.ORGANIZATION, EntityClass.PERSON, EntityClass.GROUP})


@dataclass(frozen=True)
class Found:
    """One finding. `agents` is empty where the article itself says it; `unknown` marks a speaker it does not name."""

    kind: str
    block: ParsedBlock
    passage: TokenSpan
    rule: str
    stance: Stance
    agents: tuple[Referent, ...] = ()
    addressees: tuple[Referent, ...] = ()
    unknown: bool = False
    confidence: float = 0.8


def find_agents(resolved: Resolved, block: ParsedBlock, tokens: Iterable[Token]) -> tuple[Referent, ...]:
    """The agents that the words refer to, each once, in order."""
    found: dict[str, Referent] = {}
    for token in tokens:
        for referent in find_referents(resolved, block, token, AGENTS):
            found.setdefault(referent.chain.id, referent)
    return tuple(found.values())
