"""The proposal or risk that words refer to: by being part of it, by a pronoun or "the idea", or by its own words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.parsed import ParsedBlock, Resolved
from kg.extract.referents import ANAPHORIC
from kg.extract.syntax.voice import governed
from kg.extract.tokens import Token, TokenSpan
from kg.extract.wishes import Wishes
from kg.extract.wishes.words import load_families, load_wish_words, to_word
from kg.model import Claim, EntityClass, Proposal, Risk, Span

WINDOW = 600  # characters back to what "the idea" stands for: about four sentences of news prose
_PRONOUNS = frozenset({"it", "this", "them", "either", "these", "those"})
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "former": 0, "latter": -1, "last": -1, "final": -1}
_POINTING = frozenset({"the", "that", "this", "such", "these", "those", "both", "either"})
_NAMED = frozenset({EntityClass.POLICY, EntityClass.ORGANIZATION, EntityClass.PERSON, EntityClass.SYSTEM})


@dataclass(frozen=True)
class Node:
    """A proposal or risk: its id, where it stands, who puts it, its words, and the words that name what it is about."""

    id: str
    span: Span
    by: frozenset[str]
    words: frozenset[str]
    heads: frozenset[str]


@dataclass(frozen=True)
class Stated:
    """The proposals, or the risks, of one article, in order of the text; `nouns` are those that point back to one."""

    nodes: tuple[Node, ...]
    nouns: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of_proposals(cls, resolved: Resolved, wishes: Wishes) -> "Stated":
        """The article's proposals."""
        nodes = _to_nodes(resolved, wishes.proposals, wishes.claims, "proposes")
        return cls(tuple(nodes), load_wish_words("proposal")["pointing"])

    @classmethod
    def of_risks(cls, resolved: Resolved, wishes: Wishes) -> "Stated":
        """The article's risks."""
        nodes = _to_nodes(resolved, wishes.risks, wishes.claims, "warnsOf")
        return cls(tuple(nodes), load_wish_words("risk")["pointing"])

    def find_meant(self, resolved: Resolved, block: ParsedBlock, token: Token) -> Node | None:
        """What the word refers to; None where it refers to something else or to nothing known."""
        place = block.span_of(token)
        around = [node for node in self.nodes if node.span.contains(place)]
        if around:
            return around[0] if to_word(token) in around[0].heads else None
        chain, mention = resolved.chain_at(block, token), resolved.mention_at(block, token)
        named = chain is not None and mention is not None and mention.layer not in ANAPHORIC
        if chain is not None and chain.cls in _NAMED and (named or chain.cls is EntityClass.POLICY):
            return None
        before = [n for n in self.nodes if n.span.end <= place.start]
        if token.lower_ in _PRONOUNS and token.tag_ not in {"WDT", "IN"}:
            modified = any(child.i > token.i for child in token.children)  # "those who came"
            return None if modified else self.find_last(resolved, block, token)
        if token.lemma_.lower() in self.nouns and not _has_content(token):
            near = [n for n in before if place.start - n.span.end <= WINDOW]
            if any(child.lower_ in {"any", "such"} for child in token.children):
                return self.find_last(resolved, block, token)
            return _by_order(token, near) if _points_back(token) else None
        if token.lemma_.lower() in self.nouns:
            inner = [
                n for n in self.nodes if block.span_of(block.doc[token.i : token.right_edge.i + 1]).contains(n.span)
            ]
            return inner[0] if inner else None  # "the demand for a register"
        return _by_words(token, before)

    def find_topic(
        self, resolved: Resolved, block: ParsedBlock, token: Token, sided: Sequence[tuple[Span, Node]]
    ) -> Node | None:
        """What the text speaks of: what somebody just took a side on in this sentence, else what was stated last."""
        here = block.span_of(token.sent)
        before = [node for span, node in sided if here.contains(span) and span.start < block.span_of(token).start]
        return before[-1] if before else self.find_last(resolved, block, token)

    def find_last(self, resolved: Resolved, block: ParsedBlock, token: Token) -> Node | None:
        """What the word's sentence or the one before stated last, where neither names a law besides."""
        place = block.span_of(token)
        start = _sentence_before(resolved, block, token)
        before = [n for n in self.nodes if start <= n.span.start and n.span.end <= place.start]
        if not before:
            return None
        laws = (m.span for c in resolved.chains if c.cls is EntityClass.POLICY for m in c.mentions)
        outside = (span for span in laws if not before[-1].span.contains(span))
        return None if any(start <= span.start < place.start for span in outside) else before[-1]

    def find_in(self, span: Span) -> list[Node]:
        """What is stated within a stretch of the text."""
        return [node for node in self.nodes if span.contains(node.span)]


