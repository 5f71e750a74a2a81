"""The members of a coordination, and its first one (ClearNLP labels, as spaCy's English models use them)."""

from kg.extract.tokens import Token


def to_members(token: Token) -> list[Token]:
    """The token and all that is coordinated after it, in order: "A, B and C" from A gives A, B, C."""
    members = [token]
    for member in members:
        joins = (child for child in member.children if child.dep_ == "conj" and child.pos_ != "VERB")
        members.extend(child for child in joins if not _is_excepted(child))
    joined = any(child.dep_ == "cc" for member in members for child in member.children)
    return members if joined else members[:1]  # without "and" or "or" the parser strung neighbours together


def _is_excepted(member: Token) -> bool:
    """ "fined A, but not B": B is no member."""
    before = member.doc[max(member.left_edge.i - 1, 0)]
    return before.lower_ == "not" or any(child.dep_ == "neg" for child in member.children)


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
