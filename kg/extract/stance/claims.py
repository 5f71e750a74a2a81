"""Gives claims that were read from a passage, not from a word, the stance and the source of that passage.

A metric is a stated quantity, and `hasMetric` says what it is about: that holds of a limit that a law sets, of a sum
that is to be paid and of an estimate no less than of a count. What is measured tells which of these it is. Only what is
denied, asked or supposed is no fact.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.stance.modality import Stance, find_stance
from kg.extract.stance.source import find_source
from kg.extract.syntax.voice import is_verb
from kg.extract.tokens import Token
from kg.model import Claim, Metric, Modality, Polarity, Span

CONDITIONS = frozenset({"if", "unless", "whether"})
_LAST_MARKS = 2  # a question mark may stand inside closing quotation marks


def qualify_metrics(resolved: Resolved, metrics: Iterable[Metric], claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims about quantities, each as sure and as real as the clause that its number stands in."""
    known = {metric.id: metric for metric in metrics}
    for claim in claims:
        metric = known[claim.object]
        found = _governing(resolved, metric.span)
        if found is None:
            yield claim
            continue
        block, verb = found
        stance = find_stance(verb)
        yield replace(
            claim,
            polarity=Polarity.AFFIRMED if _is_given(block, verb, metric) else stance.polarity,
            modality=Modality.ACTUAL if _is_sanction(metric) else _to_modality(stance, verb),
            attributed_to=find_source(resolved, block, verb),
        )


def _is_given(block: ParsedBlock, verb: Token, metric: Metric) -> bool:
    """Whether a denial is part of what is measured: "3,150 were never reinstated", "no fines for a year"."""
    after = block.doc.text[metric.span.end - block.block.span.start :]
    before = block.doc.text[: metric.span.start - block.block.span.start].lower()
    lasts = metric.unit in _TIMES
    return (
        lasts or metric.span.end <= block.span_of(verb).start or _PART.match(after) is not None or before.endswith(_ANY)
    )


# What holds all the same: a time for which something is not done, a number taken of a number ("failed in 31 of 200").
_TIMES = frozenset(f"unit:{unit}" for unit in ("MIN", "HR", "DAY", "WK", "MO", "YR"))
_ANY = ("any of ", "any of the ", "each of ", "each of the ")
_PART = re.compile(r"\s(?:out\s)?of\s(?:(?:the|its|their|those|these)\s)?\d")


def _is_sanction(metric: Metric) -> bool:
    """Whether the quantity is what a breach costs: that it depends on one is what a fine is."""
    return any(word in metric.measures.lower().split() for word in ("fine", "fines", "penalty", "penalties"))


def _to_modality(stance: Stance, verb: Token) -> Modality:
    """Open only in a question or under a condition: a planned or estimated quantity is still about what it is about."""
    return stance.modality if _is_supposed(verb) else Modality.ACTUAL


def _is_supposed(verb: Token) -> bool:
    """Whether the sentence asks, or the clause depends on an "if"."""
    asks = any(token.text == "?" for token in verb.sent[-_LAST_MARKS:])
    return asks or any(
        child.dep_ == "advcl" and any(mark.lower_ in CONDITIONS for mark in child.children)
        for governor in (verb, *verb.ancestors)
        for child in (governor, *governor.children)
    )


def _governing(resolved: Resolved, span: Span) -> tuple[ParsedBlock, Token] | None:
    """The nearest verb above the passage, with its block; None where no verb governs it."""
    block = resolved.parsed.block_at(span)
    tokens = block.tokens_in(span) if block else None
    if block is None or not tokens:
        return None
    token = tokens.root
    while not is_verb(token) and token.head != token:
        token = token.head
    return (block, token) if is_verb(token) else None
