"""Risks by what somebody says of a thing: that it would do harm, is a danger, or risks doing harm."""

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.stance.attribution import find_teller, is_reporting
from kg.extract.syntax.arguments import find_objects, find_subjects
from kg.extract.syntax.voice import governed, is_verb
from kg.extract.wishes.wording import to_clause, to_passage, trim
from kg.extract.wishes.words import load_wish_words

Harm = tuple[TokenSpan | None, list[Token]]  # the passage, and the words for who says so


def find_harms(verb: Token) -> Iterator[Harm]:
    """The harm that the verb's clause speaks of, with the words for its speaker; none where nobody speaks of any."""
    yield from _foretold(verb)
    yield from _risked(verb)
    yield from _judged(verb)


def _foretold(verb: Token) -> Iterator[Harm]:
    """ "such checks, he said, would become a back door", "told the court that it could defeat their checks"."""
    tellers = _tellers(verb)
    if not tellers or verb.dep_ == "relcl" or verb.sent[-1].text == "?" or not _looks_ahead(verb):
        return
    named = next((child for child in verb.children if child.dep_ == "attr"), verb)
    if verb.lemma_ == "be" and named.lemma_ in load_wish_words("risk")["harms"] and _is_definite(named):
        yield from ((to_passage(child), tellers) for child in verb.children if child.dep_ == "nsubj")
    elif is_harmful(verb):
        fellows = [child for child in verb.children if child.dep_ == "conj" and is_verb(child)]
        asides = [child.i for child in verb.children if child.dep_ == "parataxis" and child.i < verb.i]
        told = any(c.i < max(asides) for c in verb.children if asides and c.dep_ in {"nsubj", "nsubjpass"})
        whole = to_passage(verb, without=fellows)
        start = named.left_edge.i if verb.lemma_ == "be" else verb.i
        bare = trim(verb.doc, start, whole.end) if whole is not None and told and whole.end > start else None
        yield bare or to_clause(verb), tellers


def _is_definite(noun: Token) -> bool:
    """ "biology is the risk": what is the risk names it."""
    return any(child.lower_ == "the" for child in noun.children)


def _looks_ahead(verb: Token) -> bool:
    words = load_wish_words("risk")
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    now = verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBG" and bool(auxiliaries & {"are", "is", "'s", "’s"}))
    plainly = now and verb.lemma_.lower() in words["plain_harm"] | words["carry"]
    return bool(auxiliaries & words["modals"]) or plainly


def is_harmful(verb: Token) -> bool:
    """Whether what the verb says does harm: by itself, or by what it brings ("give a false sense of security")."""
    words = load_wish_words("risk")
    lemma = verb.lemma_.lower()
    if lemma in words["harm"]:
        return True
    inner = [child for child in verb.children if child.dep_ in {"xcomp", "advcl", "ccomp"} and child.i > verb.i]
    if lemma in {"have", "come", "end", "start", "begin", "help", "let", "allow", "enable", "turn", "prove"} and any(
        is_harmful(child) for child in inner
    ):
        return True
    brought = [c for c in verb.children if c.dep_ in {"dobj", "attr", "oprd", "acomp"} and c.i > verb.i]
    brought += [token for name, token in governed(verb) if name in {"to", "into", "in", "of", "at"}]
    return lemma in words["carry"] and any(is_harm(token) for token in brought)


def is_harm(noun: Token) -> bool:
    """Whether a noun phrase names a harm: by its head, a modifier, or what it is of."""
    words = load_wish_words("risk")
    if any(child.dep_ in {"det", "neg"} and child.lower_ in {"no", "not"} for child in noun.children):
        return False
    around = [noun, *(child for child in noun.children if child.dep_ in {"amod", "compound", "conj"})]
    return any(token.lemma_.lower() in words["harm_nouns"] | words["harm_adjectives"] for token in around)


def _tellers(verb: Token) -> list[Token]:
    """Who says a clause, where the parser made the clause the main one as well: "the code, he said, introduces"."""
    clauses = [verb, verb.head] if verb.dep_ in {"advcl", "conj"} else [verb]
    asides = [child for clause in clauses for child in clause.children if child.dep_ == "parataxis"]
    told = [child for child in asides if is_reporting(child)]
    return [subject for child in told for subject in find_subjects(child)] or find_teller(verb)


def _risked(verb: Token) -> Iterator[Harm]:
    """ "it risked undercutting its credibility", "threatens to derail them"."""
    if verb.lemma_.lower() in {"risk", "threaten"} and (tellers := _tellers(verb)):
        for clause in verb.children:
            if clause.dep_ in {"xcomp", "ccomp"} and clause.tag_ in {"VBG", "VB"}:
                yield to_passage(clause), tellers


def _judged(verb: Token) -> Iterator[Harm]:
    """ "called the plan the biggest attack on rights": a harm by what it is called."""
    if verb.lemma_.lower() not in load_wish_words("risk")["judge"]:
        return
    things = [child for child in verb.children if child.dep_ in {"oprd", "attr"}]
    things += [token for name, token in governed(verb) if name == "as"]
    for thing in things:
        clauses = [child for child in thing.children if child.dep_ == "relcl" and is_verb(child)]
        if thing.pos_ == "NOUN" and find_objects(verb) and (is_harm(thing) or any(map(is_harmful, clauses))):
            yield to_passage(thing), find_subjects(verb)
