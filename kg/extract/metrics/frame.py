"""Where a quantity stands in its sentence: what it modifies or completes, and through which preposition."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.extract.parsed import ParsedBlock
from kg.extract.quantities import Kind, Quantity
from kg.extract.tokens import Token, TokenSpan
from kg.model import Span

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM"))
VERBAL = frozenset(("VERB", "AUX"))
INSIDE_NOUN = frozenset(("compound", "nmod", "nummod", "amod", "quantmod", "poss"))


@dataclass(frozen=True)
class Frame:
    """A quantity in its block, seen through the parse.

    `tokens` are those of the number and its unit, `others` the quantities of the same block; `lead` is
    the block that an item stands under, `text` the block's, put together once: a doc does so anew each time.
    """

    block: ParsedBlock
    quantity: Quantity
    tokens: TokenSpan
    others: tuple[Quantity, ...] = ()
    lead: ParsedBlock | None = None
    text: str = ""

    @cached_property
    def noun(self) -> Token | None:
        """The noun that is counted, or that the number and unit stand before ("a 52x speedup")."""
        if self.quantity.head is not None:
            return self.block.doc[self.quantity.head]
        noun = modified_noun(self.tokens)
        return None if noun is not None and noun.i in self.hidden else noun  # "9%" of "from 9% to 4%" is of no "%"

    @cached_property
    def anchor(self) -> Token:
        """The token by which the quantity hangs in the sentence: the counted noun, the unit, or the number."""
        noun = self.noun
        if noun is not None and not _is_partitive(self.tokens, noun) and not self.repeats:
            return noun
        return self.tokens.root

    @property
    def repeats(self) -> bool:
        """Whether the noun that is counted stands in another sentence: "Only eight were tested"."""
        return self.noun is not None and not self.sentence.start <= self.noun.i < self.sentence.end

    @cached_property
    def partitive(self) -> Token | None:
        """The noun of which a share or a number is taken: "code" of "80% of the code"."""
        if self.noun is not None and _is_partitive(self.tokens, self.noun):
            return self.noun
        return _object_of(self.tokens.root, "of") or _object_after(self.tokens)

    @cached_property
    def link(self) -> tuple[str, Token | None, Token | None]:
        """How the anchor is governed: its relation, the preposition between where there is one, and the governor."""
        relative = next((t for t in self.tokens.root.children if t.dep_ == "relcl" and _is_of_object(t)), None)
        if relative is not None and self.noun is None:
            return "dobj", None, relative
        relation, preposition, governor = govern(self._top())
        if governor is not None and governor.i in self.hidden and governor.pos_ == "NOUN":  # "for north of $2 billion"
            relation, preposition, governor = govern(governor)
        if preposition is not None and preposition.lower_ == "at" and (putting := _putting(governor)) is not None:
            return relation, preposition, putting
        return relation, preposition, governor

    def _top(self) -> Token:
        """The anchor, or the number that the parser hangs it on: the other end of a range or a change."""
        token, own = self.anchor, {t.i for t in self.tokens}
        for _ in range(_MAX_STEPS):
            if token.head.i not in self.hidden - own or token.dep_ not in INSIDE_NOUN:
                break
            token = token.head
        return token

    @cached_property
    def verb(self) -> Token | None:
        """The verb of the clause that the quantity stands in."""
        governor = self.link[2]
        if len(self.tokens) == 1 and self.tokens.root.pos_ == "VERB":
            return self.tokens.root
        return governor if governor is not None and governor.pos_ in VERBAL else verb_above(self.anchor)

    @cached_property
    def first(self) -> int:
        """The index of the first token of the quantity and the words that bound it."""
        whole = self.block.tokens_in(self.quantity.whole)
        return self.tokens[0].i if whole is None else whole[0].i

    @cached_property
    def sentence(self) -> TokenSpan:
        """The sentence that the quantity stands in."""
        return self.tokens[0].sent

    @cached_property
    def hidden(self) -> frozenset[int]:
        """Indices of the tokens that the quantities of the block and their bounds cover."""
        return frozenset(i for quantity in (self.quantity, *self.others) for i in _indices(self.block, quantity.whole))

    @property
    def kind(self) -> Kind:
        """The quantity's kind."""
        return self.quantity.kind


def _is_of_object(relative: Token) -> bool:
    """Whether a relative clause is of what its verb does it to ("the $5m it spent"), not of its subject."""
    subject = next((t for t in relative.children if t.dep_ in ("nsubj", "nsubjpass")), None)
    return relative.pos_ in VERBAL and (subject is None or subject.tag_ not in ("WDT", "WP"))


def _indices(block: ParsedBlock, span: Span) -> Iterator[int]:
    for token in block.tokens_in(span) or ():
        yield token.i


