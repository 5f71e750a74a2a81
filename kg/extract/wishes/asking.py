"""Proposals by a verb or noun of asking: "urges X to", "calls on X to", "calls for", "proposes that"."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.parsed import ParsedBlock
from kg.extract.stance.modality import find_stance
from kg.extract.stance.stance import Stance
from kg.extract.syntax.arguments import find_objects, find_subjects
from kg.extract.syntax.coordination import to_members
from kg.extract.syntax.nominals import find_complements
from kg.extract.syntax.paths import find_argument
from kg.extract.syntax.voice import governed, is_passive, is_verb
from kg.extract.tokens import Token, TokenSpan
from kg.extract.wishes.agents import find_agents
from kg.extract.wishes.clauses import find_asked_clauses, find_infinitives, is_infinitive, to_finite
from kg.extract.wishes.found import Found
from kg.extract.wishes.openness import is_forecast, is_open
from kg.extract.wishes.speakers import Speakers
from kg.extract.wishes.wording import to_clause, to_passage, to_predicates, to_things, to_whole, trim
from kg.extract.wishes.words import load_wish_words
from kg.model import EntityClass, Modality

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
    """ "urge X to do", "call on X to do", "want X to do", "would have X do"."""
    if verb.lemma_.lower() not in load_wish_words("proposal")["ask"] and not _would_have(verb):
        return
    asked = [token for token in find_objects(verb) if not is_verb(token)]
    asked += [token for name, token in governed(verb) if name in _ASKED_BY.get(verb.lemma_.lower(), {"on", "upon"})]
    if verb.lemma_.lower() in _LIKING:
        asked = [token for token in asked if token.i > verb.i]  # not "the customers that it likes to name"
    for clause in find_infinitives(verb, asked):
        if clause.lemma_ in _LEARNING and verb.lemma_.lower() in _LIKING:  # "would like everyone to know"
            continue
        own = [m for child in clause.children if child.dep_ == "nsubj" for m in to_members(child)]
        if (own or asked) and any(token.lower_ != "you" for token in own or asked):  # readers are asked no policy
            yield from (Asked(passage, tuple(own or asked), "ask") for passage in to_predicates(clause))
    for clause in verb.children:  # "want the fine raised"
        participle = clause.dep_ == "ccomp" and clause.tag_ == "VBN" and not is_infinitive(clause)
        if participle and verb.lemma_ in {"want", "like"} and clause.i > verb.i:
            yield Asked(to_clause(clause), (), "ask")


_PUT = frozenset({"propose", "demand", "recommend", "suggest", "advocate", "float", "moot"})
_SUBJUNCTIVE = load_wish_words("proposal")["seek"] | {"ask"}  # "asked that X remove it"
_STRIVING = frozenset({"propose", "push", "campaign", "lobby", "agitate"})  # "pushes to lower the threshold"
_LEARNING = frozenset({"know", "understand", "hear", "read", "believe", "think", "remember"})
_LIKING = frozenset({"like", "love", "want", "prefer", "wish", "expect"})
# Before whom it is asked of: "pleaded with X to", "appealed to X to"; elsewhere "called on X to".
_ASKED_BY = {"plead": {"with"}, "appeal": {"to"}}


def _would_have(verb: Token) -> bool:
    """ "she would have employers cap it": wished, by one who is not the one to do it."""
    wished = any(child.dep_ == "aux" and child.lower_ in {"would", "'d", "’d"} for child in verb.children)
    return verb.lemma_ == "have" and wished and any(child.dep_ == "ccomp" for child in verb.children)


def _bearers(noun: Token) -> list[Token]:
    """Whose demand it is that something carries: "the report includes a call for", "X repeated its call on"."""
    carried = noun.dep_ == "dobj" and noun.head.lemma_.lower() in _CARRYING
    made = [t for t in noun.subtree if t.dep_ == "acl" and t.tag_ == "VBN" and t.lemma_.lower() in _MADE]
    return find_subjects(noun.head) if carried else [subject for verb in made for subject in find_subjects(verb)]


_MADE = frozenset({"make", "issue", "launch", "raise", "put", "voice"})
_CARRYING = frozenset({"include", "contain", "renew", "repeat", "reiterate", "publish", "issue", "launch", "carry"})


def _politely(verb: Token) -> bool:
    """ "we would urge them to": politeness, no condition."""
    would = any(child.dep_ == "aux" and child.lower_ in {"would", "'d", "’d"} for child in verb.children)
    open_ = any(child.dep_ in {"advcl", "neg"} for child in verb.children)
    self_ = any(child.dep_ == "nsubj" and child.lower_ in {"i", "we"} for child in verb.children)
    return (
        would
        and not open_
        and verb.sent[-1].text != "?"
        and (self_ or verb.lemma_.lower() in {"like", "love", "prefer"})
    )


def _sought(speakers: Speakers, block: ParsedBlock, verb: Token) -> Iterator[Asked]:
    """ "calls for X", "pushed for X"."""
    words = load_wish_words("proposal")
    if verb.lemma_.lower() in words["seek_for"]:
        for name, thing in governed(verb):
            chain = speakers.resolved.chain_at(block, thing)
            named = chain is not None and chain.cls is EntityClass.POLICY and thing.pos_ == "PROPN"
            trivial = thing.lemma_.lower() in words["trivial"]
            if (
                name == ("on" if verb.lemma_ == "insist" else "for")
                and thing.pos_ in {"NOUN", "PROPN", "VERB"}
                and not named
                and not trivial
            ):
                of = tuple(t for t in find_objects(verb) if not is_verb(t))
                yield from (Asked(passage, of, "seek-for") for passage in to_things(thing))


def _stated(speakers: Speakers, block: ParsedBlock, verb: Token) -> Iterator[Asked]:
    """ "proposes that X do", "argued that X should do"."""
    lemma = verb.lemma_.lower()
    if lemma not in load_wish_words("proposal")["state"]:
        return
    for clause in find_asked_clauses(verb):
        if _is_normative(clause, lemma in _SUBJUNCTIVE and clause.i > verb.i):
            subjects = [m for child in clause.children if child.dep_ == "nsubj" for m in to_members(child)]
            asked = [token for token in subjects if find_agents(speakers.resolved, block, [token])]
            if lemma == "tell" and any(token.pos_ == "PRON" for token in subjects):  # "told lecturers that they should"
                asked = [token for token in find_objects(verb) if not is_verb(token)]
            passages = to_predicates(clause) if asked else [to_clause(clause)]
            yield from (Asked(passage, tuple(asked), "that") for passage in passages)


def _is_wish(thing: Token, trivial: frozenset[str]) -> bool:
    """Whether a noun names something to be done or made, and not a thing by its name or of everyday business."""
    if thing.lemma_.lower() in load_wish_words("speakers")["people"] | load_wish_words("proposal")["posts"]:
        return False  # "wants an analyst in Paris"
    named = thing.pos_ == "PROPN" and not any(c.lower_ in {"a", "an"} for c in thing.children)
    return not named and thing.lemma_.lower() not in trivial


def _is_normative(clause: Token, proposing: bool) -> bool:
    """Whether the clause says what ought to be: by "should", or bare after a verb of proposing."""
    subjects = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if is_forecast(clause) or any(is_open(clause, c) for c in subjects if not (proposing and c.lower_ == "it")):
        return False
    auxiliaries = {child.lower_ for child in clause.children if child.dep_ in {"aux", "auxpass"}}
    bare = clause.tag_ in {"VB", "VBP"} or clause.lower_ == clause.lemma_ or "be" in auxiliaries
    return bool(auxiliaries & NORMATIVE) or (proposing and bare)


def _demanded(_: Speakers, __: ParsedBlock, verb: Token) -> Iterator[Asked]:
    """ "demands X", "recommends X"."""
    words = load_wish_words("proposal")
    if verb.lemma_.lower() in words["seek"] | _STRIVING:
        for thing in find_objects(verb) if verb.lemma_.lower() in words["seek"] else ():
            if thing.lemma_ in {"idea", "notion", "possibility"}:
                thing = next(iter(find_complements(thing, "of")), thing)  # "floated the idea of a fund"
            passive = is_passive(verb) and verb.lemma_.lower() in _PUT and bool(find_subjects(verb))
            if passive and thing.i < verb.i and _is_wish(thing, words["trivial"]) and thing.pos_ == "NOUN":
                yield Asked(to_passage(to_whole(thing, verb), without=[verb]), (), "seek")  # "a deposit, proposed by X"
            if thing.pos_ in {"NOUN", "PROPN"} and thing.i > verb.i and _is_wish(thing, words["trivial"]):
                yield from (Asked(passage, (), "seek") for passage in to_things(thing))
        for clause in verb.children:  # "suggested licensing them", "proposes to tax them"
            gerund = clause.tag_ == "VBG" and clause.i == verb.i + 1
            intended = verb.lemma_ in _STRIVING and is_infinitive(clause) and clause.i > verb.i
            if clause.dep_ in {"xcomp", "ccomp"} and (gerund or intended):
                yield from (Asked(passage, (), "seek") for passage in to_predicates(clause))


def _wished_for(_: Speakers, __: ParsedBlock, verb: Token) -> Iterator[Asked]:
    """ "would like to see a ban", "wants to see them banned"."""
    if verb.lemma_.lower() not in {"want", "like", "love", "prefer", "wish", "hope"}:
        return
    for seen in (child for child in verb.children if child.dep_ == "xcomp" and child.lemma_ == "see"):
        yield from (Asked(to_passage(t), (), "see") for t in find_objects(seen) if t.pos_ == "NOUN" and t.i > seen.i)
        yield from (Asked(to_clause(c), (), "see") for c in seen.children if c.dep_ == "ccomp")


_BY_VERB = (_wished_for, _urged, _sought, _stated, _demanded)


def _by_noun(noun: Token) -> Iterator[Asked]:
    after = noun.head.i + 1
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and noun.doc[after : after + 1].text == "to":
        yield Asked(trim(noun.doc, after + 1, noun.sent.end), (), "noun-is")  # "X's proposal is to tax it"
    of = tuple(thing for name in ("on", "to", "upon") for thing in find_complements(noun, name))
    for thing in find_complements(noun, "for"):
        if thing.pos_ in {"NOUN", "VERB"}:
            yield from (Asked(passage, of, "noun-for") for passage in to_things(thing))
    if noun.dep_ == "dobj" and of:  # "renewed its call on X to sign": the parser hangs "to sign" on "renewed"
        beside = (c for t in (noun.head, *of) for c in t.children if c.i > of[0].i and is_infinitive(c))
        yield from (Asked(passage, of, "noun-on") for clause in beside for passage in to_predicates(clause))
    for clause in noun.children:
        subjects = [m for c in clause.children if c.dep_ == "nsubj" for m in to_members(c)]
        if any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children) and _is_normative(
            clause, proposing=True
        ):
            yield from (Asked(passage, tuple(subjects), "noun-that") for passage in to_predicates(clause))
        if clause.dep_ in {"acl", "xcomp", "relcl"} and is_infinitive(clause):
            yield from (Asked(passage, of, "noun-to") for passage in to_predicates(clause))


def _make(speakers: Speakers, block: ParsedBlock, word: Token, asked: list[Asked]) -> Iterator[Found]:
    words = load_wish_words("proposal")
    if is_verb(word):
        speech = speakers.of_word(block, find_subjects(to_finite(word)))
    else:
        speech = speakers.of_word(block, find_argument(word, "subject"))
        speech = speech if speech.agents else speakers.of_word(block, _bearers(word))
    weak = word.lemma_.lower() in words["weak_ask"] or not is_verb(word)
    if weak and not speech.agents and word.lemma_.lower() not in words["impersonal"]:
        return
    for one in asked:
        wished = is_verb(word) and (_would_have(word) or _politely(word))
        stance = Stance() if wished else find_stance(to_finite(word))
        if one.passage is not None and stance.modality not in {Modality.POSSIBLE, Modality.CONDITIONAL}:
            addressees = find_agents(speakers.resolved, block, one.of)
            yield Found("proposal", block, one.passage, f"proposal/{one.rule}", stance, speech, addressees)
