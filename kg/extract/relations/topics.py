"""The organization that a post belongs to where the sentence does not say: "She remains chief executive."."""

from collections.abc import Iterator

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import Referent
from kg.extract.relations.triggers import Trigger
from kg.extract.syntax.arguments import find_subjects
from kg.extract.syntax.nominals import find_complements, find_compounds, find_possessors, find_selves
from kg.extract.syntax.voice import is_verb
from kg.extract.tokens import Token
from kg.extract.words import load_words
from kg.model import Chain, EntityClass

BARE_TITLES = load_words("bare_titles")
NAME_TITLES = load_words("name_titles")
# The argument paths to the organization that the text is speaking of: for a noun, where "there" stands, for a verb.
SPOKEN_OF, THERE, ACTED_ON = "topic", "there", "clause topic"
RAISING = "raised"  # the argument path to the organization whose round of money the text is speaking of
_MONEY = frozenset({"round", "raise", "financing", "funding", "series", "investment", "seed", "deal", "valuation"})
_LATELY = 45  # words back to where money was spoken of: two sentences
_PAYING = frozenset({"lead", "co-lead", "invest", "back", "join", "participate", "fund", "put", "pour", "take"})
CONFIDENCE = 0.65  # the sentence before usually, not always, says whose post it is
EARLIER = 2  # paragraphs before that can still say it


def find_topic(resolved: Resolved, trigger: Trigger) -> list[Referent]:
    """The organization that was spoken of before, for a title that nothing says more of; else nothing.

    "The lab said no. Chief executive Ana Roe agreed", "who remains chief executive": a post there.
    """
    token, block = trigger.token, trigger.block
    if trigger.entry.predicate not in {"worksFor", "foundedBy"}:
        return []
    if _is_said_of_its_own(resolved, trigger):
        alone = True
    else:
        titles = BARE_TITLES if _is_said_of_somebody(token) else NAME_TITLES if _is_before_name(token) else frozenset()
        alone = token.lemma_.lower() in titles and _is_alone(token)
    chain = next(_before(resolved, block, token), None) if alone else None
    return [Referent(chain, CONFIDENCE)] if chain is not None else []


def _is_said_of_its_own(resolved: Resolved, trigger: Trigger) -> bool:
    """Whether it is a title with a name and an "its" that stands for nobody: "its head of security, Ana Roe"."""
    noun = trigger.token
    named = noun.dep_ == "appos" or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.children)
    unresolved = any(o.lower_ == "its" and resolved.chain_at(trigger.block, o) is None for o in find_possessors(noun))
    return named and unresolved and trigger.entry.pos == "noun" and trigger.entry.words != ("*",)


def find_spoken_of(resolved: Resolved, trigger: Trigger, path: str) -> Iterator[Referent]:
    """The organization that was spoken of before, for a noun that nothing says more of: "A rival, Bolt, did".

    It is none of those that the noun itself stands for. The path `there` wants that word: "an engineer there";
    `clause topic` is for verbs that leave it out: "Y put in $2 million".
    """
    token, block = trigger.token, trigger.block
    there = any(child.lower_ == "there" and child.dep_ == "advmod" for child in token.children)
    if path == THERE:
        alone = there
    else:
        alone = is_verb(token) if path == ACTED_ON else not is_verb(token) and _is_unowned(resolved, block, token)
    if not alone:
        return
    own = find_subjects(token) if is_verb(token) else find_selves(token)
    selves = {id(chain) for word in own for chain, _ in resolved.listed_with(block, word)}
    chain = next((c for c in _before(resolved, block, token) if id(c) not in selves), None)
    if chain is not None:
        yield Referent(chain, CONFIDENCE)


def find_raising(resolved: Resolved, trigger: Trigger) -> Iterator[Referent]:
    """The organization whose money was spoken of just before, in this paragraph or the last: "Y also took part".

    Those who led, joined or paid are not taken for it.
    """
    blocks = resolved.parsed.blocks[max(trigger.block.index - 1, 0) : trigger.block.index + 1]
    spoken = [(b, word) for b in blocks for word in (b.doc[: trigger.token.i] if b is trigger.block else b.doc)]
    if not any(word.lemma_.lower() in _MONEY for _, word in spoken[-_LATELY:]):
        return
    for block, word in reversed(spoken):
        chain = resolved.chain_at(block, word) if word.dep_ in {"nsubj", "nsubjpass"} else None
        if chain is not None and chain.cls is EntityClass.ORGANIZATION and word.head.lemma_ not in _PAYING:
            yield Referent(chain, CONFIDENCE)
            return


def _is_unowned(resolved: Resolved, block: ParsedBlock, noun: Token) -> bool:
    """Whether nothing says whose it is, or no more than an "its" that stands for nobody."""
    owners = [*find_possessors(noun), *find_complements(noun, "of"), *find_complements(noun, "to")]
    owners += [*find_complements(noun, "in"), *find_complements(noun, "at")]
    named = [word for word in find_compounds(noun) if word.i < noun.i and word.pos_ == "PROPN"]
    return not named and all(o.tag_ == "PRP$" and resolved.chain_at(block, o) is None for o in owners)


def _is_said_of_somebody(noun: Token) -> bool:
    named = any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in noun.children)  # "an employee, Ana Roe,"
    return named or noun.dep_ in {"attr", "oprd", "appos"}


def _is_before_name(noun: Token) -> bool:
    return noun.dep_ in {"compound", "nmod"} and noun.head.pos_ == "PROPN" and noun.i < noun.head.i


def _is_alone(noun: Token) -> bool:
    """Whether nothing says whose title it is."""
    owned = find_complements(noun, "of") or find_complements(noun, "at") or find_possessors(noun)
    before = [word for word in find_compounds(noun) if word.i < noun.i]
    return not owned and not any(word.pos_ == "PROPN" for word in before)


def _before(resolved: Resolved, block: ParsedBlock, token: Token) -> Iterator[Chain]:
    """The organizations that were subjects before the word, nearest first: in its block, then in those before."""
    blocks = resolved.parsed.blocks[max(block.index - EARLIER, 0) : block.index + 1]
    for other in reversed(blocks):
        words = other.doc[: token.i] if other is block else other.doc
        for word in reversed(list(words)):
            chain = resolved.chain_at(other, word) if word.dep_ in {"nsubj", "nsubjpass"} else None
            if chain is not None and chain.cls is EntityClass.ORGANIZATION:
                yield chain
