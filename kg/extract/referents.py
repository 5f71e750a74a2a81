"""From an argument's head word to the chains it refers to, through apposition, partitives and classifiers."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.syntax.arguments import to_antecedent
from kg.extract.syntax.coordination import to_first, to_members
from kg.extract.syntax.nominals import find_complements, find_compounds, find_examples, find_possessors, find_selves
from kg.extract.tokens import Token
from kg.extract.words import load_words
from kg.model import Chain, EntityClass

# Nouns that stand for what their of-phrase names: "one of the models", "the Foo family of models".
PARTITIVE = load_words("partitive")
COLLECTIONS = load_words("collections")
WORKERS = load_words("workers")
_PERSONS = frozenset({EntityClass.PERSON})
_PLACES = frozenset({EntityClass.PLACE})
POSTS = load_words("name_titles") | load_words("bare_titles") | load_words("posts")
FORMER = load_words("former")
VOICES = load_words("voices") | load_words("envoys")
# Nouns that a name before them only classifies: "the Foo models", "the Foo app" are Foo.
CLASSIFIERS = {cls: load_words("classifiers", cls) for cls in EntityClass}
ANAPHORIC = frozenset({"pronoun", "description", "apposition", "relative", "speaker"})
CONFIDENCE = {"mention": 1.0, "apposition": 0.92, "classifier": 0.95, "partitive": 0.9}


_NEAR = 5  # words from a name to the noun that it classifies: "the Foo contract-review tool"
_ALL = frozenset({"both", "all", "each"})
_ONE = frozenset({"one", "another", "other", "both", "two", "first", "second", "third", "latter", "former"})


@dataclass(frozen=True)
class Referent:
    """A chain that an argument refers to, and how sure that is (0..1)."""

    chain: Chain
    confidence: float


def find_referents(
    resolved: Resolved,
    block: ParsedBlock,
    token: Token,
    types: Collection[EntityClass],
    readings: "Readings | None" = None,
) -> list[Referent]:
    """The chains of the wanted types that the word refers to, best reading only; empty where there is none.

    `readings` are the ways to read it: `ANY` by default, `DIRECT` for names and anaphors themselves only,
    `NAMED` for names only, `WORK` to
    take an organization's people for it as well.
    """
    antecedent = to_antecedent(token)
    if antecedent != token:
        types = set(types) - _PERSONS if token.lower_ == "which" else types
        nearest = [r for r in _nearest_before(resolved, block, token) if r.chain.cls in types]
        if nearest:
            return nearest
        if (
            antecedent.dep_ == "pobj"
            and antecedent.pos_ == "PROPN"
            and antecedent.head.head.pos_ in {"NOUN", "PROPN"}
            and not any(r.chain.cls in set(types) - _PLACES for r in _mentioned(resolved, block, antecedent))
        ):
            antecedent = antecedent.head.head  # "Plum, of Boise, which built it": Plum, since a place builds nothing
    token = antecedent
    for reading in readings or ANY:
        found = [r for r in reading(resolved, block, token) if r.chain.cls in types]
        if found:
            members = _behind(resolved, block, token, readings or ANY) if _are_groups(found) else ()
            return [*found, *(r for r in members if r.chain.cls in types)]
    return []


def _behind(resolved: Resolved, block: ParsedBlock, token: Token, readings: "Readings") -> Iterator[Referent]:
    """Who stands behind a group: those of it that are named, and for what is done as work the body it works for."""
    yield from _members(resolved, block, token)
    if _workers in readings:
        yield from _workers(resolved, block, token)


def _are_groups(found: list[Referent]) -> bool:
    return all(referent.chain.cls is EntityClass.GROUP for referent in found)


def _members(resolved: Resolved, block: ParsedBlock, token: Token) -> Iterator[Referent]:
    """Who of a group is named with it: "agencies, A and B among them", "backers that include A"."""
    for name in find_examples(token):
        chain = resolved.chain_at(block, name)
        if chain is not None:
            yield Referent(chain, CONFIDENCE["apposition"])


def _nearest_before(resolved: Resolved, block: ParsedBlock, pronoun: Token) -> Iterator[Referent]:
    """ "A, B and C, who left": C; the name right before a relative pronoun, a comma aside."""
    if pronoun.lower_ in {"who", "whose"} and pronoun.i > pronoun.sent.start:
        before = pronoun.nbor(-1)
        before = before.nbor(-1) if before.text == "," and before.i > pronoun.sent.start else before
        yield from _named(resolved, block, before)


def _named(resolved: Resolved, block: ParsedBlock, token: Token) -> Iterator[Referent]:
    """The chain whose name, not a description or pronoun, the token is part of."""
    chain, mention = resolved.chain_at(block, token), resolved.mention_at(block, token)
    if chain is not None and mention is not None and mention.layer not in ANAPHORIC:
        yield Referent(chain, CONFIDENCE["mention"] * mention.confidence)


def _mentioned(resolved: Resolved, block: ParsedBlock, token: Token) -> Iterator[Referent]:
    for chain, mention in resolved.listed_with(block, token):
        yield Referent(chain, CONFIDENCE["mention"] * mention.confidence)


def _side_by_side(resolved: Resolved, block: ParsedBlock, token: Token) -> Iterator[Referent]:
    for chain, mention in resolved.listed_plainly(block, token):
        yield Referent(chain, CONFIDENCE["mention"] * mention.confidence)


def _classified(resolved: Resolved, block: ParsedBlock, token: Token) -> Iterator[Referent]:
    near = [
        c for c in token.children if c.dep_ in {"compound", "nmod", "amod", "appos"} and abs(c.i - token.i) <= _NEAR
    ]
    between = [c for c in near if c.dep_ == "compound" and resolved.chain_at(block, c) is None]
    inner = [c for child in between for c in child.children if c.dep_ in {"compound", "npadvmod"}]
    for child in (*near, *inner):  # "the Foo routing engine": the parser may hang Foo on either
        chain = resolved.chain_at(block, child)
        if chain is not None and token.lemma_.lower() in CLASSIFIERS.get(chain.cls, ()):
            yield Referent(chain, CONFIDENCE["classifier"])


def _apposed(resolved: Resolved, block: ParsedBlock, token: Token) -> Iterator[Referent]:
    own = resolved.chain_at(block, token)
    stands_for_one = token.lower_ in _ONE and any(child.dep_ in {"appos", "npadvmod"} for child in token.children)
    if token.pos_ not in {"NOUN", "PROPN"} and not stands_for_one and token.lower_ != "those":
        return
    if own is not None and own.cls is not EntityClass.GROUP:
        return
    above = token.head.head
    collected = token.dep_ == "pobj" and token.head.lower_ == "of" and above.lemma_.lower() in COLLECTIONS
    for other in (*find_selves(token), *(find_selves(above) if collected else ())):
        chain = resolved.chain_at(block, other)
        if chain is not None and other != token:
            yield Referent(chain, CONFIDENCE["apposition"])


def _all_of(resolved: Resolved, block: ParsedBlock, token: Token) -> Iterator[Referent]:
    """ "A and B, both based in X", "A, B and C, all of which": those that the word sums up."""
    summed = token.head if token.dep_ == "appos" else None
    for which in find_complements(token, "of") if token.lower_ in _ALL else ():
        summed = to_antecedent(which) if to_antecedent(which) != which else summed  # "both of which are owned by Z"
    if token.lower_ in _ALL and summed is not None:
        for member in to_members(to_first(summed)):
            yield from _mentioned(resolved, block, member)


def _partitive(resolved: Resolved, block: ParsedBlock, token: Token) -> Iterator[Referent]:
    if token.lemma_.lower() in PARTITIVE:
        owners = find_possessors(token)  # "the act's rules apply to X"
        for inner in [*find_complements(token, "of"), *find_complements(token, "including"), *owners]:
            yield from _mentioned(resolved, block, inner)
            yield from _classified(resolved, block, inner)


def _before_money(resolved: Resolved, block: ParsedBlock, token: Token) -> Iterator[Referent]:
    """ "fined Acme 92 million crowns": the parser takes the name for a modifier of the sum."""
    numbers = [child.i for child in token.children if child.dep_ == "nummod"]
    for child in token.children:
        if numbers and child.i < numbers[0] and child.dep_ in {"nmod", "compound", "amod"}:
            yield from _mentioned(resolved, block, child)


def _workers(resolved: Resolved, block: ParsedBlock, token: Token) -> Iterator[Referent]:
    """ "engineers at X", "X staff", "X's own team": X, for what is done as work."""
    if token.lower_ in WORKERS or token.lemma_.lower() in WORKERS:
        names = [*find_compounds(token), *find_possessors(token)]
        names += [inner for preposition in ("at", "from", "of") for inner in find_complements(token, preposition)]
        for name in names:  # "Leeds prosecutors" are not the city
            yield from (r for r in _mentioned(resolved, block, name) if r.chain.cls is not EntityClass.PLACE)


def _officers(resolved: Resolved, block: ParsedBlock, token: Token) -> Iterator[Referent]:
    """ "Ana Roe, Acme's chief scientist, unveiled", "Acme boss Ana Roe", "Bo Lee of Acme": Acme, for its work."""
    own = resolved.chain_at(block, token)
    if own is None or own.cls is not EntityClass.PERSON:
        return
    titles = [c for c in token.children if c.dep_ in {"appos", "compound", "nmod"} and c.lemma_.lower() in POSTS]
    held = [title for title in titles if not any(word.lower_ in FORMER for word in title.children)]
    names = [n for title in held for n in (*find_possessors(title), *find_compounds(title))]
    names += [n for word in (*held, token) for way in ("of", "at") for n in find_complements(word, way)]
    for name in names:
        yield from _named(resolved, block, name)


def _voices(resolved: Resolved, block: ParsedBlock, token: Token) -> Iterator[Referent]:
    """ "X's lobbyists", "a letter from X", "lawyers for X": X, for the views that they put forward."""
    if token.lower_ in VOICES or token.lemma_.lower() in VOICES:
        heads = [*find_possessors(token), *find_compounds(token)]
        heads += [t for preposition in ("from", "by", "for", "at") for t in find_complements(token, preposition)]
        for name in heads:
            yield from _mentioned(resolved, block, name)


Readings = tuple[Callable[[Resolved, ParsedBlock, Token], Iterator[Referent]], ...]
DIRECT: Readings = (_mentioned,)
NAMED: Readings = (_named,)
ANY: Readings = (_mentioned, _classified, _all_of, _apposed, _partitive, _before_money)
LEAD: Readings = (_side_by_side, *ANY[1:])
WORK: Readings = (*ANY, _workers, _officers)
VIEW: Readings = (*ANY, _voices)
