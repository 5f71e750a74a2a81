"""Which law or proposal is meant to prevent which risk."""

from collections.abc import Iterator

from kg.extract.parsed import Resolved
from kg.extract.positions.meant import Stated
from kg.model import Claim


def read_remedies(resolved: Resolved, proposals: Stated, risks: Stated) -> Iterator[Claim]:
    """The claims of what mitigates what."""
    return iter(())
