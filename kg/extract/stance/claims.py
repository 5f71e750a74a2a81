"""Gives claims that were read from a passage, not from a word, the stance and the source of that passage.

A metric is a stated quantity, and `hasMetric` says what it is about: that holds of a limit that a law sets, of a sum
that is to be paid and of an estimate no less than of a count. What is measured tells which of these it is. Only what is
denied, asked or supposed is no fact.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.stance.contested import disputes_figure, is_contested, is_undone
from kg.extract.stance.frames import find_frame
from kg.extract.stance.modality import find_stance
from kg.extract.stance.source import find_source
from kg.extract.stance.stance import Stance
from kg.extract.syntax.voice import is_verb
from kg.extract.tokens import Token
from kg.extract.words import load_words
from kg.model import Claim, Metric, Modality, Polarity, Span

CONDITIONS = frozenset({"if", "unless", "whether"})
UNBELIEVED = load_words("unbelieved")
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
        block, number, verb = found
        stance = find_stance(verb)
        yield replace(
            claim,
            polarity=Polarity.AFFIRMED if _is_given(block, verb, metric) else stance.polarity,
            modality=Modality.POSSIBLE if _is_doubted(stance, number, verb) else _to_modality(stance, verb, metric),
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


def _to_modality(stance: Stance, verb: Token, metric: Metric) -> Modality:
    """Open only in a question or under a condition: a planned or estimated quantity is still about what it is about."""
    return stance.modality if _is_supposed(verb) and not _is_sanction(metric) else Modality.ACTUAL


def _is_doubted(stance: Stance, number: Token, verb: Token) -> bool:
    """Whether the figure is hearsay, a rumour, part of a supposition, or denied by the other side."""
    if stance.hearsay or find_frame(verb) or disputes_figure(verb) or is_undone(verb):
        return True
    if stance.teller is not None and is_contested(verb):
        return True
    nouns = [token for token in (number, *number.ancestors) if token.pos_ in {"NOUN", "PROPN", "NUM", "SYM"}]
    before = (child.lower_ for noun in nouns for child in noun.children if child.dep_ in {"amod", "compound"})
    return not UNBELIEVED.isdisjoint(before)


def _is_supposed(verb: Token) -> bool:
    """Whether the sentence asks, or the clause depends on an "if"."""
    asks = any(token.text == "?" for token in verb.sent[-_LAST_MARKS:])
    return asks or any(
        child.dep_ == "advcl" and any(mark.lower_ in CONDITIONS for mark in child.children)
        for governor in (verb, *verb.ancestors)
        for child in (governor, *governor.children)
    )


def _governing(resolved: Resolved, span: Span) -> tuple[ParsedBlock, Token, Token] | None:
    """The passage's block, its head and the nearest verb above it; None where no verb governs it."""
    block = resolved.parsed.block_at(span)
    tokens = block.tokens_in(span) if block else None
    if block is None or not tokens:
        return None
    token = tokens.root
    while not is_verb(token) and token.head != token:
        token = token.head
    return (block, tokens.root, token) if is_verb(token) else None
