"""The claims of two names side by side, without a trigger word: "Meta's Llama", "Leeds-based", "Acme, of Leeds,"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import ANAPHORIC, DIRECT, NAMED, Referent, find_referents
from kg.extract.relations.lexicon import Entry, Lexicon
from kg.extract.relations.wording import is_excluded
from kg.extract.stance.modality import find_stance
from kg.extract.stance.nouns import find_own_stance
from kg.extract.syntax.coordination import to_members
from kg.extract.tokens import Token
from kg.extract.words import load_words
from kg.model import Claim, EntityClass

DYING = load_words("dying")
OPENING = 8  # words from "whose" to the name: "whose 90-billion-parameter open model Foo"
LOST = 0.85  # that a "whose" which the parser hung on nothing belongs to the last name before it
PRODUCTS = load_words("classifiers", EntityClass.SYSTEM)
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
                    owned = [
                        r for r in _own_first(resolved, block, token.head, owned) if not is_excluded(entry, r.chain)
                    ]
                    stance = find_own_stance(token.head)
                    for pair in _product(owners[:1], owned[:1]):
                        subject, object_ = pair if entry.subject == ("possessor",) else pair[::-1]
                        yield Claim(
                            subject=subject.chain.id,
                            predicate=entry.predicate,
                            object=object_.chain.id,
                            evidence=block.span_of(token.sent),
                            polarity=stance.polarity,
                            modality=stance.modality,
                            confidence=round(entry.confidence * subject.confidence * object_.confidence, 3),
                            rule=entry.id,
                        )


def _own_first(resolved: Resolved, block: ParsedBlock, word: Token, found: list[Referent]) -> list[Referent]:
    """The referents with the word's own before those listed with it: "X's founder A and Y's B": Y's is B."""
    own = resolved.chain_at(block, word)
    return sorted(found, key=lambda referent: referent.chain is not own)


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


def read_whose(resolved: Resolved, lexicon: Lexicon) -> Iterator[Claim]:
    """The claims of "X, a firm with a staff of 70, whose model Y", in order of the text; parsers lose the clause."""
    entries = lexicon.find("pair", "whose")
    for block in resolved.parsed.blocks:
        for token in (t for t in block.doc if t.lower_ == "whose" and t.tag_ == "WP$"):
            owned = _named_behind(resolved, block, token)
            for entry in entries if owned is not None else ():
                objects = find_referents(resolved, block, owned or token, entry.object_types, NAMED)
                subjects = find_referents(resolved, block, token, entry.subject_types) or _last_before(
                    resolved, block, token, entry
                )
                for subject, object_ in _product(subjects[:1], objects[:1]):
                    confidence = round(entry.confidence * subject.confidence * object_.confidence, 3)
                    span = block.span_of(token.sent)
                    made = Claim(subject.chain.id, entry.predicate, object_.chain.id, span, confidence=confidence)
                    yield replace(made, rule=entry.id)


def _named_behind(resolved: Resolved, block: ParsedBlock, whose: Token) -> Token | None:
    """The name that "whose" opens, behind what it is said to be; None where another word stands between."""
    for word in block.doc[whose.i + 1 : min(whose.i + OPENING, whose.sent.end)]:
        mention = resolved.mention_at(block, word)
        if mention is not None and mention.layer not in ANAPHORIC:
            return word
        said_to_be = word.lemma_.lower() in PRODUCTS
        if word.pos_ not in {"ADJ", "NOUN", "NUM", "PUNCT", "ADV"} and word.tag_ != "VBG" and not said_to_be:
            return None
    return None


def _last_before(resolved: Resolved, block: ParsedBlock, whose: Token, entry: Entry) -> list[Referent]:
    """The name of the right class that stands last before "whose" in its sentence."""
    for word in reversed(list(block.doc[whose.sent.start : whose.i])):
        if found := find_referents(resolved, block, word, entry.subject_types, NAMED):
            return [replace(found[-1], confidence=found[-1].confidence * LOST)]
    return []


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
