"""Proposals by "should" and its like, and by imperatives that answer what should be done."""

from collections.abc import Iterator

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import Referent
from kg.extract.stance.attribution import is_quoted, is_reporting
from kg.extract.stance.stance import Stance
from kg.extract.syntax.coordination import to_members
from kg.extract.syntax.voice import is_verb
from kg.extract.tokens import Token, TokenSpan
from kg.extract.wishes.agents import find_agents
from kg.extract.wishes.asides import find_said_by
from kg.extract.wishes.clauses import is_infinitive
from kg.extract.wishes.found import Found
from kg.extract.wishes.openness import is_forecast, is_open, is_unsettled
from kg.extract.wishes.speakers import Speakers, Speech
from kg.extract.wishes.wording import to_clause, to_passage, to_predicates, trim
from kg.extract.wishes.words import load_wish_words
from kg.model import BlockKind, EntityClass

DUTIES = frozenset({"must", "shall"})


def find_norms(speakers: Speakers, block: ParsedBlock, verb: Token) -> Iterator[Found]:
    """What the clause says ought to be; clauses under a verb of proposing are that verb's.

    "must" and "shall" in the article's own voice state duties that a law sets, not wishes.
    """
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux"} & load_wish_words("proposal")["modals"]
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    done = verb
    if verb.lower_ == "ought" or _needed(speakers, block, verb):  # the parser makes a full verb of it
        modals, done = {"should"}, next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    if not modals or not subjects or _belongs_to_asking(verb) or _is_announcement(done) or is_forecast(verb):
        return
    if subjects[0].lower_ in {"nobody", "none", "nothing"}:
        return
    known = subjects[0].lower_ == "it" and (
        bool(find_agents(speakers.resolved, block, subjects[:1])) or _follows_announcement(verb)
    )
    if is_unsettled(verb, subjects[0]) if known else is_open(verb, subjects[0]):
        return
    speech = speakers.of_clause(block, verb)
    if modals <= DUTIES and not speech.agents:
        return
    doers = [m for c in subjects if c.dep_ == "nsubj" for m in to_members(c)]
    asked = find_agents(speakers.resolved, block, doers)
    for passage in to_predicates(done) if asked else [to_clause(verb)]:
        if passage is not None:
            yield Found("proposal", block, passage, "proposal/norm", Stance(), speech, asked, 0.7)


def _needed(speakers: Speakers, block: ParsedBlock, verb: Token) -> bool:
    """ "governments need to act", "labs had to tell", as somebody's words about others."""
    infinitive = any(child.dep_ == "xcomp" for child in verb.children)
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    duty = verb.lemma_ in {"need", "have"} and infinitive and verb.tag_ in {"VBP", "VBZ", "VBD"}
    duty = duty and not any(child.dep_ in {"neg", "dobj"} for child in verb.children)
    told = duty and (verb.dep_ == "ccomp" or is_quoted(verb)) and bool(find_said_by(verb))
    named = any(d.pos_ in {"NOUN", "PROPN"} for d in doers) and is_quoted(verb)
    return told and (named or bool(find_agents(speakers.resolved, block, doers)))


def _follows_announcement(verb: Token) -> bool:
    """ "India should do three things. It should …": one of the things."""
    return any(token.i < verb.sent.start and is_verb(token) and _is_announcement(token) for token in verb.doc)


def find_pleas(speakers: Speakers, block: ParsedBlock, verb: Token) -> Iterator[Found]:
    """What a quoted imperative asks: '"Stop deploying them," said X'."""
    first = min([verb.i, *(c.i for c in verb.children if c.dep_ in {"intj", "aux", "neg"} and c.lower_ in _PLEASE)])
    opens = first > verb.sent.start and verb.doc[first - 1].text in {'"', "“", "‘", "'"}
    told = verb.dep_ == "ccomp" and is_reporting(verb.head) and verb.i < verb.head.i and verb.tag_ == "VB"
    lets = verb.lower_ == "let" and verb.i == verb.sent.start and told
    if (opens or lets) and told and not is_reporting(verb) and verb.sent.root == verb.head:
        speech = speakers.of_word(block, find_said_by(verb))
        of = find_agents(speakers.resolved, block, _told_to(verb))
        bare = not any(c.dep_ in {"nsubj", "aux", "neg"} and c.lower_ not in _PLEASE for c in verb.children)
        if speech.agents and bare:
            negated = [c.i for c in verb.children if c.dep_ == "neg"]
            for passage in [trim(verb.doc, first, p.end) if negated else p for p in to_predicates(verb)]:
                if passage is None:
                    continue
                yield Found("proposal", block, passage, "proposal/plea", Stance(), speech, of, 0.7)


