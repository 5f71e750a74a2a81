"""Who supports or opposes a proposal, by the words that the lexicon has for siding with a law or against it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.parsed import Resolved
from kg.extract.positions.meant import Node, Stated
from kg.extract.relations.focus import FOCUS, is_bare
from kg.extract.relations.lexicon import Lexicon
from kg.extract.relations.reading import fill_role, needs_met, to_claim
from kg.extract.relations.refusals import to_refusal
from kg.extract.relations.triggers import Trigger, find_triggers
from kg.extract.relations.verdicts import SPEAKER, is_verdict
from kg.extract.syntax.paths import find_argument
from kg.extract.syntax.voice import governed
from kg.extract.wishes.words import load_wish_words
from kg.model import Claim, Span

PREDICATES = frozenset({"supports", "opposes"})
CONFIDENCE = 0.85  # times what the words have for a law: that they mean that proposal
# Paths that look for what somebody asks to be done to a law: of a proposal, that would be another proposal.
_OF_LAWS = frozenset({"passing", "undoing", "backing", "heeding", "adopting"})


def read_sides(resolved: Resolved, proposals: Stated, lexicon: Lexicon) -> Iterator[Claim]:
    """The claims of who sides with or against what is proposed; a proposer's side goes without saying."""
    if not proposals.nodes:
        return
    sided: list[tuple[Span, Node]] = []
    for trigger in find_triggers(resolved, lexicon):
        if trigger.entry.predicate in PREDICATES and _may_side(trigger):
            for node in _find_objects(resolved, trigger, proposals, sided):
                sided.append((trigger.block.span_of(trigger.token), node))
                yield from _to_claims(resolved, trigger, node)


def _may_side(trigger: Trigger) -> bool:
    entry, token = trigger.entry, trigger.token
    if not needs_met(token, entry) or (SPEAKER in entry.subject and not is_verdict(token)):
        return False
    if token.lemma_.lower() == "go" and any(t.lower_ == "enough" for t in token.sent):
        return False  # who finds that they "do not go far enough" is for them
    return token.lemma_.lower() not in load_wish_words("proposal")["table"]


def _find_objects(
    resolved: Resolved, trigger: Trigger, proposals: Stated, sided: Sequence[tuple[Span, Node]]
) -> list[Node]:
    """The proposals that the trigger is about, by the first of its paths that leads to one."""
    block, token = trigger.block, trigger.token
    here = block.span_of(token)
    if any(node.span.contains(here) for node in proposals.nodes):
        return []  # "asked them to reject the bill" asks; nobody has rejected anything
    for path in trigger.entry.object:
        if path in _OF_LAWS:
            continue
        words = [t for t in find_argument(token, path) if t != token]
        found = [proposals.find_meant(resolved, block, word) for word in words]
        if path == FOCUS and is_bare(resolved, trigger) and not any(True for _ in governed(token)):
            found.append(proposals.find_topic(resolved, block, token, sided))
        nodes = list(dict.fromkeys(node for node in found if node is not None))
        if nodes:
            return nodes
    return []


def _to_claims(resolved: Resolved, trigger: Trigger, node: Node) -> Iterator[Claim]:
    for subject in fill_role(resolved, trigger, trigger.entry.subject):
        if subject.chain.id not in node.by:
            claim = to_claim(resolved, trigger.block, trigger, (subject, subject))
            claim = replace(claim, object=node.id, confidence=round(claim.confidence * CONFIDENCE, 3))
            yield from (claim, *to_refusal(trigger.token, claim))
