"""From the words that tell who says something to the chain of the article that they stand for."""

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import find_referents
from kg.extract.stance.attribution import find_teller
from kg.extract.tokens import Token
from kg.model import EntityClass

TELLERS = frozenset({EntityClass.PERSON, EntityClass.ORGANIZATION, EntityClass.DOCUMENT, EntityClass.GROUP})


def find_source(resolved: Resolved, block: ParsedBlock, token: Token) -> str | None:
    """The id of the chain that says what the token states, or None where the article says it itself."""
    for teller in find_teller(token):
        for referent in find_referents(resolved, block, teller, TELLERS):
            return referent.chain.id
    return None
