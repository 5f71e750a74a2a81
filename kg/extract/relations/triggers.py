"""The words of an article that the lexicon knows, each with its entries."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import ANAPHORIC
from kg.extract.relations.lexicon import Entry, Lexicon
from kg.extract.syntax.voice import is_verb, to_lemmas
from kg.extract.tokens import Token

NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos"})  # "its rival" may be tagged adjective
_POS = {
    "NOUN": "noun",
    "PROPN": "noun",
    "ADP": "adposition",
    "ADJ": "adjective",
    "SCONJ": "adposition",
    "ADV": "adverb",
}


@dataclass(frozen=True)
class Trigger:
    """A word that the lexicon knows, where it stands, and one entry that it calls up."""

    block: ParsedBlock
    token: Token
    entry: Entry


def find_triggers(resolved: Resolved, lexicon: Lexicon) -> Iterator[Trigger]:
    """Every trigger of the article in order; words inside a name are none."""
    for block in resolved.parsed.blocks:
        for token in block.doc:
            for entry in _entries_of(token, lexicon):
                if not _inside_name(resolved, block, token):
                    yield Trigger(block, token, entry)


def _entries_of(token: Token, lexicon: Lexicon) -> tuple[Entry, ...]:
    if is_verb(token) or token.tag_ in {"VBN", "VBG"}:
        by_lemma = (lexicon.find("verb", lemma) for lemma in _to_verbs(token))
        return (*next((entries for entries in by_lemma if entries), ()), *_split_particle(token, lexicon))
    if token.pos_ == "NUM" and any(child.tag_ == "$" for child in token.children):
        return lexicon.find("noun", "million")  # "$27m from Acme" speaks of money as "$27 million" does
    pos = "noun" if token.pos_ == "ADJ" and _is_noun_by_place(token) else _POS.get(token.pos_, "")
    if not pos:
        return ()
    found = lexicon.find(pos, to_compound_lemma(token)) or lexicon.find(pos, token.lemma_.lower())
    said_of_somebody = token.dep_ in {"appos", "attr"} and token.pos_ == "NOUN"
    return found or (lexicon.find("noun", "*") if said_of_somebody else ())


def _is_noun_by_place(adjective: Token) -> bool:
    """Whether what is tagged an adjective stands as a noun does: "its rival Acme", "a rival, Acme"."""
    titles = adjective.dep_ == "amod" and adjective.head.pos_ == "PROPN" and adjective.i < adjective.head.i
    return adjective.dep_ in NOMINAL or titles


def _to_verbs(token: Token) -> list[str]:
    compound = to_compound_lemma(token)
    return [compound, *to_lemmas(token)] if "-" in compound else to_lemmas(token)


def _split_particle(verb: Token, lexicon: Lexicon) -> tuple[Entry, ...]:
    """A particle that the parser took for a preposition or adverb: "teamed up with", "took over X"."""
    for child in verb.children:
        if child.dep_ in {"prep", "advmod"} and child.i == verb.i + 1:
            found = lexicon.find("verb", f"{verb.lemma_.lower()} {child.lower_}")
            if found:
                return found
    return ()


def to_compound_lemma(noun: Token) -> str:
    """The noun with the part that a hyphen joins to it: "co-founder", "vice-president"; else its lemma."""
    doc, i = noun.doc, noun.i
    if i >= 2 and doc[i - 1].text in {"-", "‑"} and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_:
        return f"{doc[i - 2].lower_}-{noun.lemma_.lower()}"
    return noun.lemma_.lower()


def _inside_name(resolved: Resolved, block: ParsedBlock, token: Token) -> bool:
    mention = resolved.mention_at(block, token)
    named = mention is not None and mention.layer not in ANAPHORIC
    return named and token.text[:1].isupper() and token.i != token.sent.start
