"""The members of a coordination, and its first one (ClearNLP labels, as spaCy's English models use them)."""

from spacy.tokens import Token


def to_members(token: Token) -> list[Token]:
    """The token and all that is coordinated after it, in order: "A, B and C" from A gives A, B, C."""
    members = [token]
    for member in members:
        members.extend(child for child in member.children if child.dep_ == "conj" and child.pos_ != "VERB")
    joined = any(child.dep_ == "cc" for member in members for child in member.children)
    return members if joined else members[:1]  # without "and" or "or" the parser strung neighbours together


def to_repeated(preposition: Token) -> list[Token]:
    """The preposition and its repetitions after "and" or "or", in order: "backed by A and by B"."""
    found = [preposition]
    for token in preposition.subtree:
        if token.dep_ == "conj" and token.lower_ == preposition.lower_ and token.pos_ == "ADP" and token != preposition:
            found.append(token)
    return found


def to_first(token: Token) -> Token:
    """The first member of the coordination that the token belongs to; itself where there is none."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token
