"""The members of a coordination, and its first one (ClearNLP labels, as spaCy's English models use them)."""

from kg.extract.tokens import Token


def to_members(token: Token) -> list[Token]:
    """The token and all that is coordinated after it, in order: "A, B and C" from A gives A, B, C."""
    if not any(child.dep_ == "conj" for child in token.children):
        return [token]  # as nearly always
    members = [token]
    for member in members:
        joins = (child for child in member.children if child.dep_ == "conj" and child.pos_ != "VERB")
        members.extend(child for child in joins if not is_excepted(child))
    joined = any(child.dep_ == "cc" for member in members for child in member.children)
    return members if joined else members[:1]  # without "and" or "or" the parser strung neighbours together


_ALL = frozenset({"all", "everyone", "everybody", "everything", "anyone", "anybody", "any", "each", "every"})
_SAVE_FOR = (["other", "than"], ["save", "for"], ["except", "for"], ["apart", "from"], ["aside", "from"])
_AS_REPORTED = 6  # words between "not" and the name that it excepts: "and not, as was first reported, X"


def is_excepted(member: Token) -> bool:
    """Whether a name is just what is left out: "A, but not B", "all other than B", "not, as first reported, B"."""
    first = member.left_edge.i
    before = member.doc[max(first - _AS_REPORTED, member.sent.start) : first]
    words = [token.lower_ for token in before]
    denied = any(child.dep_ == "neg" for child in member.children)
    if denied or (words[-2:-1] != ["or"] and words[-1:] == ["not"]):
        return True
    if words[-2:] in _SAVE_FOR:
        return True
    if words[-1:] == ["but"] and member.dep_ in {"conj", "pobj"}:
        whole = member.head
        return bool(_ALL & {whole.lower_, *(child.lower_ for child in whole.children)})
    return "not" in words and "as" in words[words.index("not") :] and words[-1] in {"reported", "stated", ","}


def to_repeated(preposition: Token) -> list[Token]:
    """The preposition and its repetitions after "and" or "or", in order: "backed by A and by B"."""
    word = preposition.lower_
    joined = (t for t in preposition.subtree if t.dep_ == "conj" and t.pos_ == "ADP" and t != preposition)
    return [preposition, *(token for token in joined if token.lower_ == word)]


def to_first(token: Token) -> Token:
    """The first member of the coordination that the token belongs to; itself where there is none."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token
