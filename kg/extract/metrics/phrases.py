"""Short wordings cut out of a sentence: noun phrases and clauses without numbers, articles and auxiliaries."""

from collections.abc import Collection, Iterable, Iterator

from kg.extract.metrics.frame import NOMINAL, VERBAL, subject_of
from kg.extract.metrics.words import listed
from kg.extract.tokens import Token

MAX_WORDS = 9  # content words of one wording; the longest of those that readers wrote had ten
LONGEST_TIME = 6  # tokens, articles apart, of a phrase that says nothing but when
LONGEST_CLAUSE = 9  # tokens of a relative clause that still reads as part of a name for what is measured
_LEFT = frozenset(
    ("compound", "amod", "nmod", "poss", "nummod", "advmod", "case", "punct", "npadvmod", "quantmod", "neg", "det")
)
_DROPPED_TAGS = frozenset(
    ("DT", "PDT", "WDT", "WP", "WP$", "EX", "MD", "PRP", "PRP$", "UH", "-LRB-", "-RRB-", "''", "``", ":", "SYM", "$")
)


def noun_phrase(noun: Token, hidden: Collection[int]) -> list[Token]:
    """The noun with what tells it apart, in order: modifiers, short phrases, participles, coordinates."""
    tokens = [noun]
    for child in noun.children:
        if child.i < noun.i and child.dep_ in _LEFT:
            tokens += child.subtree
        elif child.dep_ == "prep" and not is_time(child) and child.lower_ not in COMPARING:
            tokens += child.subtree if _length(child) <= LONGEST_CLAUSE else _cut(child, hidden)
        elif child.dep_ in ("relcl", "acl") and is_aside(child):
            continue
        elif child.dep_ in ("acl", "relcl") and _length(child) <= LONGEST_CLAUSE:
            tokens += child.subtree
        elif child.dep_ in ("acl", "relcl"):
            tokens += [*_own_subject(child, hidden), *clause(child, hidden)]
        elif (
            child.dep_ in ("conj", "cc")
            and child.i not in hidden
            and (child.dep_ == "cc" or child.pos_ in NOMINAL)
            and _length(child) <= LONGEST_CLAUSE
        ):
            tokens += child.subtree
    return tidy(tokens, hidden)


def is_aside(relative: Token) -> bool:
    """Whether a relative clause stands behind a comma, so that it does not tell what the noun means."""
    start = relative.left_edge.i
    return start > 0 and relative.doc[start - 1].text == ","


def _length(token: Token) -> int:
    return sum(1 for _ in token.subtree)


def _cut(token: Token, hidden: Collection[int]) -> Iterator[Token]:
    """The first words of a phrase that is too long: its own word and its object's noun with what stands before it."""
    yield token
    for child in token.children:
        if child.dep_ in ("pobj", "dobj", "agent", "prep", "attr", "pcomp"):
            yield child
            yield from (t for left in child.lefts for t in left.subtree)
            yield from (t for below in child.children if below.dep_ in ("pobj", "prep") for t in _cut(below, hidden))


def is_time(token: Token) -> bool:
    """Whether a phrase only says when."""
    words = listed("time", "words")
    if sum(t.pos_ != "DET" for t in token.subtree) > LONGEST_TIME:
        return False
    return any(t.lemma_.lower() in words or (t.text.isdigit() and len(t.text) == len("2024")) for t in token.subtree)


def tidy(tokens: Iterable[Token], hidden: Collection[int]) -> list[Token]:
    """The tokens in text order, once each, without numbers, articles, pronouns, dates and marks at either end."""
    kept = [t for t in sorted(set(tokens), key=lambda t: t.i) if t.i not in hidden and t.tag_ not in _DROPPED_TAGS]
    kept = [
        t
        for t in kept
        if t.dep_ not in ("aux", "auxpass") and not (t.pos_ == "ADP" and t.dep_ == "prep" and t.i + 1 in hidden)
    ]
    while kept and _is_loose(kept[-1]):
        kept.pop()
    while kept and (_is_loose(kept[0]) or kept[0].lower_ in ("only", "just", "even", "also")):
        kept.pop(0)
    return kept


def _is_loose(token: Token) -> bool:
    if token.dep_ == "prt":
        return False
    return token.is_punct or token.pos_ in ("ADP", "CCONJ", "SCONJ", "PART", "PUNCT", "SPACE")


