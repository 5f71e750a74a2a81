"""Who does it too: "X, joined by Y, sued", "X signed it, along with Y", "X joined Y in backing it"."""

from collections.abc import Iterator, Sequence

from kg.extract.syntax.coordination import to_members
from kg.extract.syntax.voice import OBJECTS, governed, is_passive
from kg.extract.tokens import Token

_WITH = frozenset({"along with", "together with", "alongside", "besides", "like"})
_OWN = frozenset({"its", "their", "his", "her"})
_JOINING = frozenset({"join", "back", "follow", "accompany"})


def find_companions(verb: Token, subjects: Sequence[Token]) -> Iterator[Token]:
    """The heads of who else does what the verb says, each once; nothing where nobody is said to."""
    for word in (*_joined(verb, subjects), *_accompanied(verb, subjects), *_joining_in(verb)):
        if word not in subjects and word != verb:
            yield word


def _joined(verb: Token, subjects: Sequence[Token]) -> Iterator[Token]:
    """ "X, joined by Y, sued": Y."""
    for holder in (verb, *subjects):
        for clause in holder.children:
            if clause.dep_ in {"advcl", "acl"} and clause.lemma_ == "join" and clause.tag_ == "VBN" and clause != verb:
                yield from _agents(clause)


def _agents(participle: Token) -> Iterator[Token]:
    for agent in (child for child in participle.children if child.dep_ == "agent"):
        yield from (m for child in agent.children if child.dep_ == "pobj" for m in to_members(child))


def _accompanied(verb: Token, subjects: Sequence[Token]) -> Iterator[Token]:
    """ "X, along with Y, sued", "X sued, along with Y": behind the verb only after a comma."""
    for subject in subjects:
        yield from (token for name, token in _with(subject) if name != "like" or _after_comma(token, name))
    for name, token in _with(verb):
        if name == "with" or _after_comma(token, name) or (token.i < verb.i and _opens(token, name)):
            yield token


def _after_comma(token: Token, name: str) -> bool:
    """Whether the preposition before the token stands behind a comma: ", along with X"."""
    before = [t for t in token.doc[token.sent.start : token.i] if t.lower_ == name.split()[0]]
    return bool(before) and before[-1].i > token.sent.start and before[-1].nbor(-1).text == ","


def _opens(token: Token, name: str) -> bool:
    """Whether the phrase opens the sentence: "Along with X, Y signed"."""
    return token.sent[0].lower_ == name.split()[0]


def _with(word: Token) -> Iterator[tuple[str, Token]]:
    for name, token in governed(word):
        if any(child.dep_ == "poss" and child.lower_ in _OWN for child in token.children):
            continue  # "ran X, along with its subsidiary Y": Y was run
        before = [t.lower_ for t in word.doc[max(token.left_edge.i - 2, 0) : token.left_edge.i]]
        if name in _WITH or (name == "with" and before == ["together", "with"]):
            yield name, token


def _joining_in(verb: Token) -> Iterator[Token]:
    """ "X joined Y in suing Z": Y too; "X was joined by Y in suing Z": Y too."""
    preposition, above = verb.head, verb.head.head
    if verb.dep_ == "pcomp" and preposition.lower_ == "in" and above.lemma_ in _JOINING:
        if is_passive(above):
            yield from _agents(above)
        else:
            yield from (m for child in above.children if child.dep_ in OBJECTS for m in to_members(child))
