"""Who a proposal or fear belongs to: the word's subject, through documents and their authors to who put them out."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import Referent, find_referents
from kg.extract.wishes.found import AGENTS, find_agents
from kg.extract.words import load_words
from kg.model import Chain, EntityClass

_VOICES = load_words("voices")  # nouns that stand for who is behind them: "the report", "its authors", "a spokesman"


def find_speakers(resolved: Resolved, block: ParsedBlock, tokens: Sequence[Token]) -> tuple[tuple[Referent, ...], bool]:
    """(the agents, whether somebody unknown speaks). No agent and nobody unknown: the article speaks itself."""
    agents = find_agents(resolved, block, tokens)
    if agents:
        return agents, False
    for token in tokens:
        owner = _behind(resolved, block, token)
        if owner is not None:
            return (owner,), False
    return (), bool(tokens) and not all(token.lower_ in {"i", "we"} for token in tokens)


def _behind(resolved: Resolved, block: ParsedBlock, token: Token) -> Referent | None:
    """Whoever stands behind a document, its authors or a spokesperson: its possessor, else the article's publisher of it."""
    documents = find_referents(resolved, block, token, {EntityClass.DOCUMENT, EntityClass.POLICY})
    if token.lemma_.lower() not in _VOICES and not documents:
        return None
    for child in token.subtree:
        named = find_referents(resolved, block, child, AGENTS, direct=True) if child != token else []
        if named:
            return named[0]
    leading = _leading_organization(resolved)
    return Referent(leading, 0.6) if leading is not None else None


def _leading_organization(resolved: Resolved) -> Chain | None:
    """The organization that the article mentions most, if it is well ahead of the next."""
    organizations = [chain for chain in resolved.chains if chain.cls is EntityClass.ORGANIZATION]
    ranked = sorted(organizations, key=lambda chain: (-len(chain.mentions), chain.mentions[0].span))
    if not ranked or (len(ranked) > 1 and len(ranked[0].mentions) < 1.5 * len(ranked[1].mentions)):
        return None
    return ranked[0]
