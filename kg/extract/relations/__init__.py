"""Reads relations between named things: the lexicon's words, wherever the constructions of English put their arguments.

lexicon.py    which words express which predicate, with which arguments and types (ontology/lexicon)
triggers.py   the words of an article that the lexicon knows, each with its entries
reading.py    the claims of each trigger
pairs.py      the claims of two names side by side, without a trigger ("Meta's Llama")
tables.py     the claims of table rows, by the headings of their columns
ellipsis.py   clauses that leave out what was just said
verdicts.py   who passes a verdict on a law by saying what it does
refusals.py   what "does not support" says besides
focus.py      what a sentence leaves out because the text is speaking of it
topics.py     whose post it is where the sentence does not say
makers.py     whose system it is gives way to who made it
families.py   who makes a model family makes its versions
tenure.py     what somebody's coming and going says about the posts that the article gives them
"""

from kg.extract.parsed import Resolved
from kg.extract.relations.ellipsis import read_ellipses
from kg.extract.relations.families import spread_over_families
from kg.extract.relations.focus import find_party_triggers
from kg.extract.relations.lexicon import Lexicon, load_lexicon
from kg.extract.relations.makers import yield_to_makers
from kg.extract.relations.pairs import read_bracketed, read_pairs, read_versus, read_whose
from kg.extract.relations.reading import find_endings, read_parties, read_triggers
from kg.extract.relations.tables import read_tables
from kg.extract.relations.tenure import settle_posts
from kg.extract.relations.triggers import find_triggers
from kg.model import Claim


def read_relations(resolved: Resolved, lexicon: Lexicon | None = None) -> tuple[Claim, ...]:
    """The claims that relate two chains of the article, in order of the text, each statement once.

    `lexicon` says which words express which predicate; by default it is the shipped one.
    """
    lexicon = lexicon or load_lexicon()
    triggers = tuple(find_triggers(resolved, lexicon))
    claims = [*read_triggers(resolved, triggers), *read_pairs(resolved, lexicon), *read_tables(resolved, lexicon)]
    claims += [*read_versus(resolved, lexicon), *read_bracketed(resolved, lexicon), *read_whose(resolved, lexicon)]
    of_parties = find_party_triggers(lexicon)
    claims += read_parties(resolved, [t for t in triggers if t.entry.id in of_parties], claims)
    claims += read_ellipses(resolved, lexicon, claims)
    claims += spread_over_families(resolved.chains, claims)
    claims = list(yield_to_makers(claims, lexicon))
    return settle_posts(claims, find_endings(resolved, triggers))