def modified_noun(tokens: TokenSpan) -> Token | None:
    """The noun after a number with a unit that modifies it: "speedup" of "a 52x speedup", "grant" of "a €5m grant"."""
    token, end = tokens.root, tokens[-1].i
    while token.dep_ in INSIDE_NOUN and token.head.i > end and token.head.i - end <= _MAX_GAP:
        token = token.head
    if token.i > end and token.pos_ in ("NOUN", "PROPN") and token.i != tokens.root.i:
        return token
    return None


_MAX_GAP = 6  # tokens between a number and the noun that it modifies


def _putting(governor: Token | None) -> Token | None:
    """The verb of "put … at" over a governor that the parse took for a nearer one."""
    for token in (governor, *governor.ancestors) if governor is not None else ():
        if token.pos_ == "VERB" and token.lemma_.lower() in (
            "put",
            "estimate",
            "value",
            "price",
            "set",
            "peg",
            "assess",
        ):
            return token
    return None


def _is_partitive(tokens: TokenSpan, noun: Token) -> bool:
    between = tokens.doc[tokens[-1].i + 1 : noun.i]
    return any(t.lower_ == "of" for t in between[:1]) or between[:2].text == "out of"


def _object_of(token: Token, preposition: str) -> Token | None:
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == preposition:
            return next((t for t in child.children if t.dep_ in ("pobj", "pcomp")), None)
    return None


def _object_after(tokens: TokenSpan) -> Token | None:
    """The object of an "of" that directly follows, however the parse attaches it."""
    end = tokens[-1].i + 1
    if end < len(tokens.doc) and tokens.doc[end].lower_ == "of":
        return next((t for t in tokens.doc[end].children if t.dep_ in ("pobj", "pcomp")), None)
    return None


def govern(token: Token) -> tuple[str, Token | None, Token | None]:
    """The relation of a noun to what it depends on, past coordination and prepositions."""
    steps = 0
    while token.dep_ in ("conj", "appos") and token.head.pos_ in NOMINAL and steps < _MAX_STEPS:
        token, steps = token.head, steps + 1
    if token.dep_ in ("pobj", "pcomp"):
        preposition = token.head
        above = preposition.head
        while (
            above.pos_ in ("ADP", "ADV", "SCONJ")
            and above.head != above
            and above.dep_ in ("prep", "advmod", "prt", "pcomp", "advcl")
        ):
            above = above.head
        return "pobj", preposition, above
    return token.dep_, None, token.head if token.head != token else None


_MAX_STEPS = 8  # coordinated nouns that are climbed; longer lists are rare, and a parse may hold loops of errors


def verb_above(token: Token) -> Token | None:
    """The nearest verb over a token, itself excluded; None in a sentence without one."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in VERBAL and ancestor.dep_ not in ("aux", "auxpass"):
            return ancestor
    return None


def subject_of(verb: Token) -> Token | None:
    """Who or what a verb says something of, shared, controlled and relative subjects included; None where unsaid."""
    seen = 0
    while seen < _MAX_STEPS:
        # "said that time had fallen" may have two subjects, the first of them "that"
        subjects = [t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass", "csubj", "expl")]
        own = next((t for t in subjects if t.lower_ != "that"), subjects[0] if subjects else None)
        if own is not None:
            return _antecedent(own, verb)
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in NOMINAL and not _is_infinitive(verb):
            return verb.head
        if verb.dep_ == "xcomp" and (
            controlled := next(
                (t for t in verb.head.children if t.dep_ in ("dobj", "nsubjpass") and t.i < verb.i), None
            )
        ):
            return controlled
        above = verb.head
        while above.pos_ not in VERBAL and above.head != above:
            above = above.head
        if above == verb or above.pos_ not in VERBAL or verb.dep_ == "ROOT":
            return _first_subject(verb)
        verb, seen = above, seen + 1
    return None


def _first_subject(verb: Token) -> Token | None:
    """The subject that opens the sentence, for a verb that the parse left without one."""
    if verb.tag_ not in ("VBZ", "VBD", "VBP"):
        return None
    return next(
        (t for t in verb.sent if t.i < verb.i and t.dep_ in ("nsubj", "nsubjpass") and t.head.i <= verb.i), None
    )


def _is_infinitive(verb: Token) -> bool:
    return any(t.dep_ == "aux" and t.tag_ == "TO" for t in verb.children)


def _antecedent(subject: Token, verb: Token) -> Token:
    if subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head
    return subject


def objects_of(verb: Token) -> list[Token]:
    """The direct and dative objects of a verb, and what a passive leaves in their place."""
    return [t for t in verb.children if t.dep_ in ("dobj", "dative", "oprd", "nsubjpass")]
