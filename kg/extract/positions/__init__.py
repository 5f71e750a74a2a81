"""Where agents stand on what the article's proposals ask for, and what is meant to prevent which risk.

meant.py     the proposal or risk that words refer to: "the idea", "such a register", "the second demand"
sides.py     who supports or opposes a proposal, by the words that the lexicon knows for laws
remedies.py  which law or proposal is meant to prevent which risk
"""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.parsed import Resolved
from kg.extract.positions.meant import Stated
from kg.extract.positions.remedies import read_remedies
from kg.extract.positions.sides import read_sides
from kg.extract.relations.ellipsis import read_ellipses
from kg.extract.relations.focus import FOCUS
from kg.extract.relations.lexicon import load_lexicon
from kg.extract.wishes import Wishes
from kg.model import Claim


def drop_overruled(relations: Iterable[Claim], positions: Sequence[Claim]) -> list[Claim]:
    """The relations without those that took "was opposed" to be of a law, where it is of a proposal nearer by."""
    spoken_of = {entry.id for entry in load_lexicon().entries if entry.object == (FOCUS,)}
    taken = {(claim.rule, claim.subject, claim.evidence) for claim in positions if claim.rule in spoken_of}
    return [claim for claim in relations if (claim.rule, claim.subject, claim.evidence) not in taken]


def read_positions(resolved: Resolved, wishes: Wishes) -> Iterator[Claim]:
    """The claims that relate agents, proposals, laws and risks: supports, opposes and mitigates."""
    proposals = Stated.of_proposals(resolved, wishes)
    risks = Stated.of_risks(resolved, wishes)
    lexicon = load_lexicon()
    sides = list(read_sides(resolved, proposals, lexicon))
    yield from sides
    yield from read_ellipses(resolved, lexicon, sides)
    yield from read_remedies(resolved, proposals, risks)
