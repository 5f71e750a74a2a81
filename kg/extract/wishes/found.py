"""What a construction finds: a passage that names a proposal or risk, who says so, to whom, and how it is meant."""

from dataclasses import dataclass

from kg.extract.parsed import ParsedBlock
from kg.extract.referents import Referent
from kg.extract.stance.stance import Stance
from kg.extract.tokens import TokenSpan
from kg.extract.wishes.speakers import Speech


@dataclass(frozen=True)
class Found:
    """One finding: `kind` is "proposal" or "risk", `rule` the construction, `confidence` 0..1."""

    kind: str
    block: ParsedBlock
    passage: TokenSpan
    rule: str
    stance: Stance
    speech: Speech
    addressees: tuple[Referent, ...] = ()
    confidence: float = 0.8
