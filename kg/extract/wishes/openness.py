"""Whether a clause with "should" or its like leaves open what ought to be."""

from kg.extract.tokens import Token
from kg.extract.wishes.words import load_wish_words

_NOBODY = frozenset({"nobody", "none", "i", "you", "it", "there"})
_OPENING = frozenset({"how", "whether", "what", "why", "when", "where", "if"})


def is_open(verb: Token, subject: Token) -> bool:
    """Whether it is a question, a condition ("should rivals refuse"), an aside, or about nobody or the speaker."""
    return subject.lower_ in _NOBODY or subject.tag_ in {"WP", "WDT"} or is_unsettled(verb, subject)


def is_forecast(verb: Token) -> bool:
    """Whether it is what is expected rather than asked for: "should finish the hall by spring"."""
    should = any(child.dep_ == "aux" and child.lower_ == "should" for child in verb.children)
    due = any(token.dep_ == "prep" and token.lower_ == "by" for token in verb.subtree)
    return should and due and verb.lemma_.lower() in load_wish_words("proposal")["forecast"]


def is_unsettled(verb: Token, subject: Token) -> bool:
    """Whether it is a question, a condition or an aside, whoever it is about."""
    hung = any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)  # no relative clause
    if verb.sent[-1].text == "?" or (verb.dep_ in {"relcl", "advcl", "pcomp"} and not hung):
        return True
    inverted = any(c.dep_ == "aux" and c.i < subject.left_edge.i for c in verb.children)
    return inverted or bool({child.lower_ for child in verb.children} & _OPENING)
