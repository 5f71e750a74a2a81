"""Finds what may stand for something named before: pronouns, and descriptions such as "the company"."""

from collections.abc import Iterator

from kg.extract.coreference.outline import Outline
from kg.extract.coreference.referents import Anaphor, Place
from kg.extract.coreference.words import Words
from kg.extract.parsed import ParsedBlock
from kg.extract.tokens import Token
from kg.model import EntityClass

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "advcl", "relcl", "acl", "nsubj"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})
_PARTING = frozenset({",", "-", "–", "—", "("})
_NARROWING = frozenset({"of", "behind", "for", "that", "with", "to", "on", "against", "between"})
_MARKS = frozenset("“”‘\"'")
_SOMEBODY = frozenset({"anyone", "anybody", "someone", "somebody", "everyone", "everybody"})
_BEFORE = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "punct", "quantmod"})
INSIDE = frozenset({"compound", "nmod", "amod"})


def find_anaphors(outline: Outline, words: Words, taken: set[tuple[int, int]]) -> Iterator[Anaphor]:
    """Every anaphor of the article, in text order; tokens in `taken` (block and token index) belong to names.

    `words` may have been extended by nouns that the article's own names hold. A noun right before a name is no other
    thing: "the firm Halden".
    """
    for block in outline.parsed.blocks:
        for token in outline.tokens[block.index]:
            if (block.index, token.i) in taken:
                continue
            pronoun = words.pronouns.get(token.lower_)
            if pronoun is not None:
                yield from _pronoun(outline, words, block, token)
            elif _is_describing(token, words) and (block.index, token.i + 1) not in taken:
                yield from _description(outline, words, block, token)


def _is_describing(token: Token, words: Words) -> bool:
    """Whether a word is a noun that things are called by; it may look like a verb: "the accused"."""
    if token.lower_ not in words.nouns or token.dep_ in INSIDE:
        return False
    return token.pos_ in {"NOUN", "PROPN"} or (token.dep_ in _NOMINAL and any(c.dep_ == "det" for c in token.lefts))


def _pronoun(outline: Outline, words: Words, block: ParsedBlock, token: Token) -> Iterator[Anaphor]:
    entry = words.pronouns[token.lower_]
    place = outline.place_at(block, block.doc[token.i : token.i + 1], token)
    if entry.speaker:
        if token.text != "US":
            yield Anaphor(place, "speaker", entry.classes, entry.number)
    elif not (token.lower_ == "it" and is_pleonastic(token, words)):
        yield Anaphor(place, "pronoun", entry.classes, entry.number, entry.gender, token.lower_)


def is_pleonastic(token: Token, words: Words) -> bool:
    """Whether an "it" stands for nothing: "it is unclear whether", "it seems", "make it harder to"."""
    verb, table = token.head, words.pleonastic
    if token.dep_ not in {"nsubj", "nsubjpass", "expl"}:
        return _is_raised_object(token, words)
    if verb.lemma_ in table["verbs"] and _has_clause(verb, table["complements"]):
        return True
    if verb.lemma_ != "be":
        passive = token.dep_ == "nsubjpass" and _has_clause(verb, frozenset({"that", "whether"}))
        return passive and all(child.dep_ != "agent" for child in verb.children)
    if any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children):
        return True
    complement = next(
        (c for c in verb.children if c.dep_ in {"acomp", "attr", "advmod", "prep"} and c.i > token.i), None
    )
    if complement is None or complement.lower_ in table["nouns"]:
        return complement is not None
    complements = table["complements"]
    if complement.dep_ == "acomp" and complement.lower_ not in table["known"]:
        complements -= table["asides"]
    return _has_clause(verb, complements) or _has_clause(complement, complements)


def _has_clause(head: Token, complements: frozenset[str]) -> bool:
    for child in head.children:
        clausal = child.i > head.i and child.dep_ in _CLAUSAL
        if clausal and (child.dep_ == "ccomp" or any(t.lower_ in complements for t in child.subtree if t.i <= child.i)):
            return True
    return False


def _is_raised_object(token: Token, words: Words) -> bool:
    above = token.head
    return above.lemma_ in words.pleonastic["raising"] and any(c.dep_ in {"xcomp", "ccomp"} for c in above.children)


def _description(outline: Outline, words: Words, block: ParsedBlock, head: Token) -> Iterator[Anaphor]:
    nouns = words.nouns[head.lower_]
    start, modifiers = premodifiers(head)
    determiner = block.doc[start]
    owned = any(child.dep_ == "poss" for child in head.children)
    if determiner.lower_ in {"a", "an"} or (not owned and determiner.lower_ not in _DEFINITE):
        return
    unread_name = head.text[:1].isupper() and bool(modifiers)
    if unread_name or any(word in words.other_modifiers for word in modifiers) or has_restriction(head):
        return
    place = outline.place_at(block, block.doc[start : head.i + 1], head)
    classes = frozenset(noun.cls for noun in nouns)
    if owned and classes != {EntityClass.PERSON}:
        classes -= {EntityClass.PERSON}
    genders = {noun.gender for noun in nouns}
    yield Anaphor(
        place,
        "owned" if owned else "description",
        classes,
        nouns[0].number,
        genders.pop() if len(genders) == 1 else "",
        head.lower_,
        modifiers,
        all(noun.any_kind for noun in nouns),
        all(noun.weak for noun in nouns),
    )


def premodifiers(head: Token) -> tuple[int, tuple[str, ...]]:
    """Where a noun phrase starts, and the words between its determiner and its head, in lower case."""
    left = [t for t in head.lefts if t.dep_ in _BEFORE and t.text not in _MARKS]
    start = min((t.left_edge.i for t in left), default=head.i)
    start = max((t.i + 1 for t in head.doc[start : head.i] if t.text in _MARKS), default=start)
    words = tuple(
        t.lower_
        for t in head.doc[start : head.i]
        if t.dep_ not in {"det", "poss", "punct", "case"} and not any(a.dep_ == "poss" for a in (t, *_below(t, head)))
    )
    return start, words


def _below(token: Token, head: Token) -> Iterator[Token]:
    for ancestor in token.ancestors:
        if ancestor.i == head.i:
            return
        yield ancestor


def has_restriction(head: Token) -> bool:
    """Whether what follows a noun says which one is meant: "the firm behind X", "the law that bans Y"."""
    return any(_restricts(child, head) for child in head.rights)


def _restricts(child: Token, head: Token) -> bool:
    if child.dep_ in {"relcl", "acl"}:
        return head.doc[child.left_edge.i - 1].text not in _PARTING
    return child.dep_ == "prep" and child.i == head.i + 1 and child.lower_ in _NARROWING


def find_nouns(outline: Outline, taken: set[tuple[int, int]]) -> Iterator[Place]:
    """The places of noun phrases that name nothing, in text order; tokens in `taken` belong to names."""
    for block in outline.parsed.blocks:
        for token in outline.tokens[block.index]:
            is_head = (token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in INSIDE) or _is_somebody(token)
            if is_head and (block.index, token.i) not in taken:
                start, _ = premodifiers(token)
                yield outline.place_at(block, block.doc[start : token.i + 1], token)


def _is_somebody(token: Token) -> bool:
    """Whether a pronoun brings up somebody new: "those who sign", "anyone"."""
    return token.lower_ in _SOMEBODY or (token.lower_ == "those" and any(c.dep_ == "relcl" for c in token.children))
