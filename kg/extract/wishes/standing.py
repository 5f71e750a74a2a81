"""Who a noun or pronoun that coreference left open most likely is: "the union's fear", "he wants".

Coreference names nobody where it is not sure; whose wish it is matters more here, for one that is nobody's is lost.
"""

from collections.abc import Iterator

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import ANAPHORIC, Referent
from kg.extract.syntax.voice import SUBJECTS
from kg.extract.tokens import Token
from kg.extract.wishes.words import load_wish_words
from kg.model import Chain, EntityClass, Mention

CONFIDENCE = 0.6
LOOK_BACK = 2  # blocks before its own in which it may have been named
STEM = 6  # letters that a noun and its like in another language share
_PERSONAL = frozenset({"he", "she", "his", "her"})
_DEFINITE = frozenset({"the", "this", "that"})


def find_stand_in(resolved: Resolved, block: ParsedBlock, token: Token) -> tuple[Referent, ...]:
    """The one agent of the right kind that was spoken of last, where the word is definite; nothing else."""
    kind = _kind_of(token)
    if kind is None or resolved.chain_at(block, token) is not None:
        return ()
    before = list(_named_before(resolved, block, token, kind))
    called = [row for row in before if _is_called(resolved, row[0], token.lemma_.lower())]
    near = [row for row in before if row[2]]
    subjects = [row for row in near if row[1]]
    later = list(_named_after(resolved, block, token, kind)) if token.lower_ in _PERSONAL else []
    best = next(iter(called or subjects or near or later), None)
    return (Referent(best[0], CONFIDENCE),) if best is not None else ()


def _is_called(resolved: Resolved, chain: Chain, noun: str) -> bool:
    """Whether a name or description of it has the noun, be it in another language: "institute" in "Instituto"."""
    text = resolved.parsed.article.text
    words = {word for m in chain.mentions for word in m.span.cut(text).lower().split()}
    return any(word == noun or (len(noun) >= STEM + 2 and word.startswith(noun[:STEM])) for word in words)


def _kind_of(token: Token) -> EntityClass | None:
    if token.lower_ in _PERSONAL:
        return EntityClass.PERSON
    definite = any(child.lower_ in _DEFINITE or child.tag_ == "PRP$" for child in token.children)
    told = any(child.dep_ in {"relcl", "acl"} for child in token.children)
    if token.pos_ != "NOUN" or not definite or told:
        return None
    words, lemma = load_wish_words("speakers"), token.lemma_.lower()
    if lemma in words["bodies"]:
        return EntityClass.ORGANIZATION
    return EntityClass.PERSON if lemma in words["people"] and token.tag_ == "NN" else None


def _named_before(
    resolved: Resolved, block: ParsedBlock, token: Token, cls: EntityClass
) -> Iterator[tuple[Chain, bool, bool]]:
    """The chains of that class named before the word, nearest first: each with whether it is a subject, and near."""
    place = block.span_of(token).start
    first = resolved.parsed.blocks[max(0, block.index - LOOK_BACK)].block.span.start
    rows = ((m, c) for c in resolved.chains if c.cls is cls for m in c.mentions if m.span.start < place)
    for mention, chain in sorted(rows, key=lambda row: -row[0].span.start):
        if mention.layer not in ANAPHORIC:
            yield chain, _is_subject(resolved, mention), first <= mention.span.start


def _named_after(
    resolved: Resolved, block: ParsedBlock, token: Token, cls: EntityClass
) -> Iterator[tuple[Chain, bool, bool]]:
    """The chains of that class named behind the word in its block, nearest first: of an opening that names nobody."""
    start = block.span_of(token).end
    rows = ((m, c) for c in resolved.chains if c.cls is cls for m in c.mentions if m.span.start >= start)
    for mention, chain in sorted(rows, key=lambda row: row[0].span.start):
        if block.block.span.contains(mention.span) and mention.layer not in ANAPHORIC:
            yield chain, _is_subject(resolved, mention), True


def _is_subject(resolved: Resolved, mention: Mention) -> bool:
    home = resolved.parsed.block_at(mention.span)
    tokens = home.tokens_in(mention.span) if home is not None else None
    return tokens is not None and tokens.root.dep_ in SUBJECTS
