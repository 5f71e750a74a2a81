"""Clauses that leave out what was just said: "Anthropic has signed it. So did Google and Meta."."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import find_referents
from kg.extract.relations.lexicon import Lexicon
from kg.extract.syntax.arguments import find_objects, find_subjects
from kg.extract.syntax.coordination import to_members
from kg.extract.syntax.voice import is_verb
from kg.extract.tokens import Token
from kg.model import Claim, Polarity, Span

_SAME, _NEGATED = frozenset({"so", "as"}), frozenset({"nor", "neither"})
_AUXILIARIES = frozenset({"do", "have", "be", "will"})
_MORE = frozenset({"dobj", "attr", "acomp", "auxpass", "oprd"})
CONFIDENCE = 0.85  # times that of the claim that is repeated


def read_ellipses(resolved: Resolved, lexicon: Lexicon, claims: Sequence[Claim]) -> Iterator[Claim]:
    """For each "so did X" and "neither has X", the claims of the clause before it with X for their subject.

    The evidence spans both clauses, so that it holds what is said and of whom.
    """
    acts = {entry.id for entry in lexicon.entries if entry.pos == "verb"}
    claims = [claim for claim in claims if claim.rule in acts]
    for block in resolved.parsed.blocks:
        for token in block.doc:
            if token.lower_ == "as" and not _is_short(token):
                continue
            if token.lower_ in _SAME | _NEGATED and _AUXILIARIES & {token.head.lemma_, *_lemma_after(token)}:
                yield from _repeat(resolved, block, token, claims)


def _is_short(token: Token) -> bool:
    """Whether "as" opens no more than an auxiliary and a name: "as did X", "as has X", "as are X and Y"."""
    verb = token.nbor(1) if token.i + 1 < len(token.doc) else token
    more = any(child.dep_ in _MORE for child in verb.children)
    return verb.lemma_ in {"do", "have", "be"} and verb == token.head and not more


def _lemma_after(token: Token) -> list[str]:
    return [token.nbor(1).lemma_] if token.i + 1 < len(token.doc) else []


def _subjects(word: Token) -> list[Token]:
    """Of whom "so did" says the same: parsers take "has X" for possession, and "did X" for a name by itself."""
    following = word.nbor(1) if word.i + 1 < len(word.doc) else word
    head = following if is_verb(following) else word.head
    return [*find_subjects(head), *find_objects(head)] if is_verb(head) else to_members(head)


def _repeat(resolved: Resolved, block: ParsedBlock, token: Token, claims: Sequence[Claim]) -> Iterator[Claim]:
    here = block.span_of(token.sent)
    before = _clause_before(block, token, claims, here)
    chains = {chain.id: chain for chain in resolved.chains}
    for claim in before:
        wanted = {chains[claim.subject].cls}
        for subject in _subjects(token):
            for referent in find_referents(resolved, block, subject, wanted):
                if referent.chain.id not in {claim.subject, claim.object}:
                    yield replace(
                        claim,
                        subject=referent.chain.id,
                        evidence=Span(min(claim.evidence.start, here.start), here.end),
                        polarity=Polarity.DENIED if token.lower_ in _NEGATED else claim.polarity,
                        confidence=round(claim.confidence * referent.confidence * CONFIDENCE, 3),
                    )


def _clause_before(block: ParsedBlock, token: Token, claims: Sequence[Claim], here: Span) -> list[Claim]:
    """The claims of the same sentence where it goes on after a comma, else those of the sentence before."""
    if token.sent.start < token.i - 2:
        return [claim for claim in claims if claim.evidence == here]
    previous = [s for s in block.doc.sents if s.end == token.sent.start]
    spans = [block.span_of(sentence) for sentence in previous]
    return [claim for claim in claims if claim.evidence in spans]
