"""Proposals by "should" and its like, and by imperatives that answer what should be done."""

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import Referent
from kg.extract.stance.attribution import is_reporting
from kg.extract.stance.modality import Stance
from kg.extract.syntax.coordination import to_members
from kg.extract.wishes.agents import find_agents
from kg.extract.wishes.found import Found
from kg.extract.wishes.openness import is_open
from kg.extract.wishes.speakers import Speakers, Speech
from kg.extract.wishes.wording import to_clause, to_predicate, trim
from kg.extract.wishes.words import load_wish_words
from kg.model import BlockKind, EntityClass

DUTIES = frozenset({"must", "shall"})


def find_norms(speakers: Speakers, block: ParsedBlock, verb: Token) -> Iterator[Found]:
    """What the clause says ought to be; clauses under a verb of proposing are that verb's.

    "must" and "shall" in the article's own voice state duties that a law sets, not wishes.
    """
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux"} & load_wish_words("proposal")["modals"]
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if not modals or not subjects or _belongs_to_asking(verb) or is_open(verb, subjects[0]):
        return
    speech = speakers.of_clause(block, verb)
    if modals <= DUTIES and not speech.agents:
        return
    doers = [m for c in subjects if c.dep_ == "nsubj" for m in to_members(c)]
    asked = find_agents(speakers.resolved, block, doers)
    passage = to_predicate(verb) if asked else to_clause(verb)
    if passage is not None:
        yield Found("proposal", block, passage, "proposal/norm", Stance(), speech, asked, 0.7)


def _belongs_to_asking(verb: Token) -> bool:
    words = load_wish_words("proposal")
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in words["state"] and verb.i > verb.head.i


def find_answers(speakers: Speakers, block: ParsedBlock) -> Iterator[Found]:
    """What a block answers to a question: imperatives to "What should X do?", a bare noun to "What frightens you?"."""
    question = _question_before(speakers.resolved, block)
    if question is None:
        return
    words = {token.lower_ for token in question.doc}
    speech = Speech(_answerer(speakers.resolved, block))
    if words & _NORMATIVE_QUESTION:
        asked = find_agents(speakers.resolved, question, [t for t in question.doc if t.dep_ == "nsubj"])
        passages = [passage for s in block.doc.sents if (passage := _imperative(s)) is not None]
        yield from (Found("proposal", block, p, "proposal/answer", Stance(), speech, asked, 0.75) for p in passages)
    elif words & _FEARFUL_QUESTION:
        first = next(iter(block.doc.sents))
        passage = trim(block.doc, first.start, first.end) if first.root.pos_ == "NOUN" else None
        if passage is not None:
            yield Found("risk", block, passage, "risk/answer", Stance(), speech, (), 0.75)


_NORMATIVE_QUESTION = frozenset({"should", "want", "recommend", "propose", "advise"})
_FEARFUL_QUESTION = frozenset(
    {"frighten", "frightens", "fear", "fears", "worry", "worries", "worried", "danger", "risk"}
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


def _imperative(sentence: TokenSpan) -> TokenSpan | None:
    root = sentence.root
    opens = [t for t in sentence if not t.is_punct and t.dep_ != "cc"]
    bare = root.tag_ in {"VB", "VBP"} and opens and opens[0] == root
    has_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in root.children)
    return to_predicate(root) if bare and not has_subject and not is_reporting(root) else None
