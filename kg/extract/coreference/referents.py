"""What an article talks about: places where noun phrases stand, and the things that they stand for."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.extract.parsed import ParsedBlock
from kg.extract.tokens import Token
from kg.model import EntityClass, Mention, Span

FEW = 12  # places that are gone through sooner than looked up


@dataclass(frozen=True, eq=False)
class Place:
    """One noun phrase or pronoun: its span, its tokens in its block (`first` to before `end`), and where it stands.

    `sentence` counts the article's sentences. `role` is what the head is in its clause: "subject", "object",
    "possessive", "oblique", "apposition", "predicate", "fragment", "modifier", in a headline "heading"; a subordinate
    clause's subject is "embedded". `quoted`: inside a quotation. `section` counts the headings before it.
    """

    span: Span
    block: ParsedBlock
    first: int
    end: int
    head: Token
    sentence: int
    role: str
    quoted: bool = False
    section: int = 0

    @cached_property
    def clause(self) -> Token:
        """The verb (or root) that governs it most closely."""
        return clause_of(self.head)

    @cached_property
    def is_main(self) -> bool:
        """Whether it is the subject of its sentence's main clause, or of one that is coordinated with that."""
        verb = self.head.head
        while verb.dep_ == "conj" and verb.head.i != verb.i:
            verb = verb.head
        return self.role == "subject" and verb.dep_ == "ROOT"

    @cached_property
    def doing(self) -> Token:
        """The clause whose subject does what its own clause says."""
        return doing_clause(self.head)


@dataclass(eq=False)
class Referent:
    """One thing that the article talks about, as far as it is known yet.

    `cls` is None for a thing that is never named. `kinds` are the common nouns that were used for it, as forms in lower
    case, `sorts` the kinds that other things tell, `modifiers` the words that stood before the nouns, `called` the
    nouns of descriptions that were resolved to it. `gender` and `number` are "" where nothing tells them. `origins` are
    the places that it is said to be from, `roles` the nouns that what it does earns it ("witness"), `makes` the things
    that it is said to have made, `employers` the organizations that a person is said to be with.
    """

    cls: EntityClass | None
    names: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    sorts: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    makes: list["Referent"] = field(default_factory=list)
    employers: list["Referent"] = field(default_factory=list)
    number: str = ""
    gender: str = ""
    _sorted: list[Place] = field(default_factory=list, repr=False)
    _by_sentence: dict[int, list[Place]] = field(default_factory=dict, repr=False)
    _headings: list[Place] = field(default_factory=list, repr=False)

    def before(self, start: int) -> Sequence[Place]:
        """Its places that begin before a place of the article's text, in order of the text."""
        self._index()
        return self._sorted[: bisect_left(self._sorted, start, key=_start_of)]

    def near(self, first: int, last: int) -> Sequence[Place]:
        """Its places in the sentences from `first` to `last`, in the order in which they were found; maybe others too.

        What is spoken of again and again is not gone through every time: that would cost the square of its places.
        """
        if len(self.places) <= FEW:
            return self.places
        self._index()
        return [place for at in range(first, last + 1) for place in self._by_sentence.get(at, ())]

    def stands_over(self, other: Place) -> bool:
        """Whether it is named before another place in a heading of the same section."""
        self._index()
        return any(p.section == other.section and p.span.start < other.span.start for p in self._headings)

    def _index(self) -> None:
        """Puts places that are new since the last time in order."""
        for place in self.places[len(self._sorted) :]:
            insort(self._sorted, place, key=lambda known: known.span)
            self._by_sentence.setdefault(place.sentence, []).append(place)
            if place.role == "heading":
                self._headings.append(place)

    @property
    def is_named(self) -> bool:
        """Whether it will be a chain: it is named, or one of the groups that count without a name."""
        return self.cls is not None

    def first(self) -> int:
        """Where in the text it comes up first."""
        return min(place.span.start for place in self.places)


def _start_of(place: Place) -> int:
    return place.span.start


@dataclass(frozen=True, eq=False)
class Anaphor:
    """A pronoun or description that stands for something else in the article.

    `classes` are those that it can stand for; `kind` is "pronoun", "speaker" (a first person) or "description";
    `noun` is a description's head in lower case, `modifiers` the words before it, and `owner` the place of the
    possessor where one stands before it ("its chief executive").
    """

    place: Place
    kind: str
    classes: frozenset[EntityClass]
    number: str
    gender: str = ""
    noun: str = ""
    modifiers: tuple[str, ...] = ()
    any_kind: bool = False
    weak: bool = False


SUBJECTS = frozenset({"subject", "embedded"})
_SHARING = frozenset({"xcomp", "conj", "advcl", "acl", "pcomp"})
_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "pcomp"})
_ROLES = {
    "nsubj": "subject", "nsubjpass": "subject", "csubj": "subject", "expl": "subject", "agent": "oblique",
    "dobj": "object", "iobj": "object", "dative": "object", "oprd": "object", "pobj": "oblique", "poss": "possessive",
    "appos": "apposition", "attr": "predicate", "ROOT": "fragment",
}  # fmt: skip


def role_of(head: Token) -> str:
    """What a noun is in its clause; of coordinated and apposed nouns, the first one's role."""
    token = head
    while token.dep_ in {"conj", "appos"} and token.head.i != token.i:
        token = token.head
    if token.dep_ in {"compound", "nmod", "amod"}:
        return "modifier"
    if token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ in _SUBORDINATE:
        return "embedded"
    if token.dep_ == "attr" and head.pos_ == "PROPN":
        return "object"  # "The second witness was Ann Lee" brings her up
    return _ROLES.get(token.dep_, "oblique")


def doing_clause(token: Token) -> Token:
    """The clause whose subject does what a token's own clause says: "agreed to sue it" is about who agreed."""
    verb = clause_of(token)
    while verb.dep_ in _SHARING and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children):
        above = clause_of(verb)
        if above.i == verb.i:
            break
        verb = above
    return verb


def clause_of(token: Token) -> Token:
    """The verb (or root) that governs a token most closely; the token itself where it has none."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            return ancestor
    return token.sent.root
