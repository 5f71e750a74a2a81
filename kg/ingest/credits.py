"""Words around the names of authors: what leads to them, what stands beside them and names nobody."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.resources import ontology_path, read_table


@dataclass(frozen=True)
class Credits:
    """What `ontology/credits.toml` says, as patterns: each from the beginning of a text, or from a word's."""

    lead: re.Pattern[str]
    byline: re.Pattern[str]
    collection: re.Pattern[str]
    other: re.Pattern[str]
    post: re.Pattern[str]
    degree: re.Pattern[str]
    change: re.Pattern[str]
    months: dict[str, int]


@cache
def load_credits() -> Credits:
    """The words, as the file has them.

    Raises:
        ResourceError: the file is missing from the installation.
    """
    told = read_table(ontology_path("credits.toml"))
    spoken = [lead for lead in told["leads"] if lead.rpartition(" ")[2] in told["particles"]]
    return Credits(
        lead=_to_pattern(told["leads"], r"(?:{})(?:\s*:\s*|\s+)"),
        byline=_to_pattern(
            [*(f"{lead} " for lead in spoken), *(f"{lead}:" for lead in told["leads"])],
            r"(?:^|[|·•–—-]\s+|\d\s+(?:uhr\s+)?)(?:{})\s*",
        ),
        collection=_to_pattern(told["collections"], r"(?:{})\s+"),
        other=_to_pattern(told["others"], r"(?:{})\W*$"),
        post=_to_pattern(told["posts"], r"\b(?:{})s?$"),
        degree=_to_pattern(told["degrees"], r"[\s,]+(?:{})(?!\w)"),
        change=_to_pattern(told["changes"], r"\b(?:{})\b"),
        months={start: int(number) for number, starts in told["months"].items() for start in starts},
    )


def _to_pattern(words: Iterable[str], form: str) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(form.format("|".join(map(re.escape, longest_first))), re.IGNORECASE)
