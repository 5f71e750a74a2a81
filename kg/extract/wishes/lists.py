"""Proposals and risks as items under a lead-in or heading: "Key concerns include:", "What we recommend"."""

import re
from collections.abc import Iterator

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.stance.stance import Stance
from kg.extract.tokens import TokenSpan
from kg.extract.wishes.found import Found
from kg.extract.wishes.speakers import Speakers
from kg.extract.wishes.wording import trim
from kg.extract.wishes.words import load_wish_words
from kg.model import BlockKind

MAX_LABEL = 12  # a longer text before a colon or full stop is a sentence, not a label
_NEGATED = re.compile(r"\b(not|n't|never|doesn't|don't)\b", re.IGNORECASE)


def find_listed(speakers: Speakers, block: ParsedBlock) -> Iterator[Found]:
    """The proposal or risk that an item names, by what its lead-in speaks of; nothing for other blocks."""
    lead = _lead_of(speakers.resolved, block)
    if lead is None:
        return
    kind = _kind_of(lead)
    if kind == "proposal" and not _reads_as_proposal(block) and not _opens_clause(lead):
        return
    passage = _label(block) if kind else None
    if passage is None:
        return
    yield Found(kind, block, passage, f"{kind}/list", Stance(), speakers.of_lead(lead, kind), (), 0.75)


def _lead_of(resolved: Resolved, block: ParsedBlock) -> ParsedBlock | None:
    index = block.block.lead
    if block.block.kind is not BlockKind.ITEM or index is None:
        return None
    return resolved.parsed.blocks[index]


def _kind_of(lead: ParsedBlock) -> str:
    """What the last sentence of a lead-in announces: "proposal", "risk" or nothing."""
    last = list(lead.doc.sents)[-1] if len(lead.doc) else lead.doc[0:0]
    words = {token.lower_ for token in last}
    if _NEGATED.search(last.text):
        return ""
    for kind in ("risk", "proposal"):
        if words & load_wish_words(kind)["cues"]:
            return kind
    return ""


def _opens_clause(lead: ParsedBlock) -> bool:
    """ "The report recommends that:": each item says with a subject of its own what ought to be."""
    return lead.doc.text.rstrip(" :…").endswith(" that")


def _reads_as_proposal(block: ParsedBlock) -> bool:
    """A gerund, an imperative or a noun phrase; a sentence with a subject speaks for itself."""
    sentence = next(iter(block.doc.sents))
    return not any(child.dep_ in {"nsubj", "nsubjpass"} for child in sentence.root.children)


def _label(block: ParsedBlock) -> TokenSpan | None:
    """The item's label before a colon or dash, or its first sentence."""
    doc = block.doc
    for token in doc[: MAX_LABEL + 1]:
        if token.text in {":", "–", "—"} and token.i:
            return trim(doc, 0, token.i)
    first = next(iter(doc.sents), None)
    return trim(doc, 0, first.end) if first is not None else None
