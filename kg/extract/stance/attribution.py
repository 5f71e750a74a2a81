"""Who says what a sentence states: reporting verbs, "according to", and quotations over several sentences."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.stance.table import load_stance
from kg.extract.syntax.arguments import find_subjects
from kg.extract.syntax.coordination import to_members
from kg.extract.syntax.voice import governed, is_verb
from kg.extract.tokens import Doc, Token, TokenSpan
from kg.extract.words import load_words

MAX_CLIMB = 12


class Telling(NamedTuple):
    """That somebody says something: the word that tells it, and the heads of who they are, possibly none."""

    cue: Token
    tellers: list[Token]


def find_teller(trigger: Token) -> list[Token]:
    """The heads of who says what the trigger states; empty where the article says it in its own voice."""
    telling = find_telling(trigger)
    return telling.tellers if telling is not None else []


def find_telling(trigger: Token) -> Telling | None:
    """By which word who says what the trigger states; None where the article says it in its own voice.

    Looks for a reporting verb above the trigger, for one put into its clause, for a noun ("X's claim that"), for
    "according to" in the sentence, then, where the trigger stands between quotation marks, for the reporting verb
    nearest to the quotation in the same block.
    """
    above = _reporting_above(trigger) or _reporting_inserted(trigger)
    if above is not None:
        return Telling(above, find_speakers(above))
    named = _noun_above(trigger)
    if named is not None:
        return named
    source = _according_to(trigger.sent)
    if source is not None:
        return source
    verb = _nearest_reporting(trigger) if is_quoted(trigger) else None
    return Telling(verb, find_speakers(verb)) if verb is not None else None


def find_speakers(verb: Token) -> list[Token]:
    """The heads of who a reporting verb says to speak, behind it too: "…," added a senator."""
    return find_subjects(verb) or _inverted(verb)


def _inverted(verb: Token) -> list[Token]:
    """What the parser takes for the object of a reporting verb right after a quotation or its comma."""
    if verb.i == 0 or verb.nbor(-1).text not in _CLOSING:
        return []
    behind = [c for c in verb.rights if c.dep_ in {"dobj", "attr", "oprd", "npadvmod"} and not is_quoted(c)]
    return [m for child in behind[:1] if child.pos_ in {"NOUN", "PROPN", "PRON"} for m in to_members(child)]


_CLOSING = frozenset({",", "”", '"', "''", "’"})


def _reporting_above(trigger: Token) -> Token | None:
    below, token = trigger, trigger.head
    for _ in range(MAX_CLIMB):
        if is_reporting(token) and below.dep_ in {"ccomp", "xcomp", "advcl", "dobj", "parataxis"} and token != below:
            return token
        if token.head == token:
            return None
        below, token = token, token.head
    return None


def _reporting_inserted(trigger: Token) -> Token | None:
    """ "Time, he added, was on their side": the verb between commas that hangs on a clause of the trigger's."""
    token = trigger
    for _ in range(MAX_CLIMB):
        # The parser takes "the minister added" for a relative clause about what stands before it.
        nouns = [child for child in token.children if child.dep_ in {"nsubj", "nsubjpass", "npadvmod"}]
        near = [child for word in (token, *nouns) for child in word.children]
        inserted = next((child for child in near if child != trigger and _is_inserted(child)), None)
        if inserted is not None or token.head == token:
            return inserted
        token = token.head
    return None


def _is_inserted(verb: Token) -> bool:
    if verb.dep_ not in {"ccomp", "parataxis", "advcl", "relcl"} or not is_reporting(verb):
        return False
    first, last = verb.left_edge, verb.right_edge
    between = first.text in _CLOSING or (first.i > 0 and first.nbor(-1).text in _CLOSING)
    closed = last.text in _CLOSING or (last.i + 1 < len(last.doc) and last.nbor(1).text in _CLOSING | {"."})
    bare = not any(child.dep_ in {"ccomp", "xcomp", "dobj", "mark"} for child in verb.children)
    relative = any(token.tag_ in {"WDT", "WP"} or token.lower_ == "that" for token in verb.doc[first.i : verb.i])
    return between and closed and bare and not relative and any(child.dep_ == "nsubj" for child in verb.lefts)


def _noun_above(trigger: Token) -> Telling | None:
    """ "the minister's claim that", "a warning by X that": whose word it is that the clause hangs on."""
    below, token = trigger, trigger.head
    for _ in range(MAX_CLIMB):
        if token.lemma_.lower() in _SAYINGS and token.pos_ == "NOUN" and below.dep_ in {"acl", "ccomp"}:
            marked = any(child.dep_ == "mark" for child in below.lefts)
            owners = [child for child in token.children if child.dep_ == "poss"]
            owners += [inner for name, inner in governed(token) if name in {"by", "from"}]
            return Telling(token, owners) if owners and marked else None
        if token.head == token:
            return None
        below, token = token, token.head
    return None


_SAYINGS = load_words("sayings")


def is_reporting(token: Token) -> bool:
    """Whether the word is a verb that reports what somebody says."""
    verbs = load_stance().verbs
    lemma = token.lemma_.lower()
    return is_verb(token) and (verbs.get(lemma) == "report" or lemma in _SPEAKING)


_SPEAKING = load_words("speaking")


_EYES = frozenset({"view", "eyes", "opinion", "words", "judgment", "judgement", "telling"})


def _according_to(sentence: TokenSpan) -> Telling | None:
    for token in sentence:
        if token.lower_ in _EYES and token.dep_ == "pobj" and token.head.lower_ in {"in", "to"}:
            found = [g for child in token.children if child.lower_ == "of" for g in child.children if g.dep_ == "pobj"]
            found = found or [child for child in token.children if child.dep_ == "poss"]  # "in X's view"
            if found:
                return Telling(token, found)
        if token.lower_ == "according" or (token.lower_ == "view" and token.nbor(-1).lower_.endswith("s")):
            found = [g for child in token.children if child.lower_ == "to" for g in child.children if g.dep_ == "pobj"]
            if found:
                return Telling(token, found)
    return None


def is_quoted(token: Token) -> bool:
    """Whether an open quotation mark, typographic or the odd one of straight ones, stands before it in its block."""
    kept: list[bool] | None = token.doc.kept.get(is_quoted)
    if kept is None:
        kept = token.doc.kept[is_quoted] = list(_read_quoted(token.doc))
    return kept[token.i]


def _read_quoted(doc: Doc) -> Iterator[bool]:
    """Whether a quotation is open before each word."""
    depth, straight = 0, 0
    for token in doc:
        yield depth > 0 or straight % 2 == 1
        straight += token.text in _STRAIGHT
        depth = depth + 1 if token.text == "“" else 0 if token.text == "”" else depth


_STRAIGHT = frozenset({'"', "``", "''"})


def _nearest_reporting(trigger: Token) -> Token | None:
    verbs = [token for token in _reporting_in(trigger.doc) if not is_quoted(token)]
    return min(verbs, key=lambda verb: (abs(verb.i - trigger.i), verb.i), default=None)


def _reporting_in(doc: Doc) -> list[Token]:
    return [token for token in doc if is_reporting(token) and find_speakers(token)]
