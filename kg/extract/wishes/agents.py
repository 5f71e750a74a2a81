"""The agents that words refer to: organizations, persons, groups."""

from collections.abc import Iterable

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import Referent, find_referents
from kg.extract.syntax.voice import governed
from kg.extract.tokens import Token
from kg.model import EntityClass

AGENTS = frozenset({EntityClass.ORGANIZATION, EntityClass.PERSON, EntityClass.GROUP})


def _find_home(resolved: Resolved, block: ParsedBlock, token: Token) -> list[Referent]:
    """The organization of people who have no name: "economists at the Bank of Portugal" speak for it as well."""
    names = [inner for name, inner in governed(token) if name in {"at", "from"}]
    return [r for name in names for r in find_referents(resolved, block, name, {EntityClass.ORGANIZATION})]


def find_agents(resolved: Resolved, block: ParsedBlock, tokens: Iterable[Token]) -> tuple[Referent, ...]:
    """The agents that the words refer to, each once, in order."""
    found: dict[str, Referent] = {}
    for token in tokens:
        for referent in find_referents(resolved, block, token, AGENTS):
            found.setdefault(referent.chain.id, referent)
            if referent.chain.cls is EntityClass.GROUP:
                for home in _find_home(resolved, block, token):
                    found.setdefault(home.chain.id, home)
    return tuple(found.values())
