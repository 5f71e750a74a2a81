"""Proposals by "should" and its like, and by imperatives that answer what should be done."""

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import Referent
from kg.extract.stance.attribution import find_teller, is_reporting
from kg.extract.stance.modality import Stance
from kg.extract.syntax.coordination import to_members
from kg.extract.wishes.found import Found, find_agents
from kg.extract.wishes.speakers import find_speakers
from kg.extract.wishes.wording import to_clause, to_predicate
from kg.extract.wishes.words import load_wish_words
from kg.model import BlockKind, Polarity


def find_norms(resolved: Resolved, block: ParsedBlock, verb: Token) -> Iterator[Found]:
    """What the clause says ought to be; clauses under a verb of proposing are that verb's."""
    modals = [c for c in verb.children if c.dep_ == "aux" and c.lower_ in load_wish_words("proposal")["modals"]]
    if not modals or _belongs_to_asking(verb) or _is_open(verb):
        return
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    asked = find_agents(resolved, block, [m for c in subjects if c.dep_ == "nsubj" for m in to_members(c)])
    passage = to_predicate(verb) if asked else to_clause(verb)
    if passage is None or not subjects:
        return
    agents, unknown = find_speakers(resolved, block, find_teller(verb))
    yield Found("proposal", block, passage, "proposal/norm", _to_stance(verb), agents, asked, unknown, 0.7)


def _to_stance(verb: Token) -> Stance:
    stance = Stance()
    if any(child.dep_ == "neg" for child in verb.children):
        stance.polarity = Polarity.AFFIRMED  # "should not wait" proposes not to wait
    return stance


def _belongs_to_asking(verb: Token) -> bool:
    words = load_wish_words("proposal")
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in words["state"] and verb.i > verb.head.i


def _is_open(verb: Token) -> bool:
    """Whether it is a question or a condition ("should rivals refuse"), or a relative clause's aside."""
    asks = verb.sent[-1].text == "?"
    inverted = any(c.dep_ == "aux" and c.i < verb.left_edge.i + 1 and c.lower_ == "should" for c in verb.children)
    return asks or inverted or verb.dep_ in {"relcl", "advcl"}


def find_answers(resolved: Resolved, block: ParsedBlock) -> Iterator[Found]:
    """The imperatives of a block that answers "What should X do?": "Protect the people who report."."""
    question = _question_before(resolved, block)
    if question is None:
        return
    asked = find_agents(resolved, question, [t for t in question.doc if t.dep_ == "nsubj"])
    agents = _answerer(resolved, block)
    for sentence in block.doc.sents:
        passage = _imperative(sentence)
        if passage is not None:
            yield Found("proposal", block, passage, "proposal/answer", Stance(), agents, asked, False, 0.75)


def _question_before(resolved: Resolved, block: ParsedBlock) -> ParsedBlock | None:
    blocks = resolved.parsed.blocks
    before = blocks[block.index - 1] if block.index else None
    if before is None or before.block.kind is BlockKind.ROW or not before.doc.text.rstrip().endswith("?"):
        return None
    return before if any(t.lower_ in {"should", "want", "recommend", "propose"} for t in before.doc) else None


def _answerer(resolved: Resolved, block: ParsedBlock) -> tuple[Referent, ...]:
    """Who answers, where the article resolves the answer's "I" or "we"."""
    return find_agents(resolved, block, [t for t in block.doc if t.lower_ in {"i", "we", "our", "my"}])[:1]


def _imperative(sentence: TokenSpan) -> TokenSpan | None:
    root = sentence.root
    opens = [t for t in sentence if not t.is_punct and t.dep_ != "cc"]
    bare = root.tag_ in {"VB", "VBP"} and opens and opens[0] == root
    has_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in root.children)
    return to_predicate(root) if bare and not has_subject and not is_reporting(root) else None
