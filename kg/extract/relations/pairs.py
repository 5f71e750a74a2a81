"""The claims of two names side by side, without a trigger word: "Meta's Llama", "Leeds-based", "Acme, of Leeds,"."""

from collections.abc import Iterator

from kg.extract.parsed import Resolved
from kg.extract.referents import DIRECT, Referent, find_referents
from kg.extract.relations.lexicon import Entry, Lexicon
from kg.extract.syntax.coordination import to_members
from kg.model import Claim, EntityClass


def read_pairs(resolved: Resolved, lexicon: Lexicon) -> Iterator[Claim]:
    """The claims that possessors make of what they possess, in order of the text, by the entries for pairs."""
    entries = lexicon.find("pair", "'s")
    for block in resolved.parsed.blocks:
        for token in block.doc:
            if token.dep_ != "poss":
                continue
            for owner in to_members(token):
                for entry in entries:
                    if entry.predicate == "enacts" and token.pos_ == "PRON":
                        continue  # "voted on its resolution": not adopted for being its own
                    owners = find_referents(resolved, block, owner, _types(entry, "possessor"))
                    owned = find_referents(resolved, block, token.head, _types(entry, "self"), DIRECT)
                    for pair in _product(owners[:1], owned[:1]):
                        subject, object_ = pair if entry.subject == ("possessor",) else pair[::-1]
                        yield Claim(
                            subject=subject.chain.id,
                            predicate=entry.predicate,
                            object=object_.chain.id,
                            evidence=block.span_of(token.sent),
                            confidence=round(entry.confidence * subject.confidence * object_.confidence, 3),
                            rule=entry.id,
                        )


def _types(entry: Entry, path: str) -> frozenset[EntityClass]:
    return entry.subject_types if entry.subject == (path,) else entry.object_types


def _product(left: list[Referent], right: list[Referent]) -> Iterator[tuple[Referent, Referent]]:
    for one in left:
        for other in right:
            if one.chain is not other.chain:
                yield one, other