def _sentence_before(resolved: Resolved, block: ParsedBlock, token: Token) -> int:
    """Where the sentence before a word's own begins, in the block before where it is the block's first."""
    sentences = [s for s in block.doc.sents if s.start <= token.i]
    if len(sentences) > 1 or block.index == 0:
        return block.span_of(sentences[-2] if len(sentences) > 1 else sentences[-1]).start
    above = resolved.parsed.blocks[block.index - 1]
    last = list(above.doc.sents)[-1:]
    return above.span_of(last[0]).start if last else block.block.span.start


def _to_nodes(
    resolved: Resolved, stated: Iterable[Proposal | Risk], claims: Iterable[Claim], predicate: str
) -> Iterator[Node]:
    made = [claim for claim in claims if claim.predicate == predicate]
    for one in sorted(stated, key=lambda item: item.span):
        block = resolved.parsed.block_at(one.span)
        tokens = block.tokens_in(one.span) if block is not None else None
        if tokens is not None:
            by = frozenset(claim.subject for claim in made if claim.object == one.id)
            words = frozenset(to_word(t) for t in tokens if t.pos_ in {"NOUN", "VERB", "ADJ", "PROPN"})
            yield Node(one.id, one.span, by, words, frozenset(_heads(tokens)))


def _heads(tokens: TokenSpan) -> Iterator[str]:
    """What names the proposal in short: the passage's head and, of something done, what it is done to."""
    root = tokens.root
    yield to_word(root)
    if to_word(root) in _stopping():
        return  # who supports the trial is not for "stop the trial"
    inside = range(tokens.start, tokens.end)
    for child in root.children:
        if child.i in inside and child.dep_ in {"dobj", "conj", "nsubjpass", "oprd", "attr", "xcomp", "dative"}:
            yield to_word(child)
            yield from (to_word(c) for c in child.children if c.dep_ == "dobj" and c.i in inside)


def _stopping() -> frozenset[str]:
    """What does away with its object, as words are compared."""
    families = load_families()
    return frozenset(families.get(word, word) for word in load_wish_words("proposal")["undoing"])


def _has_content(noun: Token) -> bool:
    """Whether a noun says itself what it is: "the plan to close it", "the idea of a tax"."""
    told = any(child.dep_ in {"acl", "relcl", "ccomp"} and child.i > noun.i for child in noun.children)
    return told or any(name in {"of", "for", "on"} for name, _ in governed(noun))


def _points_back(noun: Token) -> bool:
    return any(c.dep_ == "poss" or c.lower_ in _POINTING for c in noun.children) or noun.lower_ in _ORDINALS


def _by_order(noun: Token, before: list[Node]) -> Node | None:
    """The last one stated, or the one that "first" or "latter" picks of those that its proposer put."""
    if not before:
        return None
    picked = next((_ORDINALS[t.lower_] for t in (noun, *noun.children) if t.lower_ in _ORDINALS), None)
    row = [n for n in before if n.by == before[-1].by]
    if picked is None:
        return before[-1]
    return row[picked] if picked < len(row) else None


def _by_words(noun: Token, before: list[Node]) -> Node | None:
    """The one whose head the noun repeats, and whose words the rest of its phrase does not belie."""
    if noun.pos_ not in {"NOUN", "VERB"}:
        return None
    own = {to_word(t) for t in noun.subtree if t.pos_ in {"NOUN", "ADJ", "VERB"} and _is_near(t, noun)}
    own |= {to_word(noun)}
    fits = [n for n in before if to_word(noun) in n.heads and 2 * len(own & n.words) >= len(own)]
    return max(fits, key=lambda n: (len(own & n.words), n.span), default=None)


def _is_near(token: Token, noun: Token) -> bool:
    """Whether the word belongs to the phrase itself, not to a clause at it."""
    return not any(above.dep_ in {"relcl", "acl"} for above in (token, *token.ancestors) if above.i > noun.i)
