"""What the grammar alone makes one thing: appositions and relative pronouns; certain enough to need no scores."""

from collections.abc import Iterator

from kg.extract.coreference.anaphors import INSIDE, premodifiers
from kg.extract.coreference.outline import Outline
from kg.extract.coreference.referents import Place
from kg.extract.coreference.words import Words
from kg.extract.parsed import ParsedBlock
from kg.extract.tokens import Token
from kg.model import EntityClass

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def find_appositions(
    outline: Outline, words: Words, named: dict[tuple[int, int], EntityClass]
) -> Iterator[tuple[Place, Place]]:
    """Pairs of a description and the name that it stands in apposition to, in either order, in text order.

    `named` maps the tokens of named mentions (block and token index) to their class.
    """
    for block in outline.parsed.blocks:
        for token in outline.tokens[block.index]:
            if token.dep_ == "appos" and token.head.i != token.i:
                yield from _apposition(outline, words, (block, token.head, token), named)
            elif token.text == "," and 0 < token.i < len(block.doc) - 1:
                name, noun = token.nbor(-1), _noun_from(token.nbor(1))
                # "Unlike Halden, the lab pays": the noun is the subject of a clause that the name is not.
                if noun.dep_ not in _SUBJECTS or name.dep_ in _SUBJECTS:
                    yield from _apposition(outline, words, (block, name, noun), named)
            elif token.lower_ in words.nouns and (block.index, token.i + 1) in named and token.dep_ not in INSIDE:
                yield from _apposition(outline, words, (block, token, token.nbor(1)), named)


def _noun_from(first: Token) -> Token:
    """The head of the noun phrase that begins with a token: that of "a" in "a small lab"."""
    return (
        first.head if first.dep_ in {"det", "poss", "amod", "compound", "nummod"} and first.head.i > first.i else first
    )


def _apposition(
    outline: Outline, words: Words, pair: tuple[ParsedBlock, Token, Token], named: dict[tuple[int, int], EntityClass]
) -> Iterator[tuple[Place, Place]]:
    block, *ends = pair
    names = [t for t in ends if (block.index, t.i) in named]
    nouns = [t for t in ends if (block.index, t.i) not in named and t.pos_ in {"NOUN", "PROPN"}]
    if len(names) != 1 or len(nouns) != 1:
        return
    name, noun = names[0], nouns[0]
    if name.i < noun.i and (block.index, noun.i + 1) in named:
        return  # "Ann, her sister Bea": the noun is the next name's
    cls = named[block.index, name.i]
    fitting = {entry.cls for entry in words.nouns.get(noun.lower_, ())}
    if cls not in fitting or any(entry.number == "plural" for entry in words.nouns[noun.lower_]):
        return
    start, _ = premodifiers(noun)
    if start <= name.i < noun.i or start == noun.i or (name.i < noun.i and start > name.i + 3):
        return
    described = outline.place_at(block, block.doc[start : noun.i + 1], noun)
    yield described, outline.place_at(block, block.doc[name.i : name.i + 1], name)


def find_relatives(outline: Outline, words: Words) -> Iterator[tuple[Place, Token]]:
    """The relative pronouns, each with the noun that it stands for, in text order."""
    for block in outline.parsed.blocks:
        for token in outline.tokens[block.index]:
            if token.lower_ in words.relatives and token.tag_ in {"WDT", "WP", "WP$"}:
                head = antecedent_of(token)
                if head is not None:
                    yield outline.place_at(block, block.doc[token.i : token.i + 1], token), head


def antecedent_of(relative: Token) -> Token | None:
    """The noun that a relative pronoun stands for, or None where the parse has no relative clause around it."""
    for verb in relative.ancestors:
        if verb.dep_ == "relcl":
            return _nearest(verb.head, verb, relative) if verb.head.i < relative.i else None
        if verb.dep_ in {"ccomp", "advcl", "ROOT"}:
            return None
    return None


def _nearest(head: Token, verb: Token, relative: Token) -> Token:
    """Of coordinated nouns the one right before a relative clause with a singular verb: "Ann and Bo, who is".

    An apposition's noun gives way to the name: "Ann Lee, a chemist who".
    """
    singular = verb.tag_ == "VBZ" or any(c.tag_ == "VBZ" or c.lower_ == "was" for c in verb.children)
    while singular:
        last = next((c for c in head.children if c.dep_ == "conj" and head.i < c.i < relative.i), None)
        if last is None:
            break
        head = last
    return head
