"""Proposals by what a bill would do: "has introduced a bill that would oblige makers to build in checks"."""

from collections.abc import Iterator

from kg.extract.parsed import ParsedBlock
from kg.extract.stance.stance import Stance
from kg.extract.syntax.arguments import find_subjects, to_antecedent
from kg.extract.syntax.coordination import to_members
from kg.extract.syntax.voice import governed, is_verb
from kg.extract.tokens import Token
from kg.extract.wishes.agents import find_agents
from kg.extract.wishes.clauses import is_infinitive
from kg.extract.wishes.found import Found
from kg.extract.wishes.speakers import Speakers, Speech
from kg.extract.wishes.wording import to_predicates
from kg.extract.wishes.words import load_wish_words
from kg.extract.words import load_words

_BILLS = load_words("classifiers", "Policy") | {
    "amendment",
    "motion",
    "proposal",
    "plan",
    "petition",
    "opinion",
    "draft",
}
MAX_CLIMB = 4  # from "a bill" up to who introduces it: the verb, a preposition or infinitive between


def find_billed(speakers: Speakers, block: ParsedBlock, verb: Token) -> Iterator[Found]:
    """What a bill would do, as the wish of whoever puts it forward; nothing where the article names nobody."""
    if not any(child.dep_ == "aux" and child.lower_ in {"would", "'d"} for child in verb.children):
        return
    for bill in (t for name, t in governed(verb) if name == "under" and t.lemma_.lower() in _BILLS):
        speech = _backer(speakers, block, bill)  # "under a bill sponsored by X, makers would have to"
        if speech.agents and verb.sent[0].lower_ == "under":
            yield from _make_duty(speakers, block, verb, speech)
    for subject in (child for child in verb.children if child.dep_ == "nsubj"):
        bill = to_antecedent(subject)
        speech = _backer(speakers, block, bill)
        if bill.lemma_.lower() in _BILLS and speech.agents:
            yield from _make(speakers, block, verb, speech)


def _backer(speakers: Speakers, block: ParsedBlock, bill: Token) -> Speech:
    """Who introduces the bill, or whose it is."""
    owners = [child for child in bill.children if child.dep_ == "poss"]
    owners += [token for child in bill.children if child.lower_ in {"by", "from"} for token in child.children]
    put = [c for c in bill.children if c.tag_ == "VBN" and c.lemma_.lower() in load_wish_words("proposal")["introduce"]]
    owners += [token for clause in put for token in find_subjects(clause)]  # "a bill introduced by X"
    agents = find_agents(speakers.resolved, block, owners)
    above = bill.head
    for _ in range(MAX_CLIMB):
        if agents:
            break
        if is_verb(above) and above.lemma_.lower() in load_wish_words("proposal")["introduce"]:
            agents = speakers.of_word(block, find_subjects(above)).agents
            break
        above = above.head  # the root's head is itself
    return Speech(agents)


def _make_duty(speakers: Speakers, block: ParsedBlock, verb: Token, speech: Speech) -> Iterator[Found]:
    """What those that the sentence is about would have to do."""
    duties = [c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c)] if verb.lemma_ in _HAVING else []
    doers = [m for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} for m in to_members(c)]
    addressees = find_agents(speakers.resolved, block, doers)
    for passage in (p for done in duties or [verb] for p in to_predicates(done)):
        yield Found("proposal", block, passage, "proposal/bill", Stance(), speech, addressees, 0.75)


_HAVING = frozenset({"have", "require", "oblige", "need"})


def _make(speakers: Speakers, block: ParsedBlock, verb: Token, speech: Speech) -> Iterator[Found]:
    obliged = verb.lemma_.lower() in load_wish_words("proposal")["oblige"]
    duties = [child for child in verb.children if child.dep_ in {"xcomp", "ccomp"} and is_infinitive(child)]
    doers = [m for c in [verb, *duties] for o in c.children if o.dep_ in _DOERS[c == verb] for m in to_members(o)]
    addressees = find_agents(speakers.resolved, block, doers) if obliged else ()
    for done in duties if obliged and duties else [verb]:
        for passage in to_predicates(done):
            yield Found("proposal", block, passage, "proposal/bill", Stance(), speech, addressees, 0.75)


_DOERS = {True: {"dobj"}, False: {"nsubj"}}
