"""Who says what a sentence states: reporting verbs, "according to", and quotations over several sentences."""

from kg.extract.stance.table import load_stance
from kg.extract.syntax.arguments import find_subjects
from kg.extract.syntax.voice import is_verb
from kg.extract.tokens import Doc, Token, TokenSpan
from kg.extract.words import load_words

MAX_CLIMB = 12


def find_teller(trigger: Token) -> list[Token]:
    """The heads of who says what the trigger states; empty where the article says it in its own voice.

    Looks for a reporting verb above the trigger, then for "according to" in the sentence, then, where the trigger
    stands between quotation marks, for the reporting verb nearest to the quotation in the same block.
    """
    above = _reporting_above(trigger)
    if above is not None:
        return find_subjects(above)
    sources = _according_to(trigger.sent)
    if sources:
        return sources
    if is_quoted(trigger):
        verb = _nearest_reporting(trigger)
        return find_subjects(verb) if verb is not None else []
    return []


def _reporting_above(trigger: Token) -> Token | None:
    below, token = trigger, trigger.head
    for _ in range(MAX_CLIMB):
        if is_reporting(token) and below.dep_ in {"ccomp", "xcomp", "advcl", "dobj", "parataxis"} and token != below:
            return token
        if token.head == token:
            return None
        below, token = token, token.head
    return None


def is_reporting(token: Token) -> bool:
    """Whether the word is a verb that reports what somebody says."""
    verbs = load_stance().verbs
    lemma = token.lemma_.lower()
    return is_verb(token) and (verbs.get(lemma) == "report" or lemma in _SPEAKING)


_SPEAKING = load_words("speaking")


_EYES = frozenset({"view", "eyes", "opinion", "words", "judgment", "judgement", "telling"})


def _according_to(sentence: TokenSpan) -> list[Token]:
    for token in sentence:
        if token.lower_ in _EYES and token.dep_ == "pobj" and token.head.lower_ in {"in", "to"}:
            found = [g for child in token.children if child.lower_ == "of" for g in child.children if g.dep_ == "pobj"]
            if found:
                return found
        if token.lower_ == "according" or (token.lower_ == "view" and token.nbor(-1).lower_.endswith("s")):
            found = [g for child in token.children if child.lower_ == "to" for g in child.children if g.dep_ == "pobj"]
            if found:
                return found
    return []


def is_quoted(token: Token) -> bool:
    """Whether an open quotation mark, typographic or the odd one of straight ones, stands before it in its block."""
    depth, straight = 0, 0
    for other in token.doc[: token.i]:
        straight += other.text in {'"', "``", "''"}
        depth = depth + 1 if other.text == "“" else 0 if other.text == "”" else depth
    return depth > 0 or straight % 2 == 1


def _nearest_reporting(trigger: Token) -> Token | None:
    verbs = [token for token in _reporting_in(trigger.doc) if not is_quoted(token)]
    return min(verbs, key=lambda verb: (abs(verb.i - trigger.i), verb.i), default=None)


def _reporting_in(doc: Doc) -> list[Token]:
    return [token for token in doc if is_reporting(token) and find_subjects(token)]