FEWEST = 2  # content words below which a clause is filled up with the one that it reports
_APART = frozenset(("nsubj", "nsubjpass", "csubj", "aux", "auxpass", "mark", "cc", "conj", "punct"))


def clause(verb: Token, hidden: Collection[int], without: Collection[Token] = ()) -> list[Token]:
    """What a clause says, without its subject: the verb, its particle, object, complements and short phrases."""
    is_light = verb.lemma_.lower() in listed("light", "verbs") and not any(t.dep_ == "prt" for t in verb.children)
    tokens = [] if is_light else [verb]
    for child in verb.children:
        if child in without or child.dep_ in _APART:
            continue
        tokens += _completing(child, hidden)
    if content(tokens) < FEWEST:
        tokens += [
            t
            for c in verb.children
            if c.dep_ == "ccomp" and c.i > verb.i
            for t in (*_own_subject(c, hidden), c, *clause(c, hidden))
        ]
    return tidy(tokens, hidden)


def _completing(child: Token, hidden: Collection[int]) -> list[Token]:
    """The words of one complement of a verb, none of a date or a comparison."""
    if child.dep_ in ("prt", "neg", "acomp", "oprd") or (
        child.dep_ in ("dobj", "attr", "dative") and child.i not in hidden
    ):
        return [child, *noun_phrase(child, hidden)]
    if (
        child.dep_ in ("prep", "agent")
        and child.i > child.head.i
        and not is_time(child)
        and child.lower_ not in COMPARING
    ):
        return _phrase(child, hidden)
    if child.dep_ == "advmod" and child.lower_ in ("away", "off", "out", "down", "up", "back", "aside"):
        return [child]
    if child.dep_ == "xcomp" and child.i > child.head.i and child.pos_ in VERBAL:
        return [child, *clause(child, hidden)]
    return []


COMPARING = frozenset(("compared", "than", "versus", "against", "from", "like", "unlike", "including", "according"))


def opening(verb: Token, hidden: Collection[int]) -> list[Token]:
    """What a sentence says before its subject of how or in what: "In optimizing training code, …"; no dates."""
    tokens: list[Token] = []
    for child in verb.children:
        if child.i < verb.i and child.dep_ in ("prep", "advcl") and not is_time(child):
            tokens += _phrase(child, hidden) if child.dep_ == "prep" else [child, *clause(child, hidden)]
    return tidy(tokens, hidden)


def whole_subject(verb: Token, hidden: Collection[int]) -> list[Token]:
    """The subject's noun phrase; where the parse left only an adjective of it, all words back to the clause's start."""
    subject = subject_of(verb)
    if subject is None or subject.i in hidden:
        return []
    if subject.pos_ == "ADJ":
        start = next(
            (t.i + 1 for t in reversed(list(verb.sent)) if t.i < subject.i and t.text in ",;:—–"), verb.sent.start
        )
        return tidy((t for t in verb.doc[start : verb.i]), hidden)
    return noun_phrase(subject, hidden) if subject.i < verb.i or subject.head == verb else []


def _own_subject(verb: Token, hidden: Collection[int]) -> list[Token]:
    return [t for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") for t in noun_phrase(child, hidden)]


def _phrase(preposition: Token, hidden: Collection[int]) -> list[Token]:
    tokens = [preposition]
    for child in preposition.children:
        if child.dep_ == "pobj":
            tokens += noun_phrase(child, hidden)
        elif child.dep_ in ("pcomp", "prep"):
            tokens += _phrase(child, hidden) if child.dep_ == "prep" else [child, *clause(child, hidden)]
    return tokens if len(tokens) > 1 else []


def to_text(tokens: Iterable[Token]) -> str:
    """The tokens as one line, spaced as in the text where they are neighbours."""
    written, last = "", None
    for token in tokens:
        if last is not None and not (last.i + 1 == token.i and not last.whitespace_):
            written += " " if written and token.text not in (",", "'s", "’s", "’", "'") else ""
        written += token.text
        last = token
    return " ".join(written.replace(" ,", ",").split()).strip(" ,;-–—")


def content(tokens: Iterable[Token]) -> int:
    """How many of the tokens carry meaning of their own."""
    return sum(1 for t in tokens if t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM"))


def limited(tokens: list[Token]) -> list[Token]:
    """The tokens up to the largest number of content words, ending in one."""
    kept: list[Token] = []
    for token in tokens:
        kept.append(token)
        if content(kept) >= MAX_WORDS:
            break
    return kept
