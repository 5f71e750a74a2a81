"""Which law or proposal is meant to prevent which risk: "is designed to curb X", "to prevent this, she wants"."""

from collections.abc import Iterator
from itertools import product

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.positions.meant import Stated
from kg.extract.referents import find_referents
from kg.extract.syntax.arguments import find_objects, find_subjects
from kg.extract.syntax.voice import is_verb
from kg.extract.tokens import Token
from kg.extract.wishes.clauses import is_infinitive
from kg.extract.wishes.guarding import find_averted, guards
from kg.model import Claim, EntityClass

CONFIDENCE = 0.7


def read_remedies(resolved: Resolved, proposals: Stated, risks: Stated) -> Iterator[Claim]:
    """The claims of what mitigates what; a risk that no law or proposal is set against gives none."""
    for block in resolved.parsed.blocks if risks.nodes else ():
        for verb in (token for token in block.doc if guards(token)):
            if not any(child.dep_ == "neg" for child in verb.children):
                against = list(dict.fromkeys(_find_risks(resolved, risks, block, verb)))
                means = list(dict.fromkeys(_find_means(resolved, proposals, block, verb))) if against else []
                passage = block.span_of(verb.sent)
                for one, risk in product(means, against):
                    yield Claim(one, "mitigates", risk, passage, confidence=CONFIDENCE, rule="mitigates/verb")


def _find_risks(resolved: Resolved, risks: Stated, block: ParsedBlock, verb: Token) -> Iterator[str]:
    """The risks that the verb averts: those that its object names, or points back to."""
    for thing in find_averted(verb):
        named = [thing, *(token for token in thing.subtree if token.pos_ == "NOUN" and token != thing)]
        yield from (node.id for token in named if (node := risks.find_meant(resolved, block, token)) is not None)
        within = [block.span_of(token) for token in thing.subtree]
        yield from (node.id for node in risks.nodes if any(node.span.contains(span) for span in within))


def _find_means(resolved: Resolved, proposals: Stated, block: ParsedBlock, verb: Token) -> Iterator[str]:
    """The laws and proposals that avert: the verb's subject or, of an infinitive of purpose, what is wished for it."""
    words = find_subjects(verb)
    if verb.dep_ == "advcl" and is_infinitive(verb):
        clause = {token.i for token in verb.subtree}
        sentence = block.span_of(verb.sent)
        opening = verb.left_edge.i <= verb.sent.start + 1
        found = [n for n in proposals.nodes if sentence.contains(n.span)] if opening else []
        yield from (n.id for n in found if not any(n.span.contains(block.span_of(block.doc[i])) for i in clause))
        words = find_objects(verb.head) if is_verb(verb.head) and not opening else []
    for word in words:
        laws = find_referents(resolved, block, word, {EntityClass.POLICY})
        yield from (law.chain.id for law in laws)
        meant = proposals.find_meant(resolved, block, word) if not laws else None
        if meant is not None:
            yield meant.id
