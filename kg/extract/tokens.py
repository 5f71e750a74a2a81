"""A parsed text as plain values: words in a tree, runs of words, sentences.

They answer to the same names as spaCy's, and to the same effect; but each word exists once, with its relatives at hand,
where spaCy makes a new object for every look at a word. Reading claims looks at words some hundred times each.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, overload


class Analysis(NamedTuple):
    """What a word is in its place: fine and coarse part of speech, lemma, and how it depends on its head."""

    tag: str
    pos: str
    lemma: str
    dep: str


class Word(NamedTuple):
    """One row of a parse: a word, whether a space follows it, the index of its head (its own for a root)."""

    text: str
    space: bool
    head: int
    analysis: Analysis


class Token:
    """A word in its place: `i` counts words, `idx` code points of the text; the head of a root is itself."""

    __slots__ = (
        "children", "dep_", "doc", "head", "i", "idx", "is_sent_start", "left_edge", "lefts", "lemma_", "lower_",
        "pos_", "right_edge", "rights", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip
    head: "Token"
    lefts: "tuple[Token, ...]"
    rights: "tuple[Token, ...]"
    children: "tuple[Token, ...]"
    left_edge: "Token"
    right_edge: "Token"
    sent: "TokenSpan"

    def __init__(self, doc: "Doc", i: int, idx: int, word: Word) -> None:
        self.doc, self.i, self.idx = doc, i, idx
        self.text, self.lower_ = word.text, word.text.lower()
        self.whitespace_ = " " if word.space else ""
        self.tag_, self.pos_, self.lemma_, self.dep_ = word.analysis
        self.is_sent_start = False

    def __repr__(self) -> str:
        return self.text

    @property
    def is_lower(self) -> bool:
        """Whether it has letters, and all of them small."""
        return self.text.islower()

    @property
    def is_title(self) -> bool:
        """Whether its words begin with capitals and go on in small letters."""
        return self.text.istitle()

    @property
    def is_space(self) -> bool:
        """Whether it is nothing but white space."""
        return self.text.isspace()

    @property
    def is_alpha(self) -> bool:
        """Whether it is nothing but letters."""
        return self.text.isalpha()

    @property
    def is_punct(self) -> bool:
        """Whether it is nothing but punctuation."""
        return _is_punctuation(self.text)

    @property
    def subtree(self) -> "Iterator[Token]":
        """The word and all that hangs on it, those before it first."""
        waiting: list[tuple[Token, bool]] = [(self, not self.children)]
        while waiting:
            word, is_due = waiting.pop()
            if is_due:
                yield word
            else:
                waiting.extend((after, not after.children) for after in reversed(word.rights))
                waiting.append((word, True))
                waiting.extend((before, not before.children) for before in reversed(word.lefts))

    @property
    def ancestors(self) -> "Iterator[Token]":
        """Its head, its head's head and so on up to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, other: "Token") -> bool:
        """Whether the other hangs on this one, over however many words between."""
        return any(word is self for word in other.ancestors)

    def nbor(self, distance: int = 1) -> "Token":
        """The word so many places further on.

        Raises:
            IndexError: the text ends before.
        """
        if self.i + distance < 0:
            raise IndexError(self.i + distance)
        return self.doc.tokens[self.i + distance]


class TokenSpan:
    """A run of words of one text, from `start` up to but not including `end`; it may be empty."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: "Doc", start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end

    def __repr__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TokenSpan):
            return NotImplemented
        return (self.doc, self.start, self.end) == (other.doc, other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> "TokenSpan": ...
    def __getitem__(self, index: int | slice) -> "Token | TokenSpan":
        if isinstance(index, slice):
            start, end, _ = index.indices(len(self))
            return TokenSpan(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[self.start : self.end][index]

    @property
    def start_char(self) -> int:
        """The code point of the text at which it begins."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The code point of the text right behind it, white space not counted."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its characters in the text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> "TokenSpan":
        """The sentence in which it begins."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The first of its words that are nearest to the root of their sentence; signs only for want of other words."""
        inside = self.doc.tokens[self.start : self.end]
        for token in inside:
            if token.head is token:
                return token
        upper = [token for token in inside if not self.start <= token.head.i < self.end]
        return min(upper, key=_depth, default=self.doc.tokens[self.start])

    def as_doc(self) -> "Doc":
        """The run as a text of its own: words whose head lies outside hang on the highest word above them inside.

        Where there is none, the first such word of a sentence becomes a root, and the others hang on it.
        """
        roots: dict[Token, int] = {}
        words: list[Word] = []
        for at, token in enumerate(self):
            analysis, head = Analysis(token.tag_, token.pos_, token.lemma_, token.dep_), token.head.i - self.start
            if not 0 <= head < len(self):
                above = list(token.ancestors)
                inside = [word.i - self.start for word in above if self.start <= word.i < self.end]
                head = inside[-1] if inside else roots.setdefault(above[-1], at)
                analysis = analysis._replace(dep="dep")
            words.append(Word(token.text, bool(token.whitespace_), head, analysis))
        return Doc(words)


