"""What a quantity is: a number as it stands in the text, what it is a number of, and how it is bounded."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kg.model import Comparator, Span


class Kind(StrEnum):
    """What sort of thing the number measures."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    FRACTION = "fraction"
    TIMES = "times"
    DURATION = "duration"
    MEASURE = "measure"
    VOTES = "votes"
    AGE = "age"


class Role(StrEnum):
    """Which end of a change or a range the number is."""

    ALONE = "alone"
    FROM = "from"
    TO = "to"
    LOW = "low"
    HIGH = "high"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with its unit.

    `span` covers the number and its unit ("$480 million", "62%", "nine years", "310"), `whole` the words that bound it
    as well ("more than 140"); both are offsets into the article's text. `value` is in `unit`, a compact IRI. `head` is
    the index in the block's `doc` of the noun that is counted, None where no noun is. `partner` is the span of the
    other end where `role` says that there is one. `hyphened` marks a number inside a compound ("two-year",
    "seven-member"). `wording` is the unit as it is written.
    """

    span: Span
    whole: Span
    value: Decimal
    unit: str
    kind: Kind
    comparator: Comparator = Comparator.EXACTLY
    head: int | None = None
    role: Role = Role.ALONE
    partner: Span | None = None
    hyphened: bool = False
    wording: str = ""
