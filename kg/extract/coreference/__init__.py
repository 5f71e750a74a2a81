"""Coreference: which places in an article stand for one thing.

outline.py     sentences, quotations and noun phrases, as places
aliases.py     names that the text says are one thing's
naming.py      names of one thing: full name, short name, surname, acronym
structure.py   what grammar alone decides: appositions, relative pronouns
anaphors.py    what may stand for something else: pronouns, descriptions
deeds.py       what clauses tell of the named: what they are, do and make, and whom they work for
kinds.py       of which kind an organization is
fitting.py     what each of those can stand for: class, number, gender, kind, clause
salience.py    how present a thing is, and what an anaphor's clause points to
suiting.py     whether the words around a pronoun suit a thing
evidence.py    all that speaks for and against each candidate
choosing.py    the likeliest candidate, by learnt weights
speech.py      who speaks in a quotation
voice.py       who speaks outside quotations: the publisher, the interviewed
resolving.py   the walk through the article that uses all of these
chains.py      the outcome
referents.py   the values they share
words.py       the tables: `ontology/coreference/`
"""

from kg.extract.coreference.chains import to_chains
from kg.extract.coreference.naming import gather_names
from kg.extract.coreference.outline import read_outline
from kg.extract.coreference.resolving import Resolver
from kg.extract.coreference.words import load_words
from kg.extract.parsed import Parsed
from kg.model import Chain, Mention

__all__ = ["resolve"]


def resolve(parsed: Parsed, mentions: tuple[Mention, ...]) -> tuple[Chain, ...]:
    """The chains of an article, from its named mentions, with the pronouns and descriptions that stand for them.

    In order of first mention, "e1" first. What is not clear stays out: a wrong antecedent makes wrong facts.
    """
    outline, words = read_outline(parsed), load_words()
    referents = gather_names(outline, mentions, words)
    Resolver(outline, words, referents).resolve()
    return to_chains(referents)