class Doc:
    """A parsed text; `names` are the stretches (start, end, class) that a recogniser takes for names."""

    def __init__(self, words: Sequence[Word], names: Sequence[tuple[int, int, str]] = ()) -> None:
        self.text = "".join([word.text + " " if word.space else word.text for word in words])
        self.names = tuple(names)
        self.kept: dict[object, Any] = {}  # what functions that are remembered have found
        self.tokens: list[Token] = []
        idx = 0
        for i, word in enumerate(words):
            self.tokens.append(Token(self, i, idx, word))
            idx += len(word.text) + word.space
        _join(self.tokens, [word.head for word in words])
        self.sents = tuple(self._sentences())

    def _sentences(self) -> Iterator[TokenSpan]:
        starts = sorted({0, *(token.left_edge.i for token in self.tokens if token.head is token)})
        for start, end in zip(starts, [*starts[1:], len(self.tokens)], strict=True):
            if start < end:
                sentence = TokenSpan(self, start, end)
                self.tokens[start].is_sent_start = True
                for token in self.tokens[start:end]:
                    token.sent = sentence
                yield sentence

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> TokenSpan: ...
    def __getitem__(self, index: int | slice) -> Token | TokenSpan:
        if isinstance(index, slice):
            start, end, _ = index.indices(len(self.tokens))
            return TokenSpan(self, start, max(start, end))
        return self.tokens[index]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.tokens]

    def char_span(self, start: int, end: int) -> TokenSpan | None:
        """The words that a stretch of the text covers, in whole or in part; None if it goes beyond the text."""
        if start < 0 or end < 1 or max(start, end - 1) >= len(self.text):
            return None
        first, last = (bisect_right(self._starts, at) - 1 for at in (start, end - 1))
        if start == self.tokens[first].idx + len(self.tokens[first].text):
            first += 1  # the space behind a word is no part of it
        return TokenSpan(self, first, last + 1)


def _depth(token: Token) -> int:
    """How many words are above it; more than any word has for a sign or white space that nothing hangs on."""
    if not token.children and (token.is_punct or token.is_space):
        return len(token.doc)
    return sum(1 for _ in token.ancestors)


def _join(tokens: list[Token], heads: list[int]) -> None:
    """Gives every word its head, its children and the first and last word of what hangs on it."""
    lefts: dict[int, list[Token]] = {}
    rights: dict[int, list[Token]] = {}
    for token, head in zip(tokens, heads, strict=True):
        token.head = tokens[head]
        if head != token.i:
            (lefts if token.i < head else rights).setdefault(head, []).append(token)
    first, last = _edges(heads)
    for i, token in enumerate(tokens):
        token.lefts, token.rights = tuple(lefts.get(i, ())), tuple(rights.get(i, ()))
        token.children = token.lefts + token.rights
        token.left_edge, token.right_edge = tokens[first[i]], tokens[last[i]]


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """For every word the first and the last word of what hangs on it, itself included."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    is_open = True
    while is_open:  # one round and one more to see that it was enough, unless arcs cross
        is_open = False
        for order in (range(len(heads)), range(len(heads) - 1, -1, -1)):
            for i in order:
                head = heads[i]
                if first[i] < first[head]:
                    first[head], is_open = first[i], True
                if last[i] > last[head]:
                    last[head], is_open = last[i], True
    return first, last


@lru_cache(maxsize=10_000)
def _is_punctuation(text: str) -> bool:
    return all(unicodedata.category(character).startswith("P") for character in text)
