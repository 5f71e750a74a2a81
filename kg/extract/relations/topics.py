"""The organization that a post belongs to where the sentence does not say: "She remains chief executive."."""

from spacy.tokens import Token

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import Referent
from kg.extract.relations.triggers import Trigger
from kg.extract.syntax.nominals import find_complements, find_compounds, find_possessors
from kg.extract.words import load_words
from kg.model import Chain, EntityClass

BARE_TITLES = load_words("bare_titles")
CONFIDENCE = 0.65  # the sentence before usually, not always, says whose post it is


def find_topic(resolved: Resolved, trigger: Trigger) -> list[Referent]:
    """The organization that the block was speaking of before, for a bare title of one of its posts; else nothing."""
    token, block = trigger.token, trigger.block
    if trigger.entry.predicate != "worksFor" or token.lemma_.lower() not in BARE_TITLES or not _is_bare(token):
        return []
    chain = _before(resolved, block, token)
    return [Referent(chain, CONFIDENCE)] if chain is not None else []


def _is_bare(noun: Token) -> bool:
    """Whether the title is said of somebody, and nothing says of what: "who remains chief executive"."""
    owned = find_complements(noun, "of") or find_complements(noun, "at") or find_possessors(noun)
    named = any(word.pos_ == "PROPN" for word in find_compounds(noun))
    return noun.dep_ in {"attr", "oprd", "appos"} and not owned and not named


def _before(resolved: Resolved, block: ParsedBlock, token: Token) -> Chain | None:
    for other in reversed(list(block.doc[: token.i])):
        chain = resolved.chain_at(block, other)
        if chain is not None and chain.cls is EntityClass.ORGANIZATION and other.dep_ in {"nsubj", "nsubjpass"}:
            return chain
    return None