_PLEASE = frozenset({"please", "do", "not", "n't", "n’t", "never"})


def _told_to(verb: Token) -> list[Token]:
    """Whom a quoted imperative is said to: "… the guild told Meta"; of whom "let the courts decide" speaks."""
    told = [t for t in verb.head.children if t.dep_ in {"dobj", "dative"} and t.i > verb.i]
    return told + [d for c in verb.children if c.dep_ == "ccomp" for d in c.children if d.dep_ == "nsubj"]


def find_verdicts(speakers: Speakers, block: ParsedBlock, verb: Token) -> Iterator[Found]:
    """What somebody says it is better, vital or high time to do: "it would be wise to test it first"."""
    better = verb.lemma_ == "do" and any(child.lower_ in {"better", "well"} for child in verb.children)
    tellers = find_said_by(verb) if verb.lemma_ == "be" or better else []
    impersonal = better or any(child.dep_ in {"nsubj", "expl"} and child.lower_ == "it" for child in verb.children)
    if not tellers or not impersonal or any(child.dep_ == "neg" for child in verb.children):
        return
    words = load_wish_words("proposal")["verdicts"]
    verdicts = [c for c in verb.children if c.dep_ in {"acomp", "attr", "advmod"} and c.lower_ in words]
    clauses = [c for t in (verb, *verdicts) for c in t.children if c.i > verb.i and c.dep_ != "parataxis"]
    marked = [c for c in clauses if any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)]
    for clause in [c for c in clauses if is_infinitive(c)] + marked:
        doers = [d for d in clause.children if d.dep_ == "nsubj"]
        asked = find_agents(speakers.resolved, block, [m for d in doers for m in to_members(d)])
        for passage in to_predicates(clause) if verdicts else []:
            speech = speakers.of_word(block, tellers)
            yield Found("proposal", block, passage, "proposal/verdict", Stance(), speech, asked, 0.7)


def find_lacks(speakers: Speakers, block: ParsedBlock, verb: Token) -> Iterator[Found]:
    """What somebody says is lacking or the better course: "we need a treaty", "a better idea would be to tax it"."""
    if verb.lemma_ not in {"need", "be"}:
        return
    words, tellers = load_wish_words("proposal"), find_said_by(verb)
    asides = [c for c in verb.children if c.dep_ == "parataxis" and is_reporting(c)]
    tellers = tellers or [s for c in asides for s in c.children if s.dep_ == "nsubj"]
    opening = verb.sent[0]
    tellers = tellers or [
        c for c in opening.children if opening.lower_ == "for" and c.dep_ == "pobj"
    ]  # "for X, the remedy is"
    if not tellers or any(child.dep_ == "neg" for child in verb.children):
        return
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "csubj", "ccomp"} and c.i < verb.i]
    passages: list[TokenSpan] = []
    if verb.lemma_ == "need" and any(c.lower_ in _ALL or (c.dep_ == "nsubj" and c.tag_ == "NNP") for c in subjects):
        things = [
            t for t in verb.children if t.dep_ == "dobj" and t.pos_ == "NOUN" and t.lemma_ not in words["trivial"]
        ]
        passages = [p for t in things if (p := to_passage(t)) is not None]
    elif verb.lemma_ == "be" and (any(_is_course(c) for c in subjects) or _opens_with_lack(verb)):
        clauses = [c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i and is_infinitive(c)]
        things = [c for c in verb.children if c.dep_ == "attr" and c.i > verb.i and c.pos_ == "NOUN"]
        passages = [p for c in clauses for p in to_predicates(c)] or [p for t in things if (p := to_passage(t))]
    speech = speakers.of_word(block, tellers)
    for passage in passages if speech.agents else []:
        yield Found("proposal", block, passage, "proposal/lack", Stance(), speech, (), 0.7)


def _opens_with_lack(verb: Token) -> bool:
    """ "What Europe needs, said X, is", however the parser hung it."""
    opening = verb.doc[verb.sent.start : min(verb.i, verb.sent.start + 4)]
    return opening[0].lower_ == "what" and any(t.lemma_ in load_wish_words("proposal")["lacking"] for t in opening)


_ALL = frozenset({"we", "society", "everyone", "humanity", "countries", "governments"})


