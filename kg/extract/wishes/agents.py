"""The agents that words refer to: organizations, persons, groups."""

from collections.abc import Iterable

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import Referent, find_referents
from kg.extract.tokens import Token
from kg.model import EntityClass

AGENTS = frozenset({EntityClass.ORGANIZATION, EntityClass.PERSON, EntityClass.GROUP})


def find_agents(resolved: Resolved, block: ParsedBlock, tokens: Iterable[Token]) -> tuple[Referent, ...]:
    """The agents that the words refer to, each once, in order."""
    found: dict[str, Referent] = {}
    for token in tokens:
        for referent in find_referents(resolved, block, token, AGENTS):
            found.setdefault(referent.chain.id, referent)
    return tuple(found.values())
