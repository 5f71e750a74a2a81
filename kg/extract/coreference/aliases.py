"""Names that a text says are one thing's: "SB 9, the Model Act", "the Model Act (SB 9)", "the Act, known as Model"."""

import re

from kg.extract.coreference.outline import Outline
from kg.extract.coreference.referents import Place, Referent
from kg.model import EntityClass

# What may stand between the two names, so that the second is another name of the first.
_SAID = re.compile(
    r",? \(?(?:also |better |commonly |popularly |formerly |previously |informally |otherwise )?"
    r"(?:known|referred to|called|dubbed|nicknamed|abbreviated|shortened)(?: simply)?(?: as| to)? (?:the |“|\"|‘)*"
    r"|, or (?:the |“|\"|‘)*"
)
_BRACKET = re.compile(r" \((?:the |or |“|\"|‘)*")
_QUOTED = re.compile(r" \((?:the |or |hereafter |hereinafter )*[“\"‘]")
_COMMA = re.compile(r", (?:the |“|\"|‘)*")
_CLASSES = frozenset({EntityClass.POLICY, EntityClass.ORGANIZATION, EntityClass.EVENT, EntityClass.DOCUMENT})
_NUMBERED = re.compile(r"\b(?>(?:[A-Z]{1,3}\.?[- ]?)+)\d|\b(?:Bill|Order|Regulation|Directive|Resolution|Law|Act) .*\d")
REACH = 45  # characters between the two names; the longest phrase of the pattern needs fewer


def are_said_to_be_one(outline: Outline, one: Referent, other: Referent) -> bool:
    """Whether the text says somewhere that the two, of one class, are names of one thing."""
    if one.cls is not other.cls or one.cls not in _CLASSES:
        return False
    text = outline.parsed.article.text
    return any(_says(text, a, b, (one, other)) or _says(text, b, a, (other, one)) for a, b in _near(one, other))


def _near(one: Referent, other: Referent) -> list[tuple[Place, Place]]:
    return [
        (a, b)
        for a in one.places
        for b in other.places
        if a.sentence == b.sentence and -REACH < max(a.span.start, b.span.start) - min(a.span.end, b.span.end) < REACH
    ]


def _says(text: str, first: Place, second: Place, pair: tuple[Referent, Referent]) -> bool:
    between = text[first.span.end : second.span.start]
    if not between or len(between) > REACH:
        return False
    if _SAID.fullmatch(between):
        return not between.startswith(", or") or text[second.span.end : second.span.end + 1] in {",", ".", "”", '"'}
    closed = text[second.span.end : second.span.end + 3].strip('”"’ ')[:1] == ")"
    if closed and (_QUOTED.fullmatch(between) or (_BRACKET.fullmatch(between) and pair[0].cls is EntityClass.POLICY)):
        return True
    numbered = [any(_NUMBERED.search(name) for name in referent.names) for referent in pair]
    if pair[0].cls is not EntityClass.POLICY or numbered[0] == numbered[1]:
        return False  # "the Data Act, the Chips Act": without a number on one side alone a comma only lists
    return bool(_COMMA.fullmatch(between))
