"""Proposals by a verb or noun of asking: "urges X to", "calls on X to", "calls for", "proposes that", "its plea for"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.stance.modality import find_stance
from kg.extract.syntax.arguments import find_objects, find_subjects
from kg.extract.syntax.coordination import to_members
from kg.extract.syntax.nominals import find_complements
from kg.extract.syntax.paths import find_argument
from kg.extract.syntax.voice import governed, is_verb
from kg.extract.wishes.found import Found, find_agents
from kg.extract.wishes.speakers import find_speakers
from kg.extract.wishes.wording import to_clause, to_passage, to_predicate
from kg.extract.wishes.words import load_wish_words

NORMATIVE = frozenset({"should", "must", "ought", "shall"})


def find_asked(resolved: Resolved, block: ParsedBlock, token: Token) -> Iterator[Found]:
    """What the word asks for, if it is one of asking; one finding for each thing asked."""
    words = load_wish_words("proposal")
    lemma = token.lemma_.lower()
    if is_verb(token):
        yield from _by_verb(resolved, block, token, lemma)
    elif token.pos_ == "NOUN" and lemma in words["nouns"]:
        yield from _by_noun(resolved, block, token)


def _by_verb(resolved: Resolved, block: ParsedBlock, verb: Token, lemma: str) -> Iterator[Found]:
    words = load_wish_words("proposal")
    found = False
    if lemma in words["ask"]:
        for passage, asked in _infinitives(verb):
            found = True
            yield from _make(resolved, block, verb, passage, asked, rule="ask")
    if not found and lemma in words["seek_for"]:
        for name, noun in governed(verb):
            if name == "for" and noun.pos_ in {"NOUN", "PROPN", "VERB"}:
                found = True
                yield from _make(resolved, block, verb, to_passage(noun), [], rule="seek-for")
    if not found and lemma in words["state"]:
        for clause in _that_clauses(verb, lemma):
            found = True
            yield from _from_clause(resolved, block, verb, clause)
    if not found and lemma in words["seek"]:
        for noun in find_objects(verb):
            if noun.pos_ == "NOUN" and noun.i > verb.i:
                yield from _make(resolved, block, verb, to_passage(noun), [], rule="seek")


def _infinitives(verb: Token) -> Iterator[tuple[TokenSpan | None, list[Token]]]:
    """(what is asked, of whom) for "urge X to do", "call on X to do", "want X to do"."""
    asked = [token for token in find_objects(verb) if not is_verb(token)]
    asked += [token for name, token in governed(verb) if name in {"on", "upon"}]
    for clause in verb.children:
        if clause.dep_ not in {"xcomp", "ccomp", "advcl", "acl"} or not _is_infinitive(clause):
            continue
        own = [m for child in clause.children if child.dep_ == "nsubj" for m in to_members(child)]
        if own or asked:
            yield to_predicate(clause), own or asked
    for noun in asked:  # the parser may hang the infinitive on the object
        for clause in noun.children:
            if clause.dep_ in {"acl", "relcl"} and _is_infinitive(clause):
                yield to_predicate(clause), asked


def _is_infinitive(clause: Token) -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in clause.children)


def _that_clauses(verb: Token, lemma: str) -> Iterator[Token]:
    """The finite clauses that say what is to be: bare subjunctives after verbs of proposing, "should" after any."""
    clauses = [clause for child in verb.children if child.dep_ == "ccomp" for clause in (child, *_further(child))]
    proposing = lemma in load_wish_words("proposal")["seek"]
    for clause in clauses:
        auxiliaries = {child.lower_ for child in clause.children if child.dep_ in {"aux", "auxpass"}}
        subjunctive = proposing and (clause.tag_ in {"VB", "VBP"} or "be" in auxiliaries) and clause.i > verb.i
        if auxiliaries & NORMATIVE or subjunctive:
            yield clause


def _further(clause: Token) -> Iterator[Token]:
    """Clauses coordinated with a "that" or a subject of their own."""
    for child in clause.children:
        if child.dep_ == "conj" and any(c.dep_ in {"mark", "nsubj", "nsubjpass"} for c in child.children):
            yield child


def _from_clause(resolved: Resolved, block: ParsedBlock, verb: Token, clause: Token) -> Iterator[Found]:
    passive = any(child.dep_ == "nsubjpass" for child in clause.children)
    subjects = [m for child in clause.children if child.dep_ == "nsubj" for m in to_members(child)]
    asked = [token for token in subjects if find_agents(resolved, block, [token])]
    passage = to_clause(clause) if passive or not asked else to_predicate(clause)
    yield from _make(resolved, block, verb, passage, asked, rule="that")


def _by_noun(resolved: Resolved, block: ParsedBlock, noun: Token) -> Iterator[Found]:
    for thing in find_complements(noun, "for"):
        if thing.pos_ in {"NOUN", "VERB"}:
            yield from _make(resolved, block, noun, to_passage(thing), [], rule="noun-for")
    for clause in noun.children:
        if clause.dep_ in {"acl", "xcomp"} and _is_infinitive(clause):
            yield from _make(resolved, block, noun, to_predicate(clause), [], rule="noun-to")


def _make(
    resolved: Resolved, block: ParsedBlock, word: Token, passage: TokenSpan | None, asked: Iterable[Token], *, rule: str
) -> Iterator[Found]:
    if passage is None:
        return
    speakers = find_subjects(word) if is_verb(word) else find_argument(word, "subject")
    agents, unknown = find_speakers(resolved, block, speakers)
    weak = word.lemma_.lower() in load_wish_words("proposal")["weak_ask"]
    if (unknown or not agents) and (weak or not is_verb(word)):
        return
    addressees = find_agents(resolved, block, asked)
    yield Found("proposal", block, passage, f"proposal/{rule}", find_stance(word), agents, addressees, unknown)
