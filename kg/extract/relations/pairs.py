"""The claims of two names side by side, without a trigger word: "Meta's Llama", "Leeds-based", "Acme, of Leeds,"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import ANAPHORIC, DIRECT, NAMED, Referent, find_referents
from kg.extract.relations.lexicon import Entry, Lexicon
from kg.extract.relations.wording import is_excluded
from kg.extract.stance.modality import find_stance
from kg.extract.syntax.coordination import to_members
from kg.extract.tokens import Token
from kg.extract.words import load_words
from kg.model import Claim, EntityClass

DYING = load_words("dying")
VERSUS = frozenset({"v.", "vs.", "v", "vs", "versus"})


def read_pairs(resolved: Resolved, lexicon: Lexicon) -> Iterator[Claim]:
    """The claims that possessors make of what they possess, in order of the text, by the entries for pairs."""
    entries = lexicon.find("pair", "'s")
    for block in resolved.parsed.blocks:
        for token in block.doc:
            if token.dep_ != "poss":
                continue
            for owner in to_members(token):
                for entry in entries:
                    if entry.predicate == "enacts" and (token.pos_ == "PRON" or _is_stillborn(token.head)):
                        continue  # "voted on its resolution": not adopted for being its own
                    if entry.direct and not _is_bare(resolved, block, token, lexicon):
                        continue
                    owners = find_referents(resolved, block, owner, _types(entry, "possessor"))
                    owned = find_referents(resolved, block, token.head, _types(entry, "self"), DIRECT)
                    owned = [r for r in owned if not is_excluded(entry, r.chain)]
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


def _is_bare(resolved: Resolved, block: ParsedBlock, owner: Token, lexicon: Lexicon) -> bool:
    """Whether nothing but adjectives stands between an owner and the name of what it owns: "Acme's new Bolt Labs".

    A noun between says more ("Acme's rival Bolt"), and the lexicon has a word for it, or it is nothing to us.
    """
    mention = resolved.mention_at(block, owner.head)
    if mention is None or mention.layer in ANAPHORIC:
        return False
    between = [t for t in block.doc[owner.right_edge.i + 1 : owner.head.i] if resolved.mention_at(block, t) != mention]
    return all(t.pos_ in {"ADJ", "ADV", "PUNCT"} and not lexicon.find("noun", t.lower_) for t in between)


def _is_stillborn(law: Token) -> bool:
    """Whether the clause says that a law never came to be: "Ruritania's Model Act died in the Senate"."""
    verb = law.head
    return law.dep_ in {"nsubj", "nsubjpass"} and (verb.lemma_.lower() in DYING or not find_stance(verb).is_actual)


def read_bracketed(resolved: Resolved, lexicon: Lexicon) -> Iterator[Claim]:
    """The claims of a name with another in brackets behind it, in order of the text: "Roe (Acme)", "Acme (Ghent)"."""
    entries = lexicon.find("pair", "(")
    for block in resolved.parsed.blocks:
        for token in block.doc:
            inside = token.text == "(" and 0 < token.i < len(block.doc) - 1
            for entry in entries if inside and _closes(resolved, block, token) else ():
                named = find_referents(resolved, block, token.nbor(-1), entry.subject_types, NAMED)
                behind = find_referents(resolved, block, token.nbor(1), entry.object_types, NAMED)
                for subject, object_ in _product(named[:1], behind[:1]):
                    confidence = round(entry.confidence * subject.confidence * object_.confidence, 3)
                    span = block.span_of(token.sent)
                    made = Claim(subject.chain.id, entry.predicate, object_.chain.id, span, confidence=confidence)
                    yield replace(made, rule=entry.id)


def _closes(resolved: Resolved, block: ParsedBlock, opening: Token) -> bool:
    """Whether the brackets hold one name, with "of" or a comma and a date at most before they close."""
    first = opening.nbor(1)
    mention = resolved.mention_at(block, first)
    after = (t for t in block.doc[first.i + 1 : first.i + 12] if resolved.mention_at(block, t) != mention)
    following = next(after, None)
    return mention is not None and following is not None and following.text in {")", ",", ";"}


def read_versus(resolved: Resolved, lexicon: Lexicon) -> Iterator[Claim]:
    """The claims that the name of a case makes ("A v. B"), in order of the text, by the entries for it."""
    for block in resolved.parsed.blocks:
        for token in block.doc:
            inside = token.lower_ in VERSUS and 0 < token.i < len(block.doc) - 1
            for entry in lexicon.find("pair", token.lower_) if inside else ():
                left = find_referents(resolved, block, token.nbor(-1), _types(entry, "left"), DIRECT)
                right = find_referents(resolved, block, token.nbor(1), _types(entry, "right"), DIRECT)
                for subject, object_ in _product(left[:1], right[:1]):
                    confidence = round(entry.confidence * subject.confidence * object_.confidence, 3)
                    span = block.span_of(token.sent)
                    made = Claim(subject.chain.id, entry.predicate, object_.chain.id, span, confidence=confidence)
                    yield replace(made, rule=entry.id)


def _types(entry: Entry, path: str) -> frozenset[EntityClass]:
    return entry.subject_types if entry.subject == (path,) else entry.object_types


def _product(left: list[Referent], right: list[Referent]) -> Iterator[tuple[Referent, Referent]]:
    for one in left:
        for other in right:
            if one.chain is not other.chain:
                yield one, other