def _is_course(subject: Token) -> bool:
    """ "a better idea", "the answer"; "what is needed"."""
    words = load_wish_words("proposal")
    needed = subject.lemma_ in words["lacking"] and any(c.lower_ == "what" for c in subject.children)
    better = any(c.lower_ in {"better", "best", "right", "obvious", "first", "only", "top"} for c in subject.children)
    named = better or subject.lemma_ in {
        "answer",
        "solution",
        "remedy",
        "recommendation",
        "demand",
        "proposal",
        "advice",
    }
    return needed or (subject.lemma_.lower() in words["courses"] and named)


def _is_announcement(verb: Token) -> bool:
    """ "should do three things": what they are follows; "should have known": nobody can do that any more."""
    past = any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)
    return past or any(child.dep_ == "dobj" and child.lemma_ in {"thing", "step"} for child in verb.children)


def _belongs_to_asking(verb: Token) -> bool:
    words = load_wish_words("proposal")
    stated = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in words["state"] and verb.i > verb.head.i
    return stated and verb.lower_ != "ought" and verb.lemma_ != "need"  # full verbs, which no auxiliary shows


def find_answers(speakers: Speakers, block: ParsedBlock) -> Iterator[Found]:
    """What a block answers to a question: imperatives to "What should X do?", a bare noun to "What frightens you?"."""
    question = _question_before(speakers.resolved, block)
    if question is None:
        return
    words = {token.lower_ for token in question.doc}
    speech = Speech(_answerer(speakers.resolved, block))
    if words & _NORMATIVE_QUESTION:
        asked = find_agents(speakers.resolved, question, [t for t in question.doc if t.dep_ == "nsubj"])
        passages = [passage for s in block.doc.sents for passage in _imperative(s)]
        yield from (Found("proposal", block, p, "proposal/answer", Stance(), speech, asked, 0.75) for p in passages)
    elif words & _FEARFUL_QUESTION:
        for sentence in block.doc.sents:
            passage = _bare_noun(sentence)
            if passage is not None:
                yield Found("risk", block, passage, "risk/answer", Stance(), speech, (), 0.75)


def _bare_noun(sentence: TokenSpan) -> TokenSpan | None:
    """A sentence that is but a noun phrase, or the one that stands before its colon."""
    doc = sentence.doc
    if sentence[0].lower_ in {"not", "neither", "hardly"}:
        return None
    colon = next((t.i for t in sentence if t.text == ":"), None)
    if colon is not None and not any(t.tag_ in {"VBZ", "VBP", "VBD", "MD"} for t in doc[sentence.start : colon]):
        comma = next((t.i for t in doc[sentence.start + 1 : colon] if t.text == ","), colon)
        label = trim(doc, sentence.start, comma)
        return label if comma == colon or label is None or len(label) > 1 else None  # "Inference, too: it eats …"
    return trim(doc, sentence.start, sentence.end) if sentence.root.pos_ == "NOUN" else None


_NORMATIVE_QUESTION = frozenset({"should", "want", "recommend", "propose", "advise"})
_FEARFUL_QUESTION = frozenset(
    {
        "awake",
        "sleep",
        "night",
        "frighten",
        "frightens",
        "fear",
        "fears",
        "worry",
        "worries",
        "worried",
        "danger",
        "risk",
    }
)


def _question_before(resolved: Resolved, block: ParsedBlock) -> ParsedBlock | None:
    blocks = resolved.parsed.blocks
    before = blocks[block.index - 1] if block.index else None
    if before is None or before.block.kind is BlockKind.ROW or not before.doc.text.rstrip().endswith("?"):
        return None
    return before


def _answerer(resolved: Resolved, block: ParsedBlock) -> tuple[Referent, ...]:
    """Who answers: the answer's "I" or "we" where it is resolved, else the person whom the article mentions first."""
    said = find_agents(resolved, block, [t for t in block.doc if t.lower_ in {"i", "we", "our", "my"}])
    if said:
        return said[:1]
    people = [chain for chain in resolved.chains if chain.cls is EntityClass.PERSON]
    return (Referent(people[0], 0.7),) if people else ()


def _imperative(sentence: TokenSpan) -> list[TokenSpan]:
    root = sentence.root
    opens = [t for t in sentence if not t.is_punct and t.dep_ != "cc"]
    bare = root.tag_ in {"VB", "VBP"} and opens and opens[0] == root
    has_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in root.children)
    return to_predicates(root) if bare and not has_subject and not is_reporting(root) else []
