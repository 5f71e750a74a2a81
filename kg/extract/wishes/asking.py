"""Proposals by a verb or noun of asking: "urges X to", "calls on X to", "calls for", "proposes that"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.parsed import ParsedBlock
from kg.extract.stance.modality import find_stance
from kg.extract.syntax.arguments import find_objects, find_subjects
from kg.extract.syntax.coordination import to_members
from kg.extract.syntax.nominals import find_complements
from kg.extract.syntax.paths import find_argument
from kg.extract.syntax.voice import governed, is_verb
from kg.extract.wishes.agents import find_agents
from kg.extract.wishes.found import Found
from kg.extract.wishes.openness import is_open
from kg.extract.wishes.speakers import Speakers
from kg.extract.wishes.wording import to_clause, to_passage, to_predicate
from kg.extract.wishes.words import load_wish_words
from kg.model import Modality

NORMATIVE = frozenset({"should", "must", "ought", "shall"})


@dataclass(frozen=True)
class Asked:
    """One thing asked: the passage that names it, the words for whom it is asked of, and the construction."""

    passage: TokenSpan | None
    of: tuple[Token, ...]
    rule: str


def find_asked(speakers: Speakers, block: ParsedBlock, token: Token) -> Iterator[Found]:
    """What the word asks for, if it is one of asking; one finding for each thing asked."""
    words, lemma = load_wish_words("proposal"), token.lemma_.lower()
    asked: list[Asked] = []
    if is_verb(token) and token.dep_ != "amod":
        asked = next((found for read in _BY_VERB if (found := list(read(speakers, block, token)))), [])
    elif token.pos_ == "NOUN" and lemma in words["nouns"]:
        asked = list(_by_noun(token))
    if asked:
        yield from _make(speakers, block, token, asked)


def _urged(_: Speakers, __: ParsedBlock, verb: Token) -> Iterator[Asked]:
    """ "urge X to do", "call on X to do", "want X to do"."""
    if verb.lemma_.lower() not in load_wish_words("proposal")["ask"]:
        return
    asked = [token for token in find_objects(verb) if not is_verb(token)]
    asked += [token for name, token in governed(verb) if name in {"on", "upon"}]
    for clause in verb.children:
        if clause.dep_ in {"xcomp", "ccomp", "advcl", "acl"} and _is_infinitive(clause):
            own = [m for child in clause.children if child.dep_ == "nsubj" for m in to_members(child)]
            if own or asked:
                yield Asked(to_predicate(clause), tuple(own or asked), "ask")
    for noun in asked:  # the parser may hang the infinitive on the object
        for clause in noun.children:
            if clause.dep_ in {"acl", "relcl"} and _is_infinitive(clause):
                yield Asked(to_predicate(clause), tuple(asked), "ask")


def _is_infinitive(clause: Token) -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in clause.children)


def _sought(_: Speakers, __: ParsedBlock, verb: Token) -> Iterator[Asked]:
    """ "calls for X", "pushed for X"."""
    if verb.lemma_.lower() in load_wish_words("proposal")["seek_for"]:
        for name, thing in governed(verb):
            if name == "for" and thing.pos_ in {"NOUN", "PROPN", "VERB"}:
                yield Asked(to_passage(thing), (), "seek-for")


def _stated(speakers: Speakers, block: ParsedBlock, verb: Token) -> Iterator[Asked]:
    """ "proposes that X do", "argued that X should do"."""
    lemma = verb.lemma_.lower()
    if lemma not in load_wish_words("proposal")["state"]:
        return
    clauses = [clause for child in verb.children if child.dep_ == "ccomp" for clause in (child, *_further(child))]
    for clause in clauses:
        if _is_normative(clause, lemma in load_wish_words("proposal")["seek"] and clause.i > verb.i):
            subjects = [m for child in clause.children if child.dep_ == "nsubj" for m in to_members(child)]
            asked = [token for token in subjects if find_agents(speakers.resolved, block, [token])]
            yield Asked(to_predicate(clause) if asked else to_clause(clause), tuple(asked), "that")


def _is_normative(clause: Token, proposing: bool) -> bool:
    """Whether the clause says what ought to be: by "should", or bare after a verb of proposing."""
    if any(is_open(clause, c) for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}):
        return False
    auxiliaries = {child.lower_ for child in clause.children if child.dep_ in {"aux", "auxpass"}}
    bare = clause.tag_ in {"VB", "VBP"} or "be" in auxiliaries
    return bool(auxiliaries & NORMATIVE) or (proposing and bare)


def _further(clause: Token) -> Iterator[Token]:
    """Clauses coordinated with a "that" or a subject of their own."""
    for child in clause.children:
        if child.dep_ == "conj" and any(c.dep_ in {"mark", "nsubj", "nsubjpass"} for c in child.children):
            yield child


def _demanded(_: Speakers, __: ParsedBlock, verb: Token) -> Iterator[Asked]:
    """ "demands X", "recommends X"."""
    if verb.lemma_.lower() in load_wish_words("proposal")["seek"]:
        for thing in find_objects(verb):
            if thing.pos_ == "NOUN" and thing.i > verb.i:
                yield Asked(to_passage(thing), (), "seek")


_BY_VERB = (_urged, _sought, _stated, _demanded)


def _by_noun(noun: Token) -> Iterator[Asked]:
    for thing in find_complements(noun, "for"):
        if thing.pos_ in {"NOUN", "VERB"}:
            yield Asked(to_passage(thing), (), "noun-for")
    for clause in noun.children:
        if clause.dep_ in {"acl", "xcomp"} and _is_infinitive(clause):
            yield Asked(to_predicate(clause), (), "noun-to")


def _make(speakers: Speakers, block: ParsedBlock, word: Token, asked: list[Asked]) -> Iterator[Found]:
    speech = speakers.of_word(block, find_subjects(word) if is_verb(word) else find_argument(word, "subject"))
    weak = word.lemma_.lower() in load_wish_words("proposal")["weak_ask"] or not is_verb(word)
    if weak and not speech.agents:
        return
    for one in asked:
        stance = find_stance(word)
        if one.passage is not None and stance.modality not in {Modality.POSSIBLE, Modality.CONDITIONAL}:
            addressees = find_agents(speakers.resolved, block, one.of)
            yield Found("proposal", block, one.passage, f"proposal/{one.rule}", stance, speech, addressees)
